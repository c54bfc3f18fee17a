import { type ReactElement, type ReactNode, useSyncExternalStore } from "react";
import { ACTIONS } from "../../base/actions";
import { quantityWords } from "../../base/amount";
import { Button, Icon, IconButton } from "../../parts";
import type { PackageRow } from "../../platform";
import { language, say } from "../../words";
import type { GridModel } from "../grid/model";
import { type Sum, sumByUnit } from "./sums";
import type { PackageActions } from "./usePackageActions";

/** More units than these are counted. */
const SHOWN = 2;

/** How much is selected, in words; `null` where nothing is. */
export function selectionWords(selected: PackageActions["selected"]): string | null {
  switch (selected.is) {
    case "none":
      return null;
    case "matching":
      return say("packages-selected-matching", { count: selected.rows });
    case "rows": {
      const licenses = new Set([...selected.rows.values()].map((row) => row.license)).size;
      const count = selected.rows.size;
      return licenses > 1
        ? say("packages-selected-licenses", { count, licenses })
        : say("packages-selected", { count });
    }
  }
}

function sumsOf(model: GridModel<PackageRow>, selected: PackageActions["selected"]): Sum[] {
  if (selected.is === "matching") {
    const { totals } = model.state();
    return totals?.view === selected.view ? totals.units : [];
  }
  return selected.is === "rows" ? sumByUnit(selected.rows.values()) : [];
}

/**
 * What is selected and what can be done with it, in a line of its own above the rows. Whatever is selected, the buttons
 * stand where they stood.
 */
export function SelectionBar({
  model,
  actions,
  further,
}: {
  model: GridModel<PackageRow>;
  actions: PackageActions;
  /** What else can be begun with the selected packages. */
  further?: ReactNode;
}): ReactElement {
  const { selected } = actions;
  useSyncExternalStore(model.subscribe, model.state);
  const words = selectionWords(selected);
  if (words === null) {
    return <p className="selection-none">{actions.why || say("packages-selected-none")}</p>;
  }
  const sums = sumsOf(model, selected);
  const more = sums.length - SHOWN;
  const title = new Intl.ListFormat(language()).format(
    sums.map(({ quantity, unit }) => `${quantityWords(quantity)} ${unit}`),
  );
  return (
    <section
      className="selection"
      aria-label={say("packages-selection")}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          actions.clear();
        }
      }}
    >
      <p className="selection-words" title={title}>
        <b title={words}>{words}</b>
        {sums.slice(0, SHOWN).map(({ quantity, unit }) => (
          // A row that came without its unit has a key as well.
          <span key={`in ${unit}`} className="selection-sum">
            {quantityWords(quantity)} {unit}
          </span>
        ))}
        {more > 0 ? <span className="selection-sum">{say("packages-sums-more", { units: more })}</span> : null}
      </p>
      {actions.actions.length > 0 ? (
        <>
          <span className={actions.actions.length > 1 ? "selection-actions selection-many" : "selection-actions"}>
            {actions.actions.map((action) => (
              <Button key={action} size="small" onClick={() => actions.act(action)}>
                {ACTIONS[action].words}
              </Button>
            ))}
          </span>
          {further}
          <Button
            size="small"
            className="selection-menu"
            aria-haspopup="menu"
            onClick={(event) => actions.openMenu(event.currentTarget, null)}
          >
            {say("packages-actions")} <Icon name="chevronDown" size={12} />
          </Button>
        </>
      ) : (
        <span className="selection-why" title={actions.why}>
          {actions.why}
        </span>
      )}
      <IconButton size="small" icon="close" label={say("packages-deselect-keys")} onClick={actions.clear} />
    </section>
  );
}
