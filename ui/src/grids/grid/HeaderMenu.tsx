import { Menu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import type { IconName } from "../../base/icons";
import { Icon } from "../../parts";
import { say } from "../../words";
import type { HeaderMenuAt } from "./context";
import type { GridModel } from "./model";
import { onlySort } from "./question";
import type { GridRow } from "./view-source";
import { sortWords } from "./words";

function Entry({ icon, onPick, children }: { icon: IconName; onPick: () => void; children: ReactNode }): ReactElement {
  return (
    <Menu.Item className="menu-item" onClick={onPick}>
      <span className="menu-mark">
        <Icon name={icon} />
      </span>
      <span className="menu-words">{children}</span>
    </Menu.Item>
  );
}

/** Everything a column's head offers. */
export function HeaderMenu({
  at,
  model,
  onClose,
  onFilter,
}: {
  at: HeaderMenuAt;
  model: GridModel<GridRow>;
  onClose: () => void;
  onFilter: () => void;
}): ReactElement {
  const { question } = model.state();
  const api = model.api;
  const column = api?.getColumn(at.column);
  const shape = model.columns.find((candidate) => candidate.id === at.column);
  const sorts = sortWords(shape?.kind ?? "text");
  const sorted = question.sort.find((key) => key.column === at.column);
  const filtered = question.filters.some((filter) => filter.column === at.column);
  const pinned = column?.getPinned() ?? null;
  const pin = (side: "left" | "right" | null) => api?.setColumnsPinned([at.column], side);
  return (
    <Menu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Menu.Portal>
        <Menu.Positioner className="layer" anchor={at.anchor} align="end" sideOffset={2} collisionPadding={8}>
          <Menu.Popup
            className="menu"
            aria-label={say("grid-menu", { column: shape?.title ?? "" })}
            finalFocus={() => at.anchor}
          >
            {sorted && !sorted.descending ? null : (
              <Entry icon="chevronUp" onPick={() => model.sort(onlySort(at.column, false))}>
                {say(sorts.up)}
              </Entry>
            )}
            {sorted?.descending ? null : (
              <Entry icon="chevronDown" onPick={() => model.sort(onlySort(at.column, true))}>
                {say(sorts.down)}
              </Entry>
            )}
            {sorted ? (
              <Entry icon="close" onPick={() => model.sort(question.sort.filter((key) => key.column !== at.column))}>
                {say("grid-sort-off")}
              </Entry>
            ) : null}
            <Menu.Separator className="menu-line" />
            <Entry icon="filter" onPick={onFilter}>
              {say(filtered ? "grid-menu-filter-change" : "grid-menu-filter")}
            </Entry>
            {filtered ? (
              <Entry icon="close" onPick={() => model.filter(at.column, undefined)}>
                {say("grid-clear-filter")}
              </Entry>
            ) : null}
            <Menu.Separator className="menu-line" />
            {pinned === "left" ? null : (
              <Entry icon="pin" onPick={() => pin("left")}>
                {say("grid-pin-left")}
              </Entry>
            )}
            {pinned === "right" ? null : (
              <Entry icon="pin" onPick={() => pin("right")}>
                {say("grid-pin-right")}
              </Entry>
            )}
            {pinned ? (
              <Entry icon="close" onPick={() => pin(null)}>
                {say("grid-pin-off")}
              </Entry>
            ) : null}
            <Menu.Separator className="menu-line" />
            <Entry icon="columns" onPick={() => api?.autoSizeColumns([at.column])}>
              {say("grid-menu-fit")}
            </Entry>
            <Entry icon="eyeOff" onPick={() => api?.setColumnsVisible([at.column], false)}>
              {say("grid-menu-hide")}
            </Entry>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
