import { quantityWords } from "../../app/amount";
import { dayWords, instantCell, instantWords, timeCell, timeWords } from "../../app/time";
import type { Column } from "../../platform";
import { type GoneRow, type GridRow, isGone } from "./view-source";

/** A field of a row, by a column's id. */
export function field(row: GridRow | GoneRow | undefined, column: string): unknown {
  return row && column in row ? row[column as keyof typeof row] : undefined;
}

/** A cell's text for a person. */
export function cellWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  const text = value === undefined || value === null ? "" : String(value);
  switch (column.kind) {
    case "date":
      return dayWords(text);
    case "instant":
      return instantWords(text);
    case "local_time":
      return timeWords(text);
    case "number":
      return quantityWords(text);
    case "text":
    case "tag":
    case "tags":
    case "flag":
    case "lab_state":
      return text;
  }
}

/**
 * A cell's text for the clipboard, as the exports write it: numbers plain, days and times the licence's, so that a
 * spreadsheet reads them.
 */
export function cellCopy(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  const text = value === undefined || value === null ? "" : String(value);
  switch (column.kind) {
    case "instant":
      return instantCell(text);
    case "local_time":
      return timeCell(text);
    case "date":
    case "number":
    case "text":
    case "tag":
    case "tags":
    case "flag":
    case "lab_state":
      return text;
  }
}

/** A cell's value once what waits in the outbox is recorded, as it is read; `undefined` where it stays as it is. */
export function willOf(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string | undefined {
  const will = row?.pending?.will.find((each) => each.column === column.id);
  return will && row ? cellWords(column, { ...row, [column.id]: will.value } as GridRow) : undefined;
}

/** What a cell that will change says to those who hear it: `will be 0 g, recorded 12.5 g`. */
export function willWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  const unit = column.id === "quantity" ? field(row, "unit") : undefined;
  const behind = typeof unit === "string" && unit ? ` ${unit}` : "";
  const said = (words: string) => (words ? `${words}${behind}` : "blank");
  return `will be ${said(willOf(column, row) ?? "")}, recorded ${said(cellWords(column, row))}`;
}

/** What the two directions of a sort are called. */
export function sortWords(kind: Column["kind"]): { up: string; down: string } {
  switch (kind) {
    case "number":
      return { up: "Sort smallest first", down: "Sort largest first" };
    case "date":
    case "instant":
    case "local_time":
      return { up: "Sort oldest first", down: "Sort newest first" };
    case "flag":
      return { up: "Sort those without it first", down: "Sort those with it first" };
    default:
      return { up: "Sort A to Z", down: "Sort Z to A" };
  }
}
