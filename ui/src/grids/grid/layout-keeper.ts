import { type Column, call, newRequestId } from "../../platform";
import { defaultLayout, type GridLayout, readLayout, writeLayout } from "./layout";

/** Changes that follow each other within this time are remembered as one. */
export const SETTLED_MS = 400;

/** Remembers how a person leaves a grid of a license. A layout that could not be saved costs them nothing but the layout. */
export class LayoutKeeper {
  readonly #grid: string;
  readonly #license: string;
  #columns: Column[] = [];
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
      const { layout } = await call("layout_get", { grid: this.#grid, license: this.#license });
      return readLayout(layout, columns);
    } catch {
      return defaultLayout(columns);
    }
  }

  /** Remembers a layout soon. */
  save(layout: GridLayout): void {
    this.#put(writeLayout(layout, this.#columns));
  }

  /** Forgets the layout soon. */
  forget(): void {
    this.#put("");
  }

  /** Writes what is waiting now. */
  flush(): void {
    clearTimeout(this.#timer);
    const layout = this.#pending;
    this.#pending = undefined;
    if (layout !== undefined) {
      call("layout_put", { request_id: newRequestId(), grid: this.#grid, license: this.#license, layout }).catch(
        () => {},
      );
    }
  }

  #put(layout: string): void {
    this.#pending = layout;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SETTLED_MS);
  }
}
