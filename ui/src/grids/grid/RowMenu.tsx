import { Menu } from "@base-ui/react/menu";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { useOpenLink } from "../../base/links";
import { MenuItem, MenuLine } from "../../parts";
import type { FilterTest, LicenseNumber } from "../../platform";
import { say } from "../../words";
import { CopySign, useCopySign } from "./CopySign";
import { tagsText } from "./copy";
import { describeFilter } from "./filters";
import { focusFirst, focusGrid } from "./keys";
import type { GridModel } from "./model";
import type { ActionsAt } from "./RecordGrid";
import { onlyWords, sameValue } from "./same-value";
import { selectedCount } from "./selection";
import type { CellAt } from "./under";
import type { GridRow } from "./view-source";

/** Where a menu of rows is open, and on which cell; null where a button opened it. */
export interface RowMenuAt<Row extends GridRow> {
  at: ActionsAt;
  on: CellAt<Row> | null;
}

/** A row of which the state has a list with a page of its own. */
type TaggedRow = GridRow & { tag: string; license: LicenseNumber };

/** What can be done with the selected rows and with one cell, beside a cell, the pointer or a button. */
export function RowMenu<Row extends TaggedRow>({
  model,
  open,
  onClose,
  children,
}: {
  model: GridModel<Row> | null;
  /** Null while it is not open. */
  open: RowMenuAt<Row> | null;
  onClose: () => void;
  /** What the rows alone can do; stands first. */
  children: ReactNode;
}): ReactElement {
  const [said, setSaid] = useState("");
  const { sign, put } = useCopySign(setSaid);
  return (
    <>
      {model && open ? (
        <Open model={model} open={open} onClose={onClose} onCopy={put}>
          {children}
        </Open>
      ) : null}
      {sign ? <CopySign key={sign.turn} sign={sign} /> : null}
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}

function Open<Row extends TaggedRow>({
  model,
  open: { at, on },
  onClose,
  onCopy,
  children,
}: {
  model: GridModel<Row>;
  open: RowMenuAt<Row>;
  onClose: () => void;
  onCopy: ReturnType<typeof useCopySign>["put"];
  children: ReactNode;
}): ReactElement {
  const openLink = useOpenLink();
  const popup = useRef<HTMLDivElement>(null);
  const filtered = useRef<string | null>(null);
  useEffect(() => {
    // No button of its own opened it, so the menu does not know that a key did: Enter does the first at once.
    const frame = requestAnimationFrame(() =>
      popup.current?.querySelector<HTMLElement>("[role='menuitem']:not([data-disabled])")?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  const selected = model.selection.state();
  const tags = selectedCount(selected);
  const license = on ? on.row.license : oneLicense(model);
  const copy = () => {
    const from = on?.cell ?? (at instanceof Element ? at : null);
    if (model.api) {
      onCopy(tagsText(model.api, selected), from);
    }
  };
  const filter = (column: string, test: FilterTest | undefined) => {
    filtered.current = column;
    model.filter(column, test);
  };
  return (
    <Menu.Root open onOpenChange={(next) => (next ? undefined : onClose())}>
      <Menu.Portal>
        <Menu.Positioner className="layer" anchor={at} align="start" sideOffset={2} collisionPadding={8}>
          <Menu.Popup
            ref={popup}
            className="menu row-menu"
            aria-label={say("packages-actions")}
            finalFocus={() => {
              // A dialog that opens takes the focus itself.
              if (model.api && !(filtered.current !== null && focusFirst(model.api, filtered.current))) {
                focusGrid(model.api);
              }
              return false;
            }}
          >
            {children}
            <MenuLine />
            <MenuItem
              icon="copy"
              onSelect={copy}
              why={selected.is === "matching" ? say("grid-copy-too-many", { rows: tags }) : undefined}
            >
              {say("grid-copy-tags", { tags })}
            </MenuItem>
            {on ? <Only model={model} on={on} onFilter={filter} /> : null}
            {license === null ? null : (
              <MenuItem icon="external" onSelect={() => openLink("state_packages", license)}>
                {say("grid-state-packages")}
              </MenuItem>
            )}
            <MenuLine />
            <MenuItem icon="close" keys={say("packages-escape")} onSelect={() => model.selection.clear()}>
              {say("packages-deselect")}
            </MenuItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The license of all that is selected; null where there are several, whose pages are several. */
function oneLicense<Row extends TaggedRow>(model: GridModel<Row>): LicenseNumber | null {
  const selected = model.selection.state();
  const licenses =
    selected.is === "rows" ? [...selected.rows.values()].map((row) => row.license) : model.scope.licenses;
  const [first, ...others] = new Set(licenses);
  return first !== undefined && others.length === 0 ? first : null;
}

/** Filters by the value of the cell, or takes that very filter away again. */
function Only<Row extends GridRow>({
  model,
  on,
  onFilter,
}: {
  model: GridModel<Row>;
  on: CellAt<Row>;
  onFilter: (column: string, test: FilterTest | undefined) => void;
}): ReactElement | null {
  const column = model.columns.find((each) => each.id === on.column);
  const test = column ? sameValue(column, on.row) : null;
  if (!column || !test) {
    return null;
  }
  const now = model.state().question.filters.find((filter) => filter.column === column.id)?.test;
  const holds = JSON.stringify(now) === JSON.stringify(test);
  return (
    <MenuItem icon={holds ? "close" : "filter"} onSelect={() => onFilter(column.id, holds ? undefined : test)}>
      {holds ? say("grid-chip-title", { filter: describeFilter(column, test) }) : onlyWords(column, test)}
    </MenuItem>
  );
}
