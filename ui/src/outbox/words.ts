import { clock, nearClock } from "../base/time";
import { sideBySide } from "../base/words";
import type { OutboxRefusal, OutboxStatus } from "../platform";
import { type LabelId, say } from "../words";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** From how little time on the 24 hours deserve a look. */
const SOON_MS = 3 * HOUR_MS;

/** How pressing a clock is. */
export type DueTone = "calm" | "soon" | "over";

/** A span in one or two units: `12 min`, `3 h 12 min`, `3 days`. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  if (minutes < 1) {
    return say("outbox-span-moment");
  }
  if (minutes < 60) {
    return say("outbox-span-minutes", { minutes });
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    return say("outbox-span-days", { days: Math.floor(hours / 24) });
  }
  return minutes % 60 === 0
    ? say("outbox-span-hours", { hours })
    : say("outbox-span-hours-minutes", { hours, minutes: minutes % 60 });
}

/** What is left of a report's 24 hours, or what is past them. Once they are over the minutes matter no more. */
function left(due: string, now: Date): { span: string; tone: DueTone } {
  const ms = new Date(due).getTime() - now.getTime();
  if (ms < 0) {
    return { span: span(-ms < HOUR_MS ? Math.max(-ms, MINUTE_MS) : Math.floor(-ms / HOUR_MS) * HOUR_MS), tone: "over" };
  }
  return { span: span(ms), tone: ms < SOON_MS ? "soon" : "calm" };
}

/** When a report is due: `due 6:13 PM`, `due Nov 28, 6:13 PM`, `overdue by 2 h`. */
export function dueWords(due: string, now: Date): { words: string; tone: DueTone } {
  const { span, tone } = left(due, now);
  const words = tone === "over" ? say("outbox-overdue", { span }) : say("outbox-due", { time: nearClock(due, now) });
  return { words, tone };
}

/** What is left of the oldest report's 24 hours: `the oldest is due in 3 h 12 min`. */
export function oldestWords(due: string, now: Date): string {
  const { span, tone } = left(due, now);
  return say(tone === "over" ? "outbox-oldest-overdue" : "outbox-oldest-due", { span });
}

/** When something is tried next: `Next try at 2:05 PM`, `Next try in a moment`. */
export function nextTry(at: string, now: Date): string {
  return isSoon(at, now) ? say("outbox-next-try-soon") : say("outbox-next-try", { time: clock(at, now) });
}

/** The same as a sentence among others. */
export function nextTrySentence(at: string, now: Date): string {
  return isSoon(at, now) ? say("outbox-held-next-try-soon") : say("outbox-held-next-try", { time: clock(at, now) });
}

function isSoon(at: string, now: Date): boolean {
  return new Date(at).getTime() - now.getTime() < MINUTE_MS;
}

type CountId = "outbox-needs-you" | "outbox-refused" | "outbox-waiting-count" | "outbox-under-way-count";

/** Those of the counts that are not 0. */
function some(counts: readonly [id: CountId | "outbox-done-count", count: number][]): string[] {
  return counts.filter(([, count]) => count > 0).map(([id, count]) => say(id, { count }));
}

function open({ needs_you, refused, waiting }: OutboxStatus): [CountId, number][] {
  return [
    ["outbox-needs-you", needs_you],
    ["outbox-refused", refused],
    ["outbox-waiting-count", waiting],
  ];
}

function standing(status: OutboxStatus): [CountId, number][] {
  return [...open(status), ["outbox-under-way-count", status.sending + status.checking]];
}

/** What is open, for a screen reader and the panel: `2 need you, 1 refused, 5 waiting`; empty where nothing is. */
export function openWords(status: OutboxStatus): string {
  return sideBySide(some(open(status)));
}

/** The same with what is on its way; empty where nothing is open at all. */
export function standingWords(status: OutboxStatus): string {
  return sideBySide(some(standing(status)));
}

/** The same with what is done; that nothing is open is said. */
export function totalsWords(status: OutboxStatus): string {
  const parts = some(standing(status));
  const done = some([["outbox-done-count", status.done]]);
  return sideBySide([...(parts.length > 0 ? parts : [say("outbox-nothing-open")]), ...done]);
}

const OUTCOMES: Record<string, LabelId> = {
  recorded: "outbox-ended-recorded",
  already_so: "outbox-ended-already-so",
  withdrawn: "outbox-ended-withdrawn",
  replaced: "outbox-ended-replaced",
  decided: "outbox-ended-decided",
};

/** How a report that is over ended, in a word or two. */
export function outcomeWords(outcome: string): string {
  return say(OUTCOMES[outcome] ?? "outbox-ended");
}

/** Why some were left as they are, each reason once: `2 reports: It is being sent.` */
export function refusalWords(refused: readonly OutboxRefusal[]): string[] {
  const bySentence = new Map<string, number>();
  for (const { sentence } of refused) {
    bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + 1);
  }
  return [...bySentence].map(([reason, count]) =>
    refused.length === 1 ? reason : say("outbox-left", { count, reason }),
  );
}

/** A day so many days before another; days are `YYYY-MM-DD`. */
export function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
