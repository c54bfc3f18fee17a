import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Column } from "../../platform";
import { testDesk } from "../../platform/testing";
import { defaultLayout, type GridLayout, readLayout } from "./layout";
import { LayoutKeeper, SETTLED_MS } from "./layout-keeper";

const COLUMNS: Column[] = [{ id: "tag", title: "Tag", kind: "tag", shown: true, width: 240 }];
const RETAILER = "C10-0000123-LIC";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("writes once after the person has stopped dragging", async () => {
  const desk = testDesk({ layout_put: () => ({ before: [] }) });
  const keeper = new LayoutKeeper("packages.active", RETAILER);
  for (const width of [100, 150, 200]) {
    keeper.save({ columns: [{ id: "tag", shown: true, width, pinned: null, fills: false }], sort: [] });
  }
  expect(desk.requests("layout_put")).toEqual([]);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  const [put, ...more] = desk.requests("layout_put");
  expect(more).toEqual([]);
  expect(put).toMatchObject({ grid: "packages.active", license: RETAILER });
  expect(readLayout(put?.layout ?? null, COLUMNS).columns[0]?.width).toBe(200);
});

it("writes what waits when the page goes, and only once", async () => {
  const desk = testDesk({ layout_put: () => ({ before: [] }) });
  const keeper = new LayoutKeeper("packages.active", RETAILER);
  keeper.forget();
  keeper.flush();
  keeper.flush();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  expect(desk.requests("layout_put").map((put) => put.layout)).toEqual([""]);
});

it("begins with the usual layout when the remembered one cannot be had", async () => {
  testDesk({});
  expect(await new LayoutKeeper("packages.active", RETAILER).load(COLUMNS)).toEqual(defaultLayout(COLUMNS));
});

it("begins with the layout that is used everywhere, where this grid has none of its own", async () => {
  const usual = defaultLayout(COLUMNS);
  const wide = JSON.stringify({
    version: 1,
    columns: [{ id: "tag", shown: true, width: 300, pinned: null }],
    sort: [],
  });
  const desk = testDesk({
    layout_get: ({ license }) => ({ layout: license === RETAILER ? null : wide, everywhere: wide }),
    layout_put: () => ({ before: [] }),
  });
  const keeper = new LayoutKeeper("packages.inactive", RETAILER);
  expect((await keeper.load(COLUMNS)).columns[0]?.width).toBe(300);
  // Reset is the usual layout, which has to be kept: nothing of its own would be the other again.
  keeper.forget();
  keeper.flush();
  const [put] = desk.requests("layout_put");
  expect(readLayout(put?.layout ?? null, COLUMNS)).toEqual(usual);
  expect(put?.layout).not.toBe("");
});

it("puts the columns everywhere at once, after what waited for its own, and keeps its sort", async () => {
  const desk = testDesk({ layout_put: () => ({ before: [] }) });
  const keeper = new LayoutKeeper("packages.active", RETAILER);
  const layout: GridLayout = {
    columns: [{ id: "tag", shown: true, width: 200, pinned: null, fills: false }],
    sort: [{ column: "tag", descending: true }],
  };
  await keeper.load(COLUMNS);
  keeper.save(layout);
  await keeper.everywhere(layout);
  const put = desk
    .requests("layout_put")
    .map(({ everywhere, layout }) => [everywhere, readLayout(layout, COLUMNS).sort]);
  expect(put).toEqual([
    [false, layout.sort],
    [true, []],
    [false, layout.sort],
  ]);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  expect(desk.requests("layout_put")).toHaveLength(3);
});

it("has what stood before again, in any tab of the kind, until it was had once", async () => {
  const before = [
    { grid: "packages", license: "", layout: "" },
    { grid: "packages.inactive", license: "C11-0000002-LIC", layout: "theirs" },
  ];
  const desk = testDesk({
    layout_get: () => ({ layout: null, everywhere: null }),
    layout_put: ({ everywhere }) => ({ before: everywhere ? before : [] }),
  });
  await new LayoutKeeper("packages.active", RETAILER).everywhere(defaultLayout(COLUMNS));
  const other = new LayoutKeeper("packages.inactive", RETAILER);
  await other.load(COLUMNS);
  expect(new LayoutKeeper("transfers.incoming", RETAILER).canUndo, "another kind").toBe(false);
  expect(other.canUndo).toBe(true);
  expect(await other.undoEverywhere()).toEqual(defaultLayout(COLUMNS));
  const put = desk.requests("layout_put").slice(1);
  expect(put.map(({ grid, license, layout, everywhere }) => ({ grid, license, layout, everywhere }))).toEqual(
    before.map((one) => ({ ...one, everywhere: false })),
  );
  expect(other.canUndo).toBe(false);
});

it("has again what stood before the first, where it was put everywhere twice", async () => {
  const kept = new Map([["packages.inactive", "theirs"]]);
  testDesk({
    layout_get: () => ({ layout: null, everywhere: null }),
    // As the ledger does it: what is put everywhere takes the place of all that is of the kind.
    layout_put: ({ grid, layout, everywhere }) => {
      if (!everywhere) {
        kept.set(grid, layout);
        return { before: [] };
      }
      const stood = [...kept].map(([of, text]) => ({ grid: of, license: "", layout: text }));
      kept.clear();
      kept.set("packages", layout);
      return { before: [{ grid: "packages", license: "", layout: "" }, ...stood] };
    },
  });
  const keeper = new LayoutKeeper("packages.active", RETAILER);
  await keeper.everywhere(defaultLayout(COLUMNS));
  await keeper.everywhere(defaultLayout(COLUMNS));
  await keeper.undoEverywhere();
  expect(Object.fromEntries(kept)).toEqual({ packages: "", "packages.inactive": "theirs" });
});
