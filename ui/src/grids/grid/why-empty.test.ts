import { expect, it } from "vitest";
import { ALDER, FOOTHILL, ready } from "../../base/test-licenses";
import type { CollectionSync } from "../../platform";
import { deskError } from "../../platform/testing";
import { whyEmpty } from "./why-empty";

const QUIET = {
  is: "up_to_date" as const,
  at: "2026-03-02T14:02:00Z",
  except: [] as string[],
  refused: [] as string[],
};
const OFFLINE = { is: "offline", since: "2026-03-02T14:02:00Z", as_of: null } as const;

function stream(collection: string, skipped: string | null): CollectionSync {
  return {
    collection,
    title: collection,
    done: 0,
    total: null,
    by_days: false,
    finished: true,
    skipped,
    failed: false,
  };
}

it("is the grid's own reason once everything was read", () => {
  expect(whyEmpty("packages", [ready(ALDER.number)], QUIET)).toEqual({ is: "read" });
});

it("is the first load while one of the licenses loads, or has not begun", () => {
  const loading = ready(ALDER.number, { state: "loading", as_of: null });
  const never = ready(ALDER.number, { state: "never", as_of: null });
  expect(whyEmpty("packages", [ready(FOOTHILL.number), loading], QUIET)).toEqual({ is: "loading" });
  expect(whyEmpty("packages", [never], QUIET)).toEqual({ is: "loading" });
  expect(whyEmpty("packages", [], QUIET)).toEqual({ is: "loading" });
});

it("is the missing connection when there was none at the first start", () => {
  const error = deskError({ code: "offline" });
  const failed = ready(ALDER.number, { state: "failed", as_of: null, error });
  expect(whyEmpty("packages", [failed], OFFLINE)).toEqual({ is: "offline" });
  expect(whyEmpty("packages", [ready(ALDER.number, { state: "never", as_of: null })], OFFLINE)).toEqual({
    is: "offline",
  });
});

it("is not the connection when everything was read before it went", () => {
  const failed = ready(ALDER.number, { state: "failed", error: deskError({ code: "offline" }) });
  expect(whyEmpty("packages", [failed], OFFLINE)).toEqual({ is: "read" });
});

it("is the permission where the keys may read none of the grid's records", () => {
  const none = ready(ALDER.number, { collections: [stream("packages_active", "Not allowed."), stream("items", null)] });
  expect(whyEmpty("packages", [none], QUIET)).toEqual({ is: "not_permitted", words: "Not allowed." });
  const some = ready(ALDER.number, {
    collections: [stream("packages_active", null), stream("packages_inactive", "Not allowed.")],
  });
  expect(whyEmpty("packages", [some], QUIET)).toEqual({ is: "read" });
});

it("is the refusal itself where the keys are no longer good", () => {
  const error = deskError({ code: "wrong_key" });
  const entry = ready(ALDER.number, { state: "failed", as_of: null, error });
  expect(whyEmpty("packages", [entry], QUIET)).toEqual({ is: "failed", entry, error });
});

it("is the stop where the person stopped the first load", () => {
  const stopped = ready(ALDER.number, { state: "cancelled", as_of: null });
  expect(whyEmpty("packages", [stopped], QUIET)).toEqual({ is: "cancelled" });
});

it("says that the state failed, and not that the keys may not", () => {
  const failed = { ...stream("rejected_transfers", "The state's system failed."), failed: true };
  const entry = ready(ALDER.number, { collections: [failed] });
  expect(whyEmpty("rejected_transfers", [entry], QUIET)).toEqual({
    is: "not_given",
    words: "The state's system failed.",
  });
});
