import { type ReactElement, type ReactNode, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { SearchSlot, useShownLicenses } from "../../base/frame-state";
import { Reason, SearchBox, Tabs } from "../../parts";
import { type Collection, call } from "../../platform";
import { say } from "../../words";
import { useCount, useListCounts } from "../grid/counts";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { useGridModel } from "../grid/useGridModel";
import type { FetchRows, GridRow } from "../grid/view-source";
import { LISTS, type List } from "./lists";

const fetchRows: FetchRows<GridRow> = async (view, from, to) => (await call("view_rows", { view, from, to })).rows;

/** The list that was looked at last, for whoever comes back. */
let last: List = LISTS[0];

/** The license's own lists: what records name. Nothing is changed here. */
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
  const load = useGridModel<GridRow>({
    grid: `lists.${list.id}`,
    collection: list.id,
    tab: null,
    licenses,
    search,
    fetch: fetchRows,
    loading: sync.licenses.some((entry) => entry.state === "loading" && licenses.includes(entry.license)),
  });
  const count = useCount(load);
  return (
    <>
      <SearchSlot>
        <SearchBox
          label={say("lists-search")}
          value={search}
          onChange={setSearch}
          onLeave={() => load.model?.api && focusGrid(load.model.api)}
        />
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
      />
    </>
  );
}
