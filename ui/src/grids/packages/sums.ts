import type { PackageRow } from "../../platform";

/** A sum of quantities in one unit. */
export interface Sum {
  unit: string;
  /** Exact decimal text. */
  quantity: string;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Adds two exact decimals without making a float of either. What is no decimal counts as nothing. */
export function plus(one: string, other: string): string {
  const parts = [one, other].map((text) => DECIMAL.exec(text) ?? ["", "", "0", ""]);
  const digits = Math.max(...parts.map(([, , , part = ""]) => part.length));
  const sum = parts
    .map(([, sign = "", whole = "0", part = ""]) => BigInt(`${sign}${whole}${part.padEnd(digits, "0")}`))
    .reduce((total, each) => total + each, 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const part = text.slice(text.length - digits).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${whole}${part ? `.${part}` : ""}`;
}

/** Quantity by unit, the unit of most packages first. */
export function sumByUnit(rows: Iterable<Pick<PackageRow, "quantity" | "unit">>): Sum[] {
  const sums = new Map<string, { quantity: string; rows: number }>();
  for (const { quantity, unit } of rows) {
    const before = sums.get(unit) ?? { quantity: "0", rows: 0 };
    sums.set(unit, { quantity: plus(before.quantity, quantity), rows: before.rows + 1 });
  }
  return [...sums]
    .sort(([, one], [, other]) => other.rows - one.rows)
    .map(([unit, { quantity }]) => ({ unit, quantity }));
}
