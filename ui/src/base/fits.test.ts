import { expect, it } from "vitest";
import { fits, plain } from "./fits";

it("finds an entry by any of its words, never by letters strewn over it", () => {
  expect(fits("reset", "Reset the demo state", [])).toBe(1);
  expect(fits("demo", "Reset the demo state", [])).toBe(0.8);
  expect(fits("reset", "Show only Alder Street Dispensary", ["C10-0000123-LIC"])).toBe(0);
});

it("finds a license by a part of its number", () => {
  expect(fits("0123", "Show only Alder Street Dispensary", ["C10-0000123-LIC"])).toBe(0.3);
});

it("wants every word typed", () => {
  expect(fits("show foothill", "Show only Foothill Analytics", [])).toBe(0.8);
  expect(fits("show alder", "Show only Foothill Analytics", [])).toBe(0);
  expect(fits("", "Sync now", [])).toBe(1);
});

it("finds a word without its accents", () => {
  expect(fits("ubicacion", "Mover a otra ubicación", [])).toBe(0.8);
  expect(fits("ubicación", "Mover a otra ubicacion", ["ubicación"])).toBe(0.8);
});

it("takes the beginning of another word for more than its middle", () => {
  expect(fits("move", "Location…", ["move, room"])).toBeGreaterThan(fits("move", "Accounts", ["remove keys"]));
});

it("a text is found without its case and its accents, and by words in any order", () => {
  expect(plain("Ubicación ÑANDÚ")).toBe("ubicacion nandu");
  expect(fits("ubicacion MOVER", "Mover a otra ubicación")).toBeGreaterThan(0);
  expect(fits("ubicación", "Mover a otra ubicación")).toBeGreaterThan(0);
  expect(fits("mover lote", "Mover a otra ubicación")).toBe(0);
  expect(fits("  ", "Mover a otra ubicación")).toBeGreaterThan(0);
});
