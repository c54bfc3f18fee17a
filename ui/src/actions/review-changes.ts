import { counted } from "../app/words";
import type { Review, ReviewLine } from "../platform";

/** More than these are counted, not named. */
const NAMED = 4;
const SPOKEN = 6;

function key({ package: { licence, package_id } }: ReviewLine): string {
  return `${licence} ${package_id}`;
}

function changeOf(before: ReviewLine | undefined, after: ReviewLine): string | undefined {
  const tag = `…${after.package.tag.slice(-SPOKEN)}`;
  if (!before) {
    return `${tag} is new here.`;
  }
  if (before.ready !== after.ready) {
    return after.ready ? `${tag} can be queued now.` : `${tag} cannot be queued any more.`;
  }
  return before.before === after.before && before.after === after.after
    ? undefined
    : `${tag} was ${before.before || "blank"} and is ${after.before || "blank"} now.`;
}

/** What is different between two looks at the same packages, in sentences; empty where nothing a person sees is. */
export function changesBetween(before: Review, after: Review): string[] {
  const old = new Map(before.lines.map((line) => [key(line), line]));
  const found = after.lines.flatMap((line) => changeOf(old.get(key(line)), line) ?? []);
  const now = new Set(after.lines.map(key));
  const gone = before.lines.filter((line) => !now.has(key(line)));
  found.push(...gone.map((line) => `…${line.package.tag.slice(-SPOKEN)} is no longer in these records.`));
  const rest = found.length - NAMED;
  return rest > 0 ? [...found.slice(0, NAMED), `${counted(rest, "further package")} changed as well.`] : found;
}
