import type { GridApi } from "ag-grid-community";
import type { ColumnLayout } from "./layout";

/**
 * Gives the width that the columns leave over to the one that fills, and takes it back where they have none to leave:
 * then it has its own. AG Grid's own way would rather make it narrower than scroll.
 */
export function fillSpare<Row>(api: GridApi<Row>, columns: ColumnLayout[]): void {
  const one = columns.find((column) => column.fills);
  const column = one && api.getColumn(one.id);
  if (!column) {
    return;
  }
  const loose = api.getAllDisplayedColumns().filter((each) => !each.getPinned());
  const others = loose.reduce((sum, each) => sum + (each === column ? 0 : each.getActualWidth()), 0);
  const { left, right } = api.getHorizontalPixelRange();
  const spare = right - left - others > one.width;
  const flex = spare && loose.includes(column) ? 1 : null;
  if ((column.getFlex() ?? null) !== flex) {
    api.applyColumnState({ state: [{ colId: one.id, flex, width: one.width }] });
  }
}
