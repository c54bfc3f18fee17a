import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useId, useRef, useState } from "react";
import { Button, Dialog, ErrorNotice } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftHead, newRequestId } from "../../platform";
import { DRAFTS } from "./queries";

/** Asks before a draft is put away; where the state holds its template, whether that goes too. */
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
      title={`Delete ${head.title}?`}
      actions={
        <>
          <Button ref={keep} onClick={onClose}>
            Keep it
          </Button>
          <Button look="danger" onClick={act} disabled={busy}>
            Delete the draft
          </Button>
        </>
      }
    >
      <p>{words(head)}</p>
      {template ? (
        <fieldset className="choices">
          <legend>The state holds a template made from it.</legend>
          <label className="check-line">
            <input type="radio" name={name} checked={templateToo} onChange={() => setTemplateToo(true)} />
            <span>Delete the template in the state too, through the Outbox</span>
          </label>
          <label className="check-line">
            <input type="radio" name={name} checked={!templateToo} onChange={() => setTemplateToo(false)} />
            <span>Leave the template in the state as it is</span>
          </label>
        </fieldset>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}

function words({ stage }: DraftHead): string {
  switch (stage) {
    case "draft":
      return "It was never sent: the state knows nothing of it, and nothing there changes.";
    case "queued":
    case "trouble":
      return "If its report still waits in the Outbox, it is taken back and never sent.";
    case "template":
      return "The draft goes away from this list. It stays in the audit.";
    default:
      return "The draft goes away from this list. The manifest in the state is not touched.";
  }
}
