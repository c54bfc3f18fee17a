import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useSnapshot } from "../../base/desk";
import { useShownLicenses } from "../../base/frame-state";
import { type Collection, call, type DeskFailure, type ListCounts, onNews, type PackageTab } from "../../platform";
import { readingOf } from "./reading";
import type { GridLoad } from "./useGridModel";
import type { GridRow } from "./view-source";

const NEVER = () => () => {};

/**
 * How many rows the list of a grid has when nothing narrows it: what its foot counts, at the same moment. Null while that
 * is not known, and while not all of them are there.
 */
export function useCount<Row extends GridRow>({ model, fresh }: GridLoad<Row>): number | null {
  const { sync } = useSnapshot();
  const totals = useSyncExternalStore(model?.subscribe ?? NEVER, () => model?.state().totals ?? null);
  if (!model || !fresh || !totals) {
    return null;
  }
  const { first, leftOut } = readingOf(sync, model.scope);
  return first || leftOut > 0 ? null : totals.of;
}

const LIST_COUNTS = ["list_counts"];

/**
 * How many rows each list of the licenses shown has, whichever of them is open. Null while that is not known, and where
 * the list is not there whole. Counted again when the copy changes, every two seconds at most.
 */
export function useListCounts(): (collection: Collection, tab: PackageTab | null) => number | null {
  const { sync } = useSnapshot();
  const licenses = useShownLicenses().map((license) => license.number);
  const client = useQueryClient();
  useEffect(
    () =>
      onNews(
        (event) => event.event === "changes" || event.event === "snapshot",
        () => void client.invalidateQueries({ queryKey: LIST_COUNTS }),
      ),
    [client],
  );
  const mine = sync.licenses.filter((entry) => licenses.includes(entry.license));
  const { data } = useQuery<ListCounts, DeskFailure>({
    queryKey: [...LIST_COUNTS, licenses],
    queryFn: () => call("list_counts", { licenses }),
    // What a first load has read so far is nobody's count.
    enabled: mine.length > 0 && mine.every((entry) => entry.as_of !== null),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (collection, tab) => {
    const { first, leftOut } = readingOf(sync, { collection, tab, licenses });
    const count = data?.counts.find((each) => each.collection === collection && each.tab === tab);
    return first || leftOut > 0 ? null : (count?.rows ?? null);
  };
}
