import { QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AppSnapshot, type Collection, call, type DeskFailure, type JobProgress, onEvent } from "../platform";

/** Where the snapshot is kept. */
export const SNAPSHOT = ["snapshot"];

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

/** The desk's snapshot. */
export function useSnapshotQuery() {
  return useQuery<AppSnapshot, DeskFailure>({ queryKey: SNAPSHOT, queryFn: () => call("app_snapshot", {}) });
}

/** The snapshot, inside the frame, where there always is one. */
export function useSnapshot(): AppSnapshot {
  const { data } = useSnapshotQuery();
  if (!data) {
    throw new Error("the frame is drawn only once there is a snapshot");
  }
  return data;
}

/** Takes a snapshot that a command answered with. */
export function useTakeSnapshot(): (snapshot: AppSnapshot) => void {
  const client = useQueryClient();
  return (snapshot) => client.setQueryData<AppSnapshot>(SNAPSHOT, snapshot);
}

/** Keeps the snapshot true while the app runs: sync news goes into it, everything else makes it be asked again. */
export function useDeskEvents(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "sync") {
          client.setQueryData<AppSnapshot>(SNAPSHOT, (old) => (old ? { ...old, sync: event.status } : old));
        } else if (event.event === "snapshot") {
          void client.invalidateQueries({ queryKey: SNAPSHOT });
        }
      }),
    [client],
  );
}

/** What changed since a grid last looked. */
export interface News {
  /** How many records. */
  records: number;
  /** The change feed's position after them. */
  revision: number;
}

const NO_NEWS: News = { records: 0, revision: 0 };

/** More entries than are ever between a view's opening and its answer; older ones are counted together. */
const REMEMBERED = 64;

function remember(heard: readonly News[], news: News): readonly News[] {
  const [first, second, ...rest] = heard;
  if (!first || !second || heard.length < REMEMBERED) {
    return [...heard, news];
  }
  return [{ records: first.records + second.records, revision: second.revision }, ...rest, news];
}

/**
 * Counts the changes of a collection in some licences that a view of `shown` (its revision) does not show yet.
 * Opening a new view and passing its revision is what takes the count back to nothing.
 */
export function useChanges(collection: Collection, licences: readonly string[], shown: number): News {
  const [heard, setHeard] = useState<readonly News[]>([]);
  const key = licences.join(" ");
  useEffect(() => {
    const wanted = new Set(key.split(" "));
    setHeard([]);
    return onEvent((event) => {
      if (event.event !== "changes") {
        return;
      }
      const records = event.changes
        .filter((change) => change.collection === collection && wanted.has(change.licence))
        .reduce((sum, change) => sum + change.records, 0);
      if (records > 0) {
        setHeard((before) => remember(before, { records, revision: event.revision }));
      }
    });
  }, [collection, key]);
  useEffect(() => {
    setHeard((before) =>
      before.some((news) => news.revision <= shown) ? before.filter((news) => news.revision > shown) : before,
    );
  }, [shown]);
  return heard
    .filter((news) => news.revision > shown)
    .reduce(
      (sum, news) => ({ records: sum.records + news.records, revision: Math.max(sum.revision, news.revision) }),
      NO_NEWS,
    );
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
