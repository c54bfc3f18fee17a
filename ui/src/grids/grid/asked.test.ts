import { afterEach, expect, it } from "vitest";
import { speak } from "../../words";
import { amountOf, askedOf, exactly } from "./asked";

afterEach(() => speak("en-US"));

it("splits what is typed into words, each once, without case and marks", () => {
  expect(askedOf("  Piña \u00a0 COLADA pina ").words).toEqual(["pina", "colada"]);
  expect(askedOf(Array.from({ length: 20 }, (_, at) => `w${at}`).join(" ")).words).toHaveLength(12);
  expect(askedOf("   ")).toEqual({ words: [], days: [], amounts: [] });
});

it("reads a day in each form that a person reads or types", () => {
  for (const typed of [
    "11/27/2026",
    "11/27/26",
    "2026-11-27",
    "Nov 27, 2026",
    "nov 27 2026",
    "nov 27 26",
    "November 27, 2026",
    "27 Nov 2026",
    "27 nov 26",
  ]) {
    expect(askedOf(typed).days, typed).toEqual([{ year: 2026, month: 11, day: 27 }]);
  }
  expect(askedOf("nov 27 12").days, "no such year: a day and a word").toEqual([{ year: null, month: 11, day: 27 }]);
  expect(askedOf("12.5 nov 27"), "the month belongs to the day").toMatchObject({
    days: [{ year: null, month: 11, day: 27 }],
    amounts: [{ amount: "12.5", unit: null }],
  });
  expect(askedOf("kush 2/29").days).toEqual([{ year: null, month: 2, day: 29 }]);
  for (const typed of [
    "nov",
    "octane 28",
    "mayhem 10",
    "13/45",
    "feb 30",
    "may kush",
    "B-2026-11",
    "1/2/3/4",
    "11/27/12",
    "11-27",
    "2026",
  ]) {
    expect(askedOf(typed).days, typed).toEqual([]);
  }
  speak("es-US");
  expect(askedOf("27 ene 2026").days).toEqual([{ year: 2026, month: 1, day: 27 }]);
});

it("reads an amount, with its unit where that stands behind it; the end of a tag is none", () => {
  expect(askedOf("1,012.50 g").amounts).toEqual([
    { amount: "1012.5", unit: null },
    { amount: "1012.5", unit: "g" },
  ]);
  expect(askedOf("3 ea").amounts).toEqual([{ amount: "3", unit: "ea" }]);
  for (const none of ["0", "00", "012296", "1e5", "-1", "1.2.3", "12g", ",", ""]) {
    expect(amountOf(none), none).toBeNull();
  }
  expect(["1204.5000", "10.0", "0.250", "300"].map(exactly)).toEqual(["1204.5", "10", "0.25", "300"]);
});
