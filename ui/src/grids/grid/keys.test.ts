import { expect, it } from "vitest";
import { gridKey } from "./keys";

const key = (name: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) =>
  gridKey({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

it("reads the keys of a grid", () => {
  expect(key("Home")).toBe("row-start");
  expect(key("End", { ctrlKey: true })).toBe("last");
  expect(key("Home", { metaKey: true })).toBe("first");
  expect(key("c", { ctrlKey: true })).toBe("copy-cell");
  expect(key("C", { ctrlKey: true, shiftKey: true })).toBe("copy-rows");
  expect(key("Enter")).toBe("open");
});

it("leaves the others to the grid and the page", () => {
  expect([key("c"), key("ArrowDown"), key("Home", { altKey: true }), key("Enter", { ctrlKey: true })]).toEqual([
    "none",
    "none",
    "none",
    "none",
  ]);
});
