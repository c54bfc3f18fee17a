import type { ReactElement } from "react";
import "./side.css";
import { quantityWords } from "../../../base/amount";
import type { IconName } from "../../../base/icons";
import { instantWords } from "../../../base/time";
import { Button, ErrorNotice, Icon, Later } from "../../../parts";
import type { DraftCheck, DraftFinding } from "../../../platform";
import { type LabelId, say, unbroken } from "../../../words";
import { type Checked, useDraft } from "../../draft/use-draft";
import { useEditor } from "../editor-context";
import { alike } from "./alike";
import type { Findings } from "./findings";

/** What speaks against sending, and how much it is. Each finding goes to its field. */
export function CheckPanel({ checked, told }: { checked: Checked; told: Findings }): ReactElement {
  const { store } = useEditor();
  const due = useDraft(store, (view) => view.draft.due);
  const { check, failure, stale, now } = checked;
  const { wrong, toFillIn, warnings } = told;
  return (
    <section className="side-part" aria-labelledby="check-title" id="draft-check" tabIndex={-1}>
      <header className="side-head">
        <h2 className="draft-heading" id="check-title">
          {say("draft-check")}
        </h2>
        {/* Up here, where it has its room: below it would push what one is about to press from under the pointer. */}
        {check && stale ? (
          <Later>
            <span className="quiet side-aside">{say("draft-checking-again")}</span>
          </Later>
        ) : null}
        <Button look="quiet" icon="refresh" size="small" onClick={now}>
          {say("draft-check-now")}
        </Button>
      </header>
      {failure ? <ErrorNotice error={failure} /> : null}
      {check ? (
        <Sum check={check} told={told} />
      ) : failure ? null : (
        <Later>
          <p className="quiet">{say("draft-checking")}</p>
        </Later>
      )}
      {/* Before what is to be fixed: the sum stays where it is, however long that list gets. */}
      {check && check.totals.length > 0 ? (
        <table className="check-totals">
          <caption className="unseen">{say("draft-check-totals")}</caption>
          <tbody>
            {check.totals.map((total) => (
              <tr key={total.unit}>
                <th scope="row">{say("common-packages", { count: total.packages })}</th>
                <td className="line-number">
                  {quantityWords(total.quantity)} {total.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Found look="stop" findings={wrong} />
      <Found look="open" findings={toFillIn} />
      <Found look="warning" findings={warnings} />
      {due ? (
        <p className="check-due">
          <Icon name="clock" size={13} /> {say("draft-due", { time: instantWords(due) })}
        </p>
      ) : null}
    </section>
  );
}

/** Whether it can be sent; what was not come to yet is no fault. */
function Sum({ check, told }: { check: DraftCheck; told: Findings }): ReactElement {
  if (told.wrong.length === 0 && told.toFillIn.length > 0) {
    return (
      <p className="check-sum check-open" role="status">
        <Icon name="edit" size={14} /> {say("draft-check-to-fill-in", { count: told.toFillIn.length })}
      </p>
    );
  }
  return (
    <p className={check.ready ? "check-sum check-ready" : "check-sum"} role="status">
      <Icon name={check.ready ? "check" : "error"} size={14} /> {unbroken(check.sentence)}
    </p>
  );
}

/** How a kind of findings looks and is called. */
const LOOKS = {
  stop: { title: "draft-check-stops", name: "draft-check-stops", icon: "error" },
  open: { title: "draft-check-open", name: "draft-check-open", icon: "edit" },
  warning: { title: "draft-check-warnings", name: "draft-check-warning", icon: "warning" },
} as const satisfies Record<string, { title: LabelId; name: LabelId; icon: IconName }>;

function Found({ look, findings }: { look: keyof typeof LOOKS; findings: DraftFinding[] }): ReactElement | null {
  const { goTo } = useEditor();
  if (findings.length === 0) {
    return null;
  }
  const { title, name, icon } = LOOKS[look];
  return (
    <div>
      <h3 className="check-title">
        {say(title)} <span className="quiet">{findings.length}</span>
      </h3>
      <ul className="check-list">
        {alike(findings).map(({ first, more }, at) => (
          // Two lines may be told the same; their place in the answer tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <button
              type="button"
              className={`finding finding-${look}`}
              title={first.source}
              onClick={() => goTo(first.spot)}
            >
              <Icon name={icon} size={14} label={say(name)} />
              <span>
                {unbroken(first.sentence)}
                {more > 0 ? <span className="quiet"> {say("draft-check-alike", { count: more })}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
