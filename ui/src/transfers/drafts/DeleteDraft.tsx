import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useId, useRef, useState } from "react";
import { Button, Dialog, ErrorNotice } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftHead, newRequestId } from "../../platform";
import { type LabelId, say } from "../../words";
import { DRAFTS } from "./queries";

/** Asks before a draft is deleted; where the state holds its template, whether that goes too. */
export function DeleteDraft({
  head,
  template = head.stage === "template",
  onClose,
  onDone,
}: {
  head: DraftHead;
  /** Whether the state holds a template of it that no manifest was made of. */
  template?: boolean;
  onClose: () => void;
  onDone?: () => void;
}): ReactElement {
  const client = useQueryClient();
  const [error, setError] = useState<DeskFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const [templateToo, setTemplateToo] = useState(true);
  const keep = useRef<HTMLButtonElement>(null);
  const name = useId();
  // One press, one deletion: a repeated call after an error is the same one.
  const [ids] = useState(() => ({ with: newRequestId(), without: newRequestId() }));
  const act = () => {
    const template_too = template && templateToo;
    setBusy(true);
    setError(null);
    call("draft_delete", { request_id: template_too ? ids.with : ids.without, draft: head.draft, template_too })
      .then(() => {
        void client.invalidateQueries({ queryKey: DRAFTS });
        onClose();
        onDone?.();
      })
      .catch((thrown) => {
        setError(asDeskFailure(thrown));
        setBusy(false);
      });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      reading
      focusFirst={keep}
      title={say("transfers-delete-title", { title: head.title })}
      actions={
        <>
          <Button ref={keep} onClick={onClose}>
            {say("transfers-delete-keep")}
          </Button>
          <Button look="danger" onClick={act} disabled={busy}>
            {say("transfers-delete-act")}
          </Button>
        </>
      }
    >
      <p>{say(becomes(head))}</p>
      {template ? (
        <fieldset className="delete-choices">
          <legend>{say("transfers-delete-template-asked")}</legend>
          <label className="check-line">
            <input type="radio" name={name} checked={templateToo} onChange={() => setTemplateToo(true)} />
            <span>{say("transfers-delete-template-too")}</span>
          </label>
          <label className="check-line">
            <input type="radio" name={name} checked={!templateToo} onChange={() => setTemplateToo(false)} />
            <span>{say("transfers-delete-template-not")}</span>
          </label>
        </fieldset>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}

/** What becomes of a draft that is deleted, and of what the state has of it. */
function becomes({ stage }: DraftHead): LabelId {
  switch (stage) {
    case "draft":
      return "transfers-delete-never-sent";
    case "queued":
    case "trouble":
      return "transfers-delete-waiting";
    case "template":
      return "transfers-delete-template";
    default:
      return "transfers-delete-registered";
  }
}
