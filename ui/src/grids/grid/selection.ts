import { type GridRow, isGone } from "./view-source";

/** Rows selected one by one are named one by one to the desk, which takes no more than these. */
export const MOST = 5_000;

/** What is selected: nothing, rows by name, or every row of a view, whatever is in sight of it. */
export type Selected<Row extends GridRow> =
  | { is: "none" }
  | { is: "rows"; rows: ReadonlyMap<number, Row> }
  | { is: "matching"; view: number; rows: number };

/** How many rows are selected. */
export function selectedCount<Row extends GridRow>(selected: Selected<Row>): number {
  switch (selected.is) {
    case "none":
      return 0;
    case "rows":
      return selected.rows.size;
    case "matching":
      return selected.rows;
  }
}

/**
 * The rows that a person selected. They stay selected while others are in sight, and when another question is asked:
 * what was named stays named. All rows of a view are another matter: another view is another set of rows.
 */
export class Selection<Row extends GridRow> {
  #state: Selected<Row> = { is: "none" };
  #listeners = new Set<() => void>();
  #anchor: number | null = null;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For `useSyncExternalStore`. Another object for every change. */
  readonly state = (): Selected<Row> => this.#state;

  /** The position in the view from which a range goes; null where there is none. */
  get anchor(): number | null {
    return this.#anchor;
  }

  /** Whether a row is selected. */
  has(row: GridRow): boolean {
    return (
      !isGone(row) && (this.#state.is === "matching" || (this.#state.is === "rows" && this.#state.rows.has(row.row)))
    );
  }

  /** Selects this row alone. */
  only(row: Row, position: number): void {
    this.#anchor = position;
    this.#set(new Map([[row.row, row]]));
  }

  /** Selects or leaves out this row. Where all of a view are selected, it is the only one then. */
  toggle(row: Row, position: number): void {
    this.#anchor = position;
    const rows = new Map(this.#state.is === "rows" ? this.#state.rows : []);
    if (!rows.delete(row.row)) {
      rows.set(row.row, row);
    }
    this.#set(rows);
  }

  /** Selects these rows; `more` with those selected before. The anchor stays. */
  rows(chosen: readonly Row[], more: boolean): void {
    const rows = new Map(more && this.#state.is === "rows" ? this.#state.rows : []);
    for (const row of chosen) {
      rows.set(row.row, row);
    }
    this.#set(rows);
  }

  /** Selects every row of a view. */
  all(view: number, rows: number): void {
    this.#state = rows > 0 ? { is: "matching", view, rows } : { is: "none" };
    this.#tell();
  }

  /** Selects nothing. */
  clear(): void {
    this.#anchor = null;
    if (this.#state.is !== "none") {
      this.#state = { is: "none" };
      this.#tell();
    }
  }

  /** Another view is on the screen: positions mean nothing any more, and neither does all of the one before. */
  viewReplaced(): void {
    this.#anchor = null;
    if (this.#state.is === "matching") {
      this.clear();
    }
  }

  /** Newer readings of rows, some of which may be selected. */
  renew(fresh: readonly Row[]): void {
    const { is } = this.#state;
    const selected = is === "rows" ? fresh.filter((row) => this.has(row)) : [];
    if (selected.length > 0) {
      this.rows(selected, true);
    }
  }

  #set(rows: Map<number, Row>): void {
    this.#state = rows.size > 0 ? { is: "rows", rows } : { is: "none" };
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}
