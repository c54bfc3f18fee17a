import type { Column } from "../../platform";
import { type GoneRow, type GridRow, isGone } from "./view-source";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `YYYY-MM-DD` for a person: `Mar 4, 2026`. What is not a day comes back as it is. */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name && date ? `${name} ${Number(date)}, ${year}` : day;
}

/** An instant for a person, in this computer's time zone: `Mar 4, 2026, 14:05`. */
export function instantWords(instant: string): string {
  const at = new Date(instant);
  if (!instant || Number.isNaN(at.getTime())) {
    return instant;
  }
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return `${MONTHS[at.getMonth()]} ${at.getDate()}, ${at.getFullYear()}, ${clock}`;
}

/** Exact decimal text with its thousands grouped; no digit is lost, for no float is made. */
export function quantityWords(decimal: string): string {
  const [, sign = "", whole, part = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  return whole === undefined ? decimal : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part}`;
}

/** A field of a row, by a column's id. */
export function field(row: GridRow | GoneRow | undefined, column: string): unknown {
  return row && column in row ? row[column as keyof typeof row] : undefined;
}

/** A cell's text for a person. */
export function cellWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  const text = value === undefined || value === null ? "" : String(value);
  switch (column.kind) {
    case "date":
      return dayWords(text);
    case "instant":
      return instantWords(text);
    case "number":
      return quantityWords(text);
    default:
      return text;
  }
}

/** A cell's text for the clipboard: as the record has it, so that a spreadsheet reads dates and numbers. */
export function cellCopy(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  return value === undefined || value === null ? "" : String(value);
}

/** What the two directions of a sort are called. */
export function sortWords(kind: Column["kind"]): { up: string; down: string } {
  switch (kind) {
    case "number":
      return { up: "Sort smallest first", down: "Sort largest first" };
    case "date":
    case "instant":
      return { up: "Sort oldest first", down: "Sort newest first" };
    case "flag":
      return { up: "Sort those without it first", down: "Sort those with it first" };
    default:
      return { up: "Sort A to Z", down: "Sort Z to A" };
  }
}
