import { Tabs } from "@base-ui/react/tabs";
import type { ReactElement } from "react";
import "./transfers.css";
import { useShownLicenses } from "../app/frame/frame-state";
import { CardLayer } from "../card/CardLayer";
import { Later } from "../parts";
import { say } from "../words";
import { setTransfersAt, TAB_TITLES, TABS, type TransferTab, useTransfersAt } from "./at";
import { DraftsList } from "./drafts/DraftsList";
import { useDrafts } from "./drafts/queries";
import { DraftEditor } from "./editor/DraftEditor";
import { useTransfersTab } from "./first-tab";
import { TransferGrid } from "./lists/TransferGrid";
import { ReceivingPage } from "./receiving/ReceivingPage";

/** Transfers: drafts made here, and what the state lists. A draft or a check list that is open has the whole place. */
export function TransfersPage(): ReactElement {
  const { open } = useTransfersAt();
  const licenses = useShownLicenses().map((license) => license.number);
  const { data, error } = useDrafts(licenses);
  const tab = useTransfersTab(licenses, error ? 0 : data?.drafts.length);
  return (
    <>
      {open?.is === "draft" ? (
        <DraftEditor key={open.draft} number={open.draft} begun={open.begun} />
      ) : open?.is === "receiving" ? (
        <ReceivingPage key={open.transfer} license={open.license} transfer={open.transfer} />
      ) : tab === null ? (
        <section className="grid-place">
          <div className="grid-strip">
            <TransferTabs tab={tab} />
          </div>
          <Later>
            <p className="grid-opening">{say("transfers-opening")}</p>
          </Later>
        </section>
      ) : tab === "drafts" || licenses.length === 0 ? (
        <DraftsList tabs={<TransferTabs tab={tab} />} />
      ) : (
        <TransferGrid tab={tab} tabs={<TransferTabs tab={tab} />} />
      )}
      <CardLayer />
    </>
  );
}

/** The five tabs; arrow keys go from one to the next. */
function TransferTabs({ tab }: { tab: TransferTab | null }): ReactElement {
  return (
    <Tabs.Root value={tab} onValueChange={(next) => setTransfersAt({ tab: next as TransferTab, detail: null })}>
      <Tabs.List className="tabs" aria-label={say("transfers-tabs")} activateOnFocus>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} className="tab">
            {say(TAB_TITLES[each])}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  );
}
