import { type ReactElement, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { SearchSlot, useFrame } from "../../base/frame-state";
import { CardLayer } from "../../card/CardLayer";
import { MenuItem, Reason, SearchBox, TabCount } from "../../parts";
import { call, type LabSampleRow, type LicenseNumber } from "../../platform";
import { say } from "../../words";
import { useCount } from "../grid/counts";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { RowMenu, type RowMenuAt } from "../grid/RowMenu";
import { useGridModel } from "../grid/useGridModel";
import type { FetchRows } from "../grid/view-source";
import { WhyEmpty } from "../grid/WhyEmpty";
import { TestsPanel } from "./TestsPanel";

const fetchSamples: FetchRows<LabSampleRow> = async (view, from, to) =>
  (await call("lab_sample_rows", { view, from, to })).rows;

/** The samples of the laboratories shown: one row a sample, opening to its tests. */
export function LabSamplesPage(): ReactElement {
  const { shown } = useFrame();
  const laboratories = shown.filter((license) => license.can_test).map((license) => license.number);
  return laboratories.length > 0 ? (
    <LabSamples licenses={laboratories} />
  ) : (
    <WhyEmpty collection="lab_samples">
      <Reason icon="flask" title={say("lab-no-laboratory")}>
        <p>{say("lab-no-laboratory-words")}</p>
      </Reason>
    </WhyEmpty>
  );
}

function LabSamples({ licenses }: { licenses: LicenseNumber[] }): ReactElement {
  const { sync } = useSnapshot();
  const [search, setSearch] = useState("");
  const [sample, setSample] = useState<LabSampleRow | null>(null);
  const [menu, setMenu] = useState<RowMenuAt<LabSampleRow> | null>(null);
  const load = useGridModel<LabSampleRow>({
    grid: "lab_samples",
    collection: "lab_samples",
    tab: null,
    licenses,
    search,
    fetch: fetchSamples,
    loading: sync.licenses.some((entry) => entry.state === "loading" && licenses.includes(entry.license)),
  });
  const count = useCount(load);
  const toGrid = () => load.model?.api && focusGrid(load.model.api);
  return (
    <>
      <SearchSlot>
        <SearchBox label={say("lab-search")} value={search} onChange={setSearch} onLeave={toGrid} />
      </SearchSlot>
      <GridPlace
        load={load}
        label={say("lab-grid")}
        tabs={
          <div className="grid-title">
            <h1>{say("lab-title")}</h1>
            <TabCount count={count} />
          </div>
        }
        none={
          <Reason icon="flask" title={say("lab-none")}>
            <p>{say("lab-none-words")}</p>
          </Reason>
        }
        onClearSearch={() => setSearch("")}
        opens={say("lab-open")}
        onOpenRow={setSample}
        onFocusRow={(row) => setSample((open) => (open ? row : null))}
        onActions={(at, on) => setMenu({ at, on })}
        aside={
          sample ? (
            <TestsPanel
              sample={sample}
              onClose={() => {
                setSample(null);
                toGrid();
              }}
              onLeave={toGrid}
            />
          ) : null
        }
      />
      <RowMenu model={load.model} open={menu} onClose={() => setMenu(null)}>
        <MenuItem icon="flask" onSelect={() => setSample(menu?.on?.row ?? null)}>
          {say("lab-open")}
        </MenuItem>
      </RowMenu>
      <CardLayer />
    </>
  );
}
