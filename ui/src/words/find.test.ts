import { expect, test } from "vitest";
import { hasEachWord, plain } from "./find";

test("a text is found without its case and its accents, and by words in any order", () => {
  expect(plain("Ubicación ÑANDÚ")).toBe("ubicacion nandu");
  expect(hasEachWord("Mover a otra ubicación", "ubicacion MOVER")).toBe(true);
  expect(hasEachWord("Mover a otra ubicación", "ubicación")).toBe(true);
  expect(hasEachWord("Mover a otra ubicación", "mover lote")).toBe(false);
  expect(hasEachWord("Mover a otra ubicación", "  ")).toBe(true);
});
