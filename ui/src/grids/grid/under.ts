import type { GridModel } from "./model";
import { type GridRow, isGone } from "./view-source";

/** A cell of the grid, and the row that it is of. */
export interface CellAt<Row extends GridRow> {
  cell: HTMLElement;
  row: Row;
  position: number;
  /** Its column's id, which may be one of the grid's own. */
  column: string;
}

/** The position of the row that the pointer is over. */
export function rowUnder(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest("[row-index]") : null;
  return row ? Number(row.getAttribute("row-index")) : null;
}

/** The cell that was pressed, or has the focus; null where it is none of a record. */
export function cellUnder<Row extends GridRow>(model: GridModel<Row>, target: EventTarget | null): CellAt<Row> | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>(".ag-cell") : null;
  const position = cell ? rowUnder(cell) : null;
  const column = cell?.getAttribute("col-id");
  const row = position === null ? undefined : model.api?.getDisplayedRowAtIndex(position)?.data;
  return cell && column && position !== null && row && !isGone(row) ? { cell, row, position, column } : null;
}
