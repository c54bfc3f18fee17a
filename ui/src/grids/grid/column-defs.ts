import type { ColDef } from "ag-grid-community";
import type { ComponentType } from "react";
import type { Column, ColumnKind } from "../../platform";
import { say } from "../../words";
import {
  type CellProps,
  CheckCell,
  FlagCell,
  FlagsCell,
  NumberCell,
  OpenerCell,
  ReportCell,
  StateCell,
  TagCell,
  TagsCell,
  TextCell,
  WillCell,
} from "./cells";
import { field } from "./field";
import { CheckHeader, GridHeader, UnseenHeader } from "./GridHeader";
import type { ColumnLayout, GridLayout } from "./layout";
import { isSearched, isSearching } from "./marks";
import { LicenseCell, PartyCell } from "./PartyCell";
import { PARTIES } from "./party";
import type { GridRow } from "./view-source";
import { cellWords, willOf, willWords } from "./words";

const CELLS: Partial<Record<ColumnKind, ComponentType<CellProps>>> = {
  tag: TagCell,
  tags: TagsCell,
  lab_state: StateCell,
  flag: FlagCell,
  flags: FlagsCell,
  number: NumberCell,
};

/** Text to the desk that has a look for a person: a result, how far a transfer is, a license with its name. */
const BY_ID: Partial<Record<string, ComponentType<CellProps>>> = {
  result: StateCell,
  state: StateCell,
  license: LicenseCell,
  ...Object.fromEntries([...PARTIES].map((id) => [id, PartyCell])),
};

function columnDef<Row extends GridRow>(column: Column, layout: ColumnLayout): ColDef<Row> {
  const renderer = BY_ID[column.id] ?? CELLS[column.kind];
  const searched = isSearched(column);
  return {
    colId: column.id,
    headerName: column.title,
    headerComponent: GridHeader,
    headerClass: column.kind === "number" ? "grid-head-number" : undefined,
    cellClass: `grid-cell-${column.kind}`,
    valueGetter: ({ data }) => (willOf(column, data) === undefined ? cellWords(column, data) : willWords(column, data)),
    // A cell that will be another once the state has recorded what waits looks so, whatever its kind.
    cellRendererSelector: ({ data, context }) => {
      const usual = renderer ?? (searched && isSearching(context) ? TextCell : undefined);
      const component = willOf(column, data) === undefined ? usual : WillCell;
      return component && { component, params: { shape: column } };
    },
    hide: !layout.shown,
    width: layout.width,
    pinned: layout.pinned,
    minWidth: 48,
    // The desk sorts and filters: AG Grid's own would empty the grid before the answer is there.
    sortable: false,
    filter: false,
    resizable: true,
    suppressHeaderMenuButton: true,
  };
}

/** AG Grid's columns in the person's order. */
export function columnDefs<Row extends GridRow>(columns: Column[], layout: GridLayout): ColDef<Row>[] {
  const known = new Map(columns.map((column) => [column.id, column]));
  return layout.columns.flatMap((kept) => {
    const column = known.get(kept.id);
    return column ? [columnDef<Row>(column, kept)] : [];
  });
}

/** The id of the column that opens a row. It is the grid's own: not remembered, not exported, not copied. */
export const OPENER = "opener";

/** The id of the column that says which rows are selected. */
export const CHECK = "check";

/** The id of the column that says what waits in the outbox for a row. */
export const REPORT = "report";

/** The columns that are the grid's own: not remembered, not exported, not copied. */
export const OWN: ReadonlySet<string> = new Set([OPENER, CHECK, REPORT]);

/** What the grid's own columns have in common: they stay at the left, in their order. */
const AT_LEFT = {
  pinned: "left",
  lockPosition: "left",
  lockPinned: true,
  suppressMovable: true,
  resizable: false,
  sortable: false,
} as const;

/** A narrow column at the left, whose cells open their rows. */
export function openerDef<Row extends GridRow>(title: string): ColDef<Row> {
  return {
    ...AT_LEFT,
    colId: OPENER,
    headerName: title,
    headerComponent: UnseenHeader,
    cellRenderer: OpenerCell,
    cellClass: "grid-cell-opener",
    valueGetter: () => title,
    width: 34,
    minWidth: 34,
  };
}

/** A narrow column at the left, whose boxes select their rows. */
export function checkDef<Row extends GridRow>(): ColDef<Row> {
  return {
    ...AT_LEFT,
    colId: CHECK,
    headerName: say("grid-check"),
    headerComponent: CheckHeader,
    cellRenderer: CheckCell,
    cellClass: "grid-cell-check",
    valueGetter: () => "",
    width: 34,
    minWidth: 34,
  };
}

/** The narrow column of what waits in the outbox. It is there from the start, so that no row moves when something does. */
export function reportDef<Row extends GridRow>(): ColDef<Row> {
  return {
    ...AT_LEFT,
    colId: REPORT,
    headerName: say("grid-report"),
    headerComponent: UnseenHeader,
    cellRenderer: ReportCell,
    cellClass: "grid-cell-report",
    valueGetter: ({ data }) => data?.pending?.words ?? field(data, "finished") ?? "",
    width: 24,
    minWidth: 24,
  };
}
