import type { Column, ColumnKind } from "../../platform";
import type { CellProps } from "./cells";

/** A column of a grid, for a test. */
export function columnOf(id: string, kind: ColumnKind, title = id): Column {
  return { id, title, kind, shown: true, width: 100 };
}

/** What AG Grid hands to a cell of this row, in a grid where this is searched for. */
export function cellProps(
  shape: Column,
  row: object,
  { search = "", unitShown = false, columns = [shape] } = {},
): CellProps {
  const inSight = { getColId: () => shape.id, isPinned: () => true, getLeft: () => 0 };
  const api = {
    getColumn: () => ({ isVisible: () => unitShown }),
    getAllDisplayedColumns: () => [inSight],
    getHorizontalPixelRange: () => ({ left: 0, right: 1000 }),
  };
  const state = { question: { search, filters: [], sort: [] } };
  const context = { model: { scope: { tab: "active" }, columns, subscribe: () => () => {}, state: () => state } };
  return { shape, data: { row: 1, ...row }, api, context } as never;
}
