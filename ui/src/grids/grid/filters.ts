import { quantityWords, readNumber, whyWords } from "../../base/amount";
import { isState, stateWords } from "../../base/states";
import { dayWords } from "../../base/time";
import type { Column, ColumnFilter, ColumnKind, FilterTest } from "../../platform";
import { type LabelId, language, type MessageId, type Messages, say } from "../../words";
import { FLAGS } from "./flags";

/** The operations of the desk's column filters. */
export type FilterOp = FilterTest["op"];

/** The messages that tell a column and one value. */
type ValueChip = { [Id in MessageId]: Messages[Id] extends { column: string; value: string } ? Id : never }[MessageId];

/** One entry of a filter's list of operations. */
export interface FilterChoice {
  op: FilterOp;
  /** For a person. */
  label: LabelId;
  /** The filter in words, where the operation takes one value. */
  chip?: ValueChip;
}

/** What stands in a filter panel while a person fills it in: texts throughout, so that no number loses a digit. */
export interface FilterDraft {
  op: FilterOp;
  /** The value, or the lower end of a range. */
  value: string;
  /** The upper end of a range. */
  to: string;
  /** The values chosen from a list. */
  values: string[];
}

const BLANK: FilterChoice[] = [
  { op: "blank", label: "grid-filter-blank" },
  { op: "not_blank", label: "grid-filter-not-blank" },
];

const TEXT: FilterChoice[] = [
  { op: "contains", label: "grid-filter-contains", chip: "grid-chip-contains" },
  { op: "not_contains", label: "grid-filter-not-contains", chip: "grid-chip-not-contains" },
  { op: "equals", label: "grid-filter-exactly", chip: "grid-chip-exactly" },
  { op: "not_equals", label: "grid-filter-not", chip: "grid-chip-not-text" },
  { op: "starts_with", label: "grid-filter-starts", chip: "grid-chip-starts" },
  { op: "ends_with", label: "grid-filter-ends", chip: "grid-chip-ends" },
  ...BLANK,
];

const NUMBER: FilterChoice[] = [
  { op: "equals", label: "grid-filter-is", chip: "grid-chip-is" },
  { op: "not_equals", label: "grid-filter-not", chip: "grid-chip-not" },
  { op: "less", label: "grid-filter-less", chip: "grid-chip-less" },
  { op: "at_most", label: "grid-filter-at-most", chip: "grid-chip-at-most" },
  { op: "greater", label: "grid-filter-more", chip: "grid-chip-more" },
  { op: "at_least", label: "grid-filter-at-least", chip: "grid-chip-at-least" },
  { op: "between", label: "grid-filter-between" },
  ...BLANK,
];

const DATE: FilterChoice[] = [
  { op: "equals", label: "grid-filter-on", chip: "grid-chip-on" },
  { op: "less", label: "grid-filter-before", chip: "grid-chip-before" },
  { op: "at_most", label: "grid-filter-until", chip: "grid-chip-until" },
  { op: "greater", label: "grid-filter-after", chip: "grid-chip-after" },
  { op: "at_least", label: "grid-filter-since", chip: "grid-chip-since" },
  { op: "between", label: "grid-filter-between" },
  ...BLANK,
];

const LIST: FilterChoice[] = [{ op: "one_of", label: "grid-filter-one-of" }];

const FLAGGED: FilterChoice[] = [
  ...LIST,
  { op: "not_blank", label: "grid-filter-flagged" },
  { op: "blank", label: "grid-filter-not-flagged" },
];

/** The operations that a column of this kind offers, the usual one first. */
export function filterChoices(kind: ColumnKind): FilterChoice[] {
  switch (kind) {
    case "number":
      return NUMBER;
    case "date":
    case "instant":
    case "local_time":
      return DATE;
    case "flag":
    case "lab_state":
      return LIST;
    case "flags":
      return FLAGGED;
    case "text":
    case "tag":
    case "tags":
      return TEXT;
  }
}

/** How many values an operation takes. */
export function valuesTaken(op: FilterOp): "none" | "one" | "two" | "list" {
  switch (op) {
    case "blank":
    case "not_blank":
      return "none";
    case "between":
      return "two";
    case "one_of":
      return "list";
    default:
      return "one";
  }
}

/** A draft to begin with, or that says what `test` says. */
export function draftOf(kind: ColumnKind, test?: FilterTest): FilterDraft {
  const op = test?.op ?? filterChoices(kind)[0]?.op ?? "contains";
  const draft: FilterDraft = { op, value: "", to: "", values: [] };
  if (!test) {
    return draft;
  }
  if ("value" in test) {
    return { ...draft, value: test.value };
  }
  if ("from" in test) {
    return { ...draft, value: test.from, to: test.to };
  }
  return "values" in test ? { ...draft, values: test.values } : draft;
}

