import type { Column } from "../../platform";
import type { Asked } from "./asked";
import { field } from "./field";
import { isAsked, marksInSource, marksOf, RUNNING } from "./marks";
import { partyWords } from "./party";
import { splitTags } from "./tags";
import { type GoneRow, type GridRow, isGone } from "./view-source";
import { cellWords } from "./words";

/** What was found in a column that is not in sight. */
export interface Found {
  column: Column;
  words: string;
}

/** The words of a column in which what was asked for stands; nothing where it does not. */
function wordsWith(column: Column, row: GridRow, asked: Asked): string | undefined {
  if (column.kind === "tags") {
    const tags = splitTags(String(field(row, column.id) ?? ""));
    const tag = tags.find((each) => marksInSource(column, each, asked).length > 0);
    return tag && `…${tag.slice(-RUNNING)}`;
  }
  const words = cellWords(column, row);
  const said = column.kind === "text" ? partyWords(words) : words;
  return marksOf(column, row, said, asked).length > 0 ? said : undefined;
}

/** Why a row was found that shows nothing of it: the first column out of sight in which a word stands that none in sight has. */
export function foundElsewhere(
  columns: readonly Column[],
  seen: ReadonlySet<string>,
  row: GridRow | GoneRow | undefined,
  asked: Asked,
): Found | null {
  if (!row || isGone(row) || columns.some((column) => isAsked(column, row, asked))) {
    return null;
  }
  const inSight = columns.filter((column) => seen.has(column.id));
  const shows = (one: Asked) => inSight.some((column) => wordsWith(column, row, one) !== undefined);
  const missing: Asked = {
    // Words that are a day together stand nowhere by themselves.
    words: asked.days.length > 0 ? [] : asked.words.filter((word) => !shows({ words: [word], days: [], amounts: [] })),
    days: asked.days.filter((day) => !shows({ words: [], days: [day], amounts: [] })),
    amounts: [],
  };
  for (const column of columns) {
    const words = seen.has(column.id) ? undefined : wordsWith(column, row, missing);
    if (words !== undefined) {
      return { column, words };
    }
  }
  return null;
}
