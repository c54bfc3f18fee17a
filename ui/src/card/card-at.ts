/** A tag of the page that has a card, and whose books to look into first. */
export interface CardAt {
  anchor: HTMLElement;
  tag: string;
  licence: string | null;
}

const TAG = "[data-card-tag]";
/** What may have the focus for a tag: its own button, or the grid cell that it stands in. */
const HOLDER = "button[data-card-tag], [role='gridcell']";

function read(element: HTMLElement): CardAt | undefined {
  const tag = element.dataset.cardTag;
  return tag ? { anchor: element, tag, licence: element.dataset.cardLicence ?? null } : undefined;
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
