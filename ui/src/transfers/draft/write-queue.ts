import { asDeskFailure, type DeskFailure } from "../../platform";

/** How long the first new try of a write waits; each further one twice as long, up to the last. */
const FIRST_TRY_MS = 500;
const LAST_TRY_MS = 15_000;

/** Errors after which the same write can succeed although nothing was changed: the draft itself is all right. */
const PASSING = new Set(["file", "disk_full", "internal", "rate_limited", "offline", "keychain", "state_fault"]);

/** A change that must reach the disk. */
export interface Write {
  /** The places it writes to, for example `head:phone`. */
  keys: readonly string[];
  /** Does it. Called again with the same request id when it failed. */
  send: () => Promise<void>;
  /**
   * Takes a later change to itself, so that the two are one write. Only asked while it waits as the last one; false
   * where they do not belong together.
   */
  absorb?: (later: Write) => boolean;
}

/** How the queue stands. */
export interface QueueState {
  /** Writes that are not on the disk yet, the one under way included. */
  waiting: number;
  /** Why the first of them is not on the disk although it was tried; it is tried again by itself. */
  trouble: DeskFailure | null;
  /** The places of the write in trouble. */
  troubled: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
const AT_REST: QueueState = { waiting: 0, trouble: null, troubled: NOTHING };

type Timer = (act: () => void, ms: number) => () => void;

const clock: Timer = (act, ms) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/**
 * The writes of one draft, one after the other, in the order in which they were made. The first goes at once; what is
 * typed while it is under way becomes one further write a place. A write that fails for a passing reason is tried
 * again and holds up those behind it; one that is refused for good is told and left out, and the rest goes on.
 */
export class WriteQueue {
  readonly #changed: () => void;
  readonly #refused: (write: Write, failure: DeskFailure) => void;
  readonly #timer: Timer;
  #writes: Write[] = [];
  #state: QueueState = AT_REST;
  #going = false;
  #tries = 0;
  #stopWaiting: (() => void) | undefined;
  #resting: (() => void)[] = [];

  constructor(changed: () => void, refused: (write: Write, failure: DeskFailure) => void, timer: Timer = clock) {
    this.#changed = changed;
    this.#refused = refused;
    this.#timer = timer;
  }

  /** How it stands; another object whenever it changed. */
  get state(): QueueState {
    return this.#state;
  }

  /** Adds a write. */
  push(write: Write): void {
    const last = this.#writes.at(-1);
    // The first one is under way: it cannot take anything to itself any more.
    if (this.#writes.length > 1 && last?.absorb?.(write)) {
      return;
    }
    this.#writes.push(write);
    this.#tell();
    this.#next();
  }

  /** Runs a command behind everything that was written so far, and gives its answer or its error. It is not tried again. */
  run<A>(command: () => Promise<A>): Promise<A> {
    return new Promise((resolve, reject) => {
      this.push({
        keys: [],
        send: () =>
          command().then(resolve, (thrown) => {
            reject(asDeskFailure(thrown));
          }),
      });
    });
  }

  /** Tries what is in trouble again now. */
  tryNow(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#next();
  }

  /** Over once nothing waits. */
  rest(): Promise<void> {
    return this.#writes.length === 0 ? Promise.resolve() : new Promise((resolve) => this.#resting.push(resolve));
  }

  #tell(trouble: DeskFailure | null = this.#state.trouble): void {
    const waiting = this.#writes.length;
    this.#state =
      waiting === 0 && !trouble
        ? AT_REST
        : { waiting, trouble, troubled: trouble ? new Set(this.#writes[0]?.keys) : NOTHING };
    this.#changed();
  }

  #next(): void {
    const write = this.#writes[0];
    if (!write) {
      for (const resolve of this.#resting.splice(0)) {
        resolve();
      }
      return;
    }
    if (this.#going || this.#stopWaiting) {
      return;
    }
    this.#going = true;
    write.send().then(
      () => this.#done(),
      (thrown) => this.#failed(write, asDeskFailure(thrown)),
    );
  }

  #done(): void {
    this.#going = false;
    this.#tries = 0;
    this.#writes.shift();
    this.#tell(null);
    this.#next();
  }

  #failed(write: Write, failure: DeskFailure): void {
    if (!failure.retry && !PASSING.has(failure.code)) {
      // First, so that what is written in its place is waited for too.
      this.#refused(write, failure);
      this.#done();
      return;
    }
    this.#going = false;
    const wait = Math.min(FIRST_TRY_MS * 2 ** this.#tries, LAST_TRY_MS);
    this.#tries += 1;
    this.#stopWaiting = this.#timer(() => {
      this.#stopWaiting = undefined;
      this.#next();
    }, wait);
    this.#tell(failure);
  }
}
