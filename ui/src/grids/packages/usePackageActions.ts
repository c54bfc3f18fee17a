import { useCallback, useState, useSyncExternalStore } from "react";
import { ACTIONS, type ActionId, type ActionStart, IN_TAB } from "../../base/actions";
import { type Offers, useCommands } from "../../base/commands";
import { useActions } from "../../base/dialogs-state";
import type { PackageRow, PackageTab } from "../../platform";
import { say } from "../../words";
import { focusGrid } from "../grid/keys";
import type { GridModel } from "../grid/model";
import type { ActionsAt } from "../grid/RecordGrid";
import type { RowMenuAt } from "../grid/RowMenu";
import { type Selected, selectedCount } from "../grid/selection";
import type { CellAt } from "../grid/under";

const NOTHING: Selected<PackageRow> = { is: "none" };
const NEVER = () => () => {};
const NONE = () => NOTHING;

/** What can be done with the selected packages, and the menu of it. */
export interface PackageActions {
  selected: Selected<PackageRow>;
  /** In the order shown; empty where nothing can be done in this tab. */
  actions: readonly ActionId[];
  /** Why nothing can be done. */
  why: string;
  act: (action: ActionId) => void;
  clear: () => void;
  /** Where the menu is open; null while it is not. */
  menu: RowMenuAt<PackageRow> | null;
  openMenu: (at: ActionsAt, on: CellAt<PackageRow> | null) => void;
  closeMenu: () => void;
  toGrid: () => void;
}

/** The start of an action on what is selected; `undefined` where nothing is. */
export function startOf(
  form: ActionId,
  selected: Selected<PackageRow>,
  licenses: string[],
): Pick<ActionStart, "form" | "target" | "packages" | "licenses"> | undefined {
  switch (selected.is) {
    case "none":
      return undefined;
    case "rows":
      return {
        form,
        target: {
          target: "packages",
          packages: [...selected.rows.values()].map(({ license, package_id, tag }) => ({ license, package_id, tag })),
        },
      };
    case "matching":
      return { form, target: { target: "view", view: selected.view }, packages: selected.rows, licenses };
  }
}

/** Why nothing can be done in a tab; empty where something can. */
export function whyNot(tab: PackageTab): string {
  const { why } = IN_TAB[tab];
  return why ? say(why) : "";
}

/** The actions of the packages grid; none until it has its first rows. */
export function usePackageActions(model: GridModel<PackageRow> | null): PackageActions {
  const { openAction } = useActions();
  const [menu, setMenu] = useState<RowMenuAt<PackageRow> | null>(null);
  const selected = useSyncExternalStore(model?.selection.subscribe ?? NEVER, model?.selection.state ?? NONE);
  const tab: PackageTab = model?.scope.tab ?? "active";
  const { actions, others } = IN_TAB[tab];

  const toGrid = useCallback(() => {
    if (model?.api) {
      focusGrid(model.api);
    }
  }, [model]);
  const act = (action: ActionId) => {
    const start = startOf(action, selected, model?.scope.licenses ?? []);
    if (start) {
      openAction({ ...start, back: toGrid, onQueued: () => model?.selection.clear() });
    }
  };
  const count = selectedCount(selected);
  const clear = () => {
    model?.selection.clear();
    toGrid();
  };
  const first = say("palette-select-first");
  const offers: Offers = {
    select_all: model ? { act: () => model.selectAll() } : first,
    deselect: count > 0 ? { act: clear } : say("palette-nothing-selected"),
  };
  for (const action of Object.keys(ACTIONS) as ActionId[]) {
    const can = actions.includes(action);
    offers[action] = !can ? say(others) : count === 0 ? first : { act: () => act(action) };
  }
  if (tab !== "active") {
    offers.transfer_with = say(others);
  } else if (count === 0) {
    offers.transfer_with = first;
  }
  useCommands(offers, count > 0 ? say("common-packages", { count }) : null);
  return {
    selected,
    actions,
    why: whyNot(tab),
    act,
    clear,
    menu,
    openMenu: (at, on) => setMenu({ at, on }),
    closeMenu: () => setMenu(null),
    toGrid,
  };
}
