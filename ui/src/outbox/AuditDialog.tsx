import { type FormEvent, type ReactElement, useId, useRef, useState } from "react";
import { useJob } from "../base/desk";
import { californiaDay } from "../base/time";
import { Button, DayField, Dialog, ErrorNotice, Progress, SavedNotice } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId } from "../platform";
import { say } from "../words";
import { daysBefore, isDay } from "./words";

/** How many days an export reaches back unless the person says otherwise, today included. */
const USUAL_DAYS = 30;

type Export =
  | { is: "none" }
  | { is: "under_way"; job: string }
  | { is: "saved"; job: string; file: string; rows: number }
  | { is: "failed"; failure: DeskFailure };

/** What is wrong with a period; empty where it is one. */
function problems(from: string, to: string): { from?: string; to?: string } {
  if (!isDay(from)) {
    return { from: say("outbox-audit-no-day") };
  }
  if (!isDay(to)) {
    return { to: say("outbox-audit-no-day") };
  }
  return from > to ? { to: say("outbox-audit-order") } : {};
}

/** Saves who did what, what was sent and what came back, for a period. */
export function AuditDialog({ onClose }: { onClose: () => void }): ReactElement {
  const form = useId();
  const [today] = useState(() => californiaDay(new Date()));
  const [from, setFrom] = useState(() => daysBefore(today, USUAL_DAYS - 1));
  const [to, setTo] = useState(today);
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<Export>({ is: "none" });
  const first = useRef<HTMLInputElement>(null);
  const job = state.is === "under_way" ? state.job : null;
  const progress = useJob(job);
  const wrong = asked ? problems(from, to) : {};

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (job || Object.keys(problems(from, to)).length > 0) {
      return;
    }
    const request_id = newRequestId();
    setState({ is: "under_way", job: request_id });
    try {
      const { file, rows } = await call("audit_export", { request_id, from, to });
      setState(file === null ? { is: "none" } : { is: "saved", job: request_id, file, rows });
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setState(failure.code === "cancelled" ? { is: "none" } : { is: "failed", failure });
    }
  };
  const stop = () => (job ? void call("job_cancel", { job }).catch(() => {}) : onClose());
  return (
    <Dialog
      open
      onClose={stop}
      title={say("outbox-audit-title")}
      lead={say("outbox-audit-lead")}
      focusFirst={first}
      actions={
        <>
          <Button onClick={stop}>
            {say(job ? "outbox-audit-stop" : state.is === "saved" ? "common-close" : "common-cancel")}
          </Button>
          <Button look="main" icon="download" type="submit" form={form} disabled={job !== null}>
            {say(job ? "outbox-audit-saving" : "outbox-audit-save")}
          </Button>
        </>
      }
    >
      <form id={form} className="audit-form" noValidate onSubmit={(event) => void save(event)}>
        <DayField
          ref={first}
          label={say("outbox-audit-from")}
          placeholder={say("outbox-audit-day-form")}
          max={today}
          value={from}
          problem={wrong.from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <DayField
          label={say("outbox-audit-to")}
          placeholder={say("outbox-audit-day-form")}
          max={today}
          value={to}
          problem={wrong.to}
          onChange={(event) => setTo(event.target.value)}
        />
      </form>
      <p className="quiet">{say("outbox-audit-days")}</p>
      {progress ? (
        <div>
          <Progress label={say("outbox-audit-lines")} done={progress.done} total={progress.total} />
          <p>{say("outbox-audit-progress", { done: progress.done, total: progress.total })}</p>
        </div>
      ) : null}
      {state.is === "saved" ? (
        <SavedNotice saved={state.job} title={say("outbox-audit-saved", { file: state.file, count: state.rows })} />
      ) : null}
      {state.is === "failed" ? <ErrorNotice error={state.failure} /> : null}
    </Dialog>
  );
}
