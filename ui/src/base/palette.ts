import type { IconName } from "./icons";

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

/** A line that gets its name from its place among those of its kind, unless it has one. */
export type Line = Omit<PaletteEntry, "id"> & { id?: string };
