import { expect, it } from "vitest";
import { ALDER, FOOTHILL, ready, syncStatus } from "../../base/test-licenses";
import type { CollectionSync, LicenseSync } from "../../platform";
import { readingOf } from "./reading";

const ACTIVE = { collection: "packages", tab: "active" } as const;

function list(collection: string, more: Partial<CollectionSync> = {}): CollectionSync {
  const none = { done: 0, total: null, by_days: false, finished: false, skipped: null, failed: false };
  return { collection, title: collection, ...none, ...more };
}

function loading(number: string, ...collections: CollectionSync[]): LicenseSync {
  return ready(number, { state: "loading", as_of: null, collections });
}

function of(...licenses: LicenseSync[]) {
  return readingOf(syncStatus({ licenses }), { ...ACTIVE, licenses: [ALDER.number, FOOTHILL.number] });
}

it("is how much of the tab in sight a first load has read, over the licenses in sight", () => {
  const others = [list("packages_inactive", { done: 5, total: 9 }), list("items", { done: 1, total: 1 })];
  const one = loading(ALDER.number, list("packages_active", { done: 20, total: 920 }), ...others);
  const other = loading(FOOTHILL.number, list("packages_active", { done: 7, total: 7, finished: true }));
  expect(of(one).first).toEqual({ read: 20, all: 920 });
  expect(of(one, other).first).toEqual({ read: 27, all: 927 });
  expect(of(one, ready("C10-elsewhere")).first, "a license that is not shown").toEqual({ read: 20, all: 920 });
});

it("does not know of how many before the state has said so, where days are read, or beside a list read before", () => {
  expect(of(loading(ALDER.number)).first).toEqual({ read: 0, all: null });
  expect(of(loading(ALDER.number, list("packages_active", { done: 20 }))).first).toEqual({ read: 20, all: null });
  const days = list("packages_active", { done: 3, total: 400, by_days: true });
  expect(of(loading(ALDER.number, days)).first).toEqual({ read: 0, all: null });
  const looked = ready(FOOTHILL.number, { collections: [list("packages_active", { done: 2, total: 2 })] });
  const one = loading(ALDER.number, list("packages_active", { done: 20, total: 920 }));
  expect(of(one, looked).first).toEqual({ read: 20, all: null });
});

it("is over once the list is there, whatever else is read; a later look is not a first load", () => {
  const active = list("packages_active", { done: 920, total: 920, finished: true });
  expect(of(loading(ALDER.number, active, list("items"))).first).toBeNull();
  expect(of(ready(ALDER.number, { state: "updating", collections: [list("packages_active")] })).first).toBeNull();
});

it("is unknown where none of the keys may read it, and known in part where some may", () => {
  const refused = list("packages_active", { finished: true, skipped: "Your keys may not read this." });
  expect(of(loading(ALDER.number, refused))).toEqual({ first: null, leftOut: 1, unknown: true });
  expect(of(ready(ALDER.number, { collections: [refused] }), ready(FOOTHILL.number))).toEqual({
    first: null,
    leftOut: 1,
    unknown: false,
  });
});
