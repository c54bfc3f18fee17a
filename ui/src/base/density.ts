import { useSyncExternalStore } from "react";
import type { LabelId } from "../words";

/** How close the rows of a grid stand. */
export type Density = "comfortable" | "compact";

const KEY = "trackside.rows";

/** Height of a grid's row, CSS pixels; `tokens.css` has the same in `--row`. */
const HEIGHTS: Record<Density, number> = { comfortable: 30, compact: 24 };

const listeners = new Set<() => void>();

/** The person's choice. */
export function readDensity(): Density {
  return localStorage.getItem(KEY) === "compact" ? "compact" : "comfortable";
}

/** Shows a choice: the grids' style follows the page's root. */
export function applyDensity(density: Density): void {
  document.documentElement.dataset.rows = density;
}

/** Remembers and shows a choice. */
export function chooseDensity(density: Density): void {
  localStorage.setItem(KEY, density);
  applyDensity(density);
  for (const listener of listeners) {
    listener();
  }
}

/** Height of a grid's row now, CSS pixels. */
export function rowHeight(): number {
  return HEIGHTS[readDensity()];
}

/** The same, followed. */
export function useRowHeight(): number {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, rowHeight);
}

/** The choices: in the menu, and as a command. */
export const DENSITIES: readonly { value: Density; words: LabelId; command: LabelId }[] = [
  { value: "comfortable", words: "frame-rows-comfortable", command: "frame-rows-comfortable-command" },
  { value: "compact", words: "frame-rows-compact", command: "frame-rows-compact-command" },
];
