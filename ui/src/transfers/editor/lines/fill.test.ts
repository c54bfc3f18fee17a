import { describe, expect, it } from "vitest";
import { cellsOf, fillDown, isSeveral, pastePlan } from "./fill";

const ORDER = [11, 12, 13, 14];
const COLUMNS = ["tag", "gross_weight", "gross_unit", "price"] as const;

describe("filling a column", () => {
  it("fills all lines below, or only the empty ones", () => {
    const values = new Map([[13, "2"]]);
    const valueAt = (line: number) => values.get(line) ?? "";
    expect(fillDown(ORDER, 12, false, valueAt)).toEqual([13, 14]);
    expect(fillDown(ORDER, 12, true, valueAt)).toEqual([14]);
    expect(fillDown(ORDER, 14, false, valueAt)).toEqual([]);
    expect(fillDown(ORDER, 99, false, valueAt)).toEqual([]);
  });

  it("reads the cells of a spreadsheet, whatever ends its lines", () => {
    expect(cellsOf("1\t g \r\n2\toz\r\n")).toEqual([
      ["1", "g"],
      ["2", "oz"],
    ]);
    expect(isSeveral("453.59\n")).toBe(false);
    expect(isSeveral("453.59\t")).toBe(true);
    expect(isSeveral("1\n2")).toBe(true);
  });

  it("writes several values down from a line, neighbours of one value in one step", () => {
    const plan = pastePlan(ORDER, 12, COLUMNS, "gross_weight", "1.5\n1.5\n2");
    expect(plan).toEqual({
      steps: [
        { lines: [12, 13], field: "gross_weight", value: "1.5" },
        { lines: [14], field: "gross_weight", value: "2" },
      ],
      rows: 3,
      over: 0,
    });
  });

  it("goes on in the columns to the right and counts the rows that found no line", () => {
    const plan = pastePlan(ORDER, 14, COLUMNS, "gross_weight", "1\tg\t10\n2\tg\t20");
    expect(plan.steps).toEqual([
      { lines: [14], field: "gross_weight", value: "1" },
      { lines: [14], field: "gross_unit", value: "g" },
      { lines: [14], field: "price", value: "10" },
    ]);
    expect(plan.over).toBe(1);
  });

  it("writes nothing where the line is gone", () => {
    expect(pastePlan(ORDER, 99, COLUMNS, "price", "1\n2")).toEqual({ steps: [], rows: 0, over: 2 });
  });
});
