/**
 * A scanner's keys come faster than a hand's; a busy machine may hand them on a little late. A key that follows another
 * within this time belongs to a scan, and a letter alone acts only once it has passed.
 */
export const SCAN_GAP_MS = 80;

/** So many characters in a row, each as fast, with Enter behind them are no hand's. */
const LEAST = 8;

/** Whether a key came so soon after another that a scanner pressed both. */
export function followsAtOnce(before: number, at: number): boolean {
  return at >= before && at - before <= SCAN_GAP_MS;
}

/** What a tag looks like: California's have 24 characters. A little less or more is told by the desk, with its reason. */
const LIKE_A_TAG = /^[0-9A-Z]{20,30}$/i;

/** Whether text has the form of a tag: 24 letters and digits. */
export function isTag(text: string): boolean {
  return text.length === 24 && looksLikeTag(text);
}

/** Whether text may be a tag that a scanner read. */
export function looksLikeTag(text: string): boolean {
  return LIKE_A_TAG.test(text);
}

/**
 * Recognizes a scanner among key presses: a burst of characters with Enter at its end. `press` gives what was read when
 * Enter ends one, a tag or whatever else has a barcode; times are milliseconds of one clock.
 */
export class ScanBurst {
  #text = "";
  #last = Number.NEGATIVE_INFINITY;

  press(key: string, at: number): string | null {
    const fast = followsAtOnce(this.#last, at);
    this.#last = at;
    if (!fast) {
      this.#text = "";
    }
    if (key === "Enter") {
      const text = this.#text;
      this.#text = "";
      return fast && text.length >= LEAST ? text : null;
    }
    if (key.length === 1) {
      this.#text += key;
    } else if (key !== "Shift" && key !== "CapsLock") {
      // A scanner presses Shift for capitals; any other key is a person's, and what follows it begins anew.
      this.#text = "";
    }
    return null;
  }

  /** What was pressed so far is no scan. */
  forget(): void {
    this.#text = "";
    this.#last = Number.NEGATIVE_INFINITY;
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
