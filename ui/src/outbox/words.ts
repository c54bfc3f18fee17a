import { clock } from "../app/time";
import { count, counted } from "../app/words";
import type { OutboxLine, OutboxRefusal, OutboxStatus, OutboxSummary } from "../platform";

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
    return "under 1 min";
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) {
    return `${Math.floor(hours / 24)} days`;
  }
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** A report's 24 hours: `due in 3 h 12 min`, `overdue by 2 h`. Once it is over the minutes matter no more. */
export function dueWords(due: string, now: Date): { words: string; tone: DueTone } {
  const left = new Date(due).getTime() - now.getTime();
  if (left < 0) {
    const whole = -left < HOUR_MS ? Math.max(-left, MINUTE_MS) : Math.floor(-left / HOUR_MS) * HOUR_MS;
    return { words: `overdue by ${span(whole)}`, tone: "over" };
  }
  return { words: `due in ${span(left)}`, tone: left < SOON_MS ? "soon" : "calm" };
}

/** When something is tried next: `Next try at 2:05 PM`, `Next try in a moment`. */
export function nextTry(at: string, now: Date): string {
  const soon = new Date(at).getTime() - now.getTime() < MINUTE_MS;
  return soon ? "Next try in a moment" : `Next try at ${clock(at, now)}`;
}

/** `1 needs you`, `2 need you`. */
function needYou(number: number): string {
  return `${count(number)} ${number === 1 ? "needs" : "need"} you`;
}

/** What is open, for a screen reader and the panel: `2 need you, 1 refused, 5 waiting`; empty where nothing is. */
export function openWords({ needs_you, refused, waiting }: OutboxStatus): string {
  return [
    needs_you > 0 ? needYou(needs_you) : "",
    refused > 0 ? `${count(refused)} refused` : "",
    waiting > 0 ? `${count(waiting)} waiting` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** The same with what is on its way; empty where nothing is open at all. */
export function standingWords(status: OutboxStatus): string {
  const under = status.sending + status.checking;
  return [openWords(status), under > 0 ? `${count(under)} being reported` : ""].filter(Boolean).join(", ");
}

/** `2 were recorded`, `1 was refused`. */
function were(number: number, what: string): string {
  return `${count(number)} ${number === 1 ? "was" : "were"} ${what}`;
}

/** What became of the reports that waited while there was no connection. */
export function summaryWords({ recorded, refused, needs_you }: OutboxSummary): string {
  const parts = [
    were(recorded, "recorded"),
    refused > 0 ? were(refused, "refused") : "",
    needs_you > 0 ? needYou(needs_you) : "",
  ].filter(Boolean);
  const waited = `${counted(recorded + refused + needs_you, "report")} waited`;
  return `While there was no connection ${waited}: ${parts.join(", ")}.`;
}

/** A report's sentence around its tag, which is drawn with its card. */
export function aroundTag({ sentence, package: target }: OutboxLine): [before: string, tag: string, after: string] {
  const at = target ? sentence.indexOf(target.tag) : -1;
  return target && at >= 0
    ? [sentence.slice(0, at), target.tag, sentence.slice(at + target.tag.length)]
    : [sentence, "", ""];
}

/** How many characters of a tag people read aloud. */
const SPOKEN = 6;

/** A report's sentence for a list, where the tag stands below it: `Finish …003445, on Nov 22, 2026`. */
export function shortSentence(line: OutboxLine): string {
  const [before, tag, after] = aroundTag(line);
  return tag ? `${before.replace(/package $/, "")}…${tag.slice(-SPOKEN)}${after}` : before;
}

const OUTCOMES: Record<string, string> = {
  recorded: "Recorded",
  already_so: "Was already so",
  withdrawn: "Taken back",
  replaced: "Replaced by an edit",
  decided: "Settled by you",
};

/** How a report that is over ended, in a word or two. */
export function outcomeWords(outcome: string): string {
  return OUTCOMES[outcome] ?? "Over";
}

/** Why some were left as they are, each reason once: `2 reports: It is being sent.` */
export function refusalWords(refused: readonly OutboxRefusal[]): string[] {
  const bySentence = new Map<string, number>();
  for (const { sentence } of refused) {
    bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + 1);
  }
  return [...bySentence].map(([sentence, number]) =>
    refused.length === 1 ? sentence : `${counted(number, "report")}: ${sentence}`,
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
