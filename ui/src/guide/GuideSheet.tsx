import type { ReactElement } from "react";
import { KINDS, listed } from "../base/words";
import { Marked } from "../parts";
import type { GuideColumn, GuideFile } from "../platform";
import { say } from "../words";
import { marksIn } from "./files";

/** The lines of a file. */
function linesOf(example: string): string[] {
  return example.split("\r\n").filter(Boolean);
}

/** One file: what it is for, its columns, how it looks. The same on the screen and on paper. */
export function GuideSheet({
  file,
  typed = "",
  actions,
  copy,
}: {
  file: GuideFile;
  /** What is searched for: it is marked. */
  typed?: string;
  actions?: ReactElement;
  /** Beside the example's heading. */
  copy?: ReactElement;
}): ReactElement {
  const { title, purpose, licenses, rows, way, columns, example, notes } = file;
  const marked = (text: string) => <Marked text={text} at={marksIn(text, typed)} />;
  return (
    <article className="guide-file">
      <header className="guide-head">
        <div className="guide-head-words">
          <h2>{marked(title)}</h2>
          <p>{marked(purpose)}</p>
          <p className="quiet">
            {say("guide-licenses", { licenses: listed(licenses.map((kind) => say(KINDS[kind].words))) })}
          </p>
        </div>
        {actions}
      </header>
      <h3>{say("guide-columns")}</h3>
      <table className="guide-table">
        <thead>
          <tr>
            <th scope="col" className="guide-number">
              {say("guide-column-number")}
            </th>
            <th scope="col">{say("guide-column-heading")}</th>
            <th scope="col">{say("guide-column-holds")}</th>
            <th scope="col">{say("guide-column-needed")}</th>
            <th scope="col">{say("guide-column-limit")}</th>
            <th scope="col">{say("guide-column-example")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <ColumnRow key={column.heading} column={column} number={at + 1} marked={marked} />
          ))}
        </tbody>
      </table>
      <h3>{say("guide-rows")}</h3>
      <p>{rows}</p>
      <p className="quiet">{way}</p>
      {notes.length > 0 ? (
        <>
          <h3>{say("guide-notes")}</h3>
          <ul className="guide-notes">
            {notes.map((note) => (
              <li key={note}>{marked(note)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="guide-example-head">
        <h3>{say("guide-example")}</h3>
        {copy}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
      <section className="guide-example" tabIndex={0} aria-label={say("guide-example")}>
        <pre>
          {linesOf(example).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike and never move
            <span key={at} className="guide-line">
              {line}
              {"\n"}
            </span>
          ))}
        </pre>
      </section>
    </article>
  );
}

function ColumnRow({
  column: { heading, holds, needed, always, limit, meaning, example },
  number,
  marked,
}: {
  column: GuideColumn;
  number: number;
  marked: (text: string) => ReactElement;
}): ReactElement {
  return (
    <tr>
      <td className="guide-number">{number}</td>
      <th scope="row">
        <span className="guide-heading">{marked(heading)}</span>
        <span className="guide-meaning">{marked(meaning)}</span>
      </th>
      <td>{marked(holds)}</td>
      <td className={always ? "guide-always" : undefined}>{needed}</td>
      <td>{limit || <Nothing words={say("guide-no-limit")} />}</td>
      <td className="guide-cell">{example || <Nothing words={say("guide-blank")} />}</td>
    </tr>
  );
}

/** An empty cell, which a screen reader says. */
function Nothing({ words }: { words: string }): ReactElement {
  return <span className="unseen">{words}</span>;
}
