import type { ReactElement } from "react";

/** How many characters of a tag people read aloud. */
const SPOKEN = 6;

/** A tag as it is read: monospaced, its last six characters stronger. */
export function TagText({ tag }: { tag: string }): ReactElement {
  const cut = Math.max(0, tag.length - SPOKEN);
  return (
    <span className="tag-text">
      {tag.slice(0, cut)}
      <b>{tag.slice(cut)}</b>
    </span>
  );
}
