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

it("reads the keys of the selection", () => {
  expect(key(" ")).toBe("select");
  expect(key(" ", { shiftKey: true })).toBe("select-range");
  expect(key("ArrowDown", { shiftKey: true })).toBe("select-down");
  expect(key("ArrowUp", { shiftKey: true })).toBe("select-up");
  expect(key("a", { ctrlKey: true })).toBe("select-all");
  expect(key("a")).toBe("actions");
  expect(key("F10", { shiftKey: true })).toBe("actions");
  expect(key("Escape")).toBe("deselect");
});

it("leaves the others to the grid and the page", () => {
  expect([key("c"), key("ArrowDown"), key("Home", { altKey: true }), key("Enter", { ctrlKey: true })]).toEqual([
    "none",
    "none",
    "none",
    "none",
  ]);
});
