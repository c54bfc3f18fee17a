import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  asDeskFailure,
  call,
  type DeskFailure,
  type DraftCheck,
  type DraftLine,
  type DraftLineField,
  onEvent,
} from "../../platform";
import { DRAFTS } from "../drafts/queries";
import { type DraftStore, type DraftView, leaveDraft, openDraft } from "./draft-store";

/** What a component needs of a draft: `select` gives the same value while nothing of it changes. */
export function useDraft<T>(store: DraftStore, select: (view: DraftView) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.view()));
}

/** One line, drawn again only when it changes itself. */
export function useLine(store: DraftStore, line: number): DraftLine | undefined {
  return useSyncExternalStore(store.subscribe, () => store.line(line));
}

/** Whether something is typed in this column of any line. */
export function useTypedIn(store: DraftStore, field: DraftLineField): boolean {
  return useDraft(store, ({ order }) => order.some((line) => store.line(line)?.[field] !== ""));
}

/** How long the desk's news of drafts may come in before an open draft is read again. */
const NEWS_MS = 500;

/** Opens a draft and keeps it true while it is open; what is typed goes on being written after it was left. */
export function useOpenDraft(draft: number): { store: DraftStore | null; failure: DeskFailure | null } {
  const [opened, setOpened] = useState<{ store: DraftStore | null; failure: DeskFailure | null }>({
    store: null,
    failure: null,
  });
  const client = useQueryClient();
  useEffect(() => {
    let gone = false;
    let store: DraftStore | undefined;
    let news: ReturnType<typeof setTimeout> | undefined;
    // News that came while the draft was being read, and may be newer than what was read.
    let missed = false;
    const refresh = () => {
      missed = store === undefined;
      // It stays as it was on the screen; the next news or the next change brings what is true.
      store?.refresh().catch(() => {});
    };
    openDraft(draft).then(
      (made) => {
        if (gone) {
          leaveDraft(made);
          return;
        }
        store = made;
        setOpened({ store: made, failure: null });
        if (missed) {
          refresh();
        }
      },
      (thrown) => {
        if (!gone) {
          setOpened({ store: null, failure: asDeskFailure(thrown) });
        }
      },
    );
    const deaf = onEvent((event) => {
      if (event.event === "drafts" || event.event === "snapshot" || event.event === "changes") {
        news ??= setTimeout(() => {
          news = undefined;
          refresh();
        }, NEWS_MS);
      }
    });
    return () => {
      gone = true;
      clearTimeout(news);
      deaf();
      if (store) {
        leaveDraft(store);
        // What is still on its way to the disk is in no list yet.
        void store.queue.rest().then(() => client.invalidateQueries({ queryKey: DRAFTS }));
      }
    };
  }, [client, draft]);
  return opened;
}

/** How long nothing is typed before the draft is checked. */
export const CHECK_MS = 350;

/** What the last check said, and whether the draft was changed since. */
export interface Checked {
  check: DraftCheck | null;
  failure: DeskFailure | null;
  /** What was typed since is not checked yet. */
  stale: boolean;
  /** Checks now. */
  now: () => void;
}

/** Checks the draft once what was typed is on the disk and the person has paused. */
export function useCheck(store: DraftStore): Checked {
  const [state, setState] = useState<Omit<Checked, "now">>({ check: null, failure: null, stale: true });
  const run = useRef<() => void>(() => {});
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let checked = -1;
    let going = false;
    const check = async () => {
      timer = undefined;
      if (going) {
        return;
      }
      going = true;
      try {
        await store.queue.rest();
        const { version } = store.view();
        const answer = await call("draft_check", { draft: store.view().draft.head.draft });
        if (!gone) {
          checked = version;
          setState({ check: answer, failure: null, stale: store.view().version !== version });
        }
      } catch (thrown) {
        if (!gone) {
          checked = store.view().version;
          setState((before) => ({ ...before, failure: asDeskFailure(thrown), stale: false }));
        }
      } finally {
        going = false;
        if (!gone) {
          look();
        }
      }
    };
    const look = () => {
      const { version, saving } = store.view();
      if (version === checked && saving.waiting === 0) {
        return;
      }
      setState((before) => (before.stale ? before : { ...before, stale: true }));
      clearTimeout(timer);
      timer = setTimeout(() => void check(), CHECK_MS);
    };
    run.current = () => {
      clearTimeout(timer);
      void check();
    };
    const forget = store.subscribe(look);
    look();
    void check();
    return () => {
      gone = true;
      clearTimeout(timer);
      forget();
    };
  }, [store]);
  return { ...state, now: useCallback(() => run.current(), []) };
}
