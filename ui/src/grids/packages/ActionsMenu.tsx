import type { ReactElement } from "react";
import { ACTIONS } from "../../base/actions";
import { MenuGroup, MenuItem } from "../../parts";
import type { PackageRow } from "../../platform";
import { say } from "../../words";
import type { GridModel } from "../grid/model";
import { RowMenu } from "../grid/RowMenu";
import { selectedCount } from "../grid/selection";
import type { NewTransfer } from "./NewTransferButton";
import { selectionWords } from "./SelectionBar";
import type { PackageActions } from "./usePackageActions";

/** What can be done with the selected packages, beside a cell, the pointer or a button. */
export function ActionsMenu({
  model,
  actions,
  transfer,
}: {
  model: GridModel<PackageRow> | null;
  actions: PackageActions;
  /** Absent where no transfer can begin with what is selected. */
  transfer: NewTransfer | null;
}): ReactElement {
  const { menu, selected } = actions;
  const words = selectionWords(selected);
  return (
    <RowMenu model={model} open={words === null ? null : menu} onClose={actions.closeMenu}>
      <MenuGroup label={words ?? ""}>
        {actions.actions.map((action) => (
          <MenuItem key={action} icon={ACTIONS[action].icon} onSelect={() => actions.act(action)}>
            {ACTIONS[action].words}
          </MenuItem>
        ))}
        {actions.actions.length === 0 ? (
          <MenuItem disabled onSelect={() => {}}>
            {actions.why}
          </MenuItem>
        ) : null}
        {transfer ? (
          <MenuItem icon="truck" onSelect={transfer.make} why={transfer.why} disabled={transfer.busy}>
            {say("packages-new-transfer", { packages: selectedCount(selected) })}
          </MenuItem>
        ) : null}
      </MenuGroup>
    </RowMenu>
  );
}
