import type { DraftFinding } from "../../../platform";

/** Findings that say the same of several lines, told once. */
export interface Alike {
  /** The first of them, which is the one to go to. */
  first: DraftFinding;
  /** How many more lines it is so with. */
  more: number;
}

/** A line by its number, in every language that a finding may be written in. */
const LINE = /(?:\bLine|l[ií]nea) \d+\b/gi;

/** What a finding says, whichever line or package it says it of. */
function said({ sentence, spot }: DraftFinding): string {
  if (spot.at !== "line") {
    return `${spot.at} ${sentence}`;
  }
  return `line ${spot.field} ${sentence.replace(LINE, "Line").replace(/\b[0-9A-Z]{24}\b/g, "")}`;
}

/** Puts findings together that say the same, in the order in which the first of each comes. */
export function alike(findings: readonly DraftFinding[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const finding of findings) {
    const key = said(finding);
    const known = found.get(key);
    if (known) {
      known.more += 1;
    } else {
      found.set(key, { first: finding, more: 0 });
    }
  }
  return [...found.values()];
}
