import { useSyncExternalStore } from "react";
import { useSnapshot } from "../../app/desk";
import { readingOf } from "../../app/sync/reading";
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
