import type { GoneRow, GridRow } from "./view-source";

/** A field of a row, by a column's id. */
export function field(row: GridRow | GoneRow | undefined, column: string): unknown {
  return row && column in row ? row[column as keyof typeof row] : undefined;
}
