import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { takeOutbox } from "../../app/desk";
import { Button, Dialog, ErrorNotice } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftHead, newRequestId } from "../../platform";
import type { Checked } from "../draft/use-draft";
import { useDraft } from "../draft/use-draft";
import { DRAFTS } from "../drafts/queries";
import { focusTitle, useEditor } from "./editor-context";

/** What sending is called now; null where there is nothing to send. */
export function sendWords({ stage, changed_since_sent }: DraftHead): string | null {
  switch (stage) {
    case "draft":
      return "Send";
    case "trouble":
      return "Send again";
    case "queued":
    case "template":
      return changed_since_sent ? "Send the changes" : null;
    default:
      return null;
  }
}

/** Sends the draft, once the person has read what will be sent. */
export function SendButton({ checked }: { checked: Checked }): ReactElement | null {
  const { store } = useEditor();
  const words = useDraft(store, (view) => (view.draft.editable ? sendWords(view.draft.head) : null));
  // What the open sheet is about: once it is sent there is nothing more to send, and the sheet closes by itself.
  const [asking, setAsking] = useState<{ words: string; sentence: string } | null>(null);
  const { check, stale } = checked;
  const unsaved = useDraft(store, (view) => view.unsaved);
  const ready = check?.ready === true && !stale && !unsaved;
  const why = unsaved ? "Something that you typed does not fit and was not saved. Mend it first." : check?.sentence;
  const button = words ? (
    <Button
      look="main"
      icon="outbox"
      aria-disabled={!ready}
      title={ready ? undefined : why}
      onClick={() => {
        if (ready) {
          setAsking({ words, sentence: check.sentence });
        } else {
          document.getElementById("draft-check")?.focus();
          document.getElementById("draft-check")?.scrollIntoView({ block: "nearest" });
        }
      }}
    >
      {words}
    </Button>
  ) : null;
  return (
    <>
      {button}
      {asking ? <ConfirmSend {...asking} onClose={() => setAsking(null)} onLook={checked.now} /> : null}
    </>
  );
}

function ConfirmSend({
  words,
  sentence,
  onClose,
  onLook,
}: {
  words: string;
  sentence: string;
  onClose: () => void;
  onLook: () => void;
}): ReactElement {
  const { store } = useEditor();
  const client = useQueryClient();
  const [error, setError] = useState<DeskFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useRef<HTMLButtonElement>(null);
  // One sheet, one report: pressing again after an error repeats the same request.
  const [requestId] = useState(newRequestId);
  const send = () => {
    setBusy(true);
    setError(null);
    store
      .command(async (_, draft) => {
        const sent = await call("draft_send", { request_id: requestId, draft });
        takeOutbox(client, sent.outbox);
        return sent.draft;
      })
      .then(() => {
        void client.invalidateQueries({ queryKey: DRAFTS });
        onClose();
      })
      .catch((thrown) => {
        setError(asDeskFailure(thrown));
        setBusy(false);
        onLook();
      });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      focusFirst={act}
      backTo={focusTitle}
      title={`${words} this transfer?`}
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button ref={act} look="main" onClick={send} disabled={busy}>
            {words}
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
      <p>
        It goes to the Outbox and from there to the state as one template, also if there is no connection now: then it
        waits. No manifest is made by this; a person registers it on the state’s site afterwards.
      </p>
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}