/** A draft read: a test, nothing yet, or why it cannot be one. */
export type DraftRead = { is: "test"; test: FilterTest } | { is: "empty" } | { is: "wrong"; why: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One value as the desk takes it, or why it is none of this kind. Numbers are decimal text and stay text. */
function readValue(kind: ColumnKind, typed: string): { value: string } | { why: string } {
  const text = typed.trim();
  switch (kind) {
    case "number": {
      const read = readNumber(text);
      return read.is === "amount"
        ? { value: read.amount }
        : { why: read.is === "wrong" ? whyWords(read.why) : say("grid-filter-number-wrong") };
    }
    case "date":
    case "instant":
    case "local_time":
      return DAY.test(text) && !Number.isNaN(Date.parse(text))
        ? { value: text }
        : { why: say("grid-filter-day-wrong") };
    case "text":
    case "tag":
    case "tags":
    case "flag":
    case "flags":
    case "lab_state":
      return { value: text };
  }
}

/** Compares two decimal texts exactly, without making floats of them. Negative when `a` is less. */
export function compareDecimals(a: string, b: string): number {
  const split = (text: string) => {
    const negative = text.startsWith("-");
    const [whole = "", part = ""] = text.replace("-", "").split(".");
    return { negative, whole: whole.replace(/^0+/, ""), part: part.replace(/0+$/, "") };
  };
  const x = split(a);
  const y = split(b);
  const width = Math.max(x.part.length, y.part.length);
  const scaled = (n: typeof x) => BigInt(`${n.whole}${n.part.padEnd(width, "0")}` || "0") * (n.negative ? -1n : 1n);
  const difference = scaled(x) - scaled(y);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Reads what a person filled in for a column of `kind`. */
export function readDraft(kind: ColumnKind, draft: FilterDraft): DraftRead {
  switch (draft.op) {
    case "blank":
    case "not_blank":
      return { is: "test", test: { op: draft.op } };
    case "one_of":
      return draft.values.length > 0 ? { is: "test", test: { op: "one_of", values: draft.values } } : { is: "empty" };
    case "between": {
      if (!draft.value.trim() && !draft.to.trim()) {
        return { is: "empty" };
      }
      const from = readValue(kind, draft.value);
      const to = readValue(kind, draft.to);
      if ("why" in from) {
        return { is: "wrong", why: from.why };
      }
      if ("why" in to) {
        return { is: "wrong", why: to.why };
      }
      const ends = [from.value, to.value] as const;
      const backwards = kind === "number" ? compareDecimals(...ends) > 0 : from.value > to.value;
      const [least, most] = backwards ? [to.value, from.value] : ends;
      return { is: "test", test: { op: "between", from: least, to: most } };
    }
    default: {
      if (!draft.value.trim()) {
        return { is: "empty" };
      }
      const read = readValue(kind, draft.value);
      return "why" in read ? { is: "wrong", why: read.why } : { is: "test", test: { op: draft.op, value: read.value } };
    }
  }
}

/** A filter's value as the cells show theirs, so that a person sees what was understood. */
export function valueWords(column: Pick<Column, "id" | "kind">, value: string): string {
  switch (column.kind) {
    case "number":
      return quantityWords(value);
    case "date":
    case "instant":
    case "local_time":
      return dayWords(value);
    case "flag":
      return say(value === "yes" ? "grid-yes" : "grid-no");
    case "flags": {
      const flag = FLAGS.find((each) => each.id === value);
      return flag ? say(flag.name) : value;
    }
    case "text":
    case "tag":
    case "tags":
    case "lab_state":
      return isState(column) ? stateWords(value) : value;
  }
}

/** A filter in words, for its chip: `Item contains “OG”`. */
export function describeFilter(shape: Column, test: FilterTest): string {
  const { kind, title: column } = shape;
  const words = (value: string) => valueWords(shape, value);
  if ("value" in test) {
    const chip = filterChoices(kind).find((choice) => choice.op === test.op)?.chip ?? "grid-chip-is";
    return say(chip, { column, value: words(test.value) });
  }
  if ("from" in test) {
    return say("grid-chip-between", { column, from: words(test.from), to: words(test.to) });
  }
  if ("values" in test) {
    const values = test.values.map((value) => (value === "" ? say("grid-blank") : words(value)));
    return say("grid-chip-one-of", {
      column,
      values: new Intl.ListFormat(language(), { type: "disjunction" }).format(values),
    });
  }
  if (kind === "flags") {
    return say(test.op === "blank" ? "grid-chip-not-flagged" : "grid-chip-flagged");
  }
  return say(test.op === "blank" ? "grid-chip-blank" : "grid-chip-not-blank", { column });
}

/** The filters with the one of `column` set to `test`, or taken away. Order is kept. */
export function withFilter(filters: ColumnFilter[], column: string, test: FilterTest | undefined): ColumnFilter[] {
  if (!test) {
    return filters.filter((filter) => filter.column !== column);
  }
  return filters.some((filter) => filter.column === column)
    ? filters.map((filter) => (filter.column === column ? { column, test } : filter))
    : [...filters, { column, test }];
}
