import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { ActionQueued } from "../platform";
import type { ActionId } from "./kinds";
import { QueuedNotice } from "./QueuedNotice";

/** What the selection of the place in sight offers, for the palette. */
export interface Offered {
  /** On what, for example `12 packages`. */
  what: string;
  actions: readonly ActionId[];
  act: (action: ActionId) => void;
}

/** Reports that were queued a moment ago. */
export interface JustQueued {
  queued: ActionQueued;
  /** Puts the focus back once the notice is gone. */
  back: (() => void) | undefined;
}

interface ActionsState {
  offered: Offered | null;
  offer: (offered: Offered | null) => void;
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

/** Offers the selection's actions to the palette while the caller is drawn. `offered` must be stable. */
export function useOffer(offered: Offered | null): void {
  const { offer } = useActionsState();
  useEffect(() => {
    offer(offered);
    return () => offer(null);
  }, [offered, offer]);
}

/** Holds what the actions share, and says what was just queued. */
export function ActionsProvider({ children }: { children: ReactNode }): ReactElement {
  const [offered, offer] = useState<Offered | null>(null);
  const [just, setJust] = useState<JustQueued | null>(null);
  const gone = useCallback(() => setJust(null), []);
  const state = useMemo<ActionsState>(() => ({ offered, offer, just, setJust }), [offered, just]);
  return (
    <Context.Provider value={state}>
      {children}
      {just ? <QueuedNotice key={just.queued.intents[0]} just={just} onGone={gone} /> : null}
    </Context.Provider>
  );
}
