import type { GridApi } from "ag-grid-community";
import { say } from "../../words";
import type { GridKey } from "./keys";
import type { GridModel } from "./model";
import { MOST } from "./selection";
import { type GridRow, isGone } from "./view-source";

type Tell = (words: string) => void;

function tooMany(cut: number, tell: Tell): void {
  if (cut > 0) {
    tell(say("grid-selection-most", { rows: MOST }));
  }
}

/** What was held down while a row was pressed. */
export type Held = Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">;

/** A press on a row: alone this row, with Shift as far as this row, with Ctrl (or on its box) this row as well. */
export function selectByMouse<Row extends GridRow>(
  model: GridModel<Row>,
  row: Row,
  position: number,
  held: Held,
  onBox: boolean,
  tell: Tell,
): void {
  const also = held.ctrlKey || held.metaKey || onBox;
  if (held.shiftKey && model.selection.anchor !== null) {
    void model.selectTo(position, also).then((cut) => tooMany(cut, tell));
  } else if (also) {
    model.selection.toggle(row, position);
  } else {
    model.selection.only(row, position);
  }
}

/** What a key does to the selection; false where it is not a key of the selection. */
export function selectByKey<Row extends GridRow>(
  key: GridKey,
  model: GridModel<Row>,
  api: GridApi<Row>,
  tell: Tell,
): boolean {
  const focused = api.getFocusedCell();
  const data = focused ? api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined;
  const row = data && !isGone(data) ? data : undefined;
  switch (key) {
    case "select-all":
      model.selectAll();
      return true;
    case "deselect":
      if (model.selection.state().is === "none") {
        return false;
      }
      model.selection.clear();
      return true;
    case "select":
      if (row && focused) {
        model.selection.toggle(row, focused.rowIndex);
      }
      return true;
    case "select-range":
      if (focused) {
        void model.selectTo(focused.rowIndex, false).then((cut) => tooMany(cut, tell));
      }
      return true;
    case "select-up":
    case "select-down": {
      const to = (focused?.rowIndex ?? 0) + (key === "select-up" ? -1 : 1);
      if (focused && to >= 0 && to < (model.state().opened?.rows ?? 0)) {
        if (model.selection.anchor === null && row) {
          model.selection.only(row, focused.rowIndex);
        }
        api.ensureIndexVisible(to);
        api.setFocusedCell(to, focused.column);
        void model.selectTo(to, false).then((cut) => tooMany(cut, tell));
      }
      return true;
    }
    default:
      return false;
  }
}
