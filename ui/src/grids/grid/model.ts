import type { GridApi, IDatasource } from "ag-grid-community";
import {
  asDeskFailure,
  type Column,
  call,
  type DeskEvent,
  type DeskFailure,
  type FilterTest,
  type SortKey,
  type ViewOpened,
} from "../../platform";
import { findAnchor, nothingMoves, REACH } from "./anchor";
import { countChanges, freshTally, type Tally } from "./changes";
import { withFilter } from "./filters";
import { defaultLayout, type GridLayout } from "./layout";
import type { LayoutKeeper } from "./layout-keeper";
import { around, focusRow, followRow, paintSelection, type Screen, screenOf, toTop } from "./painted";
import { pressSort, type Question, type Scope, sameQuestion, viewSpec } from "./question";
import { MOST, type Selected, Selection } from "./selection";
import { type Counted, Counter } from "./totals";
import { type Candidate, type FetchRows, type GoneRow, type GridRow, isGone, ViewSource, WINDOW } from "./view-source";

/** Keystrokes closer together than this are one question. */
export const TYPING_MS = 30;
/** How often a first load may bring new rows. */
export const QUIET_MS = 500;
/** News of the outbox this close together is read at once. */
export const RENEW_MS = 60;
/** How long the rows rest between two readings while the outbox is busy. */
export const RENEW_REST_MS = 400;

/** What a grid shows. Replaced whole on every change. */
export interface GridState {
  question: Question;
  /** The view on the screen; null until the first one is open. */
  opened: ViewOpened | null;
  /** The question the view on the screen answers; another than `question` while a newer view is being opened. */
  answered: Question | null;
  tally: Tally;
  failure: DeskFailure | null;
  /** What was counted last: of the view on the screen, or of one before it while that is being counted. */
  totals: Counted | null;
  layout: GridLayout;
}

/** What a grid is made of. */
export interface GridSetup<Row extends GridRow> {
  scope: Scope;
  columns: Column[];
  /** The columns that the state's site shows, in its order; none where the grid has that order already. */
  statesOrder: string[];
  layout: GridLayout;
  search: string;
  fetch: FetchRows<Row>;
  keeper: LayoutKeeper;
  /** Whether a first load is under way: then rows may come in below those on the screen without being asked for. */
  loading: () => boolean;
}

type Place = "top" | "keep";
/** Who wants the view: the person; news, and only if nothing on the screen would move; a first load, while nobody uses the grid. */
type OpenedBy = "person" | "news" | "filling";

/** A grid's state and everything that may happen to it. Knows AG Grid only through the API that is attached to it. */
export class GridModel<Row extends GridRow> {
  readonly scope: Scope;
  readonly columns: Column[];
  readonly statesOrder: string[];
  readonly source: ViewSource<Row>;
  readonly selection = new Selection<Row>();
  /** Told what became of the selection when another view came: what it was, and whether another question was asked. */
  onViewReplaced: (was: Selected<Row>, asked: boolean) => void = () => {};
  readonly #setup: GridSetup<Row>;
  #state: GridState;
  #listeners = new Set<() => void>();
  #api: GridApi<Row> | undefined;
  #root: HTMLElement | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #counter = new Counter((totals) => this.#set({ totals }));
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #renewing: ReturnType<typeof setTimeout> | undefined;
  #renewAgain = false;
  #range = 0;
  #closed = false;
  #touched = false;
  #firstLoad = false;
  #hovered: number | null = null;
  #opening = 0;

