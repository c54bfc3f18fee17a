import type { Column, ColumnKind } from "../../platform";
import type { CellProps } from "./cells";

/** A column of a grid, for a test. */
export function columnOf(id: string, kind: ColumnKind, title = id): Column {
  return { id, title, kind, shown: true, width: 100 };
}

/** What AG Grid hands to a cell of this row, in a grid where this is searched for. */
export function cellProps(shape: Column, row: object, { search = "", unitShown = false } = {}): CellProps {
  const api = { getColumn: () => ({ isVisible: () => unitShown }) };
  const state = { question: { search, filters: [], sort: [] } };
  const context = { model: { scope: { tab: "active" }, subscribe: () => () => {}, state: () => state } };
  return { shape, data: { row: 1, ...row }, api, context } as never;
}
