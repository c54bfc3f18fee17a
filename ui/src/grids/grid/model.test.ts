import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Column, DeskEvent, ViewSpec } from "../../platform";
import { deskError, type TestDesk, testDesk } from "../../platform/testing";
import { defaultLayout } from "./layout";
import { LayoutKeeper, SETTLED_MS } from "./layout-keeper";
import { GridModel, QUIET_MS, RENEW_MS, RENEW_REST_MS, TYPING_MS } from "./model";
import { MOST, type Selected } from "./selection";
import { TOTALS_MS } from "./totals";

const RETAILER = "C10-0000123-LIC";
const COLUMNS: Column[] = [
  { id: "tag", title: "Tag", kind: "tag", shown: true, width: 240 },
  { id: "item", title: "Item", kind: "text", shown: true, width: 240 },
];

interface Row {
  row: number;
}

/** A desk whose packages are counted by what is searched for. */
function packages(count: (spec: ViewSpec) => number): TestDesk {
  let view = 0;
  return testDesk({
    view_open: (spec) => {
      view += 1;
      return { view, rows: count(spec), of: count({ ...spec, search: "" }), revision: view * 10 };
    },
    view_close: () => ({ changed: true }),
    view_totals: () => ({ totals: [{ unit: "g", quantity: "12.5", rows: 3 }] }),
    layout_put: () => ({ before: [] }),
  });
}

function gridOf(loading: boolean | (() => boolean) = false): GridModel<Row> {
  return new GridModel<Row>({
    scope: { collection: "packages", tab: "active", licenses: [RETAILER] },
    columns: COLUMNS,
    statesOrder: [],
    layout: defaultLayout(COLUMNS),
    search: "",
    fetch: async (_view, from, to) => Array.from({ length: to - from }, (_, at) => ({ row: from + at })),
    keeper: new LayoutKeeper("packages.active", RETAILER),
    loading: typeof loading === "function" ? loading : () => loading,
  });
}

function changes(revision: number, records: number): DeskEvent {
  return {
    event: "changes",
    revision,
    changes: [{ collection: "packages", license: RETAILER, tab: "active", records }],
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks once for keys that follow each other quickly, and keeps the rows until the answer is there", async () => {
  const desk = packages(({ search }) => (search ? 5 : 100));
  const grid = gridOf();
  await grid.start();
  for (const search of ["o", "og", "og k"]) {
    grid.search(search);
  }
  expect(grid.state().opened?.rows).toBe(100);
  expect(grid.state().answered?.search).toBe("");
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(desk.requests("view_open").map((spec) => spec.search)).toEqual(["", "og k"]);
  expect(grid.state().opened?.rows).toBe(5);
  expect(grid.state().answered?.search).toBe("og k");
});

it("does not ask again for a search that differs only by a space at its end", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  grid.search(" ");
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(desk.requests("view_open")).toHaveLength(1);
});

it("counts news without touching the rows, and shows them when asked", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  grid.heard(changes(11, 3));
  grid.heard(changes(12, 11));
  await vi.advanceTimersByTimeAsync(10 * QUIET_MS);
  expect(grid.state().tally.records).toBe(14);
  expect(desk.requests("view_open")).toHaveLength(1);
  grid.showChanges();
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.requests("view_open")).toHaveLength(2);
  expect(grid.state().tally).toEqual({ records: 0, revision: 20 });
});

it("fills an empty grid by itself, as soon as there are records", async () => {
  let count = 0;
  packages(() => count);
  const grid = gridOf();
  await grid.start();
  expect(grid.state().opened?.rows).toBe(0);
  count = 20;
  grid.heard(changes(11, 20));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(grid.state().opened?.rows).toBe(20);
  expect(grid.state().tally.records).toBe(0);
});

