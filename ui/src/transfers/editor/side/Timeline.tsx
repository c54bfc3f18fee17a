import type { ReactElement } from "react";
import { useShowOutbox } from "../../../base/frame-state";
import { useOpenLink } from "../../../base/links";
import { clock, instantWords, useNow } from "../../../base/time";
import { Button, CopyButton, Icon } from "../../../parts";
import type { DraftStage, LicenseNumber, OutboxGroup } from "../../../platform";
import { nodes, say, unbroken } from "../../../words";
import { useDraft } from "../../draft/use-draft";
import { stageLook } from "../../drafts/stages";
import { useEditor } from "../editor-context";

/** In which group of the Outbox a draft's report is found. */
const GROUP: Partial<Record<DraftStage, OutboxGroup>> = { queued: "waiting", trouble: "refused" };

/** The way of a transfer: what was, by whom, and what is to come. */
export function Timeline(): ReactElement {
  const { store } = useEditor();
  const showOutbox = useShowOutbox();
  const intent = useDraft(store, (view) => view.draft.intent);
  const stage = useDraft(store, (view) => view.draft.head.stage);
  const now = useNow();
  const steps = useDraft(store, (view) => view.draft.steps);
  return (
    <section className="stages" aria-labelledby="stages-title">
      <h2 className="unseen" id="stages-title">
        {say("draft-stages")}
      </h2>
      <ol className="stages-list">
        {steps.map((step) => (
          <li
            key={step.stage}
            className={step.at ? "way-step way-done" : "way-step"}
            aria-current={step.stage === stage ? "step" : undefined}
          >
            <span className="way-mark">
              <Icon name={step.at ? stageLook(step.stage).icon : "minus"} size={13} />
            </span>
            <span>
              <b>{step.title}</b>
              {step.at ? (
                <span className="stages-more" title={step.by ? say("draft-stage-who", { who: step.by }) : undefined}>
                  {step.by ? nodes("draft-stage-by", { time: clock(step.at, now), who: step.by }) : clock(step.at, now)}
                </span>
              ) : (
                <span className="unseen"> {say("draft-stage-not-yet")}</span>
              )}
              {step.words ? (
                <span className="stages-more" title={step.words}>
                  {unbroken(step.words)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {intent === null ? null : (
        <Button
          look="quiet"
          icon="outbox"
          size="small"
          onClick={() => showOutbox({ group: GROUP[stage] ?? "done", intent })}
        >
          {say("draft-stage-report")}
        </Button>
      )}
    </section>
  );
}

/**
 * What a person does on the state's site once the template is `there`. It stands before everything else: once a draft is
 * sent, this is what is left to do.
 */
export function RegisterSteps({
  license,
  title,
  there,
}: {
  license: LicenseNumber;
  title: string;
  there: boolean;
}): ReactElement {
  const openLink = useOpenLink();
  const { store } = useEditor();
  const due = useDraft(store, (view) => view.draft.due);
  return (
    <section className="side-part register" aria-labelledby="register-title" id="draft-register" tabIndex={-1}>
      <h2 className="draft-heading" id="register-title">
        {say("draft-register")}
      </h2>
      <p>{say(there ? "draft-register-why" : "draft-register-wait")}</p>
      <ol className="register-steps">
        <li>{nodes("draft-register-sign-in", { license })}</li>
        <li>{say("draft-register-open")}</li>
        <li>{nodes("draft-register-find", { title })}</li>
        <li>{say("draft-register-look")}</li>
      </ol>
      <div className="register-act">
        {/* The main thing to do, once it can be done. */}
        <Button look={there ? "main" : "plain"} icon="external" onClick={() => openLink("state_templates", license)}>
          {say("draft-register-site")}
        </Button>
        <CopyButton text={title} label={say("draft-register-copy")} />
      </div>
      <p className="quiet">{say("draft-register-then")}</p>
      {due ? (
        <p className="check-due">
          <Icon name="clock" size={13} /> {say("draft-due", { time: instantWords(due) })}
        </p>
      ) : null}
    </section>
  );
}
