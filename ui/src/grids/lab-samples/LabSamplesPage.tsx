import { type ReactElement, useState } from "react";
import { useSnapshot } from "../../app/desk";
import { SearchSlot, useFrame, usePlaceCount } from "../../app/frame/frame-state";
import { WhyEmpty } from "../../app/sync/WhyEmpty";
import { CardLayer } from "../../card/CardLayer";
import { Reason, SearchBox } from "../../parts";
import { call, type LabSampleRow, type LicenceNumber } from "../../platform";
import { GridPlace } from "../grid/GridPlace";
import { focusGrid } from "../grid/keys";
import { useGridModel, useRecords } from "../grid/useGridModel";
import type { FetchRows } from "../grid/view-source";
import { TestsPanel } from "./TestsPanel";

const NOUN = { one: "sample", many: "samples" };

const fetchSamples: FetchRows<LabSampleRow> = async (view, from, to) =>
  (await call("lab_sample_rows", { view, from, to })).rows;

/** The samples of the laboratories shown: one row a sample, opening to its tests. */
export function LabSamplesPage(): ReactElement {
  const { shown } = useFrame();
  const laboratories = shown.filter((licence) => licence.can_test).map((licence) => licence.number);
  return laboratories.length > 0 ? (
    <LabSamples licences={laboratories} />
  ) : (
    <WhyEmpty collection="lab_samples">
      <Reason icon="flask" title="None of the licences shown is a laboratory">
        <p>Choose a testing laboratory in the licence switcher to see its samples.</p>
      </Reason>
    </WhyEmpty>
  );
}

function LabSamples({ licences }: { licences: LicenceNumber[] }): ReactElement {
  const { sync } = useSnapshot();
  const [search, setSearch] = useState("");
  const [sample, setSample] = useState<LabSampleRow | null>(null);
  const load = useGridModel<LabSampleRow>({
    grid: "lab_samples",
    collection: "lab_samples",
    tab: null,
    licences,
    search,
    fetch: fetchSamples,
    loading: sync.licences.some((entry) => entry.state === "loading" && licences.includes(entry.licence)),
  });
  const toGrid = () => load.model?.api && focusGrid(load.model.api);
  usePlaceCount("lab_samples", useRecords(load));
  return (
    <>
      <SearchSlot>
        <SearchBox label="Search samples" value={search} onChange={setSearch} onLeave={toGrid} />
      </SearchSlot>
      <GridPlace
        load={load}
        label="Lab samples"
        noun={NOUN}
        tabs={<h1 className="grid-title">Lab Samples</h1>}
        none={
          <Reason icon="flask" title="No lab samples">
            <p>Samples appear here once the state lists them at this laboratory.</p>
          </Reason>
        }
        onClearSearch={() => setSearch("")}
        opens="Open the tests"
        onOpenRow={setSample}
        onFocusRow={(row) => setSample((open) => (open ? row : null))}
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
      <CardLayer />
    </>
  );
}
