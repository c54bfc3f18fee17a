import type { ReactElement } from "react";
import { useShowOutbox } from "../../../app/frame/frame-state";
import { useOpenLink } from "../../../app/support/links";
import { clock, useNow } from "../../../app/time";
import { Button, Icon } from "../../../parts";
import type { DraftStage, OutboxGroup } from "../../../platform";
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
        Stages
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
                <span className="stages-more" title={step.by ? `By ${step.by}` : undefined}>
                  {clock(step.at, now)}
                  {step.by ? ` by ${step.by}` : ""}
                </span>
              ) : (
                <span className="unseen"> (not yet)</span>
              )}
              {step.words ? (
                <span className="stages-more" title={step.words}>
                  {step.words}
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
          className="grid-small"
          onClick={() => showOutbox({ group: GROUP[stage] ?? "done", intent })}
        >
          Report in the Outbox
        </Button>
      )}
    </section>
  );
}

/** What a person does on the state's site once the template is there. */
export function RegisterSteps({ licence, title }: { licence: string; title: string }): ReactElement {
  const openLink = useOpenLink();
  return (
    <section className="side-part register" aria-labelledby="register-title">
      <h2 className="draft-heading" id="register-title">
        Register it on the state’s site
      </h2>
      <p>The state makes a manifest only from its own site. The template is ready there; a person registers it:</p>
      <ol className="register-steps">
        <li>Sign in as {licence}.</li>
        <li>Open Transfers, then Templates.</li>
        <li>Find “{title}” and choose Register Transfer.</li>
        <li>Look over what is filled in, and register. The state gives the manifest its number.</li>
      </ol>
      <p className="quiet">Trackside sees the manifest at the next sync and goes on from there by itself.</p>
      <Button icon="external" onClick={() => openLink("state_site")}>
        Open the state’s site
      </Button>
    </section>
  );
}
