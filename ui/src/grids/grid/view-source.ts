import { asDeskFailure, call, type DeskFailure, type RowPending, type ViewOpened, type ViewSpec } from "../../platform";

/** What every grid's rows have. */
export interface GridRow {
  /** The mirror's own row id. */
  row: number;
  /** What waits in the outbox for it. */
  pending?: RowPending;
}

/** Stands in a window where a record left the mirror after the view was opened. */
export interface GoneRow extends GridRow {
  gone: true;
}

/** Whether this position's record is no longer there. */
export function isGone(row: GridRow): row is GoneRow {
  return "gone" in row && row.gone === true;
}

/** Rows a window. */
export const WINDOW = 100;

/** Windows kept: a few screens around where the person looks, whatever the view's size. */
const KEPT = 12;

/** Reads rows of a view: `package_rows` or `lab_sample_rows`. */
export type FetchRows<Row> = (view: number, from: number, to: number) => Promise<(Row | null)[]>;

/** A view opened but not yet shown, with the rows that will be seen first. */
export interface Candidate<Row extends GridRow> {
  opened: ViewOpened;
  /** Windows by their number: 0 is the first hundred rows. */
  windows: Map<number, (Row | GoneRow)[]>;
}

/**
 * How opening went. `superseded`: another view was asked for meanwhile; `newer` when it was this source that asked, so
 * that its answer is the one to show.
 */
export type OpenResult<Row extends GridRow> =
  | { is: "opened"; candidate: Candidate<Row> }
  | { is: "superseded"; newer: boolean }
  | { is: "failed"; failure: DeskFailure };

const PASSED_OVER = new Set(["superseded", "cancelled"]);

/**
 * The rows behind a grid: one view on the screen, a bounded number of its windows, and the next view while it is being
 * opened. The one on the screen stays until the next has the rows that will be seen, so that nothing goes blank between.
 */
export class ViewSource<Row extends GridRow> {
  readonly #fetch: FetchRows<Row>;
  #shown: ViewOpened | undefined;
  #windows = new Map<number, (Row | GoneRow)[]>();
  #ticket = 0;

  constructor(fetch: FetchRows<Row>) {
    this.#fetch = fetch;
  }

  /** The view on the screen. */
  get shown(): ViewOpened | undefined {
    return this.#shown;
  }

  /** How many windows are held. */
  get held(): number {
    return this.#windows.size;
  }

  /** Opens a view and reads the windows that cover `first..last`, without showing it. */
  async open(spec: ViewSpec, around: { first: number; last: number }): Promise<OpenResult<Row>> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    let opened: ViewOpened | undefined;
    try {
      opened = await call("view_open", spec);
      const { view, rows } = opened;
      if (ticket !== this.#ticket) {
        this.#close(view);
        return { is: "superseded", newer: true };
      }
      const top = Math.max(rows - 1, 0);
      const from = Math.floor(Math.min(around.first, top) / WINDOW);
      const to = Math.floor(Math.min(around.last, top) / WINDOW);
      const numbers = rows === 0 ? [] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
      const read = await Promise.all(numbers.map((number) => this.#read(view, rows, number)));
      if (ticket !== this.#ticket) {
        this.#close(view);
        return { is: "superseded", newer: true };
      }
      return { is: "opened", candidate: { opened, windows: new Map(numbers.map((n, at) => [n, read[at] ?? []])) } };
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      if (opened) {
        this.#close(opened.view);
      }
      const newer = ticket !== this.#ticket;
      if (newer || PASSED_OVER.has(failure.code)) {
        return { is: "superseded", newer };
      }
      return { is: "failed", failure };
    }
  }

  /** Puts an opened view on the screen; the one before it is closed. */
  show(candidate: Candidate<Row>): void {
    const before = this.#shown;
    this.#shown = candidate.opened;
    this.#windows = new Map(candidate.windows);
    if (before && before.view !== candidate.opened.view) {
      this.#close(before.view);
    }
  }

  /** Puts an opened view away unseen. */
  discard(candidate: Candidate<Row>): void {
    this.#close(candidate.opened.view);
  }

  /** The row at a position, if its window is held. */
  peek(position: number): Row | GoneRow | undefined {
    return this.#windows.get(Math.floor(position / WINDOW))?.[position % WINDOW];
  }

  /** The rows of a window: at once when held, else a promise. */
  window(number: number): (Row | GoneRow)[] | Promise<(Row | GoneRow)[]> {
    const held = this.#windows.get(number);
    if (held) {
      this.#keep(number, held);
      return held;
    }
    const shown = this.#shown;
    if (!shown) {
      return [];
    }
    return this.#read(shown.view, shown.rows, number).then((rows) => {
      if (this.#shown === shown) {
        this.#keep(number, rows);
      }
      return rows;
    });
  }

  /**
   * Reads the held windows again, those in `first` before the others, and says which rows are other than before. Each
   * row stays at its position. Over at once when another view is shown meanwhile.
   */
  async *renew(first: readonly number[]): AsyncGenerator<{ position: number; row: Row | GoneRow }[]> {
    const shown = this.#shown;
    const held = [...this.#windows.keys()];
    const order = [...first.filter((number) => held.includes(number)), ...held.filter((n) => !first.includes(n))];
    for (const number of order) {
      if (!shown || this.#shown !== shown || !this.#windows.has(number)) {
        continue;
      }
      const rows = await this.#read(shown.view, shown.rows, number);
      const before = this.#windows.get(number);
      if (this.#shown !== shown || !before) {
        continue;
      }
      // In its place, so that the window used last stays the one used last.
      this.#windows.set(number, rows);
      yield rows.flatMap((row, at) =>
        JSON.stringify(row) === JSON.stringify(before[at]) ? [] : [{ position: number * WINDOW + at, row }],
      );
    }
  }

  /** Closes everything; what is under way comes to nothing. */
  close(): void {
    this.#ticket += 1;
    if (this.#shown) {
      this.#close(this.#shown.view);
    }
    this.#shown = undefined;
    this.#windows.clear();
  }

  async #read(view: number, rows: number, number: number): Promise<(Row | GoneRow)[]> {
    const from = number * WINDOW;
    const answer = await this.#fetch(view, from, Math.min(from + WINDOW, rows));
    return answer.map((row, at) => row ?? { row: -(from + at + 1), gone: true });
  }

  /** Keeps a window as the one used last; the one not used for longest goes. */
  #keep(number: number, rows: (Row | GoneRow)[]): void {
    this.#windows.delete(number);
    this.#windows.set(number, rows);
    for (const oldest of this.#windows.keys()) {
      if (this.#windows.size <= KEPT) {
        break;
      }
      this.#windows.delete(oldest);
    }
  }

  #close(view: number): void {
    // A view that cannot be closed is closed by the desk's own limit; the person has nothing to do about it.
    call("view_close", { view }).catch(() => {});
  }
}
