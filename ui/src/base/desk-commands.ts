import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import {
  type AppSnapshot,
  type Commands,
  call,
  DeskFailure,
  newRequestId,
  type OutboxDone,
  type SyncStatus,
} from "../platform";
import { OUTBOX, takeOutbox, takeSync, useSnapshotChange } from "./desk";

type Answering<T> = { [K in keyof Commands]: Commands[K]["response"] extends T ? K : never }[keyof Commands];

/** A command under way: whether it goes on, and what went wrong the last time. */
export interface Running<R, A = boolean> {
  busy: boolean;
  error: DeskFailure | null;
  /** Runs it; true, or its answer, when it was done. A second call while it goes on does nothing. */
  run: (request: R) => Promise<A>;
  /** Takes the error off the screen. */
  forget: () => void;
}

function useAnswered<R, A>(act: (request: R) => Promise<A>, tell?: (error: DeskFailure) => void): Running<R, A | null> {
  const [busy, setBusy] = useState(false);
  // Two presses may come before the page is drawn again.
  const going = useRef(false);
  const [error, setError] = useState<DeskFailure | null>(null);
  const run = async (request: R) => {
    if (going.current) {
      return null;
    }
    going.current = true;
    setBusy(true);
    setError(null);
    try {
      return await act(request);
    } catch (thrown) {
      if (!(thrown instanceof DeskFailure)) {
        throw thrown;
      }
      if (thrown.code !== "cancelled") {
        setError(thrown);
        tell?.(thrown);
      }
      return null;
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return { busy, error, run, forget: useCallback(() => setError(null), []) };
}

function useRunning<R>(act: (request: R) => Promise<void>, tell?: (error: DeskFailure) => void): Running<R> {
  const { run, ...rest } = useAnswered(async (request: R) => {
    await act(request);
    return true;
  }, tell);
  return { ...rest, run: async (request) => (await run(request)) ?? false };
}

/** A question to the desk, which changes nothing here: its answer, or null where it failed. */
export function useQuestion<K extends keyof Commands>(
  name: K,
): Running<Commands[K]["request"], Commands[K]["response"] | null> {
  return useAnswered((request) => call(name, request));
}

/** A command that answers with a new snapshot. It gets its request id here, one for each press. */
export function useSnapshotCommand<K extends Answering<AppSnapshot> & Exclude<keyof Commands, "app_snapshot">>(
  name: K,
): Running<Omit<Commands[K]["request"], "request_id">> {
  const change = useSnapshotChange();
  return useRunning(async (request) => {
    const whole = { ...request, request_id: newRequestId() } as unknown as Commands[K]["request"];
    await change(async () => (await call(name, whole)) as AppSnapshot);
  });
}

/** A command that answers with how the sync stands. `tell` hears of a failure where the caller cannot show it. */
export function useSyncCommand<K extends Answering<SyncStatus>>(
  name: K,
  tell?: (error: DeskFailure) => void,
): Running<Commands[K]["request"]> {
  const client = useQueryClient();
  return useRunning(async (request) => takeSync(client, (await call(name, request)) as SyncStatus), tell);
}

/**
 * A command of the outbox: answers what it did, or null where it failed. It gets its request id here, one for each
 * press, and everything shown of the outbox is read again.
 */
export function useOutboxCommand<K extends Answering<OutboxDone>>(
  name: K,
  tell?: (error: DeskFailure) => void,
): Running<Omit<Commands[K]["request"], "request_id">, OutboxDone | null> {
  const client = useQueryClient();
  return useAnswered(async (request) => {
    const whole = { ...request, request_id: newRequestId() } as unknown as Commands[K]["request"];
    const done = (await call(name, whole)) as OutboxDone;
    takeOutbox(client, done.outbox);
    await client.invalidateQueries({ queryKey: OUTBOX });
    return done;
  }, tell);
}
