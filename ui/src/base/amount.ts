/**
 * Amounts as people write them, for what must be said while they type. The grammar is that of `rules::read_amount`,
 * which has the last word; both are held to `src-tauri/crates/rules/cases/amounts.json`. Only the desk knows units.
 */
import { type LabelId, say } from "../words";

/** Why an amount cannot be read. With a comma that can mean two things, both of them. */
export type AmountFault = PlainFault | { joined: string; decimal: string };

type PlainFault = "not_a_number" | "commas" | "too_fine" | "money" | "unit";

/** What was read of a text that somebody typed. */
export type AmountRead =
  | {
      is: "amount";
      /** Plain decimal text: no digit is lost, for no float is made. */
      amount: string;
      /** What stands behind it, as typed. */
      unit: string;
      /** Whether a dollar sign stands with it. */
      money: boolean;
    }
  | { is: "empty" }
  | { is: "wrong"; why: AmountFault };

const FAULTS: Record<PlainFault, LabelId> = {
  not_a_number: "parts-amount-not-a-number",
  commas: "parts-amount-commas",
  too_fine: "parts-amount-too-fine",
  money: "parts-amount-money",
  unit: "parts-amount-unit",
};

/** What word processors and web pages leave in a text and nobody sees. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;
const SIGN = /^[-+\u2212\u2010\u2011\u2013]/u;
const DOLLAR_BEFORE = /^(?:US\$|USD|\$)/u;
const DOLLAR_BEHIND = /^(?:\$|USD)$/u;
/** Figures, points, commas and spaces; then whatever is behind them. */
const FIGURES = /^([0-9.,\p{White_Space}]*)(.*)$/su;
const UNIT = /^\p{Alphabetic}\P{N}*$/u;
const DIGITS = /^[0-9]*$/;

/** The most that is kept, in millionths. */
const MOST = 2n ** 63n;

const wrong = (why: AmountFault): AmountRead => ({ is: "wrong", why });

function areThousands(groups: string[]): boolean {
  const [first = "", ...others] = groups;
  return /^[1-9][0-9]{0,2}$/.test(first) && others.every((group) => group.length === 3);
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=.)/, "");

/** The digits before the point, or why they are none. */
function wholeOf(
  text: string,
  fraction: string,
  sign: string,
  money: boolean,
): { digits: string } | { why: AmountFault } {
  if (!text.includes(",")) {
    const groups = text.split(/\p{White_Space}+/u).filter(Boolean);
    const plain = groups.every((group) => DIGITS.test(group)) && (groups.length < 2 || areThousands(groups));
    return plain ? { digits: groups.join("") } : { why: "not_a_number" };
  }
  const groups = text.split(",").map((group) => group.trim());
  if (!groups.every((group) => DIGITS.test(group))) {
    return { why: "commas" };
  }
  const thousands = areThousands(groups);
  const [before = "", behind = ""] = groups;
  // One group alone (`12,345`) may be twelve and a bit; with a point behind it, or a dollar sign, it cannot.
  if (groups.length === 2 && !fraction && behind && !(thousands && money)) {
    const joined = `${sign}${withoutZeros(before + behind)}`;
    const decimal = `${sign}${withoutZeros(before) || "0"}.${behind.replace(/0+$/, "") || "0"}`;
    return { why: { joined, decimal } };
  }
  return thousands ? { digits: groups.join("") } : { why: "commas" };
}

/** The number of the figures as plain decimal text. */
function numberOf(figures: string, sign: string, money: boolean): { amount: string } | { why: AmountFault } {
  const point = figures.indexOf(".");
  const [before, fraction] = point < 0 ? [figures, ""] : [figures.slice(0, point), figures.slice(point + 1)];
  if (fraction.includes(",")) {
    return { why: "commas" };
  }
  if (!DIGITS.test(fraction)) {
    return { why: "not_a_number" };
  }
  const whole = wholeOf(before, fraction, sign, money);
  if ("why" in whole) {
    return whole;
  }
  const digits = withoutZeros(whole.digits) || "0";
  const decimals = fraction.replace(/0+$/, "");
  const millionths = BigInt(digits + decimals.slice(0, 6).padEnd(6, "0"));
  if (decimals.length > 6 || millionths > (sign ? MOST : MOST - 1n)) {
    return { why: "too_fine" };
  }
  return { amount: millionths === 0n ? "0" : `${sign}${digits}${fraction && `.${fraction}`}` };
}

/** Reads any amount. */
export function readAmount(typed: string): AmountRead {
  let rest = typed.replace(INVISIBLE, "").trim();
  if (!rest) {
    return { is: "empty" };
  }
  let sign: string | undefined;
  let money = false;
  for (;;) {
    const behindSign = rest.replace(SIGN, "");
    const behindDollar = rest.replace(DOLLAR_BEFORE, "");
    if (sign === undefined && behindSign !== rest) {
      sign = rest.startsWith("+") ? "" : "-";
      rest = behindSign.trimStart();
    } else if (!money && behindDollar !== rest) {
      money = true;
      rest = behindDollar.trimStart();
    } else {
      break;
    }
  }
  if (!rest && money && sign === undefined) {
    return { is: "empty" };
  }
  const [, figures = "", behind = ""] = FIGURES.exec(rest) ?? [];
  let unit = behind.trim();
  if (!money && DOLLAR_BEHIND.test(unit)) {
    money = true;
    unit = "";
  }
  if ((unit && !UNIT.test(unit)) || !/[0-9]/.test(figures)) {
    return wrong("not_a_number");
  }
  const number = numberOf(figures.trim(), sign ?? "", money);
  return "why" in number ? wrong(number.why) : { is: "amount", amount: number.amount, unit, money };
}

/** Reads a quantity, or the change of one: a sign and a unit may stand with it. */
export function readQuantity(typed: string): AmountRead {
  const read = readAmount(typed);
  return read.is === "amount" && read.money ? wrong("money") : read;
}

/** Reads a number that stands alone. */
export function readNumber(typed: string): AmountRead {
  const read = readQuantity(typed);
  return read.is === "amount" && read.unit ? wrong("unit") : read;
}

/** Why an amount cannot be read, as a sentence. */
export function whyWords(why: AmountFault): string {
  return typeof why === "string" ? say(FAULTS[why]) : say("parts-amount-two-meanings", why);
}

/** Exact decimal text with its thousands grouped; no digit is lost, for no float is made. */
export function quantityWords(decimal: string): string {
  const [, sign = "", whole, part = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  return whole === undefined ? decimal : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part}`;
}

/** The sum of two plain decimal texts, exact, without zeros at its end. */
export function plus(one: string, other: string): string {
  const places = Math.max(...[one, other].map((text) => text.split(".")[1]?.length ?? 0));
  const scaled = (text: string) => {
    const [whole = "", part = ""] = text.split(".");
    return BigInt(whole + part.padEnd(places, "0"));
  };
  const sum = scaled(one) + scaled(other);
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, "0");
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const decimals = part.replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${whole}${decimals && `.${decimals}`}`;
}