it("lets a first load put rows anywhere until the person uses the grid, then only below those in sight", async () => {
  let count = 20;
  const desk = packages(() => count);
  const grid = gridOf(true);
  await grid.start();
  // What AG Grid would answer while rows 1000 to 1002 are on the screen, none of which the newer view has there.
  const api = {
    isDestroyed: () => false,
    getVerticalPixelRange: () => ({ top: 0, bottom: 90 }),
    getDisplayedRowAtIndex: (index: number) => ({ data: { row: 1000 + index } }),
    getFocusedCell: () => null,
    clearFocusedCell: () => {},
    setRowCount: () => {},
    ensureIndexVisible: () => {},
    refreshInfiniteCache: () => {},
    forEachNode: () => {},
    deselectAll: () => {},
    setNodesSelected: () => {},
  };
  grid.attach(api as unknown as Parameters<typeof grid.attach>[0], null);
  count = 40;
  grid.heard(changes(11, 20));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(grid.state().opened?.rows).toBe(40);
  grid.touch();
  count = 60;
  grid.heard(changes(31, 20));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(grid.state().opened?.rows).toBe(40);
  expect(grid.state().tally.records).toBe(20);
  expect(desk.requests("view_close").map(({ view }) => view)).toEqual([1, 3]);
});

it.each([
  ["uses the grid", (grid: GridModel<Row>) => grid.touch()],
  ["rests the pointer on a row", (grid: GridModel<Row>) => grid.hover(3)],
])("does not show what a first load has read when the person %s before the answer is there", async (_, come) => {
  const desk = packages(() => 20);
  const grid = gridOf(true);
  await grid.start();
  let answer = () => {};
  const slow = new Promise<void>((done) => {
    answer = done;
  });
  desk.answer({ view_open: async () => slow.then(() => ({ view: 7, rows: 40, of: 40, revision: 99 })) });
  grid.heard(changes(11, 20));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  come(grid);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(grid.state().opened?.rows).toBe(20);
  expect(grid.state().tally.records).toBe(20);
  expect(desk.requests("view_close")).toEqual([{ view: 7 }]);
});

it("moves no row by itself once the first load is over, even if the grid was never used", async () => {
  let loading = true;
  let count = 20;
  const desk = packages(() => count);
  const grid = gridOf(() => loading);
  await grid.start();
  grid.heard(changes(11, 20));
  loading = false;
  count = 40;
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(grid.state().opened?.rows).toBe(40);
  grid.heard(changes(31, 5));
  await vi.advanceTimersByTimeAsync(10 * QUIET_MS);
  expect(desk.requests("view_open")).toHaveLength(2);
  expect(grid.state().tally.records).toBe(5);
  expect(grid.filling).toBe(false);
});

it("waits for a slow answer of a first load instead of interrupting it", async () => {
  const desk = packages(() => 20);
  const grid = gridOf(true);
  await grid.start();
  let answer = () => {};
  const slow = new Promise<void>((done) => {
    answer = done;
  });
  desk.answer({ view_open: async () => slow.then(() => ({ view: 7, rows: 40, of: 40, revision: 99 })) });
  for (let revision = 11; revision < 21; revision += 1) {
    grid.heard(changes(revision, 20));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
  }
  expect(desk.requests("view_open")).toHaveLength(2);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(grid.state().opened?.rows).toBe(40);
});

it("goes on filling while a first load is under way", async () => {
  let count = 20;
  packages(() => count);
  const grid = gridOf(true);
  await grid.start();
  count = 40;
  grid.heard(changes(11, 20));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(grid.state().opened?.rows).toBe(40);
});

it("counts totals after the rows, and never shows those of another view as this one's", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  expect(desk.requests("view_totals")).toEqual([]);
  await vi.advanceTimersByTimeAsync(TOTALS_MS);
  const units = [{ unit: "g", quantity: "12.5", rows: 3 }];
  expect(grid.state().totals).toEqual({ view: 1, rows: 100, of: 100, narrowed: false, units });
  grid.search("og");
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(grid.state().totals?.view).not.toBe(grid.state().opened?.view);
});

it("keeps the rows and says so when a question fails, and clears that with the next answer", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  desk.answer({
    view_open: () => {
      throw deskError({ code: "internal", message: "The copy could not be read. Nothing is lost." });
    },
  });
  grid.search("og");
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(grid.state().failure?.message).toBe("The copy could not be read. Nothing is lost.");
  expect(grid.state().opened?.view).toBe(1);
  desk.answer({ view_open: () => ({ view: 9, rows: 5, of: 100, revision: 90 }) });
  grid.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(grid.state().failure).toBeNull();
  expect(grid.state().opened?.view).toBe(9);
});

