import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import "./tests.css";
import { quantityWords } from "../../base/amount";
import { fits } from "../../base/fits";
import { stateWords } from "../../base/states";
import { ErrorNotice, Icon, IconButton, Later, SidePanel, StateChip, TagButton, useBesideGrid } from "../../parts";
import { call, type DeskFailure, type LabSampleRow, type LabTestRow, type LabTestRows } from "../../platform";
import { say } from "../../words";

/** From how many tests on a search is worth its place. */
const MANY = 20;

/** A test’s outcome, as the state calls it. */
function outcomeOf(passed: boolean): string {
  return passed ? "Passed" : "Failed";
}

/** The tests that a person looks for. */
export function testsFound(tests: LabTestRow[], wanted: string): LabTestRow[] {
  return tests.filter((test) => fits(wanted, `${test.test} ${test.comment} ${stateWords(outcomeOf(test.passed))}`) > 0);
}

/** A sample's tests, beside the grid: it follows the focused row. F6 goes to and fro, Escape closes. */
export function TestsPanel({
  sample,
  onClose,
  onLeave,
}: {
  sample: LabSampleRow;
  onClose: () => void;
  onLeave: () => void;
}): ReactElement {
  const { license, package_id, tag } = sample;
  const panel = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState("");
  const { data, error } = useQuery<LabTestRows, DeskFailure>({
    queryKey: ["lab_tests", license, package_id, sample.tests, sample.failed],
    queryFn: () => call("lab_sample_tests", { license, package_id }),
    staleTime: 4_000,
    gcTime: 30_000,
  });
  useBesideGrid(panel, { onClose, onLeave });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (wanted) {
        setWanted("");
      } else {
        onClose();
      }
    }
  };
  const tests = data?.tests ?? [];
  const found = testsFound(tests, wanted);
  return (
    <SidePanel
      ref={panel}
      className="tests"
      label={say("lab-tests", { tag })}
      onKeyDown={onKey}
      head={
        <>
          <div>
            <h2 className="tests-title">
              <TagButton tag={tag} license={license} />
            </h2>
            <p className="tests-item">
              {sample.item}
              {sample.item_strain ? ` · ${sample.item_strain}` : ""}
            </p>
            <p className={sample.failed > 0 ? "tests-sum tests-sum-bad" : "tests-sum"}>
              <Icon name={sample.failed > 0 ? "error" : "check"} size={14} />{" "}
              {sample.failed > 0
                ? say("lab-tests-failed", { failed: sample.failed, tests: sample.tests })
                : say("lab-tests-passed", { tests: sample.tests })}
            </p>
          </div>
          <IconButton icon="close" label={say("lab-tests-close")} onClick={onClose} />
        </>
      }
    >
      {tests.length > MANY ? (
        <input
          className="input"
          type="text"
          placeholder={say("lab-tests-find")}
          aria-label={say("lab-tests-find")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      {!data && !error ? (
        <Later>
          <p className="quiet">{say("lab-tests-reading")}</p>
        </Later>
      ) : null}
      {data && found.length === 0 ? (
        <p className="quiet">{wanted ? say("lab-tests-not-found", { search: wanted }) : say("lab-tests-none")}</p>
      ) : null}
      {found.length > 0 ? <TestTable tests={found} /> : null}
    </SidePanel>
  );
}

function TestTable({ tests }: { tests: LabTestRow[] }): ReactElement {
  return (
    <table className="tests-table">
      <thead>
        <tr>
          <th scope="col">{say("lab-column-test")}</th>
          <th scope="col" className="tests-level">
            {say("lab-column-level")}
          </th>
          <th scope="col">{say("lab-column-result")}</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test, at) => (
          // The state may send the same test twice; its place in the answer tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={`${test.test} ${at}`}>
            <th scope="row">
              {test.test}
              {test.informational ? <span className="tests-note">{say("lab-informational")}</span> : null}
              {test.comment ? <span className="tests-note">{test.comment}</span> : null}
            </th>
            <td className="tests-level">{quantityWords(test.level)}</td>
            <td>
              <Outcome passed={test.passed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ passed }: { passed: boolean }): ReactElement {
  return <StateChip state={outcomeOf(passed)} />;
}