  constructor(setup: GridSetup<Row>) {
    this.#setup = setup;
    this.scope = setup.scope;
    this.columns = setup.columns;
    this.statesOrder = setup.statesOrder;
    this.source = new ViewSource(setup.fetch);
    this.selection.subscribe(() => this.#paintSelection());
    this.#state = {
      question: { search: setup.search, filters: [], sort: setup.layout.sort },
      opened: null,
      answered: null,
      tally: freshTally(0),
      failure: null,
      totals: null,
      layout: setup.layout,
    };
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For `useSyncExternalStore`. */
  readonly state = (): GridState => this.#state;

  /** Opens the first view; over once it is open or has failed. */
  start(): Promise<void> {
    return this.#open("top");
  }

  /** The page may be about to go: a layout that waits is written now. */
  leave(): void {
    this.#setup.keeper.flush();
  }

  /** Lets go of everything; a layout that waits is written. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#typing);
    this.#counter.stop();
    clearTimeout(this.#quiet);
    clearTimeout(this.#renewing);
    this.source.close();
    this.#setup.keeper.flush();
    this.#api = undefined;
    // Who waits for its rows waits no longer.
    this.#set({});
  }

  /** Joins the grid on the screen to this model. */
  attach(api: GridApi<Row>, root: HTMLElement | null): void {
    this.#api = api;
    this.#root = root;
    this.#paintSelection();
  }

  /** The grid on the screen, if there is one. */
  get api(): GridApi<Row> | undefined {
    return this.#api?.isDestroyed() ? undefined : this.#api;
  }

  /** Where AG Grid gets its rows. */
  readonly datasource: IDatasource = {
    getRows: ({ startRow, successCallback, failCallback }) => {
      const count = () => this.source.shown?.rows ?? 0;
      const window = this.source.window(Math.floor(startRow / WINDOW));
      const give = (rows: (Row | GoneRow)[]) => {
        successCallback(rows, count());
        this.#paintSelection();
      };
      if (Array.isArray(window)) {
        give(window);
        return;
      }
      window.then(give, (thrown) => {
        failCallback();
        this.#windowFailed(asDeskFailure(thrown));
      });
    },
  };

  /** Searches. Rows on the screen stay until those that match are there. */
  search(search: string): void {
    this.#ask({ search }, TYPING_MS);
  }

  /** Sets or clears a column's filter. */
  filter(column: string, test: FilterTest | undefined): void {
    this.#ask({ filters: withFilter(this.#state.question.filters, column, test) }, TYPING_MS);
  }

  /** Takes away all filters. */
  clearFilters(): void {
    this.#ask({ filters: [] }, 0);
  }

  /** A press on a header. */
  pressSort(column: string, add: boolean): void {
    this.sort(pressSort(this.#state.question.sort, column, add));
  }

  /** Sorts. The sort is remembered with the columns. */
  sort(sort: SortKey[]): void {
    this.#ask({ sort }, 0);
    this.keepLayout({ ...this.#state.layout, sort });
  }

  /** Remembers how the columns stand. */
  keepLayout(layout: GridLayout): void {
    if (JSON.stringify(layout) !== JSON.stringify(this.#state.layout)) {
      this.#set({ layout });
      this.#setup.keeper.save(layout);
    }
  }

  /** Has every license and tab of this kind of grid begin with the columns as they stand. Throws what the desk does. */
  layoutEverywhere(): Promise<void> {
    return this.#setup.keeper.everywhere(this.#state.layout);
  }

  /** Whether that was done, and can be undone. */
  get canUndoEverywhere(): boolean {
    return this.#setup.keeper.canUndo;
  }

  /** Undoes that: each license and tab has again what it had. Throws what the desk does. */
  async undoEverywhere(): Promise<GridLayout> {
    return this.#take(await this.#setup.keeper.undoEverywhere());
  }

  /** Puts the columns and the sort back as they were at first. */
  resetLayout(): GridLayout {
    this.#setup.keeper.forget();
    return this.#take(defaultLayout(this.columns));
  }

  #take(layout: GridLayout): GridLayout {
    this.#set({ layout });
    this.#ask({ sort: layout.sort }, 0);
    return layout;
  }

  /** Shows the news, with the focused row (or the first in sight) kept where it is. */
  showChanges(): void {
    void this.#open("keep");
  }

  /** Tries again what failed. */
  retry(): void {
    void this.#open("keep");
  }

  /** The person uses the grid: from now on rows move only when they say so. */
  touch(): void {
    if (!this.#touched) {
      this.#touched = true;
      this.#set({});
    }
  }

  /** A first load fills the grid by itself: there is nothing for the person to show. */
  get filling(): boolean {
    return this.#firstLoad && !this.#touched;
  }

  /**
   * Selects the rows from the last one selected to this position; `more` keeps those selected before. Answers how many
   * it left out since they are too many, or 0.
   */
  async selectTo(position: number, more: boolean): Promise<number> {
    this.#range += 1;
    const mine = this.#range;
    const from = this.selection.anchor ?? position;
    const first = Math.min(from, position);
    const last = Math.max(from, position);
    const cut = Math.max(0, last - first + 1 - MOST);
    const begin = position < from ? first + cut : first;
    const end = position < from ? last : last - cut;
    const numbers = Array.from(
      { length: Math.floor(end / WINDOW) - Math.floor(begin / WINDOW) + 1 },
      (_, step) => Math.floor(begin / WINDOW) + step,
    );
    try {
      const windows = await Promise.all(numbers.map((number) => this.source.window(number)));
      // A later key or press has chosen another range meanwhile, or the rows are others.
      if (mine === this.#range && !this.#closed) {
        const start = Math.floor(begin / WINDOW) * WINDOW;
        const rows = windows.flat().slice(begin - start, end - start + 1);
        this.selection.rows(
          rows.filter((row): row is Row => !isGone(row)),
          more,
        );
      }
    } catch (thrown) {
      this.#windowFailed(asDeskFailure(thrown));
    }
    return cut;
  }

  /**
   * The position of a row in the view that answers what is asked now; null where it does not have the row, or there is
   * no such view.
   */
  async positionOf(row: number): Promise<number | null> {
    while (await this.#settled()) {
      const view = this.#state.opened?.view;
      if (view === undefined) {
        return null;
      }
      try {
        const { position } = await call("view_position", { view, row });
        if (this.#state.opened?.view === view && !this.#asking()) {
          return position;
        }
      } catch (thrown) {
        const failure = asDeskFailure(thrown);
        // Another view came meanwhile, or comes now.
        if (failure.code !== "view_gone" || this.#state.opened?.view === view) {
          this.#windowFailed(failure);
          return null;
        }
      }
    }
    return null;
  }

  /**
   * Brings a row into sight, selects it alone and gives its cell in `column` the focus. Answers what stands in the cell;
   * null where the view does not have the row.
   */
  async bring(row: number, column: string): Promise<HTMLElement | null> {
    this.touch();
    const position = await this.positionOf(row);
    if (position === null || this.#closed) {
      return null;
    }
    try {
      const found = (await this.source.window(Math.floor(position / WINDOW)))[position % WINDOW];
      if (!found || isGone(found) || found.row !== row || this.#closed) {
        return null;
      }
      const selected = this.selection.state();
      // Scanned again: nothing is drawn anew.
      if (!(selected.is === "rows" && selected.rows.size === 1 && this.selection.has(found))) {
        this.#range += 1;
        this.selection.only(found, position);
      }
    } catch (thrown) {
      this.#windowFailed(asDeskFailure(thrown));
      return null;
    }
    return focusRow(() => ({ api: this.api, root: this.#root }), row, position, column);
  }

  /** Waits until the rows on the screen answer what is asked; false where they never will. */
  #settled(): Promise<boolean> {
    const now = () => {
      if (this.#closed || this.#state.failure) {
        return false;
      }
      return this.#state.opened !== null && !this.#asking() ? true : null;
    };
    const first = now();
    if (first !== null) {
      return Promise.resolve(first);
    }
    return new Promise((done) => {
      const deaf = this.subscribe(() => {
        const settled = now();
        if (settled !== null) {
          deaf();
          done(settled);
        }
      });
    });
  }

  /** Selects every row of the view on the screen. */
  selectAll(): void {
    const { opened } = this.#state;
    if (opened) {
      this.#range += 1;
      this.selection.all(opened.view, opened.rows);
    }
  }

  /** The pointer is over the row at this position, or over none. */
  hover(position: number | null): void {
    this.#hovered = position;
  }

  /** Hears the desk. */
  heard(event: DeskEvent): void {
    if (event.event === "outbox") {
      // Only packages have reports in their rows.
      if (this.scope.collection === "packages") {
        this.#renewSoon(RENEW_MS);
      }
      return;
    }
    if (event.event === "snapshot") {
      if (this.#state.opened) {
        void this.#open("keep");
      }
      return;
    }
    const tally = countChanges(this.#state.tally, event, this.scope);
    if (tally === this.#state.tally || !this.#state.opened) {
      return;
    }
    this.#set({ tally });
    const loading = this.#setup.loading();
    this.#firstLoad ||= loading;
    if (this.#state.opened.of === 0 || loading || this.filling) {
      this.#quiet ??= setTimeout(() => this.#fill(), QUIET_MS);
    }
  }

  /**
   * Brings in what a first load has read. Into a grid that nobody uses yet rows may come anywhere, except that the one
   * under the pointer stays; once it is used, only below those in sight.
   */
  #fill(): void {
    if (this.#opening > 0 || this.#counter.busy) {
      // A slow answer is waited for: asking again would only interrupt it.
      this.#quiet = setTimeout(() => this.#fill(), QUIET_MS);
      return;
    }
    this.#quiet = undefined;
    if (!this.filling) {
      void this.#open("keep", "news");
    } else if (!this.#asking()) {
      void this.#open(this.#hovered === null ? "top" : "keep", "filling");
    }
    // This was the last of the first load; from now on rows move only when the person says so.
    this.#firstLoad = this.#setup.loading();
  }

  #renewSoon(after: number): void {
    this.#renewAgain = true;
    this.#renewing ??= setTimeout(() => void this.#renew(), after);
  }

  /** Reads the rows again for what waits in the outbox for them. No row moves; only cells that differ are drawn anew. */
  async #renew(): Promise<void> {
    this.#renewAgain = false;
    const screen = this.api ? screenOf(this.api) : { first: 0, last: 0 };
    const first = [Math.floor(screen.first / WINDOW), Math.floor(screen.last / WINDOW)];
    try {
      for await (const changed of this.source.renew([...new Set(first)])) {
        for (const { position, row } of changed) {
          // A place without a record keeps AG Grid's type; every cell knows what to do with it.
          this.api?.getDisplayedRowAtIndex(position)?.updateData(row as Row);
        }
        this.selection.renew(changed.flatMap(({ row }) => (isGone(row) ? [] : [row])));
      }
    } catch (thrown) {
      this.#windowFailed(asDeskFailure(thrown));
    }
    this.#renewing = undefined;
    if (this.#renewAgain && !this.#closed) {
      this.#renewSoon(RENEW_REST_MS);
    }
  }

  #paintSelection(): void {
    if (this.api) {
      paintSelection(this.api, this.selection);
    }
  }

  #set(change: Partial<GridState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }

  #ask(change: Partial<Question>, after: number): void {
    const question = { ...this.#state.question, ...change };
    if (sameQuestion(question, this.#state.question)) {
      this.#set({ question });
      return;
    }
    this.#set({ question });
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#open("top"), after);
  }

  async #open(place: Place, by: OpenedBy = "person", again = false): Promise<void> {
    const quiet = by === "news";
    // Rows that come in by themselves would make all of a view another set of rows than the person selected.
    if (this.#closed || (quiet && (this.#asking() || this.selection.state().is === "matching"))) {
      return;
    }
    const question = this.#state.question;
    const screen = place === "keep" && this.api ? screenOf(this.api, this.#touched ? null : this.#hovered) : undefined;
    this.#opening += 1;
    const result = await this.source.open(
      viewSpec(this.scope, question),
      screen ? around(screen, quiet ? 0 : REACH) : { first: 0, last: 0 },
    );
    this.#opening -= 1;
    if (this.#closed) {
      return;
    }
    switch (result.is) {
      case "superseded":
        // Another window of the desk interrupted this one, not a newer question of this grid.
        if (!result.newer && !again) {
          await this.#open(place, by, true);
        }
        return;
      case "failed":
        if (!quiet) {
          this.#set({ failure: result.failure });
        }
        return;
      case "opened":
        if (by === "filling" && (this.#touched || (place === "top" && this.#hovered !== null))) {
          // The person came to the grid while the answer was under way: it must not move a row away under them.
          this.source.discard(result.candidate);
          this.#quiet ??= setTimeout(() => this.#fill(), QUIET_MS);
          return;
        }
        if (quiet && (this.selection.state().is === "matching" || !this.#fitsUnder(result.candidate))) {
          this.source.discard(result.candidate);
          return;
        }
        this.#show(result.candidate, question, screen);
    }
  }

  #asking(): boolean {
    const { question, answered } = this.#state;
    return answered !== null && !sameQuestion(question, answered);
  }

  /** Whether a newer view leaves every row in sight where it is. */
  #fitsUnder(candidate: Candidate<Row>): boolean {
    const seen = this.api ? screenOf(this.api).seen : [];
    return nothingMoves(seen, (at) => candidate.windows.get(Math.floor(at / WINDOW))?.[at % WINDOW]);
  }

  #show(candidate: Candidate<Row>, question: Question, screen: Screen | undefined): void {
    const { opened } = candidate;
    const { answered } = this.#state;
    const selected = this.selection.state();
    this.source.show(candidate);
    this.#range += 1;
    this.#set({ opened, answered: question, tally: freshTally(opened.revision), failure: null });
    this.selection.viewReplaced();
    if (selected.is !== "none") {
      this.onViewReplaced(selected, answered !== null && !sameQuestion(question, answered));
    }
    const api = this.api;
    if (api) {
      api.setRowCount(opened.rows, true);
      const moved = screen && findAnchor(screen.wanted, ...this.#held(candidate));
      if (moved) {
        followRow(api, this.#root, moved);
      } else if (!screen) {
        toTop(api, this.#root, opened.rows);
      }
      if (opened.rows > 0) {
        api.refreshInfiniteCache();
      }
    }
    this.#counter.count(opened, question);
  }

  /** A candidate's rows that were read, which stand one after the other, and the first one's position. */
  #held(candidate: Candidate<Row>): [GridRow[], number] {
    const numbers = [...candidate.windows.keys()];
    return [numbers.flatMap((number) => candidate.windows.get(number) ?? []), Math.min(...numbers, Infinity) * WINDOW];
  }

  #windowFailed(failure: DeskFailure): void {
    if (this.#closed) {
      return;
    }
    if (failure.code === "view_gone") {
      void this.#open("keep");
    } else {
      this.#set({ failure });
    }
  }
}
