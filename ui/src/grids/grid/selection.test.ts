import { expect, it } from "vitest";
import { Selection, selectedCount } from "./selection";
import type { GoneRow, GridRow } from "./view-source";

const row = (id: number): GridRow => ({ row: id });
const ids = (selection: Selection<GridRow>) => {
  const state = selection.state();
  return state.is === "rows" ? [...state.rows.keys()] : state.is;
};

it("selects one, another as well, and one less", () => {
  const selection = new Selection<GridRow>();
  selection.only(row(1), 0);
  selection.toggle(row(5), 4);
  expect(ids(selection)).toEqual([1, 5]);
  expect(selection.anchor).toBe(4);
  selection.toggle(row(1), 0);
  expect(ids(selection)).toEqual([5]);
  selection.toggle(row(5), 4);
  expect(ids(selection)).toBe("none");
});

it("narrows all of a view to the row that is pressed", () => {
  const selection = new Selection<GridRow>();
  selection.all(9, 1_204);
  expect(selectedCount(selection.state())).toBe(1_204);
  expect(selection.has(row(77))).toBe(true);
  selection.toggle(row(77), 3);
  expect(ids(selection)).toEqual([77]);
});

it("never holds a place without a record, and nothing of an empty view", () => {
  const selection = new Selection<GridRow>();
  selection.all(9, 10);
  const gone: GoneRow = { row: -3, gone: true };
  expect(selection.has(gone)).toBe(false);
  selection.all(9, 0);
  expect(ids(selection)).toBe("none");
});

it("takes newer readings of what is selected, and of nothing else", () => {
  const selection = new Selection<GridRow & { quantity: string }>();
  selection.only({ row: 1, quantity: "5" }, 0);
  selection.renew([
    { row: 1, quantity: "0" },
    { row: 2, quantity: "7" },
  ]);
  const state = selection.state();
  expect(state.is === "rows" && [...state.rows.values()]).toEqual([{ row: 1, quantity: "0" }]);
});
