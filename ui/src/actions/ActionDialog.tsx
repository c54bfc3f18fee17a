import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useId, useState } from "react";
import "./actions.css";
import { useSnapshot } from "../app/desk";
import { keyName } from "../app/support/keys";
import { counted } from "../app/words";
import { Button, Dialog, ErrorNotice, Later } from "../parts";
import { type ActionChoices, call, type DeskFailure } from "../platform";
import { ActionFields, DateField } from "./ActionFields";
import { ACTIONS, type ActionStart, actionOf, licencesOf, packagesOf } from "./kinds";
import { ReviewSheet } from "./ReviewSheet";
import { type Steps, useSteps } from "./useSteps";

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
    return <Stepping start={start} choices={begun} onClose={onClose} />;
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

function Stepping({
  start,
  choices,
  onClose,
}: {
  start: ActionStart;
  choices: ActionChoices;
  onClose: () => void;
}): ReactElement {
  const action = actionOf(start);
  const form = useId();
  const steps = useSteps(start, choices, onClose);
  const { reviewed, failure, again, direct } = steps;
  const onSheet = reviewed !== null || direct;
  const packages = packagesOf(start);
  return (
    <Dialog
      open
      wide={onSheet}
      onClose={onClose}
      title={reviewed?.review.title ?? titleOf(start)}
      backTo={start.back}
      focusFirst={direct ? undefined : steps.begins}
      reading={onSheet}
      onKeyDown={steps.onKey}
      actions={
        onSheet ? (
          <SheetButtons steps={steps} onClose={onClose} />
        ) : (
          <FormButtons steps={steps} form={form} onClose={onClose} />
        )
      }
    >
      {failure ? (
        <ErrorNotice error={failure} actions={again ? <Button onClick={again}>Look again</Button> : null} />
      ) : null}
      {reviewed ? (
        <ReviewSheet review={reviewed.review} changed={reviewed.changed} first={steps.sheet}>
          {action === "finish" ? (
            <div className="action-date">
              <DateField draft={steps.draft} choices={choices} problems={steps.problems} onChange={steps.redo} />
            </div>
          ) : null}
        </ReviewSheet>
      ) : null}
      {direct && !reviewed && !failure ? (
        <Later>
          <p className="quiet">Checking {counted(packages, "package")}…</p>
        </Later>
      ) : null}
      {onSheet ? null : (
        <form id={form} ref={steps.drawn} className="action-form" noValidate onSubmit={steps.submit}>
          <ActionFields
            action={action}
            draft={steps.draft}
            choices={choices}
            problems={steps.problems}
            several={packages > 1}
            onChange={steps.change}
          />
        </form>
      )}
    </Dialog>
  );
}

/** Says that a press is being worked on, where that takes a while. */
function Busy({ steps, words }: { steps: Steps; words: string }): ReactElement | null {
  return steps.busy ? (
    <Later>
      <p className="action-aside" role="status">
        {words}
      </p>
    </Later>
  ) : null;
}

function FormButtons({ steps, form, onClose }: { steps: Steps; form: string; onClose: () => void }): ReactElement {
  return (
    <>
      <Busy steps={steps} words="Checking…" />
      <Button onClick={onClose}>Cancel</Button>
      <Button look="main" type="submit" form={form} disabled={steps.busy}>
        Review
      </Button>
    </>
  );
}

function SheetButtons({ steps, onClose }: { steps: Steps; onClose: () => void }): ReactElement {
  const { platform } = useSnapshot();
  const { direct, back, reviewed } = steps;
  const { ready = undefined, refused = 0 } = reviewed?.review ?? {};
  return (
    <>
      {refused > 0 && ready ? <p className="action-aside">{counted(refused, "package")} left out</p> : null}
      <Busy steps={steps} words={reviewed ? "One moment…" : ""} />
      <Button onClick={direct ? onClose : back}>{direct ? "Cancel" : "Back"}</Button>
      <Button
        look="main"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        disabled={!steps.ready}
        onClick={() => void steps.send()}
      >
        {ready === 0 ? "Nothing to queue" : `Queue ${ready === undefined ? "…" : counted(ready, "report")}`}
        <kbd className="keys">{keyName("Mod+Enter", platform)}</kbd>
      </Button>
    </>
  );
}
