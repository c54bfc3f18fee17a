import { describe, expect, it } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { say, speak } from "../../words";
import {
  compareDecimals,
  describeFilter,
  draftOf,
  type FilterDraft,
  filterChoices,
  readDraft,
  withFilter,
} from "./filters";

const column = (kind: ColumnKind, title = "Quantity"): Column => ({ id: "it", title, kind, shown: true, width: 100 });
const draft = (part: Partial<FilterDraft>): FilterDraft => ({ op: "contains", value: "", to: "", values: [], ...part });

describe("reading a filter", () => {
  it("takes text as typed, without the spaces around it", () => {
    expect(readDraft("text", draft({ value: "  Blue Dream " }))).toEqual({
      is: "test",
      test: { op: "contains", value: "Blue Dream" },
    });
  });

  it("keeps every digit of a number, for numbers stay text", () => {
    const value = "1234567890123.123456";
    expect(readDraft("number", draft({ op: "at_least", value }))).toEqual({
      is: "test",
      test: { op: "at_least", value },
    });
  });

  it.each([
    ["1,204.5", "1204.5"],
    ["1,204,500", "1204500"],
    ["−3", "-3"],
    [".5", "0.5"],
    ["-.5", "-0.5"],
    ["12.", "12"],
  ])("reads %s as %s", (value, read) => {
    expect(readDraft("number", draft({ op: "equals", value }))).toEqual({
      is: "test",
      test: { op: "equals", value: read },
    });
  });

  it("asks what a comma means that can mean two things", () => {
    expect(readDraft("number", draft({ op: "at_least", value: "1,000" }))).toEqual({
      is: "wrong",
      why: "Its comma can mean two things; write 1000 or 1.0, whichever you mean.",
    });
    expect(readDraft("number", draft({ op: "between", value: "1", to: "1,5" }))).toMatchObject({
      why: "Its comma can mean two things; write 15 or 1.5, whichever you mean.",
    });
  });

  it.each(["12,5", "2 lbs", "$5", "ten", "1e5", "0x10", "--1", "."])("refuses %s as a number, in words", (value) => {
    expect(readDraft("number", draft({ op: "equals", value }))).toMatchObject({ is: "wrong" });
  });

  it("takes days in the state's form and no others", () => {
    const read = (value: string) => readDraft("date", draft({ op: "less", value })).is;
    expect([read("2026-01-31"), read("1/31/2026"), read("2026-13-01")]).toEqual(["test", "wrong", "wrong"]);
  });

  it("puts a range that was typed backwards the right way round, exactly", () => {
    expect(readDraft("number", draft({ op: "between", value: "10", to: "9.5" }))).toEqual({
      is: "test",
      test: { op: "between", from: "9.5", to: "10" },
    });
    expect(readDraft("date", draft({ op: "between", value: "2026-02-01", to: "2026-01-01" }))).toEqual({
      is: "test",
      test: { op: "between", from: "2026-01-01", to: "2026-02-01" },
    });
  });

  it("says nothing of a filter that is not filled in", () => {
    expect(readDraft("text", draft({ value: "  " })).is).toBe("empty");
    expect(readDraft("flag", draft({ op: "one_of" })).is).toBe("empty");
    expect(readDraft("text", draft({ op: "blank" }))).toEqual({ is: "test", test: { op: "blank" } });
  });

  it("offers operations that fit the kind", () => {
    expect(filterChoices("number").map((choice) => choice.op)).not.toContain("contains");
    expect(filterChoices("text").map((choice) => choice.op)).not.toContain("between");
    expect(filterChoices("flag").map((choice) => choice.op)).toEqual(["one_of"]);
    expect(filterChoices("lab_state").map((choice) => choice.op)).toEqual(["one_of"]);
  });

  it("fills a panel in again with the filter that holds", () => {
    expect(draftOf("number", { op: "between", from: "1", to: "2" })).toMatchObject({
      op: "between",
      value: "1",
      to: "2",
    });
    expect(draftOf("flag", { op: "one_of", values: ["yes"] })).toMatchObject({ op: "one_of", values: ["yes"] });
    expect(draftOf("text")).toMatchObject({ op: "contains", value: "" });
  });
});

describe("comparing decimals", () => {
  it.each([
    ["1.10", "1.1", 0],
    ["10", "9.5", 1],
    ["-2", "1", -1],
    ["0.30000000000000001", "0.3", 1],
  ])("%s against %s", (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order);
  });
});

describe("filters of a question", () => {
  it("replaces a column's filter in its place, and takes it away", () => {
    const first = withFilter([], "item", { op: "contains", value: "og" });
    const two = withFilter(first, "unit", { op: "equals", value: "g" });
    expect(withFilter(two, "item", { op: "contains", value: "kush" }).map((filter) => filter.column)).toEqual([
      "item",
      "unit",
    ]);
    expect(withFilter(two, "item", undefined)).toEqual([{ column: "unit", test: { op: "equals", value: "g" } }]);
  });

  it("says in words what it does", () => {
    expect(describeFilter(column("number"), { op: "between", from: "1", to: "2000" })).toBe(
      "Quantity is between 1 and 2,000",
    );
    expect(describeFilter(column("instant", "Received"), { op: "equals", value: "2026-11-22" })).toBe(
      "Received is on Nov 22, 2026",
    );
    expect(describeFilter(column("text", "Item"), { op: "contains", value: "og" })).toBe("Item contains “og”");
    expect(
      describeFilter(column("lab_state", "Lab Testing"), { op: "one_of", values: ["Test passed", "Test failed"] }),
    ).toBe("Lab Testing: Test passed or Test failed");
    speak("es-US");
    const found = { op: "one_of", values: ["Test passed", "In transit"] } as const;
    expect(describeFilter(column("lab_state", "Lab"), { ...found, values: [...found.values] })).toContain(
      say("states-lab-passed"),
    );
    expect(
      describeFilter({ ...column("text", "Estado"), id: "state" }, { op: "equals", value: "In transit" }),
    ).toContain(say("states-transfer-in-transit"));
    speak("en-US");
    expect(describeFilter(column("date", "Finished"), { op: "blank" })).toBe("Finished is blank");
  });
});
