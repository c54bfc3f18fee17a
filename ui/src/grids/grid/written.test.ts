import { expect, it } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { written } from "./column-state";

const column = (id: string, kind: ColumnKind): Column => ({ id, title: id, kind, shown: true, width: 100 });
const COLUMNS = [
  column("tag", "tag"),
  column("quantity", "number"),
  column("flags", "flags"),
  column("unit", "text"),
  column("donation", "flag"),
  column("hold", "flag"),
];

it("writes a column for each thing that a cell shows together", () => {
  expect(written(COLUMNS, ["tag", "quantity", "flags"])).toEqual(["tag", "quantity", "unit", "donation", "hold"]);
});

it("writes nothing twice, and leaves what is seen anyway in its place", () => {
  expect(written(COLUMNS, ["hold", "flags", "unit", "quantity"])).toEqual(["hold", "donation", "unit", "quantity"]);
  expect(written([column("quantity", "number")], ["quantity"]), "a grid without units").toEqual(["quantity"]);
});
