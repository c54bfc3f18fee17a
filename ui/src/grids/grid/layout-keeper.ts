import { type Column, call, type LayoutBefore, type LayoutKept, newRequestId } from "../../platform";
import { defaultLayout, type GridLayout, readLayout, writeLayout } from "./layout";

/** Changes that follow each other within this time are remembered as one. */
export const SETTLED_MS = 400;

/**
 * What stood before a layout was put everywhere, by kind of grid, until it is taken back: whoever misses the columns of
 * another tab notices when they are there.
 */
const before = new Map<string, LayoutBefore[]>();

/** The kind of a grid: `packages` of `packages.active`. */
function kindOf(grid: string): string {
  return grid.split(".")[0] ?? grid;
}

/** Remembers how a person leaves a grid of a license. A layout that could not be saved costs them nothing but the layout. */
export class LayoutKeeper {
  readonly #grid: string;
  readonly #license: string;
  #columns: Column[] = [];
  /** Whether there is a layout for everywhere, which stands where this grid has none of its own. */
  #everywhere = false;
  #pending: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(grid: string, license: string) {
    this.#grid = grid;
    this.#license = license;
  }

  /** The remembered layout, made to fit today's columns. */
  async load(columns: Column[]): Promise<GridLayout> {
    this.#columns = columns;
    try {
      const { layout, everywhere } = await call("layout_get", { grid: this.#grid, license: this.#license });
      this.#everywhere = Boolean(everywhere);
      return readLayout(layout ?? everywhere, columns);
    } catch {
      return defaultLayout(columns);
    }
  }

  /** Remembers a layout soon. */
  save(layout: GridLayout): void {
    this.#put(writeLayout(layout, this.#columns));
  }

  /** Forgets the layout soon: the usual one stands from then on. */
  forget(): void {
    this.#put(this.#everywhere ? writeLayout(defaultLayout(this.#columns), this.#columns) : "");
  }

  /**
   * Has every license and every tab of this kind of grid begin with the columns of a layout; what they had of their own
   * is forgotten. The sort stays here: what one tab is sorted by says little of another.
   *
   * @throws {DeskFailure} when it could not be kept: nothing is changed then.
   */
  async everywhere(layout: GridLayout): Promise<void> {
    this.flush();
    const kept = await this.#call(writeLayout({ ...layout, sort: [] }, this.#columns), true);
    this.#everywhere = true;
    // Pressed twice: what stood before the first comes last, and stands then.
    const kind = kindOf(this.#grid);
    before.set(kind, [...kept.before, ...(before.get(kind) ?? [])]);
    if (layout.sort.length > 0) {
      this.save(layout);
      this.flush();
    }
  }

  /** Whether a layout was put everywhere since the window opened, and what stood before can be had again. */
  get canUndo(): boolean {
    return before.has(kindOf(this.#grid));
  }

  /**
   * Puts back what stood before a layout was put everywhere, and gives what stands here then.
   *
   * @throws {DeskFailure} when it could not be kept; it can be tried again.
   */
  async undoEverywhere(): Promise<GridLayout> {
    this.flush();
    for (const { grid, license, layout } of before.get(kindOf(this.#grid)) ?? []) {
      await call("layout_put", { request_id: newRequestId(), grid, license, layout, everywhere: false });
    }
    before.delete(kindOf(this.#grid));
    return this.load(this.#columns);
  }

  /** Writes what is waiting now. */
  flush(): void {
    clearTimeout(this.#timer);
    const layout = this.#pending;
    this.#pending = undefined;
    if (layout !== undefined) {
      this.#call(layout, false).catch(() => {});
    }
  }

  #call(layout: string, everywhere: boolean): Promise<LayoutKept> {
    const of = { grid: this.#grid, license: this.#license };
    return call("layout_put", { request_id: newRequestId(), ...of, layout, everywhere });
  }

  #put(layout: string): void {
    this.#pending = layout;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SETTLED_MS);
  }
}
