import { afterEach, expect, it } from "vitest";
import type { Collection } from "../../platform";
import { speak } from "../../words";
import { footWords } from "./foot";

const WHOLE = { first: null, leftOut: 0, unknown: false };

function words(rows: number, of: number, narrowed: boolean, collection: Collection): string {
  return footWords({ view: 1, rows, of, narrowed, units: [] }, WHOLE, collection).words;
}

afterEach(() => speak("en-US"));

it("says how many rows there are", () => {
  expect(words(2031, 2104, true, "packages")).toBe("2,031 of 2,104 packages");
  expect(words(1, 1, false, "packages")).toBe("1 package");
  expect(words(0, 1, true, "packages")).toBe("0 of 1 package");
  expect(words(2, 2, false, "rejected_transfers")).toBe("2 transfers");
});

it("says the same in Spanish", () => {
  speak("es-US");
  expect(words(2031, 2104, true, "packages")).toBe("2,031 de 2,104 paquetes");
  expect(words(1, 1, false, "lab_samples")).toBe("1 muestra");
});
