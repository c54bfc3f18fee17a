import type { DeskError, Headline, LicenseNumber, LicenseSync, OutboxStatus, SyncStatus } from "../platform";
import { say } from "../words";
import type { IconName } from "./icons";
import { summaryWords } from "./reports";
import { age, clock } from "./time";
import { listed } from "./words";

/** How the indicator looks: calm unless a person is needed. */
export type HeadlineTone = "good" | "busy" | "calm" | "warn";

/** The indicator in words. */
export interface HeadlineWords {
  icon: IconName;
  tone: HeadlineTone;
  words: string;
}

/** The indicator's one line. Offline is normal: it is calm, and says from when the data is. */
export function headlineWords(headline: Headline, now: Date): HeadlineWords {
  switch (headline.is) {
    case "nothing":
      return { icon: "info", tone: "calm", words: say("sync-nothing") };
    case "up_to_date":
      return upToDateWords(headline, now);
    case "updating":
      return {
        icon: "sync",
        tone: "busy",
        words:
          headline.percent === null ? say("sync-updating") : say("sync-updating-part", { percent: headline.percent }),
      };
    case "offline":
      return {
        icon: "offline",
        tone: "calm",
        words: headline.as_of ? say("sync-offline", { time: clock(headline.as_of, now) }) : say("sync-offline-nothing"),
      };
    case "waiting":
      return { icon: "clock", tone: "calm", words: say("sync-waiting", { time: clock(headline.until, now) }) };
    case "needs_you":
      return {
        icon: "warning",
        tone: "warn",
        words: say("sync-needs-you", { reason: headline.reason.replace(/\.$/, "") }),
      };
    case "cancelled":
      return { icon: "pause", tone: "calm", words: say("sync-stopped") };
  }
}

/**
 * Whole, or less than that: what the keys may not read is unknown, what could not be read is named: all of few, else how
 * many. The panel has each with why.
 */
function upToDateWords(headline: Extract<Headline, { is: "up_to_date" }>, now: Date): HeadlineWords {
  const { except, refused } = headline;
  const time = clock(headline.at, now);
  const standing = say(refused.length > 0 ? "sync-up-to-date-in-part" : "sync-up-to-date", { time });
  if (except.length === 0) {
    return refused.length > 0
      ? { icon: "minus", tone: "calm", words: standing }
      : { icon: "check", tone: "good", words: standing };
  }
  const words =
    except.length > 2
      ? say("sync-except-many", { standing, count: except.length })
      : say("sync-except", { standing, lists: listed(except) });
  return { icon: "minus", tone: "calm", words };
}

/** Whether the indicator says that there is no connection: to read, or to report what waits. */
function saysOffline(headline: Headline, outbox: OutboxStatus): boolean {
  return headline.is === "offline" || (outbox.held?.offline === true && unsent(outbox) > 0);
}

/** How many reports are not over and need nobody. */
function unsent({ waiting, sending, checking }: OutboxStatus): number {
  return waiting + sending + checking;
}

/**
 * The indicator's one line, with what waits to be reported. A report that needs a person comes before everything but
 * keys that are missing, without which nothing goes on at all. All is well only while no report was refused either: how
 * many were stands beside the line, as the way to them.
 */
export function indicatorWords(headline: Headline, outbox: OutboxStatus, now: Date): HeadlineWords {
  const line = standingWords(headline, outbox, now);
  return outbox.refused > 0 && line.tone === "good" ? { ...line, tone: "calm" } : line;
}

function standingWords(headline: Headline, outbox: OutboxStatus, now: Date): HeadlineWords {
  const line = headlineWords(headline, now);
  const open = unsent(outbox);
  if (headline.is === "needs_you") {
    return line;
  }
  if (outbox.needs_you > 0) {
    return { icon: "warning", tone: "warn", words: say("sync-needs-you-reports", { count: outbox.needs_you }) };
  }
  if (saysOffline(headline, outbox)) {
    return open > 0 ? { icon: "offline", tone: "calm", words: say("sync-offline-waiting", { count: open }) } : line;
  }
  if (outbox.held?.blocked) {
    // Reading goes through and reporting does not: as much a person's matter as when nothing goes through.
    return { icon: "warning", tone: "warn", words: say("sync-needs-you-blocked", { count: open }) };
  }
  if (headline.is !== "up_to_date" || open === 0) {
    return line;
  }
  const standing = line.words;
  return outbox.held
    ? { icon: "clock", tone: "calm", words: say("sync-and-waiting", { standing, count: outbox.waiting }) }
    : { icon: "sync", tone: "busy", words: say("sync-and-reporting", { standing, count: open }) };
}

/** What a screen reader hears when the outbox goes from one to the other: only what a person should know at once. */
export function outboxAnnouncement(before: OutboxStatus, after: OutboxStatus): string {
  if (after.summary && !before.summary) {
    return summaryWords(after.summary);
  }
  if (after.held?.blocked && !before.held?.blocked) {
    return after.held.happened;
  }
  if (after.needs_you > before.needs_you) {
    return say("sync-said-needs-you", { count: after.needs_you });
  }
  if (after.refused > before.refused) {
    return say("sync-said-refused", { count: after.refused - before.refused });
  }
  return "";
}

/**
 * What a screen reader hears when the headline goes from one to the other: empty where it is not worth a word. A
 * look for news every few minutes is not.
 */
export function announcement(before: Headline["is"], after: Headline, now: Date): string {
  if (before === after.is || after.is === "updating" || after.is === "nothing") {
    return "";
  }
  const { words } = headlineWords(after, now);
  if (after.is !== "up_to_date") {
    return words;
  }
  return before === "updating" ? "" : words;
}

/** The one thing that went wrong with several licenses alike, so that it is said once. */
export function sharedTrouble(entries: readonly LicenseSync[]): DeskError | null {
  const errors = entries
    .filter((entry) => entry.state !== "ready")
    .flatMap((entry) => (entry.error ? [entry.error] : []));
  const [first, ...others] = errors;
  const alike = others.every((other) => other.code === first?.code && other.message === first.message);
  return first && others.length > 0 && alike && first.code !== "wrong_key" ? first : null;
}

/**
 * How old what is shown is, beside the indicator and never against it: where that tells a time, it is the age of that
 * time; where it says that there is no connection, the time from which the data is, unless the line has told it already.
 * `at` is the instant in question.
 */
export function ageWords(
  { sync, outbox }: { sync: SyncStatus; outbox: OutboxStatus },
  shown: readonly LicenseNumber[],
  now: Date,
): { at: string | null; words: string } {
  const { headline } = sync;
  if (saysOffline(headline, outbox)) {
    const at = headline.is === "offline" ? headline.as_of : dataFrom(sync, shown);
    const told = indicatorWords(headline, outbox, now).words === headlineWords(headline, now).words;
    return { at, words: at === null || told ? "" : say("sync-age-from", { time: clock(at, now) }) };
  }
  const from = dataFrom(sync, shown);
  const at = from !== null && headline.is === "up_to_date" ? headline.at : from;
  return { at, words: at === null ? say("sync-age-unknown") : say("sync-age", { age: age(at, now) }) };
}

/** The age of what is shown: the oldest whole reading among the licenses, or null where one was never read whole. */
export function dataFrom(status: SyncStatus, licenses: readonly LicenseNumber[]): string | null {
  let oldest: string | null = null;
  for (const number of licenses) {
    const at = status.licenses.find((entry) => entry.license === number)?.as_of ?? null;
    if (at === null) {
      return null;
    }
    if (oldest === null || Date.parse(at) < Date.parse(oldest)) {
      oldest = at;
    }
  }
  return oldest;
}
