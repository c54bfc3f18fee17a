/**
 * Text as the desk looks for it (`mirror::alike`): without case, over all of Unicode, and without the marks on letters.
 * Here it also says where in the text that is seen a word stands.
 */
import type { Span } from "../../parts";

/** The marks that are written over and under Latin, Greek and Cyrillic letters. */
const MARKS = /[\u0300-\u036f]/g;

/** A letter with the marks behind it: nothing smaller is folded by itself. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

const ASCII = /^[\0-\x7f]*$/;

/** A text in which a part is looked for, and the part itself: two that differ in case and marks alone are the same. */
export function folded(text: string): string {
  if (ASCII.test(text)) {
    return text.toLowerCase();
  }
  // Upper case first, since ß and SS, and the two small sigmas, are alike only there; one by one, since a sigma is
  // another one at the end of a word.
  const upper = [...text.normalize("NFD").replace(MARKS, "")].map((letter) => letter.toUpperCase()).join("");
  return [...upper].map((letter) => letter.toLowerCase()).join("");
}

/** Where a word, folded, stands in a text. Not where it begins or ends within a letter, as `s` does in ß. */
export function places(text: string, word: string): Span[] {
  if (!word) {
    return [];
  }
  if (ASCII.test(text)) {
    return found(text.toLowerCase(), word).map((at) => [at, at + word.length]);
  }
  let plain = "";
  const begins = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const own = folded(letter);
    if (own) {
      begins.set(plain.length, index);
      plain += own;
      ends.set(plain.length, index + letter.length);
    }
  }
  return found(plain, word).flatMap((at) => {
    const [begin, end] = [begins.get(at), ends.get(at + word.length)];
    return begin === undefined || end === undefined ? [] : [[begin, end] as const];
  });
}

/** Every place of a part, one behind the other. */
function found(text: string, part: string): number[] {
  const at: number[] = [];
  for (let next = text.indexOf(part); next >= 0; next = text.indexOf(part, next + part.length)) {
    at.push(next);
  }
  return at;
}

/** Places in order, with those that touch as one. */
export function joined(spans: Span[]): Span[] {
  const apart: [number, number][] = [];
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && begin <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      apart.push([begin, end]);
    }
  }
  return apart;
}
