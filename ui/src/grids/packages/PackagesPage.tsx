import { type ReactElement, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { SearchSlot, useFrame, useShownLicenses } from "../../base/frame-state";
import { CardLayer } from "../../card/CardLayer";
import { summonCard } from "../../card/summon";
import { Reason, SearchBox } from "../../parts";
import { call, type PackageRow, type PackageTab, type TagPlace } from "../../platform";
import { say } from "../../words";
import { useCount, useListCounts } from "../grid/counts";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { useGridModel } from "../grid/useGridModel";
import type { FetchRows } from "../grid/view-source";
import { WhyEmpty } from "../grid/WhyEmpty";
import { ActionsMenu } from "./ActionsMenu";
import { useAsked } from "./asked";
import { Elsewhere, useElsewhere } from "./Elsewhere";
import { withLicense } from "./finding";
import { NewTransferButton, useNewTransfer } from "./NewTransferButton";
import { PackageTabs } from "./PackageTabs";
import { SelectionBar } from "./SelectionBar";
import { GRID_NAMES, NOTHING_IN, readTab, writeTab } from "./tabs";
import { useFindTag } from "./useFindTag";
import { useGoing } from "./useGoing";
import { startOf, usePackageActions } from "./usePackageActions";

/** Rows with what waits in the outbox for each. */
const fetchPackages: FetchRows<PackageRow> = async (view, from, to) => {
  const { rows, pending } = await call("package_rows", { view, from, to });
  const waits = new Map(pending.map((each) => [each.row, each]));
  return rows.map((row) => {
    const mine = row ? waits.get(row.row) : undefined;
    return row && mine ? { ...row, pending: mine } : row;
  });
};

/** Opens the card of a row's package and goes into it, beside its tag where that is shown. */
function openCard({ tag, license }: PackageRow, cell: HTMLElement): void {
  const row = cell.closest("[row-index]")?.getAttribute("row-index");
  const label = cell
    .closest("[role='grid']")
    ?.querySelector<HTMLElement>(`[row-index='${row}'] [col-id='tag'] [data-card-tag]`);
  summonCard({ anchor: label ?? cell, tag, license }, "entered");
}

/** The packages of the licenses shown, in the state site's five tabs. */
export function PackagesPage(): ReactElement {
  const licenses = useShownLicenses();
  return licenses.length > 0 ? <Packages /> : <WhyEmpty collection="packages">{null}</WhyEmpty>;
}

function Packages(): ReactElement {
  const { shown, show, visit } = useFrame();
  const { sync } = useSnapshot();
  const [tab, setTab] = useState<PackageTab>(readTab);
  const [search, setSearch] = useState("");
  const licenses = shown.map((license) => license.number);
  const load = useGridModel<PackageRow>({
    grid: `packages.${tab}`,
    collection: "packages",
    tab,
    licenses,
    search,
    fetch: fetchPackages,
    loading: sync.licenses.some((entry) => entry.state === "loading" && licenses.includes(entry.license)),
  });
  const count = useCount(load);
  const countOf = useListCounts();
  const actions = usePackageActions(load.model);
  const start = tab === "active" ? startOf("finish", actions.selected, licenses) : undefined;
  const transfer = useNewTransfer(start?.target, licenses, actions.clear);
  const choose = (next: PackageTab) => {
    writeTab(next);
    setTab(next);
  };
  const clearSearch = () => setSearch("");
  useGoing({ model: load.model, tab, choose, clearSearch, closeMenu: actions.closeMenu });
  useAsked(({ tab: wanted, search: words }) => {
    choose(wanted);
    visit("packages");
    if (words !== undefined) {
      setSearch(words);
      // It was counted without them.
      load.model?.clearFilters();
    }
  });
  const { find, go } = useFindTag();
  const elsewhere = useElsewhere(search, tab, licenses);
  const toPlace = (place: TagPlace) => {
    if (place.packages === 1) {
      go(place);
    } else {
      // Several: the search stays, and shows them.
      show(withLicense(licenses, place.license));
      choose(place.tab);
    }
  };
  const enter = (typed: string) => {
    const [first] = elsewhere;
    const empty = load.model?.state().opened?.rows === 0 && load.model.state().answered?.search === typed;
    if (empty && first) {
      toPlace(first);
      return true;
    }
    return false;
  };
  return (
    <>
      <SearchSlot>
        <SearchBox
          label={say("packages-search")}
          value={search}
          onChange={setSearch}
          onLeave={() => load.model?.api && focusGrid(load.model.api)}
          onEnter={enter}
          onScan={find}
        />
      </SearchSlot>
      <GridPlace
        load={load}
        label={say(GRID_NAMES[tab])}
        tabs={
          <PackageTabs
            tab={tab}
            countOf={(each) => (each === tab && count !== null ? count : countOf("packages", each))}
            onTab={choose}
          />
        }
        none={
          <Reason icon="package" title={say(NOTHING_IN[tab].title)}>
            <p>{say(NOTHING_IN[tab].words)}</p>
          </Reason>
        }
        onClearSearch={clearSearch}
        elsewhere={(searched, otherwise) => (
          <Elsewhere
            search={searched}
            tab={tab}
            shown={licenses}
            places={searched === search.trim() ? elsewhere : []}
            onGo={toPlace}
            otherwise={otherwise}
          />
        )}
        selection={
          load.model ? (
            <SelectionBar
              model={load.model}
              actions={actions}
              further={transfer ? <NewTransferButton transfer={transfer} /> : null}
            />
          ) : null
        }
        boxes
        onOpenRow={openCard}
        onActions={actions.openMenu}
      />
      <ActionsMenu model={load.model} actions={actions} transfer={transfer} />
      <CardLayer />
    </>
  );
}
