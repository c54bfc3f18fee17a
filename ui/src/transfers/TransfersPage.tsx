import type { ReactElement } from "react";
import { ListPlace, Strip, StripOpening } from "../parts";
import "./transfers.css";
import { useShownLicenses } from "../base/frame-state";
import { CardLayer } from "../card/CardLayer";
import { useListCounts } from "../grids/grid/counts";
import { Later, Tabs } from "../parts";
import { say } from "../words";
import { setTransfersAt, TAB_TITLES, TABS, type TransferTab, useTransfersAt } from "./at";
import { DraftsList } from "./drafts/DraftsList";
import { useDrafts } from "./drafts/queries";
import { DraftEditor } from "./editor/DraftEditor";
import { useTransfersTab } from "./first-tab";
import { LISTS } from "./lists/kinds";
import { TransferGrid } from "./lists/TransferGrid";
import { ReceivingPage } from "./receiving/ReceivingPage";

/** Transfers: drafts made here, and what the state lists. A draft or a check list that is open has the whole place. */
export function TransfersPage(): ReactElement {
  const { open } = useTransfersAt();
  const licenses = useShownLicenses().map((license) => license.number);
  const { data, error } = useDrafts(licenses);
  const drafts = error ? null : (data?.drafts.length ?? null);
  const listed = useListCounts();
  const countOf = (each: TransferTab) => (each === "drafts" ? drafts : listed(LISTS[each].collection, null));
  const tab = useTransfersTab(licenses, error ? 0 : data?.drafts.length);
  return (
    <>
      {open?.is === "draft" ? (
        <DraftEditor key={open.draft} number={open.draft} begun={open.begun} />
      ) : open?.is === "receiving" ? (
        <ReceivingPage key={open.transfer} license={open.license} transfer={open.transfer} />
      ) : tab === null ? (
        <ListPlace>
          <Strip>
            <TransferTabs tab={tab} countOf={countOf} />
          </Strip>
          <Later>
            <StripOpening>{say("transfers-opening")}</StripOpening>
          </Later>
        </ListPlace>
      ) : tab === "drafts" || licenses.length === 0 ? (
        <DraftsList tabs={<TransferTabs tab={tab} countOf={countOf} />} />
      ) : (
        <TransferGrid
          tab={tab}
          tabs={(count) => (
            <TransferTabs tab={tab} countOf={(each) => (each === tab && count !== null ? count : countOf(each))} />
          )}
        />
      )}
      <CardLayer />
    </>
  );
}

/** The five tabs, each with how many it has where that is known. */
function TransferTabs({
  tab,
  countOf,
}: {
  tab: TransferTab | null;
  countOf: (tab: TransferTab) => number | null;
}): ReactElement {
  const tabs = TABS.map((id) => ({ id, title: say(TAB_TITLES[id]), count: countOf(id) }));
  return (
    <Tabs
      label={say("transfers-tabs")}
      value={tab}
      tabs={tabs}
      onTab={(next) => setTransfersAt({ tab: next, detail: null })}
    />
  );
}
