import type { ReactElement } from "react";
import { dayWords, exactInstantWords } from "../base/time";
import type { OutboxFact } from "../platform";
import { say } from "../words";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A fact in words, or that there is none. */
function Value({ children }: { children: string }): ReactElement {
  if (!children) {
    return (
      <span className="quiet">
        <span aria-hidden="true">–</span>
        <span className="unseen">{say("outbox-facts-nothing")}</span>
      </span>
    );
  }
  return <span>{INSTANT.test(children) ? exactInstantWords(children) : dayWords(children)}</span>;
}

/** What is known, side by side, so that a person can decide. */
export function StoryFacts({ facts }: { facts: OutboxFact[] }): ReactElement | null {
  return facts.length > 0 ? (
    <table className="story-facts">
      <caption>{say("outbox-facts")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{say("outbox-facts-what")}</span>
          </th>
          <th scope="col">{say("outbox-facts-before")}</th>
          <th scope="col">{say("outbox-facts-reported")}</th>
          <th scope="col">{say("outbox-facts-now")}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.what}>
            <th scope="row">{fact.what}</th>
            <td>
              <Value>{fact.before}</Value>
            </td>
            <td>
              <Value>{fact.wanted}</Value>
            </td>
            <td>
              <Value>{fact.now}</Value>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : null;
}
