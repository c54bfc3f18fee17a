import { QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AppSnapshot, call, type DeskFailure, type JobProgress, onEvent } from "../platform";

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
