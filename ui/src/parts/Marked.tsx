import { Fragment, type ReactElement } from "react";

/** A part of a text: where it begins, and before which place it ends. */
export type Span = readonly [begin: number, end: number];

/** A text in which what was searched for is marked: `at`, in order and apart. */
export function Marked({ text, at }: { text: string; at: readonly Span[] }): ReactElement {
  return (
    <>
      {at.length === 0
        ? text
        : at.map(([begin, end], index) => (
            <Fragment key={begin}>
              {text.slice(at[index - 1]?.[1] ?? 0, begin)}
              <mark>{text.slice(begin, end)}</mark>
              {index === at.length - 1 ? text.slice(end) : null}
            </Fragment>
          ))}
    </>
  );
}
