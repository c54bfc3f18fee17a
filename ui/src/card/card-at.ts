/** A tag of the page that has a card, and whose books to look into first. */
export interface CardAt {
  anchor: HTMLElement;
  tag: string;
  license: string | null;
}

/** Where a card stands beside its tag. */
export type CardSide = "bottom" | "top" | "right" | "left";

/** Room that a whole card with its distance to the edge needs, CSS pixels. */
const NEEDS = { width: 416, height: 404 };

/**
 * The side on which a card opens, by the room alone: under its tag or over it where a whole card fits, else beside it.
 * Decided once, before anything of the card is known, since a card that turns over leaves the pointer that went to it.
 */
export function cardSide(tag: Pick<DOMRect, CardSide>, view: { width: number; height: number }): CardSide {
  const room = {
    bottom: view.height - tag.bottom,
    top: tag.top,
    right: view.width - tag.right,
    left: tag.left,
  };
  const tall = (["bottom", "top"] as const).find((side) => room[side] >= NEEDS.height);
  const wide = (["right", "left"] as const).find((side) => room[side] >= NEEDS.width);
  return tall ?? wide ?? (room.bottom >= room.top ? "bottom" : "top");
}

const TAG = "[data-card-tag]";
/** What may have the focus for a tag: its own button, or the grid cell that it stands in. */
const HOLDER = "button[data-card-tag], [role='gridcell']";

function read(element: HTMLElement): CardAt | undefined {
  const tag = element.dataset.cardTag;
  return tag ? { anchor: element, tag, license: element.dataset.cardLicense ?? null } : undefined;
}

/** The tag that the pointer is on. */
export function cardUnder(target: EventTarget | null): CardAt | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>(TAG) : null;
  return element ? read(element) : undefined;
}

/** The tag of the button or grid cell that has the focus. */
export function cardFocused(target: EventTarget | null): CardAt | undefined {
  if (!(target instanceof Element) || !target.matches(HOLDER)) {
    return undefined;
  }
  const element = target.matches(TAG) ? (target as HTMLElement) : target.querySelector<HTMLElement>(TAG);
  return element ? read(element) : undefined;
}

/** Where the focus belongs when the card of this tag is closed. */
export function focusHolder(at: CardAt): HTMLElement | null {
  return at.anchor.isConnected ? at.anchor.closest<HTMLElement>(HOLDER) : null;
}
