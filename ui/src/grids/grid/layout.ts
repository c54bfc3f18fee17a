import type { Column, SortKey } from "../../platform";

/** How a person left one column. */
export interface ColumnLayout {
  id: string;
  shown: boolean;
  /** CSS pixels. */
  width: number;
  pinned: "left" | "right" | null;
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
const KNOWN_BY = new Set(["licence", "tag", "number"]);

/** The layout before anyone changed it. */
export function defaultLayout(columns: Column[]): GridLayout {
  return {
    columns: columns.map((column) => ({
      id: column.id,
      shown: column.shown,
      width: column.width,
      pinned: KNOWN_BY.has(column.id) ? "left" : null,
    })),
    sort: [],
  };
}

/** The layout as text for the desk. */
export function writeLayout(layout: GridLayout): string {
  return JSON.stringify({ version: VERSION, ...layout });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readColumn(value: unknown): ColumnLayout | undefined {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.shown !== "boolean") {
    return undefined;
  }
  const width = typeof value.width === "number" && Number.isFinite(value.width) ? value.width : 0;
  const pinned = value.pinned === "left" || value.pinned === "right" ? value.pinned : null;
  return { id: value.id, shown: value.shown, width: Math.min(Math.max(width, NARROWEST), WIDEST), pinned };
}

function readSort(value: unknown): SortKey | undefined {
  return isRecord(value) && typeof value.column === "string" && typeof value.descending === "boolean"
    ? { column: value.column, descending: value.descending }
    : undefined;
}

/**
 * A remembered layout made to fit today's columns: what is gone is left out, what is new stands where the state's site
 * has it, and a text that cannot be read is as good as none.
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
  const seen = new Set<string>();
  const kept = read.columns.map(readColumn).filter((column): column is ColumnLayout => {
    const keep = column !== undefined && known.has(column.id) && !seen.has(column.id);
    if (keep) {
      seen.add(column.id);
    }
    return keep;
  });
  fallback.columns.forEach((column, index) => {
    if (!seen.has(column.id)) {
      kept.splice(Math.min(index, kept.length), 0, column);
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
