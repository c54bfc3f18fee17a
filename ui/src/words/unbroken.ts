import { createElement, Fragment, type ReactNode } from "react";

/** A license’s number, as in `C10-0000123-LIC` and `CCL19-0000301`; also what is built alike, as older or test numbers are. */
const NUMBER = /(\b[A-Z]{1,4}\d{0,2}(?:-[A-Z0-9]+)*?-\d{4,}(?:-[A-Z]{3,4})?\b)/;

/**
 * Text whose license numbers never end a line at their hyphen: read in two halves, they are compared with neither. What
 * is copied from it is the text as it was. Anything but a text stays as it is.
 */
export function unbroken(text: ReactNode): ReactNode {
  if (typeof text !== "string" || !NUMBER.test(text)) {
    return text;
  }
  // The pattern keeps the numbers between the pieces of text.
  const pieces = text.split(NUMBER);
  return createElement(
    Fragment,
    null,
    ...pieces.map((piece, at) => (at % 2 === 0 ? piece : createElement("span", { className: "unbroken" }, piece))),
  );
}
