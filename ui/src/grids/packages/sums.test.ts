import { expect, it } from "vitest";
import { plus, sumByUnit } from "./sums";

it("adds decimals exactly", () => {
  expect(plus("0.1", "0.2")).toBe("0.3");
  expect(plus("12.5", "-12.50")).toBe("0");
  expect(plus("-1", "0.25")).toBe("-0.75");
  expect(plus("90071992547409931234.0001", "1")).toBe("90071992547409931235.0001");
});

it("sums by unit, most packages first", () => {
  const rows = [
    { quantity: "3", unit: "ea" },
    { quantity: "1.5", unit: "g" },
    { quantity: "2.5", unit: "g" },
  ];
  expect(sumByUnit(rows)).toEqual([
    { unit: "g", quantity: "4" },
    { unit: "ea", quantity: "3" },
  ]);
});
