import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import "./tests.css";
import { quantityWords } from "../../app/amount";
import { count, counted } from "../../app/words";
import { TagButton } from "../../card/TagLabel";
import { ErrorNotice, Icon, IconButton, Later } from "../../parts";
import { call, type DeskFailure, type LabSampleRow, type LabTestRow, type LabTestRows } from "../../platform";
import { labLook } from "../grid/lab-states";

/** From how many tests on a search is worth its place. */
const MANY = 20;

/** The tests that a person looks for. */
export function testsFound(tests: LabTestRow[], wanted: string): LabTestRow[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return tests.filter((test) => {
    const text = `${test.test} ${test.comment} ${test.passed ? "passed" : "failed"}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
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
  const { licence, package_id, tag } = sample;
  const panel = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState("");
  const { data, error } = useQuery<LabTestRows, DeskFailure>({
    queryKey: ["lab_tests", licence, package_id, sample.tests, sample.failed],
    queryFn: () => call("lab_sample_tests", { licence, package_id }),
    staleTime: 4_000,
    gcTime: 30_000,
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inside = panel.current?.contains(document.activeElement) === true;
      if (event.key === "F6" && !inside) {
        event.preventDefault();
        panel.current?.focus();
      } else if (event.key === "F6") {
        event.preventDefault();
        onLeave();
      }
    };
    // Before the grid hears of it: what was opened last is closed first, and its rows are deselected by the next.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      const inGrid = document.activeElement?.closest(".grid-body") && !document.querySelector("[data-card]");
      if (event.key === "Escape" && inGrid) {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("keydown", onEscape, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("keydown", onEscape, true);
    };
  }, [onClose, onLeave]);
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
    <section ref={panel} className="tests" aria-label={`Tests of ${tag}`} tabIndex={-1} onKeyDown={onKey}>
      <header className="tests-head">
        <div>
          <h2 className="tests-title">
            <TagButton tag={tag} licence={licence} />
          </h2>
          <p className="tests-item">
            {sample.item}
            {sample.item_strain ? ` · ${sample.item_strain}` : ""}
          </p>
          <p className={sample.failed > 0 ? "tests-sum tests-sum-bad" : "tests-sum"}>
            <Icon name={sample.failed > 0 ? "error" : "check"} size={14} />{" "}
            {sample.failed > 0
              ? `${count(sample.failed)} of ${counted(sample.tests, "test")} did not pass`
              : `${counted(sample.tests, "test")}, none failed`}
          </p>
        </div>
        <IconButton icon="close" label="Close the tests (Escape)" onClick={onClose} />
      </header>
      {tests.length > MANY ? (
        <input
          className="input"
          type="text"
          placeholder="Find a test"
          aria-label="Find a test"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      {!data && !error ? (
        <Later>
          <p className="quiet">Reading the tests…</p>
        </Later>
      ) : null}
      {data && found.length === 0 ? (
        <p className="quiet">
          {wanted ? `No test has “${wanted}” in it.` : "The state has no test of this sample yet."}
        </p>
      ) : null}
      {found.length > 0 ? <TestTable tests={found} /> : null}
    </section>
  );
}

function TestTable({ tests }: { tests: LabTestRow[] }): ReactElement {
  return (
    <table className="tests-table">
      <thead>
        <tr>
          <th scope="col">Test</th>
          <th scope="col" className="tests-level">
            Level
          </th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test, at) => (
          // The state may send the same test twice; its place in the answer tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={`${test.test} ${at}`}>
            <th scope="row">
              {test.test}
              {test.informational ? <span className="tests-note">For information only</span> : null}
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
  const words = passed ? "Passed" : "Failed";
  const { icon, tone } = labLook(words);
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={13} />
      {words}
    </span>
  );
}
