import { fits, plain } from "../base/fits";
import type { Span } from "../parts";
import type { GuideFile } from "../platform";

/** By what a file is chosen: its import, or that it is the list of tags. */
export function idOf(file: GuideFile): string {
  return file.kind ?? "tags";
}

/** Fits of this and more begin a word; of less they stand somewhere within one, as `epa` in `separate`. */
const BEGINS = 0.4;

/** `EpaRegistrationNumber` as its words. */
function apart(heading: string): string {
  return heading.replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** Everything by which a file is found, beside its title. */
function said({ purpose, columns, notes }: GuideFile): string[] {
  return [
    purpose,
    ...columns.flatMap(({ heading, also, holds, limit, meaning }) => [
      heading,
      apart(heading),
      ...also,
      holds,
      limit,
      meaning,
    ]),
    ...notes,
  ];
}

/** The files that fit what was typed, in their order: those in which words begin so, else those that have it within words. */
export function filesFor(files: readonly GuideFile[], typed: string): GuideFile[] {
  const fitting = files.map((file) => ({ file, fit: fits(typed, file.title, said(file)) }));
  const least = fitting.some(({ fit }) => fit >= BEGINS) ? BEGINS : Number.MIN_VALUE;
  return fitting.filter(({ fit }) => fit >= least).map(({ file }) => file);
}

/** Where the words typed stand in a text, in order and apart. */
export function marksIn(text: string, typed: string): Span[] {
  const within = plain(text);
  // A letter that is two without its accent would shift what follows.
  if (within.length !== text.length) {
    return [];
  }
  const marks: [number, number][] = [];
  for (const word of plain(typed).split(/\s+/).filter(Boolean)) {
    for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + word.length)) {
      marks.push([at, at + word.length]);
    }
  }
  marks.sort(([one], [other]) => one - other);
  return marks.filter(([begin], index) => marks.slice(0, index).every(([, end]) => end <= begin));
}
