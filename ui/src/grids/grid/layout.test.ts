import { expect, it } from "vitest";
import type { Column } from "../../platform";
import { defaultLayout, type GridLayout, moveColumn, readLayout, writeLayout } from "./layout";

const column = (id: string, shown = true): Column => ({ id, title: id, kind: "text", shown, width: 120 });
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
  expect(readLayout(writeLayout(left), COLUMNS)).toEqual(left);
});

it("puts a column that is new where the desk has it, and leaves out one that is gone", () => {
  const text = writeLayout(defaultLayout([column("tag"), column("old"), column("unit")]));
  expect(ids(readLayout(text, COLUMNS))).toEqual(["tag", "item", "unit", "note"]);
});

it("does not sort by a column that is gone", () => {
  const text = writeLayout({ ...defaultLayout(COLUMNS), sort: [{ column: "old", descending: false }] });
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
  expect(readLayout(writeLayout({ columns: hidden, sort: [] }), COLUMNS)).toEqual(defaultLayout(COLUMNS));
  const narrow = defaultLayout(COLUMNS).columns.map((each) => ({ ...each, width: 1 }));
  expect(
    readLayout(writeLayout({ columns: narrow, sort: [] }), COLUMNS).columns.every((each) => each.width >= 48),
  ).toBe(true);
});

it("moves a column before another, or to the end", () => {
  const layout = defaultLayout(COLUMNS);
  expect(ids(moveColumn(layout, "note", "item"))).toEqual(["tag", "note", "item", "unit"]);
  expect(ids(moveColumn(layout, "tag", null))).toEqual(["item", "unit", "note", "tag"]);
  expect(moveColumn(layout, "nothing", "item")).toBe(layout);
});
