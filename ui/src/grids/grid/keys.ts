import type { GridApi } from "ag-grid-community";
import type { GridRow } from "./view-source";

/** What a key does in the grid's cells, where the grid's own way is not the one that people know. */
export type GridKey =
  | "row-start"
  | "row-end"
  | "first"
  | "last"
  | "copy-cell"
  | "copy-rows"
  | "open"
  | "select"
  | "select-range"
  | "select-up"
  | "select-down"
  | "select-all"
  | "deselect"
  | "actions"
  | "none";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Reads a key. On macOS Command stands for Control. */
export function gridKey(event: Pressed): GridKey {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) {
    return "none";
  }
  switch (event.key) {
    case "Home":
      return control ? "first" : "row-start";
    case "End":
      return control ? "last" : "row-end";
    case "c":
    case "C":
      return !control ? "none" : event.shiftKey ? "copy-rows" : "copy-cell";
    case "Enter":
      return control || event.shiftKey ? "none" : "open";
    case " ":
      return event.shiftKey ? "select-range" : "select";
    case "ArrowUp":
      return event.shiftKey && !control ? "select-up" : "none";
    case "ArrowDown":
      return event.shiftKey && !control ? "select-down" : "none";
    case "a":
    case "A":
      return control ? (event.shiftKey ? "none" : "select-all") : event.shiftKey ? "none" : "actions";
    case "F10":
      return event.shiftKey ? "actions" : "none";
    case "ContextMenu":
      return "actions";
    case "Escape":
      return "deselect";
    default:
      return "none";
  }
}

/** Moves the focus to the ends of the row or of the grid. */
export function moveFocus<Row extends GridRow>(api: GridApi<Row>, to: GridKey, rows: number): void {
  const focused = api.getFocusedCell();
  const columns = api.getAllDisplayedColumns();
  const start = to === "row-start" || to === "first";
  const column = start ? columns[0] : columns.at(-1);
  if (!focused || !column || rows === 0) {
    return;
  }
  const row = to === "first" ? 0 : to === "last" ? rows - 1 : focused.rowIndex;
  api.ensureIndexVisible(row);
  // A pinned column is always in sight; the others begin or end beside it.
  const loose = columns.filter((each) => !each.getPinned());
  const edge = start ? loose[0] : loose.at(-1);
  if (edge) {
    api.ensureColumnVisible(edge);
  }
  api.setFocusedCell(row, column);
}

/** Puts the focus on the very first row, in this column. False without a row. */
export function focusFirst<Row extends GridRow>(api: GridApi<Row>, column: string): boolean {
  const any = api.getDisplayedRowCount() > 0;
  if (any) {
    api.ensureIndexVisible(0);
    api.setFocusedCell(0, column);
  }
  return any;
}

/** Puts the focus on the grid's first row in sight, where it was before if it was in the grid. False without a row. */
export function focusGrid<Row extends GridRow>(api: GridApi<Row>): boolean {
  const column = api.getFocusedCell()?.column ?? api.getAllDisplayedColumns()[0];
  const row = api.getFocusedCell()?.rowIndex ?? Math.max(0, api.getFirstDisplayedRowIndex());
  const rows = api.getDisplayedRowCount();
  if (!column || rows === 0) {
    return false;
  }
  const at = Math.min(row, rows - 1);
  api.ensureIndexVisible(at);
  api.setFocusedCell(at, column);
  return true;
}
