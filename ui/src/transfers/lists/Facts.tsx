import type { ReactElement } from "react";
import { instantWords } from "../../grids/grid/words";
import type { TransferFact } from "../../platform";

/** Lines of words and value. */
export function Facts({ facts }: { facts: TransferFact[] }): ReactElement | null {
  return facts.length > 0 ? (
    <dl className="detail-facts">
      {facts.map((fact) => (
        <div key={fact.label} className="detail-fact">
          <dt>{fact.label}</dt>
          <dd>{fact.instant ? instantWords(fact.value) : fact.value}</dd>
        </div>
      ))}
    </dl>
  ) : null;
}
