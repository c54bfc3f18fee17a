import type { IconName } from "../../parts";
import { plain } from "../../words";

/** One line of the palette. */
export interface PaletteEntry {
  /** Its own among all lines. */
  id: string;
  icon: IconName;
  words: string;
  /** Beside the words, quiet. */
  note?: string;
  /** At the end of the line: how many there are. */
  end?: string;
  keys?: string;
  /** Other words that find it. */
  also?: string[];
  /** Why it cannot be done now: then pressing it does nothing. */
  why?: string;
  /** The words are a package's tag. */
  tag?: boolean;
  /** What it is a part of: not found by that one's words alone, and not in the whole list, which would be long with these. */
  under?: string;
  /** It leads somewhere: the focus goes on there instead of back to what had it. */
  leads?: boolean;
  act: () => void;
}

/** Lines of one kind. */
export interface PaletteGroup {
  id: string;
  heading: string;
  entries: PaletteEntry[];
}

/**
 * How well an entry fits what was typed: 0 where it does not. Every word typed must be found; the beginning of the entry
 * counts most, then the beginning of one of its words, then any place. `words` is what the entry is called, `also` what
 * else finds it, which counts least.
 */
export function fits(typed: string, words: string, also: readonly string[]): number {
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  const called = plain(words);
  const others = plain(also.join(" "));
  let worst = 1;
  for (const word of asked) {
    const found = called.startsWith(word)
      ? 1
      : called.includes(` ${word}`)
        ? 0.8
        : called.includes(word)
          ? 0.5
          : ` ${others}`.includes(` ${word}`)
            ? 0.4
            : others.includes(word)
              ? 0.3
              : 0;
    worst = Math.min(worst, found);
  }
  return worst;
}

/** Of what is alike, what can be done goes before what cannot. */
function worth(entry: PaletteEntry, typed: string): number {
  if (entry.under !== undefined && fits(typed, entry.under, []) > 0) {
    return 0;
  }
  const fit = fits(typed, entry.words, [entry.note ?? "", ...(entry.also ?? [])]);
  return fit > 0 && entry.why !== undefined ? fit - 0.01 : fit;
}

/** The lines that fit what was typed, the best first, and their groups by their best. */
export function ranked(groups: readonly PaletteGroup[], typed: string): PaletteGroup[] {
  return groups
    .map((group) => ({
      group,
      lines: group.entries
        .map((entry) => ({ entry, worth: worth(entry, typed) }))
        .filter((line) => line.worth > 0)
        .sort((one, other) => other.worth - one.worth),
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((one, other) => (other.lines[0]?.worth ?? 0) - (one.lines[0]?.worth ?? 0))
    .map(({ group, lines }) => ({ ...group, entries: lines.map(({ entry }) => entry) }));
}
