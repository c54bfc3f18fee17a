import { quantityWords } from "../../base/amount";
import { isState, stateWords } from "../../base/states";
import { dayWords, instantCell, instantWords, timeCell, timeWords } from "../../base/time";
import type { Column } from "../../platform";
import { type LabelId, say } from "../../words";
import { field } from "./field";
import { flagWords } from "./flags";
import { PARTIES, partyWords } from "./party";
import { type GoneRow, type GridRow, isGone } from "./view-source";

/** A cell's text for a person. */
export function cellWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return say(value ? "grid-yes" : "grid-no");
  }
  const text = value === undefined || value === null ? "" : String(value);
  switch (column.kind) {
    case "date":
      return dayWords(text);
    case "instant":
      return instantWords(text);
    case "local_time":
      return timeWords(text);
    case "number":
      return quantityWords(text);
    case "flags":
      return flagWords(row);
    case "text":
    case "tag":
    case "tags":
    case "flag":
    case "lab_state":
      return isState(column) ? stateWords(text) : text;
  }
}

/**
 * A cell's text for the clipboard, as the exports write it: numbers plain, days and times the license's, so that a
 * spreadsheet reads them.
 */
export function cellCopy(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (!row || isGone(row)) {
    return "";
  }
  const value = field(row, column.id);
  if (typeof value === "boolean") {
    return say(value ? "grid-yes" : "grid-no");
  }
  const text = value === undefined || value === null ? "" : String(value);
  switch (column.kind) {
    case "instant":
      return instantCell(text);
    case "local_time":
      return timeCell(text);
    case "flags":
      return flagWords(row);
    case "date":
    case "number":
    case "text":
    case "tag":
    case "tags":
    case "flag":
    case "lab_state":
      return text;
  }
}

/** Everything that a cell says, for a cell that is too narrow for it: what waits, and a quantity with its unit. */
export function wholeWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  if (willOf(column, row) !== undefined) {
    return willWords(column, row);
  }
  const words = PARTIES.has(column.id) ? partyWords(cellWords(column, row)) : cellWords(column, row);
  const unit = column.id === "quantity" ? field(row, "unit") : undefined;
  return words && typeof unit === "string" && unit ? `${words} ${unit}` : words;
}

/** A cell's value once what waits in the outbox is recorded, as it is read; `undefined` where it stays as it is. */
export function willOf(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string | undefined {
  const will = row?.pending?.will.find((each) => each.column === column.id);
  return will && row ? cellWords(column, { ...row, [column.id]: will.value } as GridRow) : undefined;
}

/** Both values of a cell that will change, with their unit. */
export function willValues(
  column: Pick<Column, "id" | "kind">,
  row: GridRow | GoneRow | undefined,
): { will: string; recorded: string } {
  const unit = column.id === "quantity" ? field(row, "unit") : undefined;
  const behind = typeof unit === "string" && unit ? ` ${unit}` : "";
  const said = (words: string) => (words ? `${words}${behind}` : say("grid-blank"));
  return { will: said(willOf(column, row) ?? ""), recorded: said(cellWords(column, row)) };
}

/** What a cell that will change says to those who hear it: `will be 0 g, recorded 12.5 g`. */
export function willWords(column: Pick<Column, "id" | "kind">, row: GridRow | GoneRow | undefined): string {
  return say("grid-will", willValues(column, row));
}

/** What the two directions of a sort are called. */
export function sortWords(kind: Column["kind"]): { up: LabelId; down: LabelId } {
  switch (kind) {
    case "number":
      return { up: "grid-sort-number-up", down: "grid-sort-number-down" };
    case "date":
    case "instant":
    case "local_time":
      return { up: "grid-sort-date-up", down: "grid-sort-date-down" };
    case "flag":
      return { up: "grid-sort-flag-up", down: "grid-sort-flag-down" };
    case "flags":
      return { up: "grid-sort-flags-up", down: "grid-sort-flags-down" };
    case "text":
    case "tag":
    case "tags":
    case "lab_state":
      return { up: "grid-sort-text-up", down: "grid-sort-text-down" };
  }
}
