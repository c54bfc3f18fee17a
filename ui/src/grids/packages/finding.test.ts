import { expect, it } from "vitest";
import { ALDER, EEL, FOOTHILL } from "../../base/test-licenses";
import type { PackageTab, TagPlace } from "../../platform";
import { bestPlace, losing, mayBeTag, withLicense } from "./finding";

function place(license: string, tab: PackageTab): TagPlace {
  return { license, tab, packages: 1, row: 1, tag: "1A4FF03000051DE000012296", item: "Blue Dream" };
}

it("goes where the package is before where it was, and to a license in sight among these", () => {
  const [farm, shop] = [place(EEL.number, "in_transit"), place(ALDER.number, "active")];
  const [ended, left] = [place(ALDER.number, "inactive"), place(EEL.number, "transferred")];
  expect(bestPlace([shop, farm, left], [EEL.number])).toBe(farm);
  expect(bestPlace([shop, left], [EEL.number])).toBe(shop);
  expect(bestPlace([ended, left], [EEL.number])).toBe(ended);
  expect(bestPlace([left], [ALDER.number])).toBe(left);
  expect(bestPlace([], [ALDER.number])).toBeUndefined();
});

it("shows the package's license in place of the one in sight, and beside several", () => {
  expect(withLicense([ALDER.number], EEL.number)).toEqual([EEL.number]);
  expect(withLicense([ALDER.number, FOOTHILL.number], EEL.number)).toEqual([ALDER.number, FOOTHILL.number, EEL.number]);
  expect(withLicense([ALDER.number, EEL.number], EEL.number)).toEqual([ALDER.number, EEL.number]);
});

it("asks only where a selection of several or a filter would be lost", () => {
  expect(losing(0, 0, false)).toBeNull();
  expect(losing(1, 3, true), "one row is what the scan before selected").toBeNull();
  expect(losing(12, 0, true)).toEqual({ selected: 12, filters: 0 });
  expect(losing(1, 2, false)).toEqual({ selected: 0, filters: 2 });
});

it("takes one word that may end a tag, and nothing else, for an ending", () => {
  expect(["011534", "2296", "51de000012296", " 1A4FF03000051DE000012296 "].every(mayBeTag)).toBe(true);
  expect(["229", "dream", "blue 2296", "3.5g", "1A4FF03000051DE0000122961"].some(mayBeTag)).toBe(false);
});
