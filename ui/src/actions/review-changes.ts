import { tagEnd } from "../base/actions";
import type { Review, ReviewLine } from "../platform";
import { say } from "../words";

/** More than these are counted, not named. */
const NAMED = 4;

function key({ package: { license, package_id } }: ReviewLine): string {
  return `${license} ${package_id}`;
}

function wordsOf({ before }: ReviewLine): string {
  return before || say("actions-blank");
}

function changeOf(before: ReviewLine | undefined, after: ReviewLine): string | undefined {
  const tag = tagEnd(after.package.tag);
  if (!before) {
    return say("actions-changed-new", { tag });
  }
  if (before.ready !== after.ready) {
    return say(after.ready ? "actions-changed-can" : "actions-changed-cannot", { tag });
  }
  return before.before === after.before && before.after === after.after
    ? undefined
    : say("actions-changed-value", { tag, before: wordsOf(before), after: wordsOf(after) });
}

/** What is different between two looks at the same packages, in sentences; empty where nothing a person sees is. */
export function changesBetween(before: Review, after: Review): string[] {
  const old = new Map(before.lines.map((line) => [key(line), line]));
  const found = after.lines.flatMap((line) => changeOf(old.get(key(line)), line) ?? []);
  const now = new Set(after.lines.map(key));
  const gone = before.lines.filter((line) => !now.has(key(line)));
  found.push(...gone.map((line) => say("actions-changed-gone", { tag: tagEnd(line.package.tag) })));
  const rest = found.length - NAMED;
  return rest > 0 ? [...found.slice(0, NAMED), say("actions-changed-rest", { count: rest })] : found;
}
