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

/** A time on the facility's own clock for a person, `2026-11-24T09:30:00` as `Nov 24, 2026, 09:30`: no zone is known. */
export function localTimeWords(time: string): string {
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(time) ?? [];
  return day && clock ? `${dayWords(day)}, ${clock}` : time;
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
    case "local_time":
      return localTimeWords(text);
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

/** A cell's value once what waits in the outbox is recorded, as it is read; `undefined` where it stays as it is. */
export function willOf(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string | undefined {
  const will = row?.pending?.will.find((each) => each.column === column.id);
  return will && row ? cellWords(column, { ...row, [column.id]: will.value } as GridRow) : undefined;
}

/** What a cell that will change says to those who hear it: `will be 0 g, recorded 12.5 g`. */
export function willWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  const unit = column.id === "quantity" ? field(row, "unit") : undefined;
  const behind = typeof unit === "string" && unit ? ` ${unit}` : "";
  const said = (words: string) => (words ? `${words}${behind}` : "blank");
  return `will be ${said(willOf(column, row) ?? "")}, recorded ${said(cellWords(column, row))}`;
}

/** What the two directions of a sort are called. */
export function sortWords(kind: Column["kind"]): { up: string; down: string } {
  switch (kind) {
    case "number":
      return { up: "Sort smallest first", down: "Sort largest first" };
    case "date":
    case "instant":
    case "local_time":
      return { up: "Sort oldest first", down: "Sort newest first" };
    case "flag":
      return { up: "Sort those without it first", down: "Sort those with it first" };
    default:
      return { up: "Sort A to Z", down: "Sort Z to A" };
  }
}