it("asks once more when another question of the desk interrupted its own", async () => {
  const desk = packages(() => 100);
  let calls = 0;
  desk.answer({
    view_open: () => {
      calls += 1;
      if (calls === 1) {
        throw deskError({ code: "superseded" });
      }
      return { view: 2, rows: 7, of: 7, revision: 1 };
    },
  });
  const grid = gridOf();
  await grid.start();
  expect(grid.state().opened?.rows).toBe(7);
  expect(grid.state().failure).toBeNull();
});

it("opens its view again when the desk no longer has it", async () => {
  const desk = packages(() => 500);
  let gone = false;
  const grid = new GridModel<Row>({
    scope: { collection: "packages", tab: "active", licenses: [RETAILER] },
    columns: COLUMNS,
    statesOrder: [],
    layout: defaultLayout(COLUMNS),
    search: "",
    fetch: async (_view, from, to) => {
      if (gone) {
        gone = false;
        throw deskError({ code: "view_gone" });
      }
      return Array.from({ length: to - from }, (_, at) => ({ row: from + at }));
    },
    keeper: new LayoutKeeper("packages.active", RETAILER),
    loading: () => false,
  });
  await grid.start();
  gone = true;
  const failed = vi.fn();
  const params = { startRow: 200, endRow: 300, successCallback: vi.fn(), failCallback: failed };
  grid.datasource.getRows(params as unknown as Parameters<typeof grid.datasource.getRows>[0]);
  await vi.advanceTimersByTimeAsync(0);
  expect(failed).toHaveBeenCalledOnce();
  expect(desk.requests("view_open")).toHaveLength(2);
  expect(grid.state().failure).toBeNull();
});

it("remembers the sort with the columns, and forgets both when it is reset", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  grid.pressSort("item", false);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  expect(JSON.parse(desk.requests("layout_put")[0]?.layout ?? "{}")).toMatchObject({
    sort: [{ column: "item", descending: false }],
  });
  grid.resetLayout();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  expect(desk.requests("layout_put").at(-1)?.layout).toBe("");
  expect(desk.requests("view_open").at(-1)?.sort).toEqual([]);
});

it("closes its view when the page leaves it, and an answer that comes later with it", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  grid.showChanges();
  grid.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(
    desk
      .requests("view_close")
      .map(({ view }) => view)
      .sort(),
  ).toEqual([1, 2]);
});

function outboxNews(): DeskEvent {
  const status = { waiting: 1, sending: 0, checking: 0, needs_you: 0, refused: 0, done: 0, due: null, overdue: 0 };
  return { event: "outbox", status: { ...status, held: null, summary: null, revision: 1 } };
}

it("selects a range over windows that were never in sight, and no more than can be named", async () => {
  packages(() => 20_000);
  const grid = gridOf();
  await grid.start();
  grid.selection.only({ row: 10 }, 10);
  expect(await grid.selectTo(350, false)).toBe(0);
  const selected = grid.selection.state();
  expect(selected.is === "rows" && [...selected.rows.keys()]).toEqual(Array.from({ length: 341 }, (_, at) => 10 + at));
  expect(await grid.selectTo(9_999, false)).toBe(9_990 - MOST);
  expect(grid.selection.has({ row: 10 + MOST - 1 })).toBe(true);
  expect(grid.selection.has({ row: 10 + MOST })).toBe(false);
});

it("lets a later range win over one that is still being read", async () => {
  packages(() => 1_000);
  const grid = gridOf();
  await grid.start();
  grid.selection.only({ row: 0 }, 0);
  const far = grid.selectTo(900, false);
  const near = grid.selectTo(2, false);
  await Promise.all([far, near]);
  const selected = grid.selection.state();
  expect(selected.is === "rows" && [...selected.rows.keys()]).toEqual([0, 1, 2]);
});

