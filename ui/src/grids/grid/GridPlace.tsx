import { type ReactElement, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { TotalsSlot } from "../../base/frame-state";
import { Button, ErrorNotice, Later, ListPlace, Reason, Strip, StripFailure, StripOpening } from "../../parts";
import type { Collection } from "../../platform";
import { say } from "../../words";
import { GridStrip } from "./GridStrip";
import { GridTotals } from "./GridTotals";
import type { GridModel } from "./model";
import { NOUNS } from "./nouns";
import { narrows } from "./question";
import { type ActionsAt, RecordGrid } from "./RecordGrid";
import { selectedCount } from "./selection";
import type { CellAt } from "./under";
import type { GridLoad } from "./useGridModel";
import type { GridRow } from "./view-source";
import { BeforeRows, WhyEmpty } from "./WhyEmpty";

interface GridPlaceProps<Row extends GridRow> {
  load: GridLoad<Row>;
  label: string;
  /** Stands at the start of the strip: tabs. */
  tabs?: ReactNode;
  /** What is said when the state has none of these. */
  none: ReactNode;
  onClearSearch: () => void;
  /** What stands where a search finds nothing, given what is said of it otherwise. */
  elsewhere?: (search: string, otherwise: ReactNode) => ReactNode;
  /** What opening a row shows. */
  opens?: string;
  onOpenRow?: (row: Row, cell: HTMLElement) => void;
  onFocusRow?: (row: Row) => void;
  /** What is selected and what can be done with it, for a line of its own; absent where nothing can be done. */
  selection?: ReactNode;
  /** Whether the grid has boxes for selecting. */
  boxes?: boolean;
  /** Opens what can be done with the selected rows, and with the cell. */
  onActions?: (at: ActionsAt, on: CellAt<Row>) => void;
  /** Stands beside the grid. */
  aside?: ReactNode;
}

/** A grid with everything around it: tabs, filters, news, export, totals, and a reason where there are no rows. */
export function GridPlace<Row extends GridRow>(props: GridPlaceProps<Row>): ReactElement {
  const { load, tabs, selection } = props;
  if (load.model) {
    return <Loaded {...props} model={load.model} />;
  }
  return (
    <ListPlace>
      <Strip>{tabs}</Strip>
      <SelectionLine>{selection}</SelectionLine>
      <div className="grid-with-aside">
        {load.failure ? (
          <ErrorNotice error={load.failure} />
        ) : (
          <div className="grid-frame">
            <Opening collection={load.collection} />
          </div>
        )}
      </div>
    </ListPlace>
  );
}

/** Before the first answer of this computer's own copy. */
function Opening({ collection }: { collection: Collection }): ReactElement {
  return (
    <BeforeRows collection={collection}>
      <Later>
        <StripOpening>{say("grid-opening")}</StripOpening>
      </Later>
    </BeforeRows>
  );
}

/** Its room is kept while nothing stands in it. */
function SelectionLine({ children }: { children: ReactNode }): ReactNode {
  return children === undefined ? null : <div className="selection-line">{children}</div>;
}

function Loaded<Row extends GridRow>({
  model,
  load,
  label,
  tabs,
  none,
  onClearSearch,
  elsewhere,
  opens,
  onOpenRow,
  onFocusRow,
  selection,
  boxes,
  onActions,
  aside,
}: GridPlaceProps<Row> & { model: GridModel<Row> }): ReactElement {
  const { opened, failure } = useSyncExternalStore(model.subscribe, model.state);
  const [said, setSaid] = useState("");
  useEffect(() => tellOfSelection(model, setSaid), [model]);
  return (
    <ListPlace label={label}>
      <GridStrip model={model}>{tabs}</GridStrip>
      <SelectionLine>{selection}</SelectionLine>
      {failure ? (
        <StripFailure>
          <ErrorNotice
            error={failure}
            actions={<Button onClick={() => model.retry()}>{say("common-try-again")}</Button>}
          />
        </StripFailure>
      ) : null}
      <div className="grid-with-aside">
        <div className="grid-frame">
          {opened ? (
            <RecordGrid
              key={load.turn}
              model={model}
              label={label}
              fresh={load.fresh}
              opens={opens}
              onOpenRow={onOpenRow}
              onFocusRow={onFocusRow}
              boxes={boxes}
              onActions={onActions}
              onSay={setSaid}
            />
          ) : null}
          {opened && opened.rows === 0 ? (
            <div className="grid-empty">
              <Empty model={model} none={none} onClearSearch={onClearSearch} elsewhere={elsewhere} />
            </div>
          ) : null}
          {opened || failure ? null : <Opening collection={model.scope.collection} />}
        </div>
        {aside}
      </div>
      <TotalsSlot>
        <GridTotals model={model} />
      </TotalsSlot>
      <span className="unseen" role="status">
        {said}
      </span>
    </ListPlace>
  );
}

/** Says how much is selected, and what another view made of it. Answers the way to stop. */
function tellOfSelection<Row extends GridRow>(model: GridModel<Row>, tell: (words: string) => void): () => void {
  let before = 0;
  const deaf = model.selection.subscribe(() => {
    const now = selectedCount(model.selection.state());
    const all = model.selection.state().is === "matching";
    if (now !== before) {
      tell(now === 0 ? say("grid-selected-none") : say(all ? "grid-selected-all" : "grid-selected", { rows: now }));
    }
    before = now;
  });
  model.onViewReplaced = (was, asked) => {
    if (was.is === "matching") {
      tell(say("grid-selection-lost", { rows: was.rows }));
    } else if (asked) {
      tell(say("grid-selection-kept", { rows: selectedCount(was) }));
    }
  };
  return () => {
    deaf();
    if (before > 0) {
      tell(say("grid-selection-left", { rows: before }));
    }
  };
}

function Empty<Row extends GridRow>({
  model,
  none,
  onClearSearch,
  elsewhere = (_, otherwise) => otherwise,
}: {
  model: GridModel<Row>;
  none: ReactNode;
  onClearSearch: () => void;
  elsewhere?: GridPlaceProps<Row>["elsewhere"];
}): ReactNode {
  const { opened, answered } = useSyncExternalStore(model.subscribe, model.state);
  const narrowed = answered !== null && narrows(answered);
  const searched = answered?.search.trim() ?? "";
  if (!narrowed || !opened || opened.of === 0) {
    const why = <WhyEmpty collection={model.scope.collection}>{none}</WhyEmpty>;
    return searched ? elsewhere(searched, why) : why;
  }
  const nouns = NOUNS[model.scope.collection];
  const nothing = (
    <Reason
      icon="search"
      title={searched ? say(nouns.noneFound, { search: searched }) : say(nouns.nonePass)}
      actions={
        <>
          {searched ? <Button onClick={onClearSearch}>{say("grid-clear-search")}</Button> : null}
          {answered.filters.length > 0 ? (
            <Button onClick={() => model.clearFilters()}>{say("grid-clear-filters")}</Button>
          ) : null}
        </>
      }
    >
      <p>
        {searched && answered.filters.length > 0
          ? say("grid-none-by-both")
          : say(searched ? "grid-none-by-search" : "grid-none-by-filters")}
      </p>
    </Reason>
  );
  return searched ? elsewhere(searched, nothing) : nothing;
}
