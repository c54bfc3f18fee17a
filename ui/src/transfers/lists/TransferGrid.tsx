import { type ReactElement, type ReactNode, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { SearchSlot, useFrame } from "../../base/frame-state";
import { useCount } from "../../grids/grid/counts";
import { GridPlace } from "../../grids/grid/GridPlace";
import { focusGrid } from "../../grids/grid/keys";
import { useGridModel } from "../../grids/grid/useGridModel";
import type { FetchRows } from "../../grids/grid/view-source";
import { Reason, SearchBox } from "../../parts";
import { call, type TransferRow } from "../../platform";
import { say } from "../../words";
import { setTransfersAt, useTransfersAt } from "../at";
import { DetailPanel } from "./DetailPanel";
import { LISTS, type ListTab } from "./kinds";

const fetchTransfers: FetchRows<TransferRow> = async (view, from, to) =>
  (await call("transfer_rows", { view, from, to })).rows;

/** One of the state's four lists, with the transfer that is open beside it. */
export function TransferGrid({
  tab,
  tabs,
}: {
  tab: ListTab;
  /** The strip of tabs, given how many transfers this one has. */
  tabs: (count: number | null) => ReactNode;
}): ReactElement {
  const { shown } = useFrame();
  const { sync } = useSnapshot();
  const { detail } = useTransfersAt();
  const [search, setSearch] = useState("");
  const licenses = shown.map((license) => license.number);
  const kind = LISTS[tab];
  const load = useGridModel<TransferRow>({
    grid: `transfers.${tab}`,
    collection: kind.collection,
    tab: null,
    licenses,
    search,
    fetch: fetchTransfers,
    loading: sync.licenses.some((entry) => entry.state === "loading" && licenses.includes(entry.license)),
  });
  const count = useCount(load);
  const toGrid = () => load.model?.api && focusGrid(load.model.api);
  const show = (row: TransferRow) =>
    setTransfersAt({ detail: { license: row.license, list: kind.list, id: row.transfer_id } });
  return (
    <>
      <SearchSlot>
        <SearchBox label={say(kind.search)} value={search} onChange={setSearch} onLeave={toGrid} />
      </SearchSlot>
      <GridPlace
        load={load}
        label={say(kind.label)}
        tabs={tabs(count)}
        none={
          <Reason icon="truck" title={say(kind.none.title)}>
            <p>{say(kind.none.words)}</p>
          </Reason>
        }
        onClearSearch={() => setSearch("")}
        opens={say("transfers-open-row")}
        onOpenRow={show}
        onFocusRow={(row) => {
          if (detail) {
            show(row);
          }
        }}
        aside={
          detail && detail.list === kind.list ? (
            <DetailPanel
              find={detail}
              onClose={() => {
                setTransfersAt({ detail: null });
                toGrid();
              }}
              onLeave={toGrid}
            />
          ) : null
        }
      />
    </>
  );
}
