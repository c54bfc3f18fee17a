import type { GridApi } from "ag-grid-community";
import type { Column } from "../../platform";
import { say } from "../../words";
import { shownColumns, written } from "./column-state";
import { type Selected, selectedCount } from "./selection";
import type { GridRow } from "./view-source";
import { cellCopy } from "./words";

/** A text for the clipboard and what is said once it is there. */
export interface Copied {
  /** None where it is too much to copy: then the words say so. */
  text: string | null;
  words: string;
}

function displayed<Row>(api: GridApi<Row>, columns: Column[]): Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return written(columns, shownColumns(api)).flatMap((id) => byId.get(id) ?? []);
}

/** The focused cell. */
export function cellText<Row extends GridRow>(api: GridApi<Row>, columns: Column[]): Copied | undefined {
  const focused = api.getFocusedCell();
  const column = columns.find((candidate) => candidate.id === focused?.column.getColId());
  const row = focused ? api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined;
  return column && row
    ? { text: cellCopy(column, row), words: say("grid-copied-cell", { column: column.title }) }
    : undefined;
}

/** Selected rows: those that the grid holds in their order, then those out of reach. */
function inOrder<Row extends GridRow>(api: GridApi<Row>, rows: ReadonlyMap<number, Row>): Row[] {
  const held = new Map<number, number>();
  api.forEachNode(({ data, rowIndex }) => {
    if (data && rowIndex !== null) {
      held.set(data.row, rowIndex);
    }
  });
  const place = (row: Row) => held.get(row.row) ?? Number.POSITIVE_INFINITY;
  return [...rows.values()].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/**
 * The selected rows, or the focused one where none is selected: the columns shown, in their order, as a file has them, with a header. All
 * that match are for the export: they are not held here.
 */
export function rowsText<Row extends GridRow>(
  api: GridApi<Row>,
  columns: Column[],
  selected: Selected<Row>,
): Copied | undefined {
  if (selected.is === "matching") {
    return { text: null, words: say("grid-copy-too-many", { rows: selectedCount(selected) }) };
  }
  const focused = api.getFocusedCell();
  const node = focused ? api.getDisplayedRowAtIndex(focused.rowIndex) : undefined;
  const rows = selected.is === "rows" ? inOrder(api, selected.rows) : node?.data ? [node.data] : [];
  if (rows.length === 0) {
    return undefined;
  }
  const shown = displayed(api, columns);
  const text = tabSeparated(
    shown.map((column) => column.title),
    rows.map((row) => shown.map((column) => cellCopy(column, row))),
  );
  return { text, words: say("grid-copied-rows", { rows: rows.length }) };
}

/** The tags of the selected rows, a line each, in their order; all that match are too many to be held here. */
export function tagsText<Row extends GridRow & { tag: string }>(api: GridApi<Row>, selected: Selected<Row>): Copied {
  if (selected.is !== "rows") {
    return { text: null, words: say("grid-copy-too-many", { rows: selectedCount(selected) }) };
  }
  const tags = inOrder(api, selected.rows).map((row) => row.tag);
  return { text: tags.join("\r\n"), words: say("grid-copied-tags", { tags: tags.length }) };
}

/** A cell's text for the clipboard: one line, no tab, so that it stays one cell where it is pasted. */
function oneCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").trim();
}

/** Rows as tab-separated text with a header, as spreadsheets take it from the clipboard. */
export function tabSeparated(header: string[], rows: string[][]): string {
  return [header, ...rows].map((cells) => cells.map(oneCell).join("\t")).join("\r\n");
}

/**
 * Puts a text on the clipboard. Falls back on the browser's copy command where the page may not write to it (WebKit in
 * a window of a custom scheme).
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("copy", put, true);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put, true);
  }
}
