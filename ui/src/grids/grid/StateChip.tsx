import type { ReactElement } from "react";
import { STATES, stateWords } from "../../base/states";
import { Icon, Marked, type Span } from "../../parts";

const NOWHERE: readonly Span[] = [];

/** A state: symbol and words. One that we have not met has a plain symbol. */
export function StateChip({ state, marked = NOWHERE }: { state: string; marked?: readonly Span[] }): ReactElement {
  const { icon, tone } = STATES[state] ?? { icon: "info", tone: "plain" };
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={13} />
      <span>
        <Marked text={stateWords(state)} at={marked} />
      </span>
    </span>
  );
}
