import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { ActionQueued } from "../platform";
import { QueuedNotice } from "./QueuedNotice";

/** Reports that were queued a moment ago. */
export interface JustQueued {
  queued: ActionQueued;
  /** Puts the focus back once the notice is gone. */
  back: (() => void) | undefined;
}

interface ActionsState {
  just: JustQueued | null;
  setJust: (just: JustQueued | null) => void;
}

const Context = createContext<ActionsState | null>(null);

/** What the actions share across the page. */
export function useActionsState(): ActionsState {
  const state = useContext(Context);
  if (!state) {
    throw new Error("actions belong inside ActionsProvider");
  }
  return state;
}

/** Holds what the actions share, and says what was just queued. */
export function ActionsProvider({ children }: { children: ReactNode }): ReactElement {
  const [just, setJust] = useState<JustQueued | null>(null);
  const gone = useCallback(() => setJust(null), []);
  const state = useMemo<ActionsState>(() => ({ just, setJust }), [just]);
  return (
    <Context.Provider value={state}>
      {children}
      {just ? <QueuedNotice key={just.queued.intents[0]} just={just} onGone={gone} /> : null}
    </Context.Provider>
  );
}
