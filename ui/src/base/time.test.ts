import { afterEach, expect, it, vi } from "vitest";
import { speak } from "../words";
import {
  age,
  californiaDay,
  clock,
  dayWords,
  exactInstantWords,
  instantCell,
  instantWords,
  leftWords,
  nearClock,
  timeCell,
  timeWords,
} from "./time";

afterEach(() => speak("en-US"));

const NOW = new Date("2026-03-02T22:05:00Z");
const LOCAL = new Date(2026, 2, 2, 14, 5);
const at = (...when: [number, number, number, number, number]) => new Date(...when).toISOString();

/** Instants around midnights of California, those of changing clocks with them, and what they are there. */
const INSTANTS: [instant: string, day: string, words: string, cell: string][] = [
  ["2026-11-23T02:30:00Z", "2026-11-22", "Nov 22, 2026, 6:30 PM", "2026-11-22 18:30"],
  ["2026-11-23T07:59:59.999Z", "2026-11-22", "Nov 22, 2026, 11:59 PM", "2026-11-22 23:59"],
  ["2026-11-23T08:00:00Z", "2026-11-23", "Nov 23, 2026, 12:00 AM", "2026-11-23 00:00"],
  ["2026-11-23T20:00:00Z", "2026-11-23", "Nov 23, 2026, 12:00 PM", "2026-11-23 12:00"],
  ["2026-03-08T09:59:59Z", "2026-03-08", "Mar 8, 2026, 1:59 AM", "2026-03-08 01:59"],
  ["2026-03-08T10:00:00Z", "2026-03-08", "Mar 8, 2026, 3:00 AM", "2026-03-08 03:00"],
  ["2026-03-09T06:59:59Z", "2026-03-08", "Mar 8, 2026, 11:59 PM", "2026-03-08 23:59"],
  ["2026-11-01T08:30:00Z", "2026-11-01", "Nov 1, 2026, 1:30 AM", "2026-11-01 01:30"],
  ["2026-11-01T09:30:00Z", "2026-11-01", "Nov 1, 2026, 1:30 AM", "2026-11-01 01:30"],
  ["2026-11-02T07:59:59Z", "2026-11-01", "Nov 1, 2026, 11:59 PM", "2026-11-01 23:59"],
];

it("writes instants on California's clock, in one form", () => {
  for (const [instant, day, words, cell] of INSTANTS) {
    expect(californiaDay(new Date(instant)), instant).toBe(day);
    expect(instantWords(instant), instant).toBe(words);
    expect(instantCell(instant), instant).toBe(cell);
  }
  expect(["", "soon"].map(instantWords)).toEqual(["", "soon"]);
  expect(["", "soon"].map(instantCell)).toEqual(["", "soon"]);
});

it("says PT where the computer's clock is another, and the day stays California's", () => {
  for (const zone of ["America/New_York", "America/Phoenix", "Asia/Tokyo"]) {
    vi.stubEnv("TZ", zone);
    for (const [instant, day, words, cell] of INSTANTS) {
      expect(californiaDay(new Date(instant)), zone).toBe(day);
      expect(instantWords(instant), zone).toBe(`${words} PT`);
      expect(instantCell(instant), zone).toBe(cell);
    }
    expect(timeWords("2026-11-24T09:30"), "at the license, not here").toBe("Nov 24, 2026, 9:30 AM PT");
    expect(clock("2026-03-02T17:07:00Z", NOW)).toBe("9:07 AM PT");
  }
  vi.stubEnv("TZ", "America/Tijuana");
  expect(instantWords("2026-11-23T02:30:00Z"), "the same clock by another name").toBe("Nov 22, 2026, 6:30 PM");
});

it("shows the clock alone today, and the day and the year with it on any other", () => {
  expect(clock("2026-03-02T17:07:00Z", NOW)).toBe("9:07 AM");
  expect(clock("2026-03-02T08:03:00Z", NOW)).toBe("12:03 AM");
  expect(clock("2026-03-02T07:59:00Z", NOW)).toBe("Mar 1, 2026, 11:59 PM");
  expect(clock("2025-03-02T17:07:00Z", NOW)).toBe("Mar 2, 2025, 9:07 AM");
  expect(nearClock("2026-03-02T17:07:00Z", NOW)).toBe("9:07 AM");
  expect(nearClock("2026-03-03T17:07:00Z", NOW)).toBe("Mar 3, 9:07 AM");
  expect(nearClock("soon", NOW)).toBe("soon");
});

it("shows the year and the second where instants are compared", () => {
  expect(exactInstantWords("2025-03-04T22:05:09Z")).toBe("Mar 4, 2025, 2:05:09 PM");
});

it("writes days as people read them", () => {
  expect([dayWords("2026-03-04"), dayWords(""), dayWords("2026-13-04")]).toEqual(["Mar 4, 2026", "", "2026-13-04"]);
});

it("writes a time at the license as it stands, and half of one as far as it goes", () => {
  const times = ["2026-11-24T09:30:00", "2026-11-24T13:30", "2026-11-24", "2026-11-24T", "T00:15", "", "soon"];
  expect(times.map(timeWords)).toEqual([
    "Nov 24, 2026, 9:30 AM",
    "Nov 24, 2026, 1:30 PM",
    "Nov 24, 2026",
    "Nov 24, 2026",
    "12:15 AM",
    "",
    "soon",
  ]);
  expect(["2026-11-24T09:30:00", "", "soon"].map(timeCell)).toEqual(["2026-11-24 09:30", "", "soon"]);
});

it("says how old something is in one unit", () => {
  expect(age(LOCAL.toISOString(), LOCAL)).toBe("under 1 min");
  expect(age(at(2026, 2, 2, 13, 43), LOCAL)).toBe("22 min");
  expect(age(at(2026, 2, 1, 14, 5), LOCAL)).toBe("24 h");
  expect(age(at(2026, 1, 20, 14, 5), LOCAL)).toBe("10 days");
});

it("calls an instant ahead of this clock new, not minus something", () => {
  expect(age(at(2026, 2, 2, 14, 30), LOCAL)).toBe("under 1 min");
});

it("rounds the time left to what a person would say", () => {
  expect(leftWords(4)).toBe("A few seconds left");
  expect(leftWords(43)).toBe("About 45 s left");
  expect(leftWords(170)).toBe("About 3 min left");
  expect(leftWords(7300)).toBe("About 2 h left");
});

it("writes the same moments in Spanish as people in the United States write them", () => {
  speak("es-US");
  expect(INSTANTS.slice(0, 3).map(([instant]) => instantWords(instant))).toEqual([
    "22 nov 2026, 6:30 p.\u00a0m.",
    "22 nov 2026, 11:59 p.\u00a0m.",
    "23 nov 2026, 12:00 a.\u00a0m.",
  ]);
  const engine = new Intl.DateTimeFormat("es-US", { timeZone: "UTC", dateStyle: "medium" });
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, "0")}-04`;
    expect(dayWords(day)).toBe(engine.format(new Date(day)));
  }
  expect(exactInstantWords("2025-03-04T22:05:09Z")).toBe("4 mar 2025, 2:05:09 p.\u00a0m.");
  expect(clock("2026-03-02T17:07:00Z", NOW)).toBe("9:07 a.\u00a0m.");
  expect(age(at(2026, 1, 20, 14, 5), LOCAL)).toBe("10 días");
  expect(leftWords(170)).toBe("Faltan unos 3 min");
});
