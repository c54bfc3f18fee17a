/** A scanner's keys come faster than a hand's; a busy machine may hand them on a little late. */
export const SCAN_GAP_MS = 90;

/** What a tag looks like: California's have 24 characters. A little less or more is told by the desk, with its reason. */
const LIKE_A_TAG = /^[0-9A-Z]{20,30}$/i;

/** Whether text may be a tag that a scanner read. */
export function looksLikeTag(text: string): boolean {
  return LIKE_A_TAG.test(text);
}

/**
 * Recognises a scanner among key presses: a burst of letters and digits with Enter at its end that looks like a tag.
 * `press` gives the tag when Enter ends one; times are milliseconds of one clock.
 */
export class ScanBurst {
  #text = "";
  #last = Number.NEGATIVE_INFINITY;

  press(key: string, at: number): string | null {
    const fast = at - this.#last <= SCAN_GAP_MS;
    this.#last = at;
    if (!fast) {
      this.#text = "";
    }
    if (key === "Enter") {
      const text = this.#text;
      this.#text = "";
      return fast && looksLikeTag(text) ? text : null;
    }
    if (/^[0-9a-z]$/i.test(key)) {
      this.#text += key;
    } else if (key !== "Shift" && key !== "CapsLock") {
      // A scanner presses Shift for capitals; any other key is a person's.
      this.#text = "";
    }
    return null;
  }
}

/** Whether keys go into a field of the page, where a scan is text like any other. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.tagName === "TEXTAREA" ||
      target.tagName === "SELECT" ||
      (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)))
  );
}
