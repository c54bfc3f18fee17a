import { expect, it } from "vitest";
import { deedOf } from "./list-keys";

const AT = { active: 40, total: 100, fit: 12, selects: true };

function press(key: string, held: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", true>> = {}) {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

it.each([
  ["ArrowDown", 41],
  ["ArrowUp", 39],
  ["PageDown", 52],
  ["PageUp", 28],
  ["Home", 0],
  ["End", 99],
])("goes with %s to row %i, and takes what lies between with Shift", (key, to) => {
  expect(deedOf(press(key), AT)).toEqual({ does: "go", to, extends: false });
  expect(deedOf(press(key, { shiftKey: true }), AT)).toEqual({ does: "go", to, extends: true });
  expect(deedOf(press(key, { shiftKey: true }), { ...AT, selects: false })).toEqual({ does: "go", to, extends: false });
  expect(deedOf(press(key, { altKey: true }), AT)).toBeNull();
});

it("goes no further than the first and the last", () => {
  expect(deedOf(press("PageUp"), { ...AT, active: 3 })).toMatchObject({ to: 0 });
  expect(deedOf(press("PageDown"), { ...AT, active: 95 })).toMatchObject({ to: 99 });
  expect(deedOf(press("ArrowDown"), { ...AT, active: 99 })).toMatchObject({ to: 99 });
});

it("opens, selects where that can be done, and leaves", () => {
  expect(deedOf(press("Enter"), AT)).toEqual({ does: "open" });
  expect(deedOf(press("Escape"), AT)).toEqual({ does: "leave" });
  expect(deedOf(press(" "), AT)).toEqual({ does: "toggle" });
  expect(deedOf(press("A", { metaKey: true }), AT)).toEqual({ does: "all" });
  expect(deedOf(press("a", { ctrlKey: true }), AT)).toEqual({ does: "all" });
  expect(deedOf(press(" "), { ...AT, selects: false })).toBeNull();
  expect(deedOf(press("a", { ctrlKey: true }), { ...AT, selects: false })).toBeNull();
  expect(deedOf(press("a"), AT)).toBeNull();
});
