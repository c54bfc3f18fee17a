/** Where in a cell what was searched for stands: where the desk looked for it, compared as the desk compares. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { dayWords, instantCell } from "../../base/time";
import type { Span } from "../../parts";
import type { Column } from "../../platform";
import { say } from "../../words";
import { folded, joined, places } from "./alike";
import { type Asked, type AskedDay, askedOf, exactly } from "./asked";
import type { GridContext } from "./context";
import { field } from "./field";
import type { GridModel } from "./model";
import type { GoneRow, GridRow } from "./view-source";

/** Words of one or two characters are looked for in these alone, at the beginnings of words. */
const SHORT = new Set([
  "item",
  "category",
  "item_strain",
  "location",
  "number",
  "other",
  "transporter",
  "driver",
  "vehicle",
]);

/** Longer ones are looked for in these as well. */
const LONG = new Set([
  ...SHORT,
  "tag",
  "source_harvests",
  "source_packages",
  "production_batch",
  "lab_testing",
  "packaged_by",
  "received_from",
  "recipient",
  "manifest",
  "note",
  "transfer_type",
  "created_by",
]);

const DAYS = new Set([
  "packaged_date",
  "received",
  "tested",
  "released",
  "departs",
  "departed",
  "arrives",
  "arrived",
  "created",
]);

const SHORTEST_LONG = 3;

/** Characters of a tag, and of these the running number at its end. */
const TAG = 24;
export const RUNNING = 9;

const NOWHERE: readonly Span[] = [];

/** Whether the desk looks into a column at all. */
export function isSearched({ id }: Pick<Column, "id">): boolean {
  return LONG.has(id) || DAYS.has(id) || id === "quantity";
}

/** Where in a text of a column the words stand. */
export function marksIn({ id }: Pick<Column, "id">, text: string, asked: Asked): readonly Span[] {
  if (asked.words.length === 0 || !text || !LONG.has(id)) {
    return NOWHERE;
  }
  return joined(
    asked.words.flatMap((word) => {
      if ([...word].length >= SHORTEST_LONG) {
        return places(text, word);
      }
      return SHORT.has(id) ? places(text, word).filter(([at]) => at === 0 || /\s/.test(text.charAt(at - 1))) : [];
    }),
  );
}

/** Where in one of several source tags: they are found by their running numbers, or whole. */
export function marksInSource(shape: Pick<Column, "id">, tag: string, asked: Asked): readonly Span[] {
  const at = marksIn(shape, tag, asked);
  const usual = tag.length === TAG && tag.toUpperCase().startsWith("1A4");
  return usual ? at.filter(([begin, end]) => begin >= TAG - RUNNING || end - begin === TAG) : at;
}

/** Where in the words of a day or a time the day stands that was asked for. */
export function marksInDay(
  shape: Pick<Column, "id" | "kind">,
  value: unknown,
  words: string,
  asked: Asked,
): readonly Span[] {
  if (asked.days.length === 0 || typeof value !== "string" || !DAYS.has(shape.id)) {
    return NOWHERE;
  }
  const day = (shape.kind === "instant" ? instantCell(value) : value).slice(0, 10);
  const [year, month, date] = day.split("-").map(Number);
  const same = (one: AskedDay) => one.month === month && one.day === date && (one.year === null || one.year === year);
  const own = asked.days.find(same);
  if (!own) {
    return NOWHERE;
  }
  const near = say("time-day-near", { month: own.month, day: String(own.day) });
  const shown = own.year === null && words.startsWith(near) ? near : dayWords(day);
  return words.startsWith(shown) ? [[0, shown.length]] : NOWHERE;
}

/** Whether a row's quantity was asked for. */
export function isAsked(shape: Pick<Column, "id">, row: GridRow | GoneRow | undefined, asked: Asked): boolean {
  if (asked.amounts.length === 0 || shape.id !== "quantity") {
    return false;
  }
  const [amount, unit] = [exactly(String(field(row, "quantity") ?? "")), folded(String(field(row, "unit") ?? ""))];
  return asked.amounts.some((one) => one.amount === amount && (one.unit === null || one.unit === unit));
}

/** Where in the words of any cell but a tag's what was asked for stands. */
export function marksOf(
  shape: Pick<Column, "id" | "kind">,
  row: GridRow | GoneRow | undefined,
  words: string,
  asked: Asked,
): readonly Span[] {
  switch (shape.kind) {
    case "date":
    case "instant":
    case "local_time":
      return marksInDay(shape, field(row, shape.id), words, asked);
    case "number":
      return isAsked(shape, row, asked) ? [[0, words.length]] : NOWHERE;
    case "text":
    case "tag":
    case "tags":
    case "lab_state":
      return marksIn(shape, words, asked);
    case "flag":
    case "flags":
      return NOWHERE;
  }
}

/** What the person searches for now. Whoever asks is drawn anew when it becomes another. */
export function useAskedFor({ model }: GridContext): Asked {
  return askedOf(useSyncExternalStore(model.subscribe, () => model.state().question.search));
}

/** Whether anything is searched for: cells of plain text are React's only then. */
export function isSearching({ model }: GridContext): boolean {
  return model.state().question.search.trim() !== "";
}

/** Cells of plain text are drawn another way while something is searched for. */
export function useSearchRedraw<Row extends GridRow>(model: GridModel<Row>, searching: boolean): void {
  const drawn = useRef(searching);
  useEffect(() => {
    if (drawn.current !== searching) {
      drawn.current = searching;
      const columns = model.columns.filter(isSearched).map((column) => column.id);
      model.api?.refreshCells({ force: true, suppressFlash: true, columns });
    }
  }, [model, searching]);
}
