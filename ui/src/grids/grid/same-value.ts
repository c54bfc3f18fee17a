import { instantCell } from "../../base/time";
import type { Column, FilterTest } from "../../platform";
import { say } from "../../words";
import { field } from "./field";
import { valueWords } from "./filters";
import { flagsOf } from "./flags";
import type { GridRow } from "./view-source";

/**
 * The filter that leaves the rows whose value in this column is this row's; null where a filter cannot say that: of a
 * number that is missing, of several flags at once, and of a row's own tag, which is no other row's.
 */
export function sameValue(column: Pick<Column, "id" | "kind">, row: GridRow): FilterTest | null {
  const value = field(row, column.id);
  const text = value === undefined || value === null ? "" : String(value).trim();
  switch (column.kind) {
    case "tag":
      return null;
    case "text":
    case "tags":
      return text ? { op: "equals", value: text } : { op: "blank" };
    case "number":
      return text ? { op: "equals", value: text } : null;
    case "date":
    case "local_time":
      return text ? dayTest(text.slice(0, 10)) : { op: "blank" };
    case "instant":
      return text ? dayTest(instantCell(text).slice(0, 10)) : { op: "blank" };
    case "flag":
      return { op: "one_of", values: [value === true ? "yes" : "no"] };
    case "flags": {
      const [flag, ...more] = flagsOf(row);
      return flag && more.length > 0 ? null : flag ? { op: "one_of", values: [flag.id] } : { op: "blank" };
    }
    case "lab_state":
      return { op: "one_of", values: [text] };
  }
}

/** A day and a time of it are filtered by the day; a clock alone by nothing. */
function dayTest(day: string): FilterTest | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { op: "equals", value: day } : null;
}

/** Such a filter as an offer: `Only Location “Sales Floor”`. */
export function onlyWords(column: Column, test: FilterTest): string {
  const value = "value" in test ? test.value : "values" in test ? (test.values[0] ?? "") : "";
  if (value === "") {
    return say("grid-only-blank", { column: column.title });
  }
  return say("grid-only", { column: column.title, value: valueWords(column, value) });
}
