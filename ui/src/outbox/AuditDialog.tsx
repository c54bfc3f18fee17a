import { type FormEvent, type ReactElement, useId, useRef, useState } from "react";
import { useJob } from "../app/desk";
import { californiaDay } from "../app/time";
import { count } from "../app/words";
import { Button, Dialog, ErrorNotice, Notice, Progress, TextField } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId } from "../platform";
import { daysBefore, isDay } from "./words";

/** How many days an export reaches back unless the person says otherwise, today included. */
const USUAL_DAYS = 30;

type Export =
  | { is: "none" }
  | { is: "under_way"; job: string }
  | { is: "saved"; file: string; rows: number }
  | { is: "failed"; failure: DeskFailure };

/** What is wrong with a period; empty where it is one. */
function problems(from: string, to: string): { from?: string; to?: string } {
  if (!isDay(from)) {
    return { from: "Enter a day, for example 2026-11-23." };
  }
  if (!isDay(to)) {
    return { to: "Enter a day, for example 2026-11-23." };
  }
  return from > to ? { to: "The last day must not be before the first." } : {};
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
      setState(file === null ? { is: "none" } : { is: "saved", file, rows });
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
      title="Export the audit"
      lead="Who did what and when, what was sent to the state, and what came back, as a CSV file."
      focusFirst={first}
      actions={
        <>
          <Button onClick={stop}>{job ? "Stop, and leave no file" : state.is === "saved" ? "Close" : "Cancel"}</Button>
          <Button look="main" icon="download" type="submit" form={form} disabled={job !== null}>
            {job ? "Saving…" : "Save the file…"}
          </Button>
        </>
      }
    >
      <form id={form} className="audit-form" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          ref={first}
          label="From"
          type="date"
          placeholder="YYYY-MM-DD"
          max={today}
          value={from}
          problem={wrong.from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label="To"
          type="date"
          placeholder="YYYY-MM-DD"
          max={today}
          value={to}
          problem={wrong.to}
          onChange={(event) => setTo(event.target.value)}
        />
      </form>
      <p className="quiet">Both days are included, in California’s time.</p>
      {progress ? (
        <div>
          <Progress label="Lines written" done={progress.done} total={progress.total} />
          <p>
            {count(progress.done)} of {count(progress.total)} lines
          </p>
        </div>
      ) : null}
      {state.is === "saved" ? (
        <Notice
          live
          tone="good"
          title={`Saved ${state.file}, ${count(state.rows)} ${state.rows === 1 ? "line" : "lines"}.`}
        />
      ) : null}
      {state.is === "failed" ? <ErrorNotice error={state.failure} /> : null}
    </Dialog>
  );
}
