import type { Column, SortKey } from "../../platform";
import { headWidth } from "./head-width";

/** How a person left one column. */
export interface ColumnLayout {
  id: string;
  shown: boolean;
  /** CSS pixels. */
  width: number;
  pinned: "left" | "right" | null;
  /** Whether it takes the width that the others leave over, until a person gives it a width of their own. */
  fills: boolean;
}

/** How a person left a grid: columns in order, and the sort. */
export interface GridLayout {
  columns: ColumnLayout[];
  sort: SortKey[];
}

const VERSION = 1;
const NARROWEST = 48;
const WIDEST = 1200;

/** What a row is known by stays in sight when the grid is scrolled sideways. */
const KNOWN_BY = new Set(["license", "tag", "number"]);

/** What is longest and read most takes the width that is left over: an item, the other side of a transfer. */
const FILLS = new Set(["item", "other"]);

/** CSS pixels for the last ten characters of a tag and the sign that there are more: those before are mostly alike. */
const TAG_END = 122;

/** A column before anyone changed it: never so narrow that its head is cut. */
function defaultColumn(column: Column): ColumnLayout {
  const isTag = column.kind === "tag" || column.kind === "tags";
  return {
    id: column.id,
    shown: column.shown,
    width: Math.max(isTag ? Math.min(column.width, TAG_END) : column.width, headWidth(column.title)),
    pinned: KNOWN_BY.has(column.id) ? "left" : null,
    fills: FILLS.has(column.id),
  };
}

/** The layout before anyone changed it. */
export function defaultLayout(columns: Column[]): GridLayout {
  return { columns: columns.map(defaultColumn), sort: [] };
}

/**
 * The layout that the state's site has: its columns in its order, behind the license where several are shown; the
 * others are hidden. The sort stays.
 */
export function statesLayout(columns: Column[], order: string[], sort: SortKey[]): GridLayout {
  const place = (column: ColumnLayout) => order.indexOf(column.id);
  const usual = columns.map(defaultColumn);
  const license = usual.filter((column) => column.id === "license");
  const theirs = usual.filter((column) => place(column) >= 0).sort((a, b) => place(a) - place(b));
  const others = usual.filter((column) => column.id !== "license" && place(column) < 0);
  const shown = (are: boolean) => (column: ColumnLayout) => ({ ...column, shown: are });
  return { columns: [...license, ...theirs.map(shown(true)), ...others.map(shown(false))], sort };
}

/** Whether the columns that are seen are those of the state's site, in its order. */
export function inStatesOrder(layout: GridLayout, order: string[]): boolean {
  const seen = layout.columns.filter((column) => column.shown && column.id !== "license").map((column) => column.id);
  return seen.length === order.length && seen.every((id, at) => id === order[at]);
}

/**
 * The layout as text for the desk. A width that a column has by itself is left out: it goes by its title, which another
 * language makes longer.
 */
export function writeLayout(layout: GridLayout, known: Column[]): string {
  const usual = new Map(known.map((column) => [column.id, defaultColumn(column).width]));
  const columns = layout.columns.map(({ width, ...rest }) =>
    width === usual.get(rest.id) ? rest : { ...rest, width },
  );
  return JSON.stringify({ version: VERSION, ...layout, columns });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readColumn(value: unknown, usual: Map<string, ColumnLayout>): ColumnLayout | undefined {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.shown !== "boolean") {
    return undefined;
  }
  const today = usual.get(value.id);
  const width = typeof value.width === "number" && Number.isFinite(value.width) ? value.width : (today?.width ?? 0);
  const pinned = value.pinned === "left" || value.pinned === "right" ? value.pinned : null;
  // Layouts were kept before any column filled: one whose width nobody changed may fill now.
  const fills = today?.fills === true && (typeof value.fills === "boolean" ? value.fills : width === today.width);
  return { id: value.id, shown: value.shown, width: Math.min(Math.max(width, NARROWEST), WIDEST), pinned, fills };
}

function readSort(value: unknown): SortKey | undefined {
  return isRecord(value) && typeof value.column === "string" && typeof value.descending === "boolean"
    ? { column: value.column, descending: value.descending }
    : undefined;
}

/**
 * A remembered layout made to fit today's columns: what is gone is left out, what is new stands behind the column that
 * it usually stands behind, and a text that cannot be read is as good as none.
 */
export function readLayout(text: string | null, columns: Column[]): GridLayout {
  const fallback = defaultLayout(columns);
  let read: unknown;
  try {
    read = text ? JSON.parse(text) : undefined;
  } catch {
    return fallback;
  }
  if (!isRecord(read) || read.version !== VERSION || !Array.isArray(read.columns)) {
    return fallback;
  }
  const known = new Set(columns.map((column) => column.id));
  const usual = new Map(fallback.columns.map((column) => [column.id, column]));
  const seen = new Set<string>();
  const columnsRead = read.columns.map((column) => readColumn(column, usual));
  const kept = columnsRead.filter((column): column is ColumnLayout => {
    const keep = column !== undefined && known.has(column.id) && !seen.has(column.id);
    if (keep) {
      seen.add(column.id);
    }
    return keep;
  });
  const repeats = repeating(columns, seen);
  fallback.columns.forEach((column, index) => {
    if (!seen.has(column.id)) {
      const before = fallback.columns[index - 1]?.id;
      const at = before === undefined ? 0 : kept.findIndex((each) => each.id === before) + 1;
      kept.splice(at, 0, repeats.has(column.id) ? { ...column, shown: false } : column);
    }
  });
  if (!kept.some((column) => column.shown)) {
    return fallback;
  }
  const sort = Array.isArray(read.sort) ? read.sort.map(readSort) : [];
  return {
    columns: kept,
    sort: sort.filter((key): key is SortKey => key !== undefined && known.has(key.column)),
  };
}

/**
 * New columns that only show together what a remembered layout has settled already for each: whoever hid the flags, or
 * placed them, is not shown them once more.
 */
function repeating(columns: Column[], seen: ReadonlySet<string>): ReadonlySet<string> {
  const settled = columns.some((column) => column.kind === "flag" && seen.has(column.id));
  return new Set(settled ? columns.filter((column) => column.kind === "flags").map((column) => column.id) : []);
}

/** The layout with a column moved to stand before another (or last). */
export function moveColumn(layout: GridLayout, id: string, before: string | null): GridLayout {
  const moved = layout.columns.find((column) => column.id === id);
  if (!moved || id === before) {
    return layout;
  }
  const rest = layout.columns.filter((column) => column.id !== id);
  const at = before === null ? rest.length : rest.findIndex((column) => column.id === before);
  rest.splice(at < 0 ? rest.length : at, 0, moved);
  return { ...layout, columns: rest };
}
