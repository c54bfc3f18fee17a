import type { GridApi, IRowNode } from "ag-grid-community";
import { rowHeight } from "../../base/density";
import type { Moved } from "./anchor";
import type { Selection } from "./selection";
import type { GridRow } from "./view-source";

/** What of a grid is on the screen: its first and last row, and the rows to hold on to, the focused one first. */
export interface Screen {
  first: number;
  last: number;
  /** Rows in sight, from the top. */
  seen: { id: number; position: number }[];
  /** The focused row, then those in sight. */
  wanted: { id: number; position: number }[];
}

/** The element that scrolls. */
function viewport(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>(".ag-grid-viewport") ?? null;
}

/** What a person sees of the grid now. `under` is the position under the pointer, where that is the row to hold on to. */
export function screenOf<Row extends GridRow>(api: GridApi<Row>, under: number | null = null): Screen {
  const { top, bottom } = api.getVerticalPixelRange();
  const first = Math.max(0, Math.floor(top / rowHeight()));
  const last = Math.max(first, Math.ceil(bottom / rowHeight()) - 1);
  const seen: Screen["seen"] = [];
  for (let position = first; position <= last; position += 1) {
    const row = api.getDisplayedRowAtIndex(position)?.data;
    if (row) {
      seen.push({ id: row.row, position });
    }
  }
  const focused = api.getFocusedCell();
  const hold = under ?? focused?.rowIndex;
  const held = seen.filter((row) => row.position === hold);
  return { first, last, seen, wanted: [...held, ...seen] };
}

/** The positions to read before a newer view replaces this screen, `reach` rows further on each side. */
export function around(screen: Screen, reach: number): { first: number; last: number } {
  return { first: Math.max(0, screen.first - reach), last: screen.last + reach };
}

/** Scrolls until a row is whole in sight, with rows on both sides of it; not at all where it is. */
function intoSight<Row extends GridRow>(api: GridApi<Row>, position: number): void {
  const { top, bottom } = api.getVerticalPixelRange();
  if (position * rowHeight() < top || (position + 1) * rowHeight() > bottom) {
    api.ensureIndexVisible(position, "middle");
  }
}

/** Frames that a row may take to be painted: its window is there already. */
const MOST_FRAMES = 600;
/** Frames that the focus may take to come to its cell, unless a dialog keeps it. */
const MOST_FRAMES_TO_FOCUS = 30;

/**
 * Brings a row into sight, gives the focus to its cell in `column` (its first, where that is hidden), and answers what
 * stands in that cell once it is painted; null where it never is.
 */
export async function focusRow<Row extends GridRow>(
  grid: () => { api: GridApi<Row> | undefined; root: HTMLElement | null },
  row: number,
  position: number,
  column: string,
): Promise<HTMLElement | null> {
  let focused: GridApi<Row> | undefined;
  let since = 0;
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    const { api, root } = grid();
    const wanted = api?.getAllDisplayedColumns().find((each) => each.getColId() === column);
    const cell = wanted ?? api?.getAllDisplayedColumns()[0];
    if (api && cell && focused !== api) {
      intoSight(api, position);
      if (api.getDisplayedRowAtIndex(position)?.data?.row === row) {
        api.ensureColumnVisible(cell);
        api.setFocusedCell(position, cell);
        focused = api;
        since = frame;
      }
    }
    if (api && cell && focused === api) {
      const painted = root?.querySelector<HTMLElement>(`[row-index="${position}"] [col-id="${cell.getColId()}"]`);
      // The focus comes last, so that nothing opens beside a row that still moves.
      if (painted && (painted.contains(document.activeElement) || frame - since > MOST_FRAMES_TO_FOCUS)) {
        return painted.querySelector<HTMLElement>("[data-card-tag]") ?? painted;
      }
    }
    await new Promise((done) => requestAnimationFrame(done));
  }
  return null;
}

/** Scrolls to the first row. A cell that was focused in the rows before says nothing of the new ones. */
export function toTop<Row extends GridRow>(api: GridApi<Row>, root: HTMLElement | null, rows: number): void {
  if (!root?.contains(document.activeElement)) {
    api.clearFocusedCell();
  }
  if (rows > 0) {
    api.ensureIndexVisible(0, "top");
  }
}

/** Whether the focus is the grid's: in it, or nowhere since the cell that had it was drawn anew. */
function hasFocus(root: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || root?.contains(activeElement) === true;
}

/** Scrolls so that a row that moved stands where it stood, and moves the focus with it where the grid has it. */
export function followRow<Row extends GridRow>(api: GridApi<Row>, root: HTMLElement | null, moved: Moved): void {
  const by = moved.to - moved.from;
  if (by === 0) {
    return;
  }
  const focused = api.getFocusedCell();
  const { top } = api.getVerticalPixelRange();
  const element = viewport(root);
  // A very tall grid is scaled to fit the browser's limit; there a pixel is not a pixel, and whole rows must do.
  if (element && Math.abs(element.scrollTop - top) <= 1) {
    element.scrollTop = top + by * rowHeight();
  } else {
    api.ensureIndexVisible(Math.max(0, Math.floor(top / rowHeight()) + by), "top");
  }
  if (focused && focused.rowIndex === moved.from) {
    if (hasFocus(root)) {
      api.setFocusedCell(moved.to, focused.column);
    } else {
      // The person went on elsewhere, to the search for example: the focus stays with them.
      api.clearFocusedCell();
    }
  }
}

/** Shows which rows are selected. AG Grid's own selection is only how they look and what a screen reader hears. */
export function paintSelection<Row extends GridRow>(api: GridApi<Row>, selection: Selection<Row>): void {
  const on: IRowNode<Row>[] = [];
  const off: IRowNode<Row>[] = [];
  api.forEachNode((node) => {
    const selected = node.data !== undefined && selection.has(node.data);
    if (node.data && selected !== (node.isSelected() === true)) {
      (selected ? on : off).push(node);
    }
  });
  if (selection.state().is === "none") {
    // Also those that AG Grid holds no longer.
    api.deselectAll();
  }
  api.setNodesSelected({ nodes: on, newValue: true });
  api.setNodesSelected({ nodes: off, newValue: false });
}
