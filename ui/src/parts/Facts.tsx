import "./Facts.css";
import type { ReactElement } from "react";
import { instantWords, timeWords } from "../base/time";
import type { Fact } from "../platform";
import { unbroken } from "../words";

/** A civil time in the middle of words reads as one elsewhere in the app; anything else stays as it is. */
function civilWords(value: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::00)?$/.exec(value) ?? [];
  return day && time ? timeWords(`${day}T${time}`) : value;
}

/** Lines of words and value. */
export function Facts({ facts }: { facts: Fact[] }): ReactElement | null {
  return facts.length > 0 ? (
    <dl className="fact-lines">
      {facts.map((fact) => (
        <div key={fact.label} className="fact-line">
          <dt>{fact.label}</dt>
          <dd>{fact.instant ? instantWords(fact.value) : unbroken(civilWords(fact.value))}</dd>
        </div>
      ))}
    </dl>
  ) : null;
}