it("keeps what was named when another question is asked, and takes away all that matched", async () => {
  packages(({ search }) => (search ? 5 : 100));
  const grid = gridOf();
  await grid.start();
  const told: [Selected<Row>["is"], boolean][] = [];
  grid.onViewReplaced = (was, asked) => told.push([was.is, asked]);
  grid.selection.toggle({ row: 7 }, 7);
  grid.search("og");
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(grid.selection.has({ row: 7 })).toBe(true);
  expect(grid.selection.anchor).toBeNull();
  grid.selectAll();
  expect(grid.selection.state()).toEqual({ is: "matching", view: 2, rows: 5 });
  grid.showChanges();
  await vi.advanceTimersByTimeAsync(0);
  expect(grid.selection.state().is).toBe("none");
  expect(told).toEqual([
    ["rows", true],
    ["matching", false],
  ]);
});

it("brings nothing in by itself while all of a view are selected", async () => {
  let count = 20;
  const desk = packages(() => count);
  const grid = gridOf(true);
  await grid.start();
  grid.touch();
  grid.selectAll();
  count = 40;
  grid.heard(changes(11, 20));
  await vi.advanceTimersByTimeAsync(10 * QUIET_MS);
  expect(desk.requests("view_open")).toHaveLength(1);
  expect(grid.selection.state()).toEqual({ is: "matching", view: 1, rows: 20 });
});

it("reads the rows again when the outbox has news, without another view, and rests between two readings", async () => {
  const desk = packages(() => 250);
  let quantity = "12.5";
  const asked: number[] = [];
  const grid = new GridModel<Row & { quantity: string }>({
    scope: { collection: "packages", tab: "active", licenses: [RETAILER] },
    columns: COLUMNS,
    statesOrder: [],
    layout: defaultLayout(COLUMNS),
    search: "",
    fetch: async (_view, from, to) => {
      asked.push(from);
      return Array.from({ length: to - from }, (_, at) => ({
        row: from + at,
        quantity: from + at === 3 ? quantity : "1",
      }));
    },
    keeper: new LayoutKeeper("packages.active", RETAILER),
    loading: () => false,
  });
  await grid.start();
  const updated: [number, string][] = [];
  const api = {
    isDestroyed: () => false,
    getVerticalPixelRange: () => ({ top: 0, bottom: 90 }),
    getDisplayedRowAtIndex: (index: number) => ({
      updateData: (row: { quantity: string }) => updated.push([index, row.quantity]),
    }),
    getFocusedCell: () => null,
    forEachNode: () => {},
    deselectAll: () => {},
    setNodesSelected: () => {},
  };
  grid.attach(api as unknown as Parameters<typeof grid.attach>[0], null);
  grid.selection.toggle({ row: 3, quantity }, 3);
  quantity = "0";
  grid.heard(outboxNews());
  grid.heard(outboxNews());
  await vi.advanceTimersByTimeAsync(RENEW_MS);
  expect(asked).toEqual([0, 0]);
  expect(updated).toEqual([[3, "0"]]);
  const selected = grid.selection.state();
  expect(selected.is === "rows" && selected.rows.get(3)?.quantity).toBe("0");
  expect(desk.requests("view_open")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10 * RENEW_REST_MS);
  expect(asked).toHaveLength(2);
});

it("says where a row stands in the rows that answer what is asked, not in those before", async () => {
  const desk = packages(({ search }) => (search ? 5 : 100));
  desk.answer({ view_position: ({ view, row }) => ({ position: view * 1_000 + row }) });
  const grid = gridOf();
  await grid.start();
  grid.search("og");
  const position = grid.positionOf(7);
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(await position).toBe(2_007);
  expect(desk.requests("view_position")).toEqual([{ view: 2, row: 7 }]);
});

it("asks again for a row where its view was replaced meanwhile, and gives up where the grid is closed", async () => {
  const desk = packages(() => 100);
  const grid = gridOf();
  await grid.start();
  let answer = () => {};
  desk.answer({
    view_position: ({ view }) =>
      view === 1
        ? new Promise((done) => {
            answer = () => done({ position: 1 });
          })
        : { position: 2 },
  });
  const position = grid.positionOf(7);
  await vi.advanceTimersByTimeAsync(0);
  grid.showChanges();
  await vi.advanceTimersByTimeAsync(0);
  answer();
  expect(await position).toBe(2);
  grid.search("og");
  const never = grid.positionOf(7);
  grid.close();
  expect(await never).toBeNull();
});
