import { expect, it } from "vitest";
import { age, clock, duration, exactClock } from "./time";

const NOW = new Date(2026, 2, 2, 14, 5);
const at = (...when: [number, number, number, number, number]) => new Date(...when).toISOString();

it("shows the clock today, and the day with it on any other", () => {
  expect(clock(at(2026, 2, 2, 9, 7), NOW)).toBe("09:07");
  expect(clock(at(2026, 2, 2, 0, 3), NOW)).toBe("00:03");
  expect(clock(at(2026, 2, 1, 23, 59), NOW)).toBe("Mar 1, 23:59");
});

it("shows the second where two instants are compared", () => {
  expect(exactClock(new Date(2026, 2, 2, 9, 7, 5).toISOString(), NOW)).toBe("09:07:05");
});

it("says how old something is in one unit", () => {
  expect(age(NOW.toISOString(), NOW)).toBe("under 1 min");
  expect(age(at(2026, 2, 2, 13, 43), NOW)).toBe("22 min");
  expect(age(at(2026, 2, 1, 14, 5), NOW)).toBe("24 h");
  expect(age(at(2026, 1, 20, 14, 5), NOW)).toBe("10 days");
});

it("calls an instant ahead of this clock new, not minus something", () => {
  expect(age(at(2026, 2, 2, 14, 30), NOW)).toBe("under 1 min");
});

it("rounds the time left to what a person would say", () => {
  expect(duration(4)).toBe("a few seconds");
  expect(duration(43)).toBe("about 45 s");
  expect(duration(170)).toBe("about 3 min");
  expect(duration(7300)).toBe("about 2 h");
});
