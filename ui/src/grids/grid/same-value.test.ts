import { afterEach, expect, it } from "vitest";
import type { Column, ColumnKind } from "../../platform";
import { say, speak } from "../../words";
import { onlyWords, sameValue } from "./same-value";
import type { GridRow } from "./view-source";

const column = (kind: ColumnKind, id = "value"): Column => ({ id, title: "Column", kind, shown: true, width: 100 });
const row = (value: unknown) => ({ row: 1, value }) as unknown as GridRow;
const test = (kind: ColumnKind, value: unknown) => sameValue(column(kind), row(value));

afterEach(() => speak("en-US"));

it("asks for the value as the desk takes it, by the kind of the column", () => {
  expect(test("text", "Sales Floor")).toEqual({ op: "equals", value: "Sales Floor" });
  expect(test("number", "12.5")).toEqual({ op: "equals", value: "12.5" });
  expect(test("date", "2026-11-24")).toEqual({ op: "equals", value: "2026-11-24" });
  expect(test("flag", true)).toEqual({ op: "one_of", values: ["yes"] });
  expect(test("flag", false)).toEqual({ op: "one_of", values: ["no"] });
  expect(test("lab_state", "Test passed")).toEqual({ op: "one_of", values: ["Test passed"] });
});

it("asks for the day of a time, on California's clock", () => {
  expect(test("instant", "2026-11-25T05:30:00Z")).toEqual({ op: "equals", value: "2026-11-24" });
  expect(test("local_time", "2026-11-24T23:30")).toEqual({ op: "equals", value: "2026-11-24" });
});

it("asks for blank cells where a filter can, and for nothing that no filter says", () => {
  expect(test("text", "")).toEqual({ op: "blank" });
  expect(test("date", null)).toEqual({ op: "blank" });
  expect(test("number", null), "no number is a blank one").toBeNull();
  expect(test("tag", "1A4FF0300000026000000001")).toBeNull();
  expect(test("local_time", "T08:30"), "a clock without a day").toBeNull();
});

it("asks for one flag or none, and for several at once not", () => {
  const flags = (set: object) => sameValue(column("flags", "flags"), { row: 1, ...set } as unknown as GridRow);
  expect(flags({ hold: true })).toEqual({ op: "one_of", values: ["hold"] });
  expect(flags({})).toEqual({ op: "blank" });
  expect(flags({ hold: true, donation: true })).toBeNull();
});

it("offers it in the words of the cell", () => {
  const words = (kind: ColumnKind, value: unknown) => {
    const asked = test(kind, value);
    return asked && onlyWords(column(kind), asked);
  };
  expect(words("text", "Sales Floor")).toBe("Only Column “Sales Floor”");
  expect(words("date", "2026-11-24")).toBe("Only Column “Nov 24, 2026”");
  expect(words("flag", true)).toBe("Only Column “Yes”");
  expect(words("lab_state", "")).toBe("Only where Column is blank");
  expect(words("text", "")).toBe("Only where Column is blank");
  speak("es-US");
  expect(words("lab_state", "Test passed")).toContain(`“${say("states-lab-passed")}”`);
  expect(words("text", "Test passed"), "an item may be called so").toContain("“Test passed”");
});
