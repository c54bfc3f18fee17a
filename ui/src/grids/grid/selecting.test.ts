import type { GridApi } from "ag-grid-community";
import { beforeEach, expect, it, vi } from "vitest";
import { testDesk } from "../../platform/testing";
import { defaultLayout } from "./layout";
import { LayoutKeeper } from "./layout-keeper";
import { GridModel } from "./model";
import { followRow } from "./painted";
import { selectByKey, selectByMouse } from "./selecting";
import type { GridRow } from "./view-source";

const RETAILER = "C10-0000123-LIC";
const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false };

let grid: GridModel<GridRow>;
let focused = 0;
const say = vi.fn();

beforeEach(async () => {
  testDesk({
    view_open: () => ({ view: 1, rows: 500, of: 500, revision: 1 }),
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [] }),
  });
  grid = new GridModel<GridRow>({
    scope: { collection: "packages", tab: "active", licenses: [RETAILER] },
    columns: [],
    statesOrder: [],
    layout: defaultLayout([]),
    search: "",
    fetch: async (_view, from, to) => Array.from({ length: to - from }, (_, at) => ({ row: from + at })),
    keeper: new LayoutKeeper("packages.active", RETAILER),
    loading: () => false,
  });
  await grid.start();
});

/** What AG Grid answers with the focus on a row. */
function api(): GridApi<GridRow> {
  return {
    getFocusedCell: () => ({ rowIndex: focused, column: {} }),
    getDisplayedRowAtIndex: (row: number) => ({ data: { row } }),
    ensureIndexVisible: () => {},
    setFocusedCell: (row: number) => {
      focused = row;
    },
  } as unknown as GridApi<GridRow>;
}

const ids = () => {
  const state = grid.selection.state();
  return state.is === "rows" ? [...state.rows.keys()].sort((a, b) => a - b) : state.is;
};
const press = (row: number, held: Partial<typeof PLAIN> = {}, onBox = false) =>
  selectByMouse(grid, { row }, row, { ...PLAIN, ...held }, onBox, say);

it("selects by mouse as lists do: one, a range, one more, and by the box without leaving the others", async () => {
  press(3);
  press(6, { shiftKey: true });
  await vi.waitFor(() => expect(ids()).toEqual([3, 4, 5, 6]));
  press(9, { ctrlKey: true });
  expect(ids()).toEqual([3, 4, 5, 6, 9]);
  press(4, {}, true);
  expect(ids()).toEqual([3, 5, 6, 9]);
  press(1);
  expect(ids()).toEqual([1]);
});

it("selects by key: Space, Shift with the arrows there and back, all, none", async () => {
  focused = 10;
  expect(selectByKey("select", grid, api(), say)).toBe(true);
  expect(ids()).toEqual([10]);
  selectByKey("select-down", grid, api(), say);
  await vi.waitFor(() => expect(ids()).toEqual([10, 11]));
  selectByKey("select-down", grid, api(), say);
  await vi.waitFor(() => expect(ids()).toEqual([10, 11, 12]));
  selectByKey("select-up", grid, api(), say);
  await vi.waitFor(() => expect(ids()).toEqual([10, 11]));
  selectByKey("select-all", grid, api(), say);
  expect(ids()).toBe("matching");
  expect(selectByKey("deselect", grid, api(), say)).toBe(true);
  expect(ids()).toBe("none");
  expect(selectByKey("deselect", grid, api(), say), "Escape is somebody else's then").toBe(false);
});

it("moves the focus with its row after news, but not away from where the person went meanwhile", () => {
  const root = document.createElement("div");
  const search = document.createElement("input");
  document.body.append(root, search);
  const column = {};
  const set = vi.fn();
  const clear = vi.fn();
  const at = {
    getFocusedCell: () => ({ rowIndex: 4, column }),
    getVerticalPixelRange: () => ({ top: 0, bottom: 300 }),
    ensureIndexVisible: () => {},
    setFocusedCell: set,
    clearFocusedCell: clear,
  } as unknown as GridApi<GridRow>;
  followRow(at, root, { from: 4, to: 7 });
  expect(set).toHaveBeenCalledWith(7, column);
  search.focus();
  followRow(at, root, { from: 4, to: 7 });
  expect(set).toHaveBeenCalledOnce();
  expect(clear).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(search);
});
