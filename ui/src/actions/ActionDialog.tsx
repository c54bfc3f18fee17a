import { useQuery } from "@tanstack/react-query";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import "./actions.css";
import { useSnapshot } from "../app/desk";
import { keyName } from "../app/support/keys";
import { count, counted } from "../app/words";
import { Button, Dialog, ErrorNotice, Later } from "../parts";
import { type ActionChoices, call, type DeskFailure } from "../platform";
import { ActionFields, DateField } from "./ActionFields";
import { useActionsState } from "./actions-state";
import { type Draft, draftOf, readDraft } from "./draft";
import { ACTIONS, type ActionStart, actionOf, licencesOf, packagesOf } from "./kinds";
import { ReviewSheet } from "./ReviewSheet";
import { useReview } from "./useReview";

/** An action, from what it asks to what will happen: nothing is queued before the person has seen both. */
export function ActionDialog({ start, onClose }: { start: ActionStart; onClose: () => void }): ReactElement | null {
  const licences = licencesOf(start);
  const choices = useQuery<ActionChoices, DeskFailure>({
    queryKey: ["action_choices", ...licences],
    queryFn: () => call("action_choices", { licences }),
    // Today's date is in them, and locations come and go.
    staleTime: 0,
    gcTime: 0,
  });
  // What the form began with stays while it is open, whatever is read again.
  const [begun, setBegun] = useState<ActionChoices | null>(null);
  if (choices.data && !begun) {
    setBegun(choices.data);
  }
  if (begun) {
    return <Steps start={start} choices={begun} onClose={onClose} />;
  }
  const waiting = (
    <Dialog open onClose={onClose} title={titleOf(start)} reading backTo={start.back}>
      {choices.error ? (
        <ErrorNotice
          error={choices.error}
          actions={<Button onClick={() => void choices.refetch()}>Try again</Button>}
        />
      ) : (
        <p className="quiet">Opening…</p>
      )}
    </Dialog>
  );
  return choices.error ? waiting : <Later>{waiting}</Later>;
}

function titleOf(start: ActionStart): string {
  const packages = packagesOf(start);
  const first = start.target.target === "packages" ? start.target.packages[0] : undefined;
  const of = packages === 1 && first ? `package …${first.tag.slice(-6)}` : counted(packages, "package");
  const { title } = ACTIONS[actionOf(start)];
  return actionOf(start) === "finish" || actionOf(start) === "unfinish" ? `${title} ${of}` : `${title} of ${of}`;
}

/** Actions that ask for nothing but perhaps a date begin with their review. */
const DIRECT = new Set(["finish", "unfinish"]);

function Steps({
  start,
  choices,
  onClose,
}: {
  start: ActionStart;
  choices: ActionChoices;
  onClose: () => void;
}): ReactElement {
  const action = actionOf(start);
  const direct = DIRECT.has(action);
  const form = useId();
  const { platform } = useSnapshot();
  const { setJust } = useActionsState();
  const [draft, setDraft] = useState<Draft>(() => draftOf(start.form, choices.today));
  const [tried, setTried] = useState(false);
  const { reviewed, busy, failure, look, queue, back } = useReview(start);
  const first = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLFormElement | null>(null);
  const read = readDraft(action, draft, choices);
  const problems = tried && read.is === "wrong" ? read.problems : {};

  const begin = useRef(() => {
    if (direct && read.is === "form") {
      void look(read.form);
    }
  });
  useEffect(() => begin.current(), []);
  // The sheet that came is what is read next; the form that comes back is gone on with.
  const shown = reviewed !== null;
  const looked = useRef(shown);
  const begins = useRef<HTMLElement | null>(null);
  const drawn = useCallback((form: HTMLFormElement | null) => {
    fields.current = form;
    begins.current = firstField(form);
  }, []);
  useEffect(() => {
    if (shown && !looked.current) {
      first.current?.focus();
    } else if (!shown && looked.current) {
      firstField(fields.current)?.focus();
    }
    looked.current = shown;
  }, [shown]);

  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const redate = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setTried(true);
    const now = readDraft(action, next, choices);
    if (now.is === "form") {
      void look(now.form);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.is === "form") {
      void look(read.form);
    } else {
      // Once the problems are drawn, the first is where the person is.
      setTimeout(() => fields.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong]")?.focus());
    }
  };
  const send = async () => {
    const queued = read.is === "form" ? await queue() : null;
    if (queued) {
      setJust({ queued, back: start.back });
      start.onQueued?.();
      onClose();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault();
      if (reviewed) {
        void send();
      } else {
        fields.current?.requestSubmit();
      }
    }
  };

  const sheet = reviewed !== null || direct;
  return (
    <Dialog
      open
      wide={sheet}
      onClose={onClose}
      title={reviewed?.review.title ?? titleOf(start)}
      backTo={start.back}
      focusFirst={direct ? undefined : begins}
      reading={sheet}
      onKeyDown={onKey}
      actions={
        sheet ? (
          <>
            {reviewed && reviewed.review.refused > 0 && reviewed.review.ready > 0 ? (
              <p className="action-left-out">{counted(reviewed.review.refused, "package")} left out</p>
            ) : null}
            <Button onClick={direct ? onClose : back}>{direct ? "Cancel" : "Back"}</Button>
            <Button
              look="main"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              disabled={busy || !reviewed || reviewed.review.ready === 0 || read.is === "wrong"}
              onClick={() => void send()}
            >
              {reviewed && reviewed.review.ready === 0
                ? "Nothing to queue"
                : `Queue ${queueWords(reviewed?.review.ready)}`}
              <kbd className="keys">{keyName("Mod+Enter", platform)}</kbd>
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="main" type="submit" form={form} disabled={busy}>
              Review
            </Button>
          </>
        )
      }
    >
      {failure ? (
        <ErrorNotice
          error={failure}
          actions={
            read.is === "form" && (direct || reviewed) ? (
              <Button onClick={() => void look(read.form)}>Look again</Button>
            ) : null
          }
        />
      ) : null}
      {sheet ? (
        reviewed ? (
          <ReviewSheet review={reviewed.review} changed={reviewed.changed} first={first}>
            {action === "finish" ? (
              <div className="action-date">
                <DateField draft={draft} choices={choices} problems={problems} onChange={redate} />
              </div>
            ) : null}
          </ReviewSheet>
        ) : failure ? null : (
          <Later>
            <p className="quiet">Checking {counted(packagesOf(start), "package")}…</p>
          </Later>
        )
      ) : (
        <form id={form} ref={drawn} className="action-form" noValidate onSubmit={submit}>
          <ActionFields
            action={action}
            draft={draft}
            choices={choices}
            problems={problems}
            several={packagesOf(start) > 1}
            onChange={change}
          />
        </form>
      )}
    </Dialog>
  );
}

/** Where a person begins to fill in: how the quantity is meant has an answer already. */
function firstField(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("input:not([type='radio']), select, textarea") ?? null;
}

function queueWords(ready: number | undefined): string {
  return ready === undefined ? "…" : ready === 1 ? "1 report" : `${count(ready)} reports`;
}
