import { expect, it } from "vitest";
import type { DeskEvent, PackageTab } from "../../platform";
import { changesWords, countChanges, freshTally } from "./changes";
import type { Scope } from "./question";

const RETAILER = "C10-0000123-LIC";
const CULTIVATOR = "CCL18-0000456";
const grid: Scope = { collection: "packages", tab: "active", licenses: [RETAILER] };

function changes(revision: number, records: number, license = RETAILER, tab: PackageTab = "active"): DeskEvent {
  return { event: "changes", revision, changes: [{ collection: "packages", license, tab, records }] };
}

it("adds up what came after the view was opened", () => {
  const tally = [changes(8, 3), changes(9, 11)].reduce((sum, event) => countChanges(sum, event, grid), freshTally(7));
  expect(tally).toEqual({ records: 14, revision: 9 });
});

it("does not count what the view shows already", () => {
  expect(countChanges(freshTally(9), changes(9, 3), grid).records).toBe(0);
});

it("does not count other licenses, other tabs, other grids and other news", () => {
  const before = freshTally(1);
  expect(countChanges(before, changes(2, 3, CULTIVATOR), grid)).toBe(before);
  expect(countChanges(before, changes(2, 3, RETAILER, "inactive"), grid)).toBe(before);
  const samples: DeskEvent = {
    event: "changes",
    revision: 2,
    changes: [{ collection: "lab_samples", license: RETAILER, tab: null, records: 5 }],
  };
  expect(countChanges(before, samples, grid)).toBe(before);
  expect(countChanges(before, { event: "snapshot" }, grid)).toBe(before);
});

it("says how many", () => {
  expect([changesWords(1), changesWords(14), changesWords(2031)]).toEqual([
    "1 record changed",
    "14 records changed",
    "2,031 records changed",
  ]);
});
