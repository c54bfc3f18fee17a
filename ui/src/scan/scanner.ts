import { followsAtOnce, SCAN_GAP_MS, ScanBurst, takesKeys } from "../base/burst";

/** What a scanner read outside of every field. */
export interface Scan {
  text: string;
  /** Whether a dialog is open: what is under it hears no keys, and no scan either. */
  inDialog: boolean;
}

/** Told of a scan. */
export type HearScan = (scan: Scan) => void;

/** A place that reads scans itself comes before the app. */
export type ScanReader = "place" | "app";

/** A letter that waits whether another key follows it. */
interface Waiting {
  at: number;
  act: () => void;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * The one listener for scans. It hears every key before anything else on the page does: what a scanner reads goes to who
 * listens for it, and its Enter to nobody else, whatever has the focus.
 */
class Scanner {
  readonly #readers: Record<ScanReader, HearScan[]> = { place: [], app: [] };
  readonly #burst = new ScanBurst();
  #listens = false;
  #before = Number.NEGATIVE_INFINITY;
  #now = Number.NEGATIVE_INFINITY;
  #waiting: Waiting | null = null;

  /** Tells `hear` of scans, the one asked for last first. Answers the way to stop. */
  hear(reader: ScanReader, hear: HearScan): () => void {
    this.#listen();
    this.#readers[reader].unshift(hear);
    return () => {
      this.#readers[reader] = this.#readers[reader].filter((other) => other !== hear);
    };
  }

  /**
   * Acts on a letter once it is plain that it is no scanner's: no letter or digit came just before it, and no key
   * follows.
   */
  whenAlone(event: Pick<KeyboardEvent, "timeStamp">, act: () => void): void {
    this.#listen();
    const before = event.timeStamp === this.#now ? this.#before : this.#now;
    if (followsAtOnce(before, event.timeStamp)) {
      return;
    }
    // A busy page hands keys on late: those that wait by then are heard before this acts.
    const timer = setTimeout(() => setTimeout(() => this.#act(), 0), SCAN_GAP_MS);
    this.#waiting = { at: event.timeStamp, act, timer };
  }

  #act(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.act();
  }

  #listen(): void {
    if (!this.#listens) {
      this.#listens = true;
      window.addEventListener("keydown", (event) => this.#pressed(event), true);
    }
  }

  #pressed(event: KeyboardEvent): void {
    this.#before = this.#now;
    // Only what stands in a tag: an arrow or Space before a letter is the same hand's.
    this.#now = /^[0-9a-z]$/i.test(event.key) ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const waiting = this.#waiting;
    if (waiting) {
      clearTimeout(waiting.timer);
      if (!followsAtOnce(waiting.at, event.timeStamp)) {
        this.#act();
      }
      this.#waiting = null;
    }
    if (takesKeys(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      this.#burst.forget();
      return;
    }
    const text = this.#burst.press(event.key, event.timeStamp);
    const inDialog = document.querySelector(".dialog") !== null;
    const hear = text === null ? undefined : ((inDialog ? undefined : this.#readers.place[0]) ?? this.#readers.app[0]);
    if (text === null || (!hear && !inDialog)) {
      return;
    }
    // Enter would also press the button, open the row or choose the entry that has the focus.
    event.preventDefault();
    event.stopImmediatePropagation();
    closeMenu();
    hear?.({ text, inDialog });
  }
}

/** A menu that is open would keep the focus to itself. */
function closeMenu(): void {
  const menu = document.activeElement?.closest("[role='menu']");
  menu?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
}

/** The page's scanner. */
export const scanner = new Scanner();
