import type {
  CellKeyDownEvent,
  ColumnResizedEvent,
  GridApi,
  GridReadyEvent,
  SuppressKeyboardEventParams,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { type ReactElement, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useRowHeight } from "../../base/density";
import { useArrival } from "../../base/frame-state";
import { scanner } from "../../scan";
import "./grid.css";
import "./beside.css";
import "./cells.css";
import "./forced.css";
import "./strip.css";
import { gridTexts } from "./ag-texts";
import { CopySign, useCopying } from "./CopySign";
import { CutTip } from "./CutTip";
import { CHECK, checkDef, columnDefs, OPENER, openerDef, reportDef } from "./column-defs";
import { layoutOf } from "./column-state";
import type { GridContext, HeaderMenuAt } from "./context";
import { FilterPanel } from "./FilterPanel";
import { HeaderMenu } from "./HeaderMenu";
import { focusFirst, focusGrid, gridKey, moveFocus } from "./keys";
import { isSearching, useSearchRedraw } from "./marks";
import type { GridModel } from "./model";
import { gridTheme, HEAD_HEIGHT, registerGridModules } from "./modules";
import { type Held, selectByKey, selectByMouse } from "./selecting";
import { fillSpare } from "./spare";
import { keepScrollSteady } from "./steady-scroll";
import { type CellAt, cellUnder, rowUnder } from "./under";
import { type GridRow, isGone, WINDOW } from "./view-source";

registerGridModules();

/** Windows that AG Grid holds: what is on the screen and a little on each side. */
const BLOCKS = 6;

/** What a page may add to its grid. */
export interface RecordGridProps<Row extends GridRow> {
  model: GridModel<Row>;
  /** The grid's name for screen readers. */
  label: string;
  /** Whether it is the grid that is wanted, and not the one before, which stands until that is there. */
  fresh: boolean;
  /** What opening a row shows; with it the grid has a column for opening. */
  opens?: string;
  /** Enter on a cell without a card, a press or Space on the opening cell, or a double click on a row. */
  onOpenRow?: (row: Row, cell: HTMLElement) => void;
  /** The focus came to another row. */
  onFocusRow?: (row: Row) => void;
  /** Whether the grid has boxes for selecting, and room for what waits in the outbox. */
  boxes?: boolean;
  /** Opens what can be done with the selected rows and with the cell, beside this. */
  onActions?: (at: ActionsAt, on: CellAt<Row>) => void;
  /** Tells a screen reader something in passing. */
  onSay: (words: string) => void;
}

/** Where the actions were asked for: a cell, or the pointer. */
export type ActionsAt = Element | { getBoundingClientRect: () => DOMRect };

/** The one grid of the app: a view of any size, of which only the rows around the screen are held. */
export function RecordGrid<Row extends GridRow>({
  model,
  label,
  fresh,
  opens,
  onOpenRow,
  onFocusRow,
  boxes,
  onActions,
  onSay,
}: RecordGridProps<Row>): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const [begin, end] = [useRef<HTMLSpanElement>(null), useRef<HTMLSpanElement>(null)];
  // Where the pointer rested when rows came to be under it: it holds no row until it has moved.
  const resting = useRef<string | null>(null);
  const state = useSyncExternalStore(model.subscribe, model.state);
  const [there, setThere] = useState(false);
  useArrival(there && fresh, () => model.api && focusGrid(model.api));
  const [menu, setMenu] = useState<HeaderMenuAt | null>(null);
  // What the grid begins with; afterwards it is told of changes by its API.
  const [beginning] = useState(() => ({
    columns: [
      ...(boxes ? [checkDef<Row>(), reportDef<Row>()] : []),
      ...(opens ? [openerDef<Row>(opens)] : []),
      ...columnDefs<Row>(model.columns, state.layout),
    ],
    rows: state.opened?.rows ?? 0,
  }));
  const shared = model as unknown as GridModel<GridRow>;
  const context = useMemo<GridContext>(() => ({ model: shared, openMenu: setMenu }), [shared]);

  const selecting = useMemo(
    () => ({ mode: "multiRow", checkboxes: false, headerCheckbox: false, enableClickSelection: false }) as const,
    [],
  );

  useSearchRedraw(model, isSearching(context));
  const height = useRowHeight();
  const fill = ({ api }: { api: GridApi<Row> }) => {
    if (!api.isDestroyed()) {
      fillSpare(api, model.state().layout.columns);
    }
  };
  const ready = ({ api }: GridReadyEvent<Row>) => {
    model.attach(api, root.current);
    // Also where no row will ever be drawn.
    api.setGridAriaProperty("label", label);
    fill({ api });
  };
  const columnsChanged = ({ api, finished = true }: { api: GridApi<Row>; finished?: boolean }, sized?: Set<string>) => {
    if (finished && !api.isDestroyed()) {
      const { layout } = model.state();
      model.keepLayout({ ...layout, columns: layoutOf(api, layout.columns, sized) });
      fill({ api });
    }
  };
  const resized = (event: ColumnResizedEvent<Row>) => {
    // What is not a person's width is not remembered as one: the spare that a column took.
    if (event.source !== "flex") {
      const byHand = event.source === "uiColumnResized" || event.source === "autosizeColumns";
      columnsChanged(event, new Set(byHand ? event.columns?.map((column) => column.getColId()) : []));
    }
  };

  const { sign, copy } = useCopying(model, onSay);
  const ours = ({ event, api }: SuppressKeyboardEventParams<Row>): boolean => {
    const key = gridKey(event);
    // Space selects the row, except where the row is opened.
    const opener = key === "select" && api.getFocusedCell()?.column.getColId() === OPENER;
    if (opener || event.type !== "keydown") {
      return opener;
    }
    if (key === "none" || key === "open") {
      return false;
    }
    if (selectByKey(key, model, api, onSay)) {
      event.preventDefault();
      // Escape has done its work here.
      event.stopPropagation();
      return true;
    }
    if (key === "deselect") {
      return false;
    }
    if (key === "actions") {
      if (event.key.length === 1) {
        // A letter, with which every tag of California begins as well.
        scanner.whenAlone(event, () => askActions(event));
      } else {
        askActions(event);
      }
      return true;
    }
    if (key === "copy-cell" && window.getSelection()?.toString()) {
      return false;
    }
    event.preventDefault();
    if (key === "copy-cell" || key === "copy-rows") {
      copy(api, key === "copy-rows", event.target);
    } else {
      moveFocus(api, key, model.state().opened?.rows ?? 0);
    }
    return true;
  };
  const askActions = (event: Event) => {
    const on = cellUnder(model, event.target);
    if (onActions && on) {
      event.preventDefault();
      if (model.selection.state().is === "none") {
        model.selection.only(on.row, on.position);
      }
      onActions(on.cell, on);
    }
  };
  const keys = useRef(ours);
  useEffect(() => {
    keys.current = ours;
  });
  const [defaults] = useState(() => ({
    suppressKeyboardEvent: (params: SuppressKeyboardEventParams<Row>) => keys.current(params),
  }));
  const onCellKey = ({ event, column }: CellKeyDownEvent<Row>) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) {
      return;
    }
    const on = cellUnder(model, event.target);
    if (on && (gridKey(event) === "open" || (event.key === " " && column.getColId() === OPENER))) {
      event.preventDefault();
      onOpenRow?.(on.row, on.cell);
    }
  };

  // AG Grid tells of a press a moment later than it happens: Ctrl+A right behind it would come first, and be undone, and
  // a menu would open where the pointer no longer is.
  const pressed = (target: EventTarget, held: Held) => {
    const on = cellUnder(model, target);
    if (!on) {
      return;
    }
    if (on.column === OPENER) {
      onOpenRow?.(on.row, on.cell);
    }
    selectByMouse(model, on.row, on.position, held, on.column === CHECK, onSay);
  };
  const pressedTwice = (event: MouseEvent) => {
    const on = event.shiftKey || event.ctrlKey || event.metaKey ? null : cellUnder(model, event.target);
    // What a single press does already is not done once more.
    if (on && on.column !== OPENER && on.column !== CHECK) {
      onOpenRow?.(on.row, on.cell);
    }
  };
  const askedByPointer = (event: MouseEvent) => {
    const on = onActions ? cellUnder(model, event.target) : null;
    if (!onActions || !on) {
      return;
    }
    event.preventDefault();
    if (!model.selection.has(on.row)) {
      model.selection.only(on.row, on.position);
    }
    // The focus comes back to this cell, wherever it was before.
    model.api?.setFocusedCell(on.position, on.column);
    const { clientX, clientY } = event;
    onActions({ getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) }, on);
  };

  useEffect(() => {
    model.api?.setGridAriaProperty("label", label);
  }, [model, label]);
  useEffect(() => {
    // A cell that is drawn anew takes back the focus that it had, a moment later. Not once it is elsewhere: in the
    // search, say.
    const onFocus = ({ target }: FocusEvent) => {
      const inside = target instanceof Node && root.current?.contains(target) === true;
      model.api?.setGridOption("suppressFocusAfterRefresh", !inside);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [model]);

  useEffect(() => (root.current ? keepScrollSteady(root.current) : undefined), []);

  const column = menu ? model.columns.find((candidate) => candidate.id === menu.column) : undefined;
  return (
    <div
      ref={root}
      className="grid-body"
      onKeyDownCapture={(event) => {
        // The grid is one stop, with arrows inside: Tab goes on from its edge. Panels beside it keep theirs.
        if (event.key === "Tab" && event.target instanceof Node && root.current?.contains(event.target)) {
          event.stopPropagation();
          (event.shiftKey ? begin : end).current?.focus({ preventScroll: true });
        }
      }}
      onPointerDownCapture={() => model.touch()}
      onClickCapture={(event) => pressed(event.target, event)}
      onDoubleClickCapture={({ nativeEvent }) => pressedTwice(nativeEvent)}
      onContextMenuCapture={({ nativeEvent }) => askedByPointer(nativeEvent)}
      onPointerOverCapture={({ target, screenX, screenY }) => {
        const at = `${screenX} ${screenY}`;
        resting.current ??= at;
        if (resting.current !== at) {
          resting.current = "";
          model.hover(rowUnder(target));
        }
      }}
      onPointerLeave={() => model.hover(null)}
      onWheelCapture={() => model.touch()}
      onFocusCapture={() => model.touch()}
    >
      <span ref={begin} tabIndex={-1} />
      <AgGridReact<Row>
        theme={gridTheme}
        rowModelType="infinite"
        datasource={model.datasource}
        columnDefs={beginning.columns}
        defaultColDef={defaults}
        context={context}
        getRowId={({ data }) => String(data.row)}
        infiniteInitialRowCount={beginning.rows}
        cacheBlockSize={WINDOW}
        maxBlocksInCache={BLOCKS}
        maxConcurrentDatasourceRequests={BLOCKS}
        cacheOverflowSize={0}
        rowHeight={height}
        headerHeight={HEAD_HEIGHT}
        rowBuffer={12}
        rowSelection={selecting}
        animateRows={false}
        suppressAnimationFrame
        suppressColumnMoveAnimation
        suppressDragLeaveHidesColumns
        suppressOverlays={["loading", "noRows"]}
        suppressFocusAfterRefresh={false}
        suppressMultiSort
        getLocaleText={gridTexts}
        tooltipShowMode="whenTruncated"
        focusGridInnerElement={({ api }) => focusGrid(api)}
        onGridReady={ready}
        onFirstDataRendered={({ api }) => {
          api.setGridAriaProperty("label", label);
          setThere(true);
        }}
        onColumnMoved={(event) => columnsChanged(event)}
        onColumnResized={resized}
        onGridSizeChanged={fill}
        onColumnVisible={(event) => columnsChanged(event)}
        onColumnPinned={(event) => columnsChanged(event)}
        onCellKeyDown={(event) => onCellKey(event as CellKeyDownEvent<Row>)}
        onCellFocused={({ api, rowIndex }) => {
          const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
          if (row && !isGone(row)) {
            onFocusRow?.(row);
          }
        }}
      />
      <CutTip root={root} model={shared} />
      {sign ? <CopySign key={sign.turn} sign={sign} /> : null}
      <span ref={end} tabIndex={-1} />
      {menu && menu.kind === "menu" ? (
        <HeaderMenu
          at={menu}
          model={shared}
          onClose={() => setMenu((now) => (now?.kind === "menu" ? null : now))}
          onFilter={() => setMenu({ ...menu, kind: "filter" })}
        />
      ) : null}
      {menu && menu.kind === "filter" && column ? (
        <FilterPanel
          key={column.id}
          at={menu}
          column={column}
          test={state.question.filters.find((filter) => filter.column === column.id)?.test}
          onTest={(test) => model.filter(column.id, test)}
          onClose={() => setMenu(null)}
          onEntered={() => model.api !== undefined && focusFirst(model.api, column.id)}
        />
      ) : null}
    </div>
  );
}
