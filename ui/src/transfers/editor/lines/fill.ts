import type { DraftLineField } from "../../../platform";

/** One write of several: the same value into a column of these lines. */
export interface FillStep {
  lines: number[];
  field: DraftLineField;
  value: string;
}

/** The lines under this one that a value is filled down into: all of them, or only those where nothing stands. */
export function fillDown(
  order: readonly number[],
  from: number,
  onlyEmpty: boolean,
  valueAt: (line: number) => string,
): number[] {
  const below = order.slice(order.indexOf(from) + 1);
  return order.includes(from) ? below.filter((line) => !onlyEmpty || valueAt(line) === "") : [];
}

/** Text of a spreadsheet's cells. */
export function cellsOf(text: string): string[][] {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  return rows.map((row) => row.split("\t").map((cell) => cell.trim()));
}

/** Whether pasted text is more than one field takes. */
export function isSeveral(text: string): boolean {
  const cells = cellsOf(text);
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}

/**
 * What several pasted cells are written to: downwards from a line, rightwards from a column. Neighbours with one value
 * are one step. `over` is how many rows found no line.
 */
export function pastePlan(
  order: readonly number[],
  line: number,
  columns: readonly DraftLineField[],
  column: DraftLineField,
  text: string,
): { steps: FillStep[]; rows: number; over: number } {
  const rows = cellsOf(text);
  const first = order.indexOf(line);
  const fields = columns.slice(columns.indexOf(column));
  const steps: FillStep[] = [];
  const fit = first < 0 ? 0 : Math.min(rows.length, order.length - first);
  for (const [at, field] of fields.entries()) {
    let last: FillStep | undefined;
    for (let row = 0; row < fit; row += 1) {
      const value = rows[row]?.[at];
      const target = order[first + row];
      if (value === undefined || target === undefined) {
        last = undefined;
      } else if (last?.value === value) {
        last.lines.push(target);
      } else {
        last = { lines: [target], field, value };
        steps.push(last);
      }
    }
  }
  return { steps, rows: fit, over: rows.length - fit };
}
