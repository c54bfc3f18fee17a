import { expect, it } from "vitest";
import type { ViewSpec } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { type Candidate, isGone, ViewSource, WINDOW } from "./view-source";

interface Row {
  row: number;
}

const SPEC: ViewSpec = {
  collection: "packages",
  tab: "active",
  licenses: ["C10-0000123-LIC"],
  search: "",
  filters: [],
  sort: [],
};
const TOP = { first: 0, last: 0 };

function desk(rows: number) {
  let view = 0;
  return testDesk({
    view_open: () => {
      view += 1;
      return { view, rows, of: rows, revision: view };
    },
    view_close: () => ({ changed: true }),
  });
}

const rowsOf =
  (asked: number[][] = []) =>
  async (view: number, from: number, to: number) => {
    asked.push([view, from, to]);
    return Array.from({ length: to - from }, (_, at) => ({ row: from + at + 1 }));
  };

async function opened(source: ViewSource<Row>, around = TOP): Promise<Candidate<Row>> {
  const result = await source.open(SPEC, around);
  if (result.is !== "opened") {
    throw new Error(`expected a view, got ${result.is}`);
  }
  return result.candidate;
}

it("reads what will be seen before the view is shown, so that showing it needs no waiting", async () => {
  desk(1_000_000);
  const asked: number[][] = [];
  const source = new ViewSource<Row>(rowsOf(asked));
  source.show(await opened(source, { first: 500_050, last: 500_120 }));
  expect(asked).toEqual([
    [1, 500_000, 500_100],
    [1, 500_100, 500_200],
  ]);
  expect(Array.isArray(source.window(5_000))).toBe(true);
  expect(source.peek(500_120)).toEqual({ row: 500_121 });
});

it("holds a bounded number of windows, however far a person scrolls", async () => {
  desk(1_000_000);
  const source = new ViewSource<Row>(rowsOf());
  source.show(await opened(source));
  for (let number = 0; number < 200; number += 1) {
    await source.window(number);
  }
  expect(source.held).toBeLessThanOrEqual(12);
});

it("asks for no more rows than there are", async () => {
  desk(130);
  const asked: number[][] = [];
  const source = new ViewSource<Row>(rowsOf(asked));
  source.show(await opened(source));
  await source.window(1);
  expect(asked).toEqual([
    [1, 0, 100],
    [1, 100, 130],
  ]);
});

it("keeps the rows on the screen while the next view is opened, then closes the view before", async () => {
  const made = desk(300);
  const source = new ViewSource<Row>(rowsOf());
  source.show(await opened(source));
  const next = await opened(source);
  expect(source.shown?.view).toBe(1);
  expect(made.requests("view_close")).toEqual([]);
  source.show(next);
  expect(source.shown?.view).toBe(2);
  expect(made.requests("view_close")).toEqual([{ view: 1 }]);
});

it("passes over an answer that a later question overtook, and closes its view", async () => {
  const made = desk(300);
  const source = new ViewSource<Row>(rowsOf());
  const [first, second] = await Promise.all([source.open(SPEC, TOP), source.open(SPEC, TOP)]);
  expect(first).toEqual({ is: "superseded", newer: true });
  expect(second.is).toBe("opened");
  expect(made.requests("view_close")).toEqual([{ view: 1 }]);
});

it("tells an interruption from outside from one by a newer question of its own", async () => {
  testDesk({
    view_open: () => {
      throw deskError({ code: "superseded" });
    },
  });
  expect(await new ViewSource<Row>(rowsOf()).open(SPEC, TOP)).toEqual({ is: "superseded", newer: false });
});

it("says what failed", async () => {
  testDesk({
    view_open: () => {
      throw deskError({ code: "internal", message: "The copy could not be read. Nothing is lost." });
    },
  });
  const result = await new ViewSource<Row>(rowsOf()).open(SPEC, TOP);
  expect(result).toMatchObject({ is: "failed", failure: { message: "The copy could not be read. Nothing is lost." } });
});

it("fills the place of a record that is gone, so that no row below it moves", async () => {
  desk(3);
  const source = new ViewSource<Row>(async () => [{ row: 7 }, null, { row: 9 }]);
  source.show(await opened(source));
  const rows = [0, 1, 2].map((position) => source.peek(position));
  expect(rows.map((row) => row !== undefined && isGone(row))).toEqual([false, true, false]);
  expect(new Set(rows.map((row) => row?.row)).size).toBe(3);
});

it("does not keep a window of a view that is no longer shown", async () => {
  desk(10 * WINDOW);
  let answer: (rows: Row[]) => void = () => {};
  let slow = false;
  const source = new ViewSource<Row>((view, from, to) =>
    slow
      ? new Promise((done) => {
          answer = done;
        })
      : rowsOf()(view, from, to),
  );
  source.show(await opened(source));
  const next = await opened(source);
  slow = true;
  const late = source.window(5);
  source.show(next);
  answer([{ row: 1 }]);
  await late;
  expect(source.peek(5 * WINDOW)).toBeUndefined();
});

it("reads held windows again, those in sight first, and names only the rows that are other than before", async () => {
  desk(250);
  const asked: number[] = [];
  let gone = false;
  const source = new ViewSource<Row>(async (_view, from, to) => {
    asked.push(from);
    return Array.from({ length: to - from }, (_, at) => (gone && from + at === 101 ? null : { row: from + at + 1 }));
  });
  source.show(await opened(source, { first: 0, last: 249 }));
  asked.length = 0;
  gone = true;
  const changed: { position: number; row: object }[] = [];
  for await (const some of source.renew([1])) {
    changed.push(...some);
  }
  expect(asked).toEqual([100, 0, 200]);
  expect(changed).toEqual([{ position: 101, row: { row: -102, gone: true } }]);
  expect(source.peek(101)).toEqual({ row: -102, gone: true });
});

it("reads nothing again of a view that another has replaced meanwhile", async () => {
  desk(250);
  const source = new ViewSource<Row>(rowsOf());
  source.show(await opened(source, { first: 0, last: 249 }));
  const next = await opened(source);
  const changed: number[] = [];
  for await (const some of source.renew([])) {
    changed.push(some.length);
    source.show(next);
  }
  expect(changed).toEqual([0]);
});
