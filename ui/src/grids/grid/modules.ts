import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from "ag-grid-community";

let registered = false;

/** Registers the parts of AG Grid that Trackside uses, once. The others stay out of the page. */
export function registerGridModules(): void {
  if (registered) {
    return;
  }
  registered = true;
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    RenderApiModule,
    RowApiModule,
    RowSelectionModule,
    RowStyleModule,
    ScrollApiModule,
    CellStyleModule,
    LocaleModule,
  ]);
}

/** Height of the heads, CSS pixels. That of the rows is the person's choice. */
export const HEAD_HEIGHT = 30;

/** AG Grid dressed in the page's tokens: light, dark and high contrast follow from these. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: "var(--surface)",
  foregroundColor: "var(--text)",
  accentColor: "var(--accent)",
  borderColor: "var(--line)",
  chromeBackgroundColor: "var(--surface-sunken)",
  dataBackgroundColor: "var(--surface)",
  headerBackgroundColor: "var(--surface-sunken)",
  headerTextColor: "var(--text-quiet)",
  headerFontWeight: 600,
  headerFontSize: "var(--type-small)",
  headerCellHoverBackgroundColor: "var(--surface-hover)",
  headerCellMovingBackgroundColor: "var(--surface-active)",
  headerColumnResizeHandleColor: "var(--line-strong)",
  headerColumnResizeHandleHeight: "45%",
  cellTextColor: "var(--text)",
  fontFamily: "var(--font)",
  fontSize: "var(--type)",
  rowHoverColor: "var(--surface-hover)",
  selectedRowBackgroundColor: "var(--accent-soft)",
  rowBorder: { style: "solid", width: 1, color: "var(--line)" },
  columnBorder: false,
  headerRowBorder: { style: "solid", width: 1, color: "var(--line-strong)" },
  pinnedColumnBorder: { style: "solid", width: 1, color: "var(--line-strong)" },
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
  focusShadow: "inset 0 0 0 2px var(--focus)",
  headerHeight: HEAD_HEIGHT,
  // The page says which, by the person's choice or the system's; the grid's scroll bars follow it.
  browserColorScheme: "inherit",
  iconSize: 14,
});
