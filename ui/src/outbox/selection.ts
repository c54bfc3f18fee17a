import { useRef, useState } from "react";
import { DeskFailure, type OutboxGroup } from "../platform";
import { readIntents } from "./lines";

/** The most reports that one command takes. */
export const MOST_SELECTED = 10_000;

/** The reports that are selected, always by their numbers. */
export interface Selection {
  intents: ReadonlySet<number>;
  /** Many are being read, so that each can be named. */
  busy: boolean;
  toggle: (intent: number, index: number) => void;
  /** From the last that was selected or left to this one. */
  extend: (index: number) => void;
  /** The whole group, as far as one command reaches. */
  all: (total: number) => void;
  clear: () => void;
}

const NONE: ReadonlySet<number> = new Set();

/** Holds what is selected in a group. */
export function useSelection(group: OutboxGroup, tell: (failure: DeskFailure) => void): Selection {
  const [intents, setIntents] = useState(NONE);
  const [anchor, setAnchor] = useState(0);
  const [busy, setBusy] = useState(false);
  // Answers may come in another order than they were asked for: what was wanted last counts.
  const turn = useRef(0);
  const begin = () => {
    turn.current += 1;
    return turn.current;
  };
  const take = async (first: number, last: number) => {
    const mine = begin();
    setBusy(true);
    try {
      const read = new Set(await readIntents(group, first, last));
      if (mine === turn.current) {
        setIntents(read);
      }
    } catch (thrown) {
      if (!(thrown instanceof DeskFailure)) {
        throw thrown;
      }
      tell(thrown);
    } finally {
      if (mine === turn.current) {
        setBusy(false);
      }
    }
  };
  const now = (next: (before: ReadonlySet<number>) => ReadonlySet<number>) => {
    begin();
    setBusy(false);
    setIntents(next);
  };
  return {
    intents,
    busy,
    toggle: (intent, index) => {
      setAnchor(index);
      now((before) => {
        const after = new Set(before);
        if (!after.delete(intent)) {
          after.add(intent);
        }
        return after;
      });
    },
    extend: (index) => void take(Math.min(anchor, index), Math.max(anchor, index)),
    all: (total) => void take(0, Math.min(total, MOST_SELECTED) - 1),
    clear: () => now(() => NONE),
  };
}
