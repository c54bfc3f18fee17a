import "./TagText.css";
import type { ReactElement } from "react";
import { Marked, type Span } from "./Marked";

/** How many characters of a tag people read aloud. */
const SPOKEN = 6;

const NOWHERE: readonly Span[] = [];

/** What of the places is between two characters, counted from the first of these. */
function within(at: readonly Span[], from: number, to: number): Span[] {
  return at
    .map(([begin, end]): Span => [Math.max(begin, from) - from, Math.min(end, to) - from])
    .filter(([begin, end]) => begin < end);
}

/**
 * A tag as it is read: monospaced, its last six characters stronger; `marked` is where in it what was searched for is.
 * `cut`: where it has no room it is cut at its beginning, which is the same in every tag of a license, never at its end.
 */
export function TagText({
  tag,
  marked = NOWHERE,
  cut = false,
}: {
  tag: string;
  marked?: readonly Span[];
  cut?: boolean;
}): ReactElement {
  const head = Math.max(0, tag.length - SPOKEN);
  const words = (
    <>
      <Marked text={tag.slice(0, head)} at={within(marked, 0, head)} />
      <b>
        <Marked text={tag.slice(head)} at={within(marked, head, tag.length)} />
      </b>
    </>
  );
  // What is written from the right is cut at the left; within it the tag is read as ever.
  return cut ? (
    <span className="tag-text tag-cut">
      <bdi dir="ltr">{words}</bdi>
    </span>
  ) : (
    <span className="tag-text">{words}</span>
  );
}
