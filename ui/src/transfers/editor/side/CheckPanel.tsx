import type { ReactElement } from "react";
import "./side.css";
import { quantityWords } from "../../../app/amount";
import { instantWords } from "../../../app/time";
import { counted } from "../../../app/words";
import { Button, ErrorNotice, Icon, Later } from "../../../parts";
import type { DraftFinding } from "../../../platform";
import { type Checked, useDraft } from "../../draft/use-draft";
import { focusField, useEditor } from "../editor-context";
import { spotKey } from "../spots";
import { alike } from "./alike";

/** What speaks against sending, and how much it is. Each finding goes to its field. */
export function CheckPanel({ checked }: { checked: Checked }): ReactElement {
  const { store } = useEditor();
  const due = useDraft(store, (view) => view.draft.due);
  const { check, failure, stale, now } = checked;
  const stops = check?.findings.filter((finding) => finding.weight === "stop") ?? [];
  const warnings = check?.findings.filter((finding) => finding.weight === "warning") ?? [];
  return (
    <section className="side-part" aria-labelledby="check-title" id="draft-check" tabIndex={-1}>
      <header className="side-head">
        <h2 className="draft-heading" id="check-title">
          Check
        </h2>
        {/* Up here, where it has its room: below it would push what one is about to press from under the pointer. */}
        {check && stale ? (
          <Later>
            <span className="quiet side-aside">Checking again…</span>
          </Later>
        ) : null}
        <Button look="quiet" icon="refresh" className="grid-small" onClick={now}>
          Check now
        </Button>
      </header>
      {failure ? <ErrorNotice error={failure} /> : null}
      {check ? (
        <p className={check.ready ? "check-sum check-ready" : "check-sum"} role="status">
          <Icon name={check.ready ? "check" : "error"} size={14} /> {check.sentence}
        </p>
      ) : failure ? null : (
        <Later>
          <p className="quiet">Checking…</p>
        </Later>
      )}
      <Findings title="Must be mended" findings={stops} />
      <Findings title="Worth a look" findings={warnings} />
      {check && check.totals.length > 0 ? (
        <table className="check-totals">
          <caption className="unseen">Quantity by unit</caption>
          <tbody>
            {check.totals.map((total) => (
              <tr key={total.unit}>
                <th scope="row">{counted(total.packages, "package")}</th>
                <td className="line-number">
                  {quantityWords(total.quantity)} {total.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {due ? (
        <p className="check-due">
          <Icon name="clock" size={13} /> Report it by {instantWords(due)}, 24 hours after the departure.
        </p>
      ) : null}
    </section>
  );
}

function Findings({ title, findings }: { title: string; findings: DraftFinding[] }): ReactElement | null {
  if (findings.length === 0) {
    return null;
  }
  const stop = findings[0]?.weight === "stop";
  return (
    <div>
      <h3 className="check-title">
        {title} <span className="quiet">{findings.length}</span>
      </h3>
      <ul className="check-list">
        {alike(findings).map(({ first, more }, at) => (
          // Two lines may be told the same; their place in the answer tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <button
              type="button"
              className={stop ? "finding finding-stop" : "finding finding-warning"}
              title={first.source}
              onClick={() => focusField(spotKey(first.spot))}
            >
              <Icon name={stop ? "error" : "warning"} size={14} label={stop ? "Must be mended" : "Warning"} />
              <span>
                {first.sentence}
                {more > 0 ? (
                  <span className="quiet"> The same with {counted(more, "further line", "further lines")}.</span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
