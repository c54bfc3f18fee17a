import type { Collection, CollectionSync, LicenseNumber, LicenseSync, PackageTab, SyncStatus } from "../../platform";

/** How far the list behind a grid is, over the licenses shown. */
export interface Reading {
  /**
   * How many of its records a first load has read, of how many (`null`: not known); `null` where the list is there
   * whole, as far as it may be read.
   */
  first: { read: number; all: number | null } | null;
  /** For how many of the licenses it is left out: the keys may not read it, or the state failed. */
  leftOut: number;
  /** Whether that is all of them. */
  unknown: boolean;
}

/** A license's list. */
interface List {
  entry: LicenseSync;
  stream: CollectionSync | undefined;
}

/** How far the list of a collection, or of one of its tabs, is. */
export function readingOf(
  sync: SyncStatus,
  { collection, tab, licenses }: { collection: Collection; tab: PackageTab | null; licenses: readonly LicenseNumber[] },
): Reading {
  const name = tab === null ? collection : `${collection}_${tab}`;
  const lists = sync.licenses
    .filter((entry) => licenses.includes(entry.license))
    .map((entry) => ({ entry, stream: entry.collections.find((each) => each.collection === name) }));
  const readable = lists.filter(({ stream }) => !stream || stream.skipped === null);
  const leftOut = lists.length - readable.length;
  return {
    first: readable.every(isWhole) ? null : firstOf(readable),
    leftOut,
    unknown: leftOut > 0 && readable.length === 0,
  };
}

function isWhole({ entry, stream }: List): boolean {
  return entry.as_of !== null || stream?.finished === true;
}

function firstOf(lists: readonly List[]): { read: number; all: number | null } {
  const sum = { read: 0, all: 0 as number | null };
  for (const { entry, stream } of lists) {
    // Days are not records, and of a list that was there before the figures are those of the last look.
    const counted = stream && entry.as_of === null && !stream.by_days ? stream : null;
    sum.read += counted?.done ?? 0;
    const all = counted?.finished ? counted.done : (counted?.total ?? null);
    sum.all = sum.all === null || all === null ? null : sum.all + all;
  }
  return sum;
}
