import type { ReactElement } from "react";
import { STATES, stateWords } from "../base/states";
import { Chip } from "./Chip";
import { Marked, type Span } from "./Marked";

const NOWHERE: readonly Span[] = [];

/** A state: symbol and words. One that we have not met has a plain symbol. */
export function StateChip({ state, marked = NOWHERE }: { state: string; marked?: readonly Span[] }): ReactElement {
  const { icon, tone } = STATES[state] ?? { icon: "info", tone: "plain" };
  return (
    <Chip tone={tone} icon={icon}>
      <span>
        <Marked text={stateWords(state)} at={marked} />
      </span>
    </Chip>
  );
}
