import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { BESIDE_HEAD } from "./head-width";
import {
  defaultLayout,
  type GridLayout,
  inStatesOrder,
  moveColumn,
  readLayout,
  statesLayout,
  writeLayout,
} from "./layout";

const column = (id: string, shown = true, kind: ColumnKind = "text"): Column => ({
  id,
  title: id,
  kind,
  shown,
  width: 120,
});
const COLUMNS = [column("tag"), column("item"), column("unit"), column("note", false)];
const ids = (layout: GridLayout) => layout.columns.map((each) => each.id);

it("pins the tag and hides what the desk hides, to begin with", () => {
  const layout = defaultLayout(COLUMNS);
  expect(layout.columns.map(({ id, shown, pinned }) => [id, shown, pinned])).toEqual([
    ["tag", true, "left"],
    ["item", true, null],
    ["unit", true, null],
    ["note", false, null],
  ]);
});

it("comes back as it was left", () => {
  const left: GridLayout = {
    ...moveColumn(defaultLayout(COLUMNS), "unit", "item"),
    sort: [{ column: "item", descending: true }],
  };
  expect(readLayout(writeLayout(left, COLUMNS), COLUMNS)).toEqual(left);
});

it("puts a column that is new where the desk has it, and leaves out one that is gone", () => {
  const text = writeLayout(defaultLayout([column("tag"), column("old"), column("unit")]), COLUMNS);
  expect(ids(readLayout(text, COLUMNS))).toEqual(["tag", "item", "unit", "note"]);
});

it("does not sort by a column that is gone", () => {
  const text = writeLayout({ ...defaultLayout(COLUMNS), sort: [{ column: "old", descending: false }] }, COLUMNS);
  expect(readLayout(text, COLUMNS).sort).toEqual([]);
});

it.each([null, "", "{", "[]", '{"version":99,"columns":[]}', '{"version":1,"columns":[{"id":7}]}'])(
  "takes %s for no layout at all, or for what can be read of it",
  (text) => {
    expect(readLayout(text, COLUMNS)).toEqual(defaultLayout(COLUMNS));
  },
);

it("never hides every column and never makes one too narrow to catch", () => {
  const hidden = defaultLayout(COLUMNS).columns.map((each) => ({ ...each, shown: false }));
  expect(readLayout(writeLayout({ columns: hidden, sort: [] }, COLUMNS), COLUMNS)).toEqual(defaultLayout(COLUMNS));
  const narrow = defaultLayout(COLUMNS).columns.map((each) => ({ ...each, width: 1 }));
  expect(
    readLayout(writeLayout({ columns: narrow, sort: [] }, COLUMNS), COLUMNS).columns.every((each) => each.width >= 48),
  ).toBe(true);
});

it("moves a column before another, or to the end", () => {
  const layout = defaultLayout(COLUMNS);
  expect(ids(moveColumn(layout, "note", "item"))).toEqual(["tag", "note", "item", "unit"]);
  expect(ids(moveColumn(layout, "tag", null))).toEqual(["item", "unit", "note", "tag"]);
  expect(moveColumn(layout, "nothing", "item")).toBe(layout);
});

afterEach(() => vi.restoreAllMocks());

/** The packages grid in short: what is seen to begin with, and what another column shows too. */
const PACKAGES = [
  column("tag", true, "tag"),
  column("item"),
  column("quantity", true, "number"),
  column("flags", true, "flags"),
  column("unit", false),
  column("donation", false, "flag"),
  column("hold", false, "flag"),
];
const STATES = ["tag", "item", "quantity", "unit", "donation", "hold"];
const seen = (layout: GridLayout) => layout.columns.filter((each) => each.shown).map((each) => each.id);

