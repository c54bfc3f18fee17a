import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

/** A menu or filter that is open at a header. */
export interface HeaderMenuAt {
  column: string;
  anchor: HTMLElement;
  kind: "menu" | "filter";
}

/** What AG Grid hands to every header and cell. */
export interface GridContext {
  // Headers and menus look at the question and the layout only; which kind of row the grid has is nothing to them.
  model: GridModel<GridRow>;
  openMenu: (at: HeaderMenuAt) => void;
}
