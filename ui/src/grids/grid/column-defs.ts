import type { ColDef } from "ag-grid-community";
import type { ComponentType } from "react";
import type { Column, ColumnKind } from "../../platform";
import { type CellProps, FlagCell, LabCell, NumberCell, OpenerCell, TagCell, TagsCell } from "./cells";
import { GridHeader, OpenerHeader } from "./GridHeader";
import type { ColumnLayout, GridLayout } from "./layout";
import type { GridRow } from "./view-source";
import { cellWords } from "./words";

const CELLS: Partial<Record<ColumnKind, ComponentType<CellProps>>> = {
  tag: TagCell,
  tags: TagsCell,
  lab_state: LabCell,
  flag: FlagCell,
  number: NumberCell,
};

/** A laboratory's result is text to the desk; for a person it looks as a lab testing state does. */
const RESULT = "result";

function columnDef<Row extends GridRow>(column: Column, layout: ColumnLayout): ColDef<Row> {
  const renderer = column.id === RESULT ? LabCell : CELLS[column.kind];
  return {
    colId: column.id,
    headerName: column.title,
    headerComponent: GridHeader,
    headerClass: column.kind === "number" ? "grid-head-number" : undefined,
    cellClass: `grid-cell-${column.kind}`,
    valueGetter: ({ data }) => cellWords(column, data),
    cellRenderer: renderer,
    cellRendererParams: renderer ? { shape: column } : undefined,
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

/** A narrow column at the left, whose cells open their rows. */
export function openerDef<Row extends GridRow>(title: string): ColDef<Row> {
  return {
    colId: OPENER,
    headerName: title,
    headerComponent: OpenerHeader,
    cellRenderer: OpenerCell,
    cellClass: "grid-cell-opener",
    valueGetter: () => title,
    width: 34,
    minWidth: 34,
    pinned: "left",
    lockPosition: "left",
    lockPinned: true,
    suppressMovable: true,
    resizable: false,
    sortable: false,
  };
}
