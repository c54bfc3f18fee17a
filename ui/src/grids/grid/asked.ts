/**
 * What a person asks the search box for, read as the desk reads it (`mirror::search::asked`): words, and of some words
 * what they mean together, a day or an amount.
 */
import { dayWords } from "../../base/time";
import { type Language, language, say } from "../../words";
import { folded } from "./alike";

/** A day; of every year where none was named. */
export interface AskedDay {
  year: number | null;
  month: number;
  day: number;
}

/** A quantity as plain decimal text, with the unit where one was named. */
export interface AskedAmount {
  amount: string;
  unit: string | null;
}

export interface Asked {
  /** Without case and accents, each once. */
  words: string[];
  days: AskedDay[];
  amounts: AskedAmount[];
}

/** Words and letters of a word that are looked at. */
const MOST_WORDS = 12;
const MOST_LETTERS = 64;

/** The year before California's system began. */
const FIRST_YEAR = 2017;

/** Nothing expires later than so many years from now. */
const YEARS_AHEAD = 5;

const ALPHABETIC = /^\p{Alphabetic}+$/u;

let last: { typed: string; language: Language; asked: Asked } | undefined;

/** What was typed. It is asked of every cell, so the last answer is kept. */
export function askedOf(typed: string): Asked {
  if (last?.typed !== typed || last.language !== language()) {
    last = { typed, language: language(), asked: read(typed) };
  }
  return last.asked;
}

function read(typed: string): Asked {
  const parts = typed.split(/\p{White_Space}+/u).map((part) => [...part.replaceAll("\0", "")].slice(0, MOST_LETTERS));
  const words = [...new Set(parts.map((part) => folded(part.join(""))).filter(Boolean))].slice(0, MOST_WORDS);
  const asked: Asked = { words, days: [], amounts: [] };
  for (let at = 0; at < words.length; ) {
    const day = dayOf(words.slice(at, at + 3));
    const [word = "", behind = ""] = words.slice(at, at + 2);
    const amount = amountOf(word);
    if (day) {
      asked.days.push(day.day);
      at += day.words;
    } else if (amount && ALPHABETIC.test(behind) && !dayOf(words.slice(at + 1, at + 4))) {
      asked.amounts.push(...alone(word, amount), { amount, unit: behind });
      at += 2;
    } else {
      asked.amounts.push(...alone(word, amount));
      at += 1;
    }
  }
  return asked;
}

/** A number by itself is an amount too, but for a single figure. */
function alone(word: string, amount: string | null): AskedAmount[] {
  return amount && word.length > 1 ? [{ amount, unit: null }] : [];
}

/**
 * The quantity that a word is as the grid writes it. Nothing and numbers with zeros before them are none: those are the
 * ends of tags.
 */
export function amountOf(word: string): string | null {
  const plain = word.replaceAll(",", "");
  const isNumber = /^(\d+\.?\d*|\.\d+)$/.test(plain) && /^(?!0)|^0\./.test(plain) && plain.length <= 15;
  return isNumber && Number(plain) > 0 ? exactly(plain) : null;
}

/** Plain decimal text in the one form that two equal numbers share. */
export function exactly(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/^\./, "0.").replace(/\.?0*$/, "") : decimal;
}

/** Each month as it stands in days that the person reads, and its whole name. */
function monthNames(): { short: string; name: string }[] {
  return Array.from({ length: 12 }, (_, at) => {
    const parts = folded(dayWords(`2026-${String(at + 1).padStart(2, "0")}-01`)).split(/[\s,]+/);
    const short = parts.find((part) => /\p{Alphabetic}/u.test(part)) ?? "";
    return { short: short.replace(/\.+$/, ""), name: folded(say("time-month", { month: at + 1 })) };
  });
}

function monthOf(word: string | undefined): number {
  const typed = word?.replace(/[.,]+$/, "") ?? "";
  return (
    monthNames().findIndex(({ short, name }) => typed === short || (typed.length > 2 && name.startsWith(typed))) + 1
  );
}

/**
 * The day that words begin with, and how many of the words say so: `11/27/2026`, `11/27/26`, `11/27`, `2026-11-27`,
 * `nov 27`, `nov 27, 2026`, `27 nov 2026`, `27 nov 26`.
 */
function dayOf(words: string[]): { day: AskedDay; words: number } | null {
  const [one = "", two, three] = words;
  const figures = /^(\d{1,2})\/(\d{1,2})(?:\/(\d+))?$/.exec(one);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(one);
  if (figures) {
    const year = yearOf(figures[3]);
    return figures[3] && !year ? null : day(year, figures[1], figures[2], 1);
  }
  if (iso) {
    return Number(iso[1]) < FIRST_YEAR ? null : day(Number(iso[1]), iso[2], iso[3], 1);
  }
  const number = (word: string | undefined) => /^(\d+),*$/.exec(word ?? "")?.[1];
  const [month, date] = monthOf(one) ? [monthOf(one), number(two)] : [number(one) ? monthOf(two) : 0, number(one)];
  if (!month || !date) {
    return null;
  }
  const year = yearOf(number(three));
  return day(year, month, date, year ? 3 : 2);
}

/** The year that is written with four figures or the last two. */
function yearOf(written: string | undefined): number | undefined {
  const number = Number(written);
  const year = number < 100 ? number + 2000 : number;
  const last = number < 100 ? new Date().getFullYear() + YEARS_AHEAD : Number.POSITIVE_INFINITY;
  return written && year >= FIRST_YEAR && year <= last ? year : undefined;
}

function day(
  year: number | undefined,
  month: string | number | undefined,
  date: string | undefined,
  words: number,
): { day: AskedDay; words: number } | null {
  const read = { year: year ?? null, month: Number(month), day: Number(date) };
  // Of every year: in a leap year there are the most days.
  const there = new Date(Date.UTC(read.year ?? 2024, read.month - 1, read.day));
  return there.getUTCMonth() === read.month - 1 && there.getUTCDate() === read.day && read.month >= 1
    ? { day: read, words }
    : null;
}
