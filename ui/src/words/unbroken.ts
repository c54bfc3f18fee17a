import { createElement, Fragment, type ReactNode } from "react";

/** A word with a hyphen in it, with everything that hangs on to it: a file's name is one. */
const WORD = /\w+(?:-\w+)+/g;

/** A license’s number, as in `C10-0000123-LIC` and `CCL19-0000301`; also what is built alike, as older or test numbers are. */
const NUMBER = /^[A-Z]{1,4}\d{0,2}(?:-[A-Z0-9]+)*?-\d{4,}(?:-[A-Z]{3,4})?$/;

/**
 * Text whose license numbers never end a line at their hyphen: read in two halves, they are compared with neither. What
 * is copied from it is the text as it was. Anything but a text stays as it is.
 */
export function unbroken(text: ReactNode): ReactNode {
  if (typeof text !== "string") {
    return text;
  }
  const pieces: ReactNode[] = [];
  let told = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (NUMBER.test(word)) {
      pieces.push(text.slice(told, index), createElement("span", { className: "unbroken" }, word));
      told = index + word.length;
    }
  }
  return told === 0 ? text : createElement(Fragment, null, ...pieces, text.slice(told));
}
