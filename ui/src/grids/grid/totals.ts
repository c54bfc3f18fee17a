import { call, type UnitTotal, type ViewOpened } from "../../platform";
import { narrows, type Question } from "./question";

/** Totals wait until the rows are painted and the person has stopped typing. */
export const TOTALS_MS = 120;

/** What a view holds: how many rows and how much of each unit. All of it is of the same view, and known at once. */
export interface Counted {
  view: number;
  rows: number;
  /** How many there are without search and filters. */
  of: number;
  /** Whether search or filters leave some out. */
  narrowed: boolean;
  units: UnitTotal[];
}

/** Counts the view on the screen, a moment after it came there. */
export class Counter {
  readonly #tell: (counted: Counted) => void;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #view: number | null = null;

  constructor(tell: (counted: Counted) => void) {
    this.#tell = tell;
  }

  /** Whether a view is being counted. */
  get busy(): boolean {
    return this.#view !== null;
  }

  /** Counts this view and no longer the one before it. */
  count({ view, rows, of }: ViewOpened, question: Question): void {
    clearTimeout(this.#waiting);
    this.#view = view;
    const counted = (units: UnitTotal[]) => {
      if (this.#view === view) {
        this.#view = null;
        this.#tell({ view, rows, of, narrowed: narrows(question), units });
      }
    };
    this.#waiting = setTimeout(() => {
      call("view_totals", { view }).then(
        ({ totals }) => counted(totals),
        // The rows are there, and how many; sums come with the next view. Nothing for the person to do.
        () => counted([]),
      );
    }, TOTALS_MS);
  }

  /** What is being counted comes to nothing. */
  stop(): void {
    clearTimeout(this.#waiting);
    this.#view = null;
  }
}