it("shows the state's columns in the state's order, the license before them, and goes back", () => {
  const usual = defaultLayout(PACKAGES);
  expect(inStatesOrder(usual, STATES)).toBe(false);
  const sort = [{ column: "item", descending: true }];
  const theirs = statesLayout(PACKAGES, STATES, sort);
  expect(seen(theirs)).toEqual(STATES);
  expect(inStatesOrder(theirs, STATES)).toBe(true);
  expect(theirs.sort).toEqual(sort);
  expect(ids(theirs).sort()).toEqual(ids(usual).sort());
  const several = statesLayout([column("license"), ...PACKAGES], STATES, []);
  expect(seen(several)).toEqual(["license", ...STATES]);
  expect(inStatesOrder(several, STATES)).toBe(true);
  expect(inStatesOrder(moveColumn(theirs, "unit", "item"), STATES)).toBe(false);
});

it("keeps what was kept before the flags stood together: they are not shown twice, and stand where they belong", () => {
  const old = ["tag", "gone", "donation", "hold", "item", "quantity", "unit"];
  const columns = old.map((id) => ({ id, shown: id !== "hold", width: 120, pinned: null }));
  const read = readLayout(JSON.stringify({ version: 1, columns, sort: [] }), PACKAGES);
  expect(ids(read)).toEqual(["tag", "donation", "hold", "item", "quantity", "flags", "unit"]);
  expect(seen(read)).toEqual(["tag", "donation", "item", "quantity", "unit"]);
});

it("lets the item fill what is left over, until a person gave it a width", () => {
  const fills = (layout: GridLayout) => layout.columns.filter((each) => each.fills).map((each) => each.id);
  expect(fills(defaultLayout(PACKAGES))).toEqual(["item"]);
  const kept = (width: number, more: object = {}) =>
    readLayout(
      JSON.stringify({ version: 1, columns: [{ id: "item", shown: true, width, pinned: null, ...more }], sort: [] }),
      PACKAGES,
    );
  expect(fills(kept(120)), "kept before a column filled, never sized").toEqual(["item"]);
  expect(fills(kept(300)), "kept before a column filled, sized").toEqual([]);
  expect(fills(kept(120, { fills: false })), "sized, to what it had").toEqual([]);
});

it.each(["en-US", "es-US"])("cuts no head of any grid's columns at its first width, in %s", (language) => {
  // As wide as the widest fonts draw 12 pixels, in bold.
  const drawn = (words: string) => words.length * 8.5;
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, 0, drawn(this.textContent ?? ""), 15);
  });
  const words = readFileSync(join(process.cwd(), "../words", language, "reading.ftl"), "utf8");
  const titles = [...words.matchAll(/^reading-column-\S+ = (.+)$/gm)].map(([, title]) => title ?? "");
  expect(titles.length).toBeGreaterThan(40);
  const { columns } = defaultLayout(titles.map((title) => ({ ...column(title), width: 48 })));
  expect(columns.filter((each) => each.width < drawn(each.id) + BESIDE_HEAD)).toEqual([]);
  expect(document.body.textContent, "nothing is left of the measuring").toBe("");
});

it("keeps a width that a person gave, and lets the others go by their titles in the language spoken", () => {
  const layout = defaultLayout(COLUMNS);
  const sized = {
    ...layout,
    columns: layout.columns.map((each) => (each.id === "item" ? { ...each, width: 333 } : each)),
  };
  const longer = COLUMNS.map((each) => ({ ...each, width: 170 }));
  const read = readLayout(writeLayout(sized, COLUMNS), longer);
  expect(read.columns.map((each) => each.width)).toEqual([170, 333, 170, 170]);
});

it("begins with tags as wide as their ends, and keeps the width that a person gave one", () => {
  const tags = [
    { ...column("tag", true, "tag"), width: 232 },
    { ...column("source_packages", true, "tags"), width: 232 },
    { ...column("item"), width: 280 },
  ];
  expect(defaultLayout(tags).columns.map(({ width }) => width)).toEqual([122, 122, 280]);
  const kept = { version: 1, columns: [{ id: "tag", shown: true, width: 240, pinned: "left" }], sort: [] };
  const widths = readLayout(JSON.stringify(kept), tags).columns.map(({ id, width }) => [id, width]);
  expect(widths).toContainEqual(["tag", 240]);
});
