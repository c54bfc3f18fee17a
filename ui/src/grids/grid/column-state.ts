import type { GridApi } from "ag-grid-community";
import type { Column } from "../../platform";
import { OWN } from "./column-defs";
import type { ColumnLayout, GridLayout } from "./layout";
import { fillSpare } from "./spare";

/**
 * How the columns of the grid on the screen stand, in their order. One that fills keeps the width that it has without
 * spare, until it is among those that were `sized` by hand.
 */
export function layoutOf<Row>(
  api: GridApi<Row>,
  before: ColumnLayout[],
  sized: ReadonlySet<string> = new Set(),
): ColumnLayout[] {
  const filling = new Map(before.filter((column) => column.fills).map((column) => [column.id, column]));
  const own = api.getColumnState().filter((state) => !OWN.has(state.colId));
  return own.map((state) => {
    const fills = sized.has(state.colId) ? undefined : filling.get(state.colId);
    return {
      id: state.colId,
      shown: state.hide !== true,
      width: fills?.width ?? Math.round(state.width ?? 0),
      pinned: state.pinned === "left" || state.pinned === "right" ? state.pinned : null,
      fills: fills !== undefined,
    };
  });
}

/** Puts the columns of the grid on the screen as a layout says. */
export function applyLayout<Row>(api: GridApi<Row>, layout: GridLayout): void {
  api.applyColumnState({
    state: layout.columns.map(({ id, shown, width, pinned }) => ({
      colId: id,
      hide: !shown,
      width,
      pinned,
      flex: null,
    })),
    applyOrder: true,
  });
  fillSpare(api, layout.columns);
}

/** The ids of the columns that a person sees, from left to right. */
export function shownColumns<Row>(api: GridApi<Row>): string[] {
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  return ids.filter((id) => !OWN.has(id));
}

/**
 * The columns that stand in a file, or on the clipboard, for those that are seen: what a cell shows together has a
 * column of its own there, so that a spreadsheet can count with it. A column that is seen anyway stays in its place.
 */
export function written(columns: Column[], seen: string[]): string[] {
  const known = (ids: string[]) => ids.filter((id) => columns.some((column) => column.id === id));
  const flags = columns.filter((column) => column.kind === "flag").map((column) => column.id);
  const missing = (ids: string[]) => known(ids).filter((id) => !seen.includes(id));
  return seen.flatMap((id) => {
    const kind = columns.find((column) => column.id === id)?.kind;
    if (kind === "flags") {
      return missing(flags);
    }
    return id === "quantity" ? [id, ...missing(["unit"])] : [id];
  });
}
