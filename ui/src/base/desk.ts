import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  type AppSnapshot,
  call,
  type DeskFailure,
  type JobProgress,
  type OutboxStatus,
  onEvent,
  type SyncStatus,
} from "../platform";

/** Where the snapshot is kept. */
const SNAPSHOT = ["snapshot"];

/** The page asks the desk on this computer: nothing is stale until the desk says so, and nothing is asked twice. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
    },
  });
}

/** Where the last word about the sync is kept. */
const SYNC_HEARD = ["sync", "heard"];

/** Where the last word about the outbox is kept. */
const OUTBOX_HEARD = ["outbox_heard"];

/** Where everything that is read of the outbox is kept: its lists and its stories. */
export const OUTBOX = ["outbox"];

/** How long the outbox may change before what is shown of it is read again. */
const OUTBOX_REST_MS = 250;

/** The newer of two words about the same thing. They may come out of order: by event, and with an answer. */
function newer<T extends { revision: number }>(one: T, other: T | undefined): T {
  return other && other.revision > one.revision ? other : one;
}

/** Asks for a snapshot. Of what was heard of the sync and the outbox meanwhile, the newest revision counts. */
async function asked(client: QueryClient, ask: () => Promise<AppSnapshot>): Promise<AppSnapshot> {
  const snapshot = await ask();
  return {
    ...snapshot,
    sync: newer(snapshot.sync, client.getQueryData<SyncStatus>(SYNC_HEARD)),
    outbox: newer(snapshot.outbox, client.getQueryData<OutboxStatus>(OUTBOX_HEARD)),
  };
}

/** The desk's snapshot. */
export function useSnapshotQuery() {
  return useQuery<AppSnapshot, DeskFailure>({
    queryKey: SNAPSHOT,
    queryFn: ({ client }) => asked(client, () => call("app_snapshot", {})),
  });
}

/** The snapshot, inside the frame, where there always is one. */
export function useSnapshot(): AppSnapshot {
  const { data } = useSnapshotQuery();
  if (!data) {
    throw new Error("the frame is drawn only once there is a snapshot");
  }
  return data;
}

/**
 * Runs commands that answer with a snapshot, and shows that one. While one runs, what the desk looks like halfway, for
 * example without any account in the middle of a reset, is not asked for.
 */
export function useSnapshotChange(): (command: () => Promise<AppSnapshot>) => Promise<AppSnapshot> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation<AppSnapshot, unknown, () => Promise<AppSnapshot>>({
    mutationKey: SNAPSHOT,
    networkMode: "always",
    mutationFn: (command) => asked(client, command),
    onSuccess: async (snapshot) => {
      await client.cancelQueries({ queryKey: SNAPSHOT });
      client.setQueryData<AppSnapshot>(SNAPSHOT, snapshot);
    },
    // A command that failed halfway may have left something changed.
    onError: () => client.invalidateQueries({ queryKey: SNAPSHOT }),
  });
  return mutateAsync;
}

/** Takes what the desk says of the sync. Its revision never goes back. */
export function takeSync(client: QueryClient, status: SyncStatus): void {
  client.setQueryData<SyncStatus>(SYNC_HEARD, (old) => newer(status, old));
  client.setQueryData<AppSnapshot>(SNAPSHOT, (old) => (old ? { ...old, sync: newer(status, old.sync) } : old));
}

/** Takes what the desk says of the outbox. Its revision never goes back. */
export function takeOutbox(client: QueryClient, status: OutboxStatus): void {
  client.setQueryData<OutboxStatus>(OUTBOX_HEARD, (old) => newer(status, old));
  client.setQueryData<AppSnapshot>(SNAPSHOT, (old) => (old ? { ...old, outbox: newer(status, old.outbox) } : old));
}

/**
 * Has everything shown of the outbox read again: soon after the first news, then not more often than the eye can follow
 * and never while a reading is under way, however fast reports go out.
 */
function outboxReader(client: QueryClient): { news: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let heard = false;
  let stopped = false;
  const begin = () => {
    timer ??= setTimeout(read, OUTBOX_REST_MS);
  };
  const read = async () => {
    timer = undefined;
    heard = false;
    reading = true;
    await client.invalidateQueries({ queryKey: OUTBOX });
    reading = false;
    if (heard && !stopped) {
      begin();
    }
  };
  return {
    news() {
      heard = true;
      if (!reading) {
        begin();
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Keeps the snapshot true while the app runs: news of sync and outbox goes into it, the rest makes it be asked again. */
export function useDeskEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const reader = outboxReader(client);
    const stop = onEvent((event) => {
      if (event.event === "sync") {
        takeSync(client, event.status);
      } else if (event.event === "outbox") {
        takeOutbox(client, event.status);
        reader.news();
      } else if (event.event === "snapshot") {
        // What became of reports before may have gone unheard.
        reader.news();
        if (client.isMutating({ mutationKey: SNAPSHOT }) === 0) {
          void client.invalidateQueries({ queryKey: SNAPSHOT });
        }
      }
    });
    return () => {
      stop();
      reader.stop();
    };
  }, [client]);
}

/** How far a long job is; null before its first word and where there is none. */
export function useJob(job: string | null): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    return onEvent((event) => {
      if (event.event === "job" && event.progress.job === job) {
        setProgress(event.progress);
      }
    });
  }, [job]);
  return progress;
}
