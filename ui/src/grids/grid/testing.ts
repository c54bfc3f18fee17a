import { ALDER } from "../../base/test-licenses";
import type { Column, ColumnKind, LicenseNumber } from "../../platform";
import type { CellProps } from "./cells";
import { defaultLayout } from "./layout";
import { LayoutKeeper } from "./layout-keeper";
import { GridModel } from "./model";

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

/** The grid of these licenses' active packages, begun, over the test's desk; its rows are not read. */
export async function activePackages(licenses: LicenseNumber[]) {
  const model = new GridModel({
    scope: { collection: "packages", tab: "active", licenses },
    columns: [],
    statesOrder: [],
    layout: defaultLayout([]),
    search: "",
    fetch: async () => [],
    keeper: new LayoutKeeper("packages.active", ALDER.number),
    loading: () => false,
  });
  await model.start();
  return model;
}
