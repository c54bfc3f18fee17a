import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type ReactElement, useId, useState } from "react";
import { Keys } from "../parts";
import "./actions.css";
import { type ActionStart, actionOf, licensesOf, onlyOf, packagesOf, titleOf } from "../base/actions";
import { useSnapshot } from "../base/desk";
import { keyName } from "../base/keys";
import { Button, Dialog, ErrorNotice, Icon, Later } from "../parts";
import { type ActionChoices, call, type DeskFailure, type PackageNow } from "../platform";
import { say } from "../words";
import { ActionFields, DateField } from "./ActionFields";
import { ReviewSheet } from "./ReviewSheet";
import { type Steps, useSteps } from "./useSteps";

/** An action, from what it asks to what will happen: nothing is queued before the person has seen both. */
export function ActionDialog({ start, onClose }: { start: ActionStart; onClose: () => void }): ReactElement | null {
  const licenses = licensesOf(start);
  const only = onlyOf(start);
  const { replaces = null } = start;
  const choices = useQuery<ActionChoices, DeskFailure>({
    queryKey: ["action_choices", licenses, only, replaces],
    queryFn: () => call("action_choices", { licenses, package: only, replaces }),
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
          actions={<Button onClick={() => void choices.refetch()}>{say("common-try-again")}</Button>}
        />
      ) : (
        <p className="quiet">{say("actions-opening")}</p>
      )}
    </Dialog>
  );
  return choices.error ? waiting : <Later>{waiting}</Later>;
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
        <ErrorNotice
          error={failure}
          actions={again ? <Button onClick={again}>{say("actions-look-again")}</Button> : null}
        />
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
          <p className="quiet">{say("actions-checking-packages", { count: packages })}</p>
        </Later>
      ) : null}
      {onSheet ? null : (
        <form id={form} ref={steps.drawn} className="action-form" noValidate onSubmit={steps.submit}>
          {steps.now ? <NowLine now={steps.now} after={steps.after} /> : null}
          <ActionFields
            action={action}
            draft={steps.draft}
            choices={choices}
            problems={steps.problems}
            several={packages > 1}
            onChange={steps.change}
          />
          {steps.now ? <p className="quiet">{say("reports-if-moved", { count: 1 })}</p> : null}
        </form>
      )}
    </Dialog>
  );
}

/** What the package is and holds, and what it will hold by what is typed. */
function NowLine({ now, after }: { now: PackageNow; after: string }): ReactElement {
  return (
    <div className="action-now">
      <p className="action-now-item">{now.item}</p>
      <p role="status">
        {say("actions-now", { amount: now.words })}
        {after ? (
          <>
            {" "}
            <Icon name="arrowRight" label={say("actions-becomes")} size={12} /> <b>{after}</b>
          </>
        ) : null}
      </p>
    </div>
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
      <Busy steps={steps} words={say("actions-checking")} />
      <Button onClick={onClose}>{say("common-cancel")}</Button>
      {steps.now ? (
        <QueueButton ready={1} type="submit" form={form} disabled={steps.busy} />
      ) : (
        <Button look="main" type="submit" form={form} disabled={steps.busy}>
          {say("actions-review")}
        </Button>
      )}
    </>
  );
}

/** What the button of the sheet says; how many are ready may not be known yet. */
function queueWords(ready: number | undefined): string {
  if (ready === undefined) {
    return say("actions-queue-checking");
  }
  return ready === 0 ? say("actions-queue-nothing") : say("actions-queue", { count: ready });
}

/** Queues what is in sight, by a press or by its keys. */
function QueueButton({ ready, ...rest }: { ready: number | undefined } & ComponentProps<"button">): ReactElement {
  const { platform } = useSnapshot();
  return (
    <Button look="main" aria-keyshortcuts="Control+Enter Meta+Enter" {...rest}>
      {queueWords(ready)}
      <Keys>{keyName("Mod+Enter", platform)}</Keys>
    </Button>
  );
}

function SheetButtons({ steps, onClose }: { steps: Steps; onClose: () => void }): ReactElement {
  const { direct, back, reviewed } = steps;
  const { ready = undefined, refused = 0 } = reviewed?.review ?? {};
  return (
    <>
      {refused > 0 && ready ? (
        <p className="action-aside">{say("actions-left-out-count", { count: refused })}</p>
      ) : null}
      <Busy steps={steps} words={reviewed ? say("actions-one-moment") : ""} />
      <Button onClick={direct ? onClose : back}>{say(direct ? "common-cancel" : "actions-back")}</Button>
      <QueueButton ready={ready} disabled={!steps.ready} onClick={() => void steps.send()} />
    </>
  );
}
