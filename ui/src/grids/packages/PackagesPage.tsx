import { type ReactElement, useEffect, useState } from "react";
import { useSnapshot } from "../../app/desk";
import { SearchSlot, useFrame, usePlaceCount, useShownLicences } from "../../app/frame/frame-state";
import { WhyEmpty } from "../../app/sync/WhyEmpty";
import { CardLayer } from "../../card/CardLayer";
import { Reason, SearchBox } from "../../parts";
import { call, type PackageRow, type PackageTab } from "../../platform";
import { NewTransferButton } from "../../transfers/NewTransferButton";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { useGridModel, useRecords } from "../grid/useGridModel";
import type { FetchRows } from "../grid/view-source";
import { ActionsMenu } from "./ActionsMenu";
import { PackageTabs } from "./PackageTabs";
import { SelectionBar } from "./SelectionBar";
import { NOTHING_IN, readTab, TAB_TITLES, writeTab } from "./tabs";
import { startOf, usePackageActions } from "./usePackageActions";

const NOUN = { one: "package", many: "packages" };

/** Rows with what waits in the outbox for each. */
const fetchPackages: FetchRows<PackageRow> = async (view, from, to) => {
  const { rows, pending } = await call("package_rows", { view, from, to });
  const waits = new Map(pending.map((each) => [each.row, each]));
  return rows.map((row) => {
    const mine = row ? waits.get(row.row) : undefined;
    return row && mine ? { ...row, pending: mine } : row;
  });
};

/** The packages of the licences shown, in the state site's five tabs. */
export function PackagesPage(): ReactElement {
  const licences = useShownLicences();
  return licences.length > 0 ? <Packages /> : <WhyEmpty collection="packages">{null}</WhyEmpty>;
}

function Packages(): ReactElement {
  const { shown } = useFrame();
  const { sync, outbox } = useSnapshot();
  const [tab, setTab] = useState<PackageTab>(readTab);
  const [search, setSearch] = useState("");
  const licences = shown.map((licence) => licence.number);
  const load = useGridModel<PackageRow>({
    grid: `packages.${tab}`,
    collection: "packages",
    tab,
    licences,
    search,
    fetch: fetchPackages,
    loading: sync.licences.some((entry) => entry.state === "loading" && licences.includes(entry.licence)),
  });
  const actions = usePackageActions(load.model);
  const start = startOf("finish", actions.selected, licences);
  const reports = outbox.waiting + outbox.sending + outbox.checking + outbox.needs_you + outbox.refused > 0;
  const choose = (next: PackageTab) => {
    writeTab(next);
    setTab(next);
  };
  // The rail counts what is active, whichever tab is open.
  const records = useRecords(load);
  const [active, setActive] = useState<{ at: string; records: number | undefined }>();
  const at = licences.join(" ");
  const isActive = load.model?.scope.tab === "active" && load.model.scope.licences.join(" ") === at;
  useEffect(() => {
    if (isActive) {
      setActive({ at, records });
    }
  }, [isActive, at, records]);
  usePlaceCount("packages", isActive ? records : active?.at === at ? active.records : undefined);
  return (
    <>
      <SearchSlot>
        <SearchBox
          label="Search packages"
          value={search}
          onChange={setSearch}
          onLeave={() => load.model?.api && focusGrid(load.model.api)}
        />
      </SearchSlot>
      <GridPlace
        load={load}
        label={`${TAB_TITLES[tab]} packages`}
        noun={NOUN}
        tabs={<PackageTabs tab={tab} onTab={choose} />}
        none={
          <Reason icon="package" title={NOTHING_IN[tab].title}>
            <p>{NOTHING_IN[tab].words}</p>
          </Reason>
        }
        onClearSearch={() => setSearch("")}
        selection={
          load.model && actions.selected.is !== "none" ? (
            <SelectionBar
              model={load.model}
              actions={actions}
              further={
                start && tab === "active" ? (
                  <NewTransferButton target={start.target} shown={licences} onMade={actions.clear} />
                ) : null
              }
            />
          ) : null
        }
        onActions={actions.openMenu}
        reports={reports}
      />
      <ActionsMenu actions={actions} />
      <CardLayer />
    </>
  );
}
