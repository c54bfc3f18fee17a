import { fits } from "../../base/fits";
import type { PaletteEntry, PaletteGroup } from "../../base/palette";

/** Of what is alike, what can be done goes before what cannot. */
function worth(entry: PaletteEntry, typed: string): number {
  if (entry.under !== undefined && fits(typed, entry.under) > 0) {
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
