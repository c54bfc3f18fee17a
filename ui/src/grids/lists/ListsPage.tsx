import { type ReactElement, type ReactNode, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { SearchSlot, useShownLicenses } from "../../base/frame-state";
import { Reason, SearchBox, Tabs } from "../../parts";
import { type Collection, call, type LicenseNumber, type ListedFind } from "../../platform";
import { say } from "../../words";
import { useCount, useListCounts } from "../grid/counts";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { useGridModel } from "../grid/useGridModel";
import type { FetchRows, GridRow } from "../grid/view-source";
import { ListedPanel } from "./ListedPanel";
import { LISTS, type List } from "./lists";

/** What every list's rows have beside their columns. */
interface ListedRow extends GridRow {
  license: LicenseNumber;
  /** What identifies it in its list, as the state has it. */
  key: string;
}

const fetchRows: FetchRows<ListedRow> = async (view, from, to) =>
  (await call("view_rows", { view, from, to })).rows as (ListedRow | null)[];

/** The list that was looked at last, for whoever comes back. */
let last: List = LISTS[0];

/** The license's own lists: what records name, each record with all that the state sent of it. Nothing is changed here. */
export function ListsPage(): ReactElement {
  const [at, setAt] = useState(last);
  const countOf = useListCounts();
  const goTo = (id: Collection) => {
    last = LISTS.find((each) => each.id === id) ?? last;
    setAt(last);
  };
  const tabs = (count: number | null) => (
    <Tabs
      label={say("lists-tabs")}
      value={at.id}
      tabs={LISTS.map(({ id, title }) => ({
        id,
        title: say(title),
        count: id === at.id && count !== null ? count : countOf(id, null),
      }))}
      onTab={goTo}
    />
  );
  return <ListGrid key={at.id} list={at} tabs={tabs} />;
}

function ListGrid({ list, tabs }: { list: List; tabs: (count: number | null) => ReactNode }): ReactElement {
  const licenses = useShownLicenses().map((license) => license.number);
  const { sync } = useSnapshot();
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<ListedFind | null>(null);
  const load = useGridModel<ListedRow>({
    grid: `lists.${list.id}`,
    collection: list.id,
    tab: null,
    licenses,
    search,
    fetch: fetchRows,
    loading: sync.licenses.some((entry) => entry.state === "loading" && licenses.includes(entry.license)),
  });
  const count = useCount(load);
  const toGrid = () => load.model?.api && focusGrid(load.model.api);
  const show = ({ license, key }: ListedRow) => setOpened({ license, collection: list.id, key });
  return (
    <>
      <SearchSlot>
        <SearchBox label={say("lists-search")} value={search} onChange={setSearch} onLeave={toGrid} />
      </SearchSlot>
      <GridPlace
        load={load}
        label={say(list.title)}
        tabs={tabs(count)}
        none={
          <Reason icon="menu" title={say("lists-none")}>
            <p>{say("lists-none-words")}</p>
          </Reason>
        }
        onClearSearch={() => setSearch("")}
        opens={say("lists-open-row")}
        onOpenRow={show}
        onFocusRow={(row) => {
          if (opened) {
            show(row);
          }
        }}
        aside={
          opened ? (
            <ListedPanel
              find={opened}
              onClose={() => {
                setOpened(null);
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
