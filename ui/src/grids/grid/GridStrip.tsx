import { type ReactElement, type ReactNode, useSyncExternalStore } from "react";
import { useSnapshot } from "../../app/desk";
import { useCommands } from "../../app/frame/commands";
import { readingOf } from "../../app/sync/reading";
import { Button, Icon } from "../../parts";
import { say } from "../../words";
import { ChangesBar } from "./ChangesBar";
import { ColumnChooser } from "./ColumnChooser";
import { ExportMenu } from "./ExportMenu";
import { describeFilter } from "./filters";
import { footWords } from "./foot";
import { focusGrid } from "./keys";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

/** The line above the rows: what narrows them, what is new, and what can be done with them all. */
export function GridStrip<Row extends GridRow>({
  model,
  selection,
  children,
}: {
  model: GridModel<Row>;
  /** What is selected and what can be done with it; nothing while nothing is. */
  selection?: ReactNode;
  /** Stands first: the tabs. */
  children?: ReactNode;
}): ReactElement {
  const { sync } = useSnapshot();
  const { question, totals, tally } = useSyncExternalStore(model.subscribe, model.state);
  const chips = question.filters.flatMap((filter) => {
    const column = model.columns.find((candidate) => candidate.id === filter.column);
    return column ? [{ id: column.id, words: describeFilter(column, filter.test) }] : [];
  });
  const news = model.filling ? 0 : tally.records;
  useCommands({ changes: news > 0 ? { act: () => model.showChanges() } : say("palette-no-changes") });
  return (
    <div className={selection ? "grid-strip grid-strip-selecting" : "grid-strip"}>
      {children}
      <p className="unseen" role="status">
        {totals?.narrowed ? footWords(totals, readingOf(sync, model.scope), model.scope.collection).words : ""}
      </p>
      {chips.length > 0 ? (
        <ul className="grid-chips" aria-label={say("grid-filters")}>
          {chips.map(({ id, words }) => (
            <li key={id}>
              <button
                type="button"
                className="grid-chip"
                title={say("grid-chip-title", { filter: words })}
                onClick={() => model.filter(id, undefined)}
              >
                <Icon name="filter" size={12} />
                <span className="grid-chip-words">{words}</span>
                <Icon name="close" size={12} label={say("grid-chip-clear")} />
              </button>
            </li>
          ))}
          {chips.length > 1 ? (
            <li>
              <Button look="quiet" className="grid-small" onClick={() => model.clearFilters()}>
                {say("grid-filters-clear")}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
      {selection ?? <span className="grid-strip-gap" />}
      <ChangesBar
        records={news}
        onShow={() => model.showChanges()}
        onPressed={() => model.api && focusGrid(model.api)}
      />
      <ColumnChooser model={model} />
      <ExportMenu model={model} />
    </div>
  );
}
