import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { PATIENCE_MS } from "../../parts";
import {
  asDeskFailure,
  type Collection,
  type Column,
  call,
  type DeskFailure,
  type LicenseNumber,
  onEvent,
  type PackageTab,
} from "../../platform";
import { language } from "../../words";
import { LayoutKeeper } from "./layout-keeper";
import { GridModel } from "./model";
import type { FetchRows, GridRow } from "./view-source";

/** Which grid. */
export interface GridWanted<Row extends GridRow> {
  /** Its name among the remembered layouts, for example `packages.active`. */
  grid: string;
  collection: Collection;
  tab: PackageTab | null;
  /** At least one. */
  licenses: LicenseNumber[];
  search: string;
  fetch: FetchRows<Row>;
  /** Whether a first load of these licenses is under way. */
  loading: boolean;
}

/** The columns for these licenses: with several of them, whose row it is comes first; with one it goes without saying. */
export function columnsFor(columns: Column[], licenses: number): Column[] {
  const own = columns.filter((column) => column.id === "license").map((column) => ({ ...column, shown: true }));
  const rest = columns.filter((column) => column.id !== "license");
  return licenses > 1 ? [...own, ...rest] : rest;
}

/** A grid's model, ready with its first rows, or why there is none. */
export interface GridLoad<Row extends GridRow> {
  model: GridModel<Row> | null;
  failure: DeskFailure | null;
  /** Another for every model, so that each gets a grid of its own. */
  turn: number;
  /** Whether the model is of the grid that is wanted; until the next has its first rows it may be of the one before. */
  fresh: boolean;
  /** What is wanted. */
  collection: Collection;
}

type Made<Row extends GridRow> = Omit<GridLoad<Row>, "fresh" | "collection">;

/**
 * Makes the model of a grid and looks after it. The model before stays until the next has its first rows, so that
 * changing tabs does not flash.
 */
export function useGridModel<Row extends GridRow>(wanted: GridWanted<Row>): GridLoad<Row> {
  const client = useQueryClient();
  const [load, setLoad] = useState<Made<Row>>({ model: null, failure: null, turn: 0 });
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  });
  const { grid, collection, tab, search } = wanted;
  const licenses = wanted.licenses.join(" ");

  useEffect(() => {
    let gone = false;
    let model: GridModel<Row> | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const begin = async () => {
      const scope = { collection, tab, licenses: licenses.split(" ") };
      const { columns: all, states_order: statesOrder } = await client.fetchQuery({
        // Their titles are in the language in which they were asked for.
        queryKey: ["columns", collection, tab, language()],
        queryFn: () => call("columns", { collection, tab }),
        staleTime: Number.POSITIVE_INFINITY,
      });
      const columns = columnsFor(all, scope.licenses.length);
      const keeper = new LayoutKeeper(grid, scope.licenses[0] ?? "");
      const layout = await keeper.load(columns);
      if (gone) {
        return;
      }
      const made = new GridModel<Row>({
        scope,
        columns,
        statesOrder,
        layout,
        search: latest.current.search,
        fetch: latest.current.fetch,
        keeper,
        loading: () => latest.current.loading,
      });
      model = made;
      const show = () => {
        clearTimeout(patience);
        if (!gone) {
          setLoad((before) => (before.model === made ? before : { model: made, failure: null, turn: before.turn + 1 }));
        }
      };
      patience = setTimeout(show, PATIENCE_MS);
      await made.start();
      show();
    };
    begin().catch((thrown) => {
      if (!gone) {
        setLoad(({ turn }) => ({ model: null, failure: asDeskFailure(thrown), turn }));
      }
    });
    const deaf = onEvent((event) => model?.heard(event));
    const flush = () => model?.leave();
    window.addEventListener("pagehide", flush);
    return () => {
      gone = true;
      clearTimeout(patience);
      deaf();
      window.removeEventListener("pagehide", flush);
      model?.close();
    };
  }, [client, grid, collection, tab, licenses]);

  const { model } = load;
  useEffect(() => {
    model?.search(search);
  }, [model, search]);
  const scope = model?.scope;
  const fresh = scope?.collection === collection && scope.tab === tab && scope.licenses.join(" ") === licenses;
  return { ...load, fresh, collection };
}
