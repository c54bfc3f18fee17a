import type { GridRow } from "./view-source";

/** Rows looked at on each side of where a row was, when it is searched for in a newer view. */
export const REACH = 400;

/** Where a row of the screen is now, and where it was. */
export interface Moved {
  from: number;
  to: number;
}

/**
 * Finds where the rows of the screen went in a newer view, so that the grid can be shown with them in place. The rows
 * are tried in the order given (the focused one first); the first that still exists decides.
 *
 * `newer` holds the newer view's rows from position `start`.
 */
export function findAnchor(
  wanted: { id: number; position: number }[],
  newer: readonly GridRow[],
  start: number,
): Moved | undefined {
  const places = new Map(newer.map((row, at) => [row.row, start + at]));
  for (const { id, position } of wanted) {
    const place = places.get(id);
    if (place !== undefined) {
      return { from: position, to: place };
    }
  }
  return undefined;
}

/** Whether the rows of the screen would stay exactly where they are. */
export function nothingMoves(
  seen: { id: number; position: number }[],
  newerAt: (position: number) => GridRow | undefined,
): boolean {
  return seen.every(({ id, position }) => newerAt(position)?.row === id);
}
