import type { Collection, DeskError, Headline, LicenseSync } from "../../platform";

/** Why a grid has no rows. `read`: because there are none. */
export type EmptyReason =
  | { is: "read" }
  | { is: "loading" }
  | { is: "offline" }
  | { is: "cancelled" }
  | { is: "not_permitted"; words: string }
  | { is: "not_given"; words: string }
  | { is: "failed"; entry: LicenseSync; error: DeskError };

/** The streams that fill a grid are named after it, for example `packages_active` for `packages`. */
function feeds(collection: Collection, stream: string): boolean {
  return stream === collection || stream.startsWith(`${collection}_`);
}

/** Whether these licenses are loaded for the first time and nothing of what fills a grid is read yet. */
export function nothingYet(collection: Collection, entries: readonly LicenseSync[]): boolean {
  return entries.every(
    ({ state, as_of, collections }) =>
      as_of === null &&
      (state === "loading" || state === "never") &&
      collections.every((stream) => stream.done === 0 || !feeds(collection, stream.collection)),
  );
}

/** The reason, from how the licenses shown stand; what a person can do something about comes first. */
export function whyEmpty(collection: Collection, entries: readonly LicenseSync[], headline: Headline): EmptyReason {
  if (entries.length === 0 || entries.some((entry) => entry.state === "loading")) {
    return { is: "loading" };
  }
  const failed = entries.find((entry) => entry.state === "failed" && entry.as_of === null);
  if (failed?.error) {
    if (failed.error.code === "offline") {
      return { is: "offline" };
    }
    return failed.error.code === "no_permission"
      ? { is: "not_permitted", words: failed.error.message }
      : { is: "failed", entry: failed, error: failed.error };
  }
  const streams = entries.flatMap((entry) => entry.collections.filter((each) => feeds(collection, each.collection)));
  const leftOut = streams.find((stream) => stream.skipped !== null);
  if (leftOut && streams.every((stream) => stream.skipped !== null)) {
    return { is: leftOut.failed ? "not_given" : "not_permitted", words: leftOut.skipped ?? "" };
  }
  if (entries.some((entry) => entry.state === "cancelled" && entry.as_of === null)) {
    return { is: "cancelled" };
  }
  if (entries.some((entry) => entry.as_of === null)) {
    return headline.is === "offline" ? { is: "offline" } : { is: "loading" };
  }
  return { is: "read" };
}
