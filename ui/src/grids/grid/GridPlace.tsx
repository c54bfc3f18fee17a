import { type ReactElement, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { TotalsSlot } from "../../app/frame/frame-state";
import { WhyEmpty } from "../../app/sync/WhyEmpty";
import { count } from "../../app/words";
import { Button, ErrorNotice, Later, Reason } from "../../parts";
import { GridStrip, type Noun } from "./GridStrip";
import { GridTotals } from "./GridTotals";
import type { GridModel } from "./model";
import { narrows } from "./question";
import { type ActionsAt, RecordGrid } from "./RecordGrid";
import { selectedCount } from "./selection";
import type { GridLoad } from "./useGridModel";
import type { GridRow } from "./view-source";

interface GridPlaceProps<Row extends GridRow> {
  load: GridLoad<Row>;
  label: string;
  noun: Noun;
  /** Stands at the start of the strip: tabs. */
  tabs?: ReactNode;
  /** What is said when the state has none of these. */
  none: ReactNode;
  onClearSearch: () => void;
  /** What opening a row shows. */
  opens?: string;
  onOpenRow?: (row: Row) => void;
  onFocusRow?: (row: Row) => void;
  /** What is selected and what can be done with it, for the strip; nothing while nothing is. */
  selection?: ReactNode;
  /** Opens what can be done with the selected rows. */
  onActions?: (at: ActionsAt) => void;
  /** Whether something waits in the outbox. */
  reports?: boolean;
  /** Stands beside the grid. */
  aside?: ReactNode;
}

/** A grid with everything around it: tabs, filters, news, export, totals, and a reason where there are no rows. */
export function GridPlace<Row extends GridRow>(props: GridPlaceProps<Row>): ReactElement {
  const { load, tabs } = props;
  if (load.model) {
    return <Loaded {...props} model={load.model} />;
  }
  return (
    <section className="grid-place">
      <div className="grid-strip">{tabs}</div>
      <div className="grid-with-aside">
        {load.failure ? (
          <ErrorNotice error={load.failure} />
        ) : (
          <Later>
            <p className="grid-opening">Opening…</p>
          </Later>
        )}
      </div>
    </section>
  );
}

function Loaded<Row extends GridRow>({
  model,
  load,
  label,
  noun,
  tabs,
  none,
  onClearSearch,
  opens,
  onOpenRow,
  onFocusRow,
  selection,
  onActions,
  reports,
  aside,
}: GridPlaceProps<Row> & { model: GridModel<Row> }): ReactElement {
  const { opened, failure } = useSyncExternalStore(model.subscribe, model.state);
  const [said, setSaid] = useState("");
  useEffect(() => tellOfSelection(model, noun, setSaid), [model, noun]);
  return (
    <section className="grid-place" aria-label={label}>
      <GridStrip model={model} noun={noun} selection={selection}>
        {tabs}
      </GridStrip>
      {failure ? (
        <div className="grid-failure">
          <ErrorNotice error={failure} actions={<Button onClick={() => model.retry()}>Try again</Button>} />
        </div>
      ) : null}
      <div className="grid-with-aside">
        <div className="grid-frame">
          {opened ? (
            <RecordGrid
              key={load.turn}
              model={model}
              label={label}
              opens={opens}
              onOpenRow={onOpenRow}
              onFocusRow={onFocusRow}
              onActions={onActions}
              reports={reports}
              onSay={setSaid}
            />
          ) : null}
          {opened && opened.rows === 0 ? (
            <div className="grid-empty">
              <Empty model={model} noun={noun} none={none} onClearSearch={onClearSearch} />
            </div>
          ) : null}
          {opened || failure ? null : (
            <Later>
              <p className="grid-opening">Opening…</p>
            </Later>
          )}
        </div>
        {aside}
      </div>
      <TotalsSlot>
        <GridTotals model={model} noun={noun} />
      </TotalsSlot>
      <span className="unseen" role="status">
        {said}
      </span>
    </section>
  );
}

/** Says how much is selected, and what another view made of it. Answers the way to stop. */
function tellOfSelection<Row extends GridRow>(
  model: GridModel<Row>,
  noun: Noun,
  say: (words: string) => void,
): () => void {
  const rows = (number: number) => `${count(number)} ${number === 1 ? noun.one : noun.many}`;
  let before = 0;
  const deaf = model.selection.subscribe(() => {
    const now = selectedCount(model.selection.state());
    const all = model.selection.state().is === "matching";
    if (now !== before) {
      say(
        now === 0
          ? "Nothing is selected."
          : all
            ? `All ${rows(now)} that match are selected.`
            : `${rows(now)} selected.`,
      );
    }
    before = now;
  });
  model.onViewReplaced = (was, asked) => {
    if (was.is === "matching") {
      say(`The list changed, so the selection of all ${rows(was.rows)} was taken away.`);
    } else if (asked) {
      say(`${rows(selectedCount(was))} named before ${selectedCount(was) === 1 ? "stays" : "stay"} selected.`);
    }
  };
  return () => {
    deaf();
    if (before > 0) {
      say(`${rows(before)} selected before ${before === 1 ? "is" : "are"} no longer selected.`);
    }
  };
}

function Empty<Row extends GridRow>({
  model,
  noun,
  none,
  onClearSearch,
}: {
  model: GridModel<Row>;
  noun: Noun;
  none: ReactNode;
  onClearSearch: () => void;
}): ReactElement {
  const { opened, answered } = useSyncExternalStore(model.subscribe, model.state);
  const narrowed = answered !== null && narrows(answered);
  if (!narrowed || !opened || opened.of === 0) {
    return <WhyEmpty collection={model.scope.collection}>{none}</WhyEmpty>;
  }
  const searched = answered.search.trim();
  return (
    <Reason
      icon="search"
      title={searched ? `No ${noun.one} matches “${searched}”` : `No ${noun.one} passes the filters`}
      actions={
        <>
          {searched ? <Button onClick={onClearSearch}>Clear the search</Button> : null}
          {answered.filters.length > 0 ? <Button onClick={() => model.clearFilters()}>Clear the filters</Button> : null}
        </>
      }
    >
      <p>
        {searched && answered.filters.length > 0
          ? "Each word must be found somewhere in the row, and all filters must hold."
          : searched
            ? "Each word must be found somewhere in the row: part of a tag, an item, a strain, a batch or a note."
            : "All filters must hold."}
      </p>
    </Reason>
  );
}
