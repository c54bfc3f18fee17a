import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CollectionSync } from "../platform";
import { CollectionLines } from "./CollectionLines";

function kind(title: string, more: Partial<CollectionSync>): CollectionSync {
  const none = { done: 0, total: null, by_days: false, finished: false, skipped: null, failed: false };
  return { collection: title, title, ...none, ...more };
}

function lines(collections: CollectionSync[]): (string | null)[] {
  const { container } = render(<CollectionLines collections={collections} />);
  return [...container.querySelectorAll("li")].map((line) => line.textContent);
}

it("shows what is being read, folds what is done, and says once why something is left out", () => {
  expect(
    lines([
      kind("Active packages", { done: 842, total: 2031 }),
      kind("Incoming transfers", { done: 30, total: 400, by_days: true }),
      kind("Drivers", { skipped: "The state's system failed.", failed: true }),
      kind("Inactive packages", {}),
      kind("Transferred packages", { done: 60 }),
      kind("Items", { done: 63, total: 63, finished: true }),
      kind("Strains", { done: 24, finished: true }),
      kind("Employees", { skipped: "Your keys may not read this." }),
      kind("Locations", { skipped: "Your keys may not read this." }),
    ]),
  ).toEqual([
    "Active packages842 of 2,031",
    "Incoming transfers30 of 400 days",
    "Inactive packagesWaiting",
    "Transferred packages60",
    " 2 of 9 kinds done87 records",
    " Could not be read: DriversThe state's system failed.",
    " Left out: Employees, LocationsYour keys may not read this.",
  ]);
});

it("says that all is done when it is", () => {
  expect(lines([kind("Items", { done: 1, finished: true })])).toEqual([" All done1 record"]);
});
