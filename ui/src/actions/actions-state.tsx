import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ActionQueued } from "../platform";
import { QueuedNotice } from "./QueuedNotice";

/** Reports that were queued a moment ago. */
export interface JustQueued {
  queued: ActionQueued;
  /** Puts the focus back once the notice is gone. */
  back: (() => void) | undefined;
}

interface ActionsState {
  /** Says what was just queued and follows it. */
  follow: (just: JustQueued) => void;
  /** What Ctrl+Z takes back: the last of them. */
  undos: RefObject<(() => void)[]>;
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

/** Has Ctrl+Z call this while the caller is drawn, unless something was queued after it; `null`: nothing to take back. */
export function useUndo(undo: (() => Promise<void>) | null): void {
  const { undos } = useActionsState();
  const latest = useRef(undo);
  useEffect(() => {
    latest.current = undo;
  });
  const can = undo !== null;
  useEffect(() => {
    if (!can) {
      return;
    }
    const mine = () => void latest.current?.();
    undos.current.push(mine);
    return () => {
      undos.current = undos.current.filter((each) => each !== mine);
    };
  }, [can, undos]);
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [role='dialog']") !== null;
}

/** Holds what the actions share, and says what was just queued. */
export function ActionsProvider({ children }: { children: ReactNode }): ReactElement {
  const [followed, setFollowed] = useState<readonly JustQueued[]>([]);
  const follow = useCallback((just: JustQueued) => setFollowed((before) => [...before, just]), []);
  const undos = useRef<(() => void)[]>([]);
  const state = useMemo<ActionsState>(() => ({ follow, undos }), [follow]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      const undo = undos.current.at(-1);
      if (mod && event.key.toLowerCase() === "z" && undo && !typing(event.target)) {
        event.preventDefault();
        undo();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Context.Provider value={state}>
      {children}
      {followed.map((just) => (
        <QueuedNotice
          key={just.queued.intents[0]}
          just={just}
          onOver={() => setFollowed((before) => before.filter((each) => each !== just))}
        />
      ))}
    </Context.Provider>
  );
}
