import type { ReactElement } from "react";
import type { OutboxFact } from "../platform";

/** A fact, or that there is none. */
function Value({ children }: { children: string }): ReactElement {
  return children ? <span>{children}</span> : <span className="quiet">not known</span>;
}

/** What is known, side by side, so that a person can decide. */
export function StoryFacts({ facts }: { facts: OutboxFact[] }): ReactElement | null {
  return facts.length > 0 ? (
    <table className="story-facts">
      <caption>The facts side by side</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">What</span>
          </th>
          <th scope="col">Before</th>
          <th scope="col">As reported</th>
          <th scope="col">The state has now</th>
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
