import { type ReactElement, useSyncExternalStore } from "react";
import { Button, Icon, Popover } from "../../parts";
import { say } from "../../words";
import { describeFilter } from "./filters";
import { focusGrid } from "./keys";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

/** More of them than these need a wide window to be read side by side. */
const SOME = 2;

/** What narrows the rows, in the room that the rest of the strip leaves: side by side, or behind one button. */
export function FilterChips<Row extends GridRow>({ model }: { model: GridModel<Row> }): ReactElement {
  const { filters } = useSyncExternalStore(model.subscribe, model.state).question;
  const chips = filters.flatMap((filter) => {
    const column = model.columns.find((candidate) => candidate.id === filter.column);
    return column ? [{ id: column.id, words: describeFilter(column, filter.test) }] : [];
  });
  /** The button that was pressed goes away with its filter; the focus must not go with it. */
  const pressed = (clear: () => void) => {
    if (model.api) {
      focusGrid(model.api);
    }
    clear();
  };
  const list = (look: string) => (
    <ul className={`grid-chips ${look}`} aria-label={say("grid-filters")}>
      {chips.map(({ id, words }) => (
        <li key={id}>
          <button
            type="button"
            className="grid-chip"
            title={say("grid-chip-title", { filter: words })}
            onClick={() => pressed(() => model.filter(id, undefined))}
          >
            <Icon name="filter" size={12} />
            <span className="grid-chip-words">{words}</span>
            <Icon name="close" size={12} label={say("grid-chip-clear")} />
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li className="grid-chips-clear">
          <Button look="quiet" size="small" onClick={() => pressed(() => model.clearFilters())}>
            {say("grid-filters-clear")}
          </Button>
        </li>
      ) : null}
    </ul>
  );
  return (
    <div className="grid-chips-room">
      {chips.length === 0
        ? null
        : list(chips.length > SOME ? "grid-chips-many" : chips.length > 1 ? "grid-chips-some" : "")}
      {chips.length > 1 ? (
        <Popover
          label={say("grid-filters")}
          className="grid-chips-panel"
          trigger={
            <button type="button" className="grid-chip grid-chips-one">
              <Icon name="filter" size={12} />
              {say("grid-filters-count", { filters: chips.length })}
              <Icon name="chevronDown" size={12} />
            </button>
          }
        >
          {list("")}
        </Popover>
      ) : null}
    </div>
  );
}
