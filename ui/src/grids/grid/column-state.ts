import type { GridApi } from "ag-grid-community";
import { OWN } from "./column-defs";
import type { ColumnLayout, GridLayout } from "./layout";

/** How the columns of the grid on the screen stand, in their order. */
export function layoutOf<Row>(api: GridApi<Row>): ColumnLayout[] {
  const own = api.getColumnState().filter((state) => !OWN.has(state.colId));
  return own.map((state) => ({
    id: state.colId,
    shown: state.hide !== true,
    width: Math.round(state.width ?? 0),
    pinned: state.pinned === "left" || state.pinned === "right" ? state.pinned : null,
  }));
}

/** Puts the columns of the grid on the screen as a layout says. */
export function applyLayout<Row>(api: GridApi<Row>, layout: GridLayout): void {
  api.applyColumnState({
    state: layout.columns.map(({ id, shown, width, pinned }) => ({ colId: id, hide: !shown, width, pinned })),
    applyOrder: true,
  });
}

/** The ids of the columns that a person sees, from left to right. */
export function shownColumns<Row>(api: GridApi<Row>): string[] {
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  return ids.filter((id) => !OWN.has(id));
}
