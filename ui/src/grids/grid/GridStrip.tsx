import { type ReactElement, type ReactNode, useSyncExternalStore } from "react";
import { useCommands } from "../../base/commands";
import { useSnapshot } from "../../base/desk";
import { Strip } from "../../parts";
import { say } from "../../words";
import { ChangesBar } from "./ChangesBar";
import { ColumnChooser } from "./ColumnChooser";
import { ExportMenu } from "./ExportMenu";
import { FilterChips } from "./FilterChips";
import { footWords } from "./foot";
import { focusGrid } from "./keys";
import type { GridModel } from "./model";
import { readingOf } from "./reading";
import type { GridRow } from "./view-source";

/** The line above the rows: what narrows them, what is new, and what can be done with them all. */
export function GridStrip<Row extends GridRow>({
  model,
  children,
}: {
  model: GridModel<Row>;
  /** Stands first: the tabs. */
  children?: ReactNode;
}): ReactElement {
  const { sync } = useSnapshot();
  const { totals, tally } = useSyncExternalStore(model.subscribe, model.state);
  const news = model.filling ? 0 : tally.records;
  useCommands({ changes: news > 0 ? { act: () => model.showChanges() } : say("palette-no-changes") });
  return (
    <Strip>
      {children}
      <p className="unseen" role="status">
        {totals?.narrowed ? footWords(totals, readingOf(sync, model.scope), model.scope.collection).words : ""}
      </p>
      <FilterChips model={model} />
      <ChangesBar
        records={news}
        onShow={() => model.showChanges()}
        onPressed={() => model.api && focusGrid(model.api)}
      />
      <ColumnChooser model={model} />
      <ExportMenu model={model} />
    </Strip>
  );
}
