/**
 * A scanner's keys come faster than a hand's; a busy machine may hand them on a little late. A key that follows another
 * within this time belongs to a scan, and a letter alone acts only once it has passed.
 */
export const SCAN_GAP_MS = 80;

/** So many characters in a row, each as fast, with Enter behind them are no hand's. */
const LEAST = 8;

/** A busy machine may hold the keys of a scan back in the middle: so long at most, and so often. */
const HELD_BACK_MS = 600;
const HELD_BACK_TIMES = 2;

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
 * Enter ends one, a tag or whatever else has a barcode; times are milliseconds of one clock. Where its keys were held
 * back for a moment, what stands on both sides of it must be a tag together.
 */
export class ScanBurst {
  /** What came before the keys were held back, a text for each time. */
  #before: string[] = [];
  #text = "";
  #last = Number.NEGATIVE_INFINITY;

  press(key: string, at: number): string | null {
    const fast = followsAtOnce(this.#last, at);
    if (!fast) {
      const heldBack = at >= this.#last && at - this.#last <= HELD_BACK_MS && this.#before.length < HELD_BACK_TIMES;
      this.#before = heldBack && this.#text ? [...this.#before, this.#text] : [];
      this.#text = "";
    }
    this.#last = at;
    if (key === "Enter") {
      const text = this.#text;
      const whole = this.#before.join("") + text;
      this.#begin();
      return isTag(whole) ? whole : fast && text.length >= LEAST ? text : null;
    }
    if (key.length === 1) {
      this.#text += key;
    } else if (key !== "Shift" && key !== "CapsLock") {
      // A scanner presses Shift for capitals; any other key is a person's, and what follows it begins anew.
      this.#begin();
    }
    return null;
  }

  #begin(): void {
    this.#before = [];
    this.#text = "";
  }

  /** What was pressed so far is no scan. */
  forget(): void {
    this.#begin();
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
