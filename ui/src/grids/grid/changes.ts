import type { DeskEvent } from "../../platform";
import { say } from "../../words";
import type { Scope } from "./question";

/** News that a grid does not show yet. */
export interface Tally {
  /** Records changed since the view on the screen was opened; one that changed twice counts twice. */
  records: number;
  /** The feed's position up to which they are counted. */
  revision: number;
}

/** The tally of a view that shows everything up to `revision`. */
export function freshTally(revision: number): Tally {
  return { records: 0, revision };
}

/**
 * The tally after an event. What the view shows already, other grids' records, other tabs' and other licenses' are not
 * news. The same tally comes back when nothing is.
 */
export function countChanges(tally: Tally, event: DeskEvent, scope: Scope): Tally {
  if (event.event !== "changes" || event.revision <= tally.revision) {
    return tally;
  }
  const news = event.changes
    .filter((change) => change.collection === scope.collection && (change.tab === null || change.tab === scope.tab))
    .filter((change) => scope.licenses.includes(change.license))
    .reduce((sum, change) => sum + change.records, 0);
  return news === 0 ? tally : { records: tally.records + news, revision: event.revision };
}

/** The words of the bar. */
export function changesWords(records: number): string {
  return say("grid-news", { records });
}
