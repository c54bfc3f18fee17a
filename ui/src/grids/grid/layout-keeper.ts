import { type Column, call, newRequestId } from "../../platform";
import { defaultLayout, type GridLayout, readLayout, writeLayout } from "./layout";

/** Changes that follow each other within this time are remembered as one. */
export const SETTLED_MS = 400;

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
   * Has every license and every tab of this kind of grid begin with a layout; what they had of their own is forgotten.
   *
   * @throws {DeskFailure} when it could not be kept: nothing is changed then.
   */
  async everywhere(layout: GridLayout): Promise<void> {
    this.flush();
    await this.#call(writeLayout(layout, this.#columns), true);
    this.#everywhere = true;
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

  async #call(layout: string, everywhere: boolean): Promise<void> {
    const of = { grid: this.#grid, license: this.#license };
    await call("layout_put", { request_id: newRequestId(), ...of, layout, everywhere });
  }

  #put(layout: string): void {
    this.#pending = layout;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SETTLED_MS);
  }
}
