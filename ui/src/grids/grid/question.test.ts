import { describe, expect, it } from "vitest";
import { EVERYTHING, narrows, onlySort, pressSort, sameQuestion, viewSpec } from "./question";

const up = (column: string) => ({ column, descending: false });
const down = (column: string) => ({ column, descending: true });

describe("pressing a header", () => {
  it("goes round: least first, greatest first, not at all", () => {
    const first = pressSort([], "item", false);
    const second = pressSort(first, "item", false);
    expect([first, second, pressSort(second, "item", false)]).toEqual([[up("item")], [down("item")], []]);
  });

  it("puts another column in its place, or after it with Shift", () => {
    expect(pressSort([up("item")], "unit", false)).toEqual([up("unit")]);
    expect(pressSort([up("item")], "unit", true)).toEqual([up("item"), up("unit")]);
    expect(pressSort([up("item"), up("unit")], "item", true)).toEqual([down("item"), up("unit")]);
    expect(pressSort([down("item"), up("unit")], "item", true)).toEqual([up("unit")]);
  });

  it("is chosen from the menu too", () => {
    expect(onlySort("item", true)).toEqual([down("item")]);
    expect(onlySort("item", undefined)).toEqual([]);
  });
});

describe("a question", () => {
  it("becomes the desk's, with the search trimmed", () => {
    const scope = { collection: "packages", tab: "active", licenses: ["C10-0000123-LIC"] } as const;
    expect(viewSpec({ ...scope, licenses: [...scope.licenses] }, { ...EVERYTHING, search: " og  kush " })).toEqual({
      collection: "packages",
      tab: "active",
      licenses: ["C10-0000123-LIC"],
      search: "og  kush",
      filters: [],
      sort: [],
    });
  });

  it("is the same when only spaces around the search differ", () => {
    expect(sameQuestion({ ...EVERYTHING, search: "og" }, { ...EVERYTHING, search: "og " })).toBe(true);
    expect(sameQuestion(EVERYTHING, { ...EVERYTHING, sort: [up("item")] })).toBe(false);
  });

  it("leaves rows out when it searches or filters, not when it sorts", () => {
    expect(narrows({ ...EVERYTHING, sort: [up("item")] })).toBe(false);
    expect(narrows({ ...EVERYTHING, search: "og" })).toBe(true);
  });
});
