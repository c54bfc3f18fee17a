import "./TagLabel.css";
import type { ReactElement } from "react";
import { Icon } from "./Icon";
import type { Span } from "./Marked";
import { TagText } from "./TagText";

/**
 * A tag with the symbol that says it has a card. Resting the pointer on it opens the card; in a grid the cell around it
 * takes the focus and the keys, and the tag is `cut` at its beginning where the cell has no room for it.
 */
export function TagLabel({
  tag,
  license,
  marked,
  cut,
}: {
  tag: string;
  license: string | null;
  marked?: readonly Span[];
  cut?: boolean;
}): ReactElement | null {
  if (!tag) {
    return null;
  }
  return (
    <span className="tag-label" data-card-tag={tag} data-card-license={license ?? undefined}>
      <Icon name="package" size={13} />
      <TagText tag={tag} marked={marked} cut={cut} />
    </span>
  );
}

/** A tag outside of a grid: a button that opens its card. */
export function TagButton({ tag, license }: { tag: string; license: string | null }): ReactElement {
  return (
    <button
      type="button"
      className="tag-label tag-button"
      data-card-tag={tag}
      data-card-license={license ?? undefined}
      aria-haspopup="dialog"
    >
      <Icon name="package" size={13} />
      <TagText tag={tag} />
    </button>
  );
}
