import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { useCommands } from "../../base/commands";
import { takeOutbox } from "../../base/desk";
import { Button, Dialog, ErrorNotice } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftHead, newRequestId } from "../../platform";
import { type LabelId, say, unbroken } from "../../words";
import type { Checked } from "../draft/use-draft";
import { useDraft } from "../draft/use-draft";
import { DRAFTS } from "../drafts/queries";
import { focusNext, useEditor } from "./editor-context";

/** Ways to send a draft: what each is called, and how it is asked about. */
const SENDS = {
  first: { words: "draft-send", ask: "draft-send-ask" },
  again: { words: "draft-send-again", ask: "draft-send-again-ask" },
  changes: { words: "draft-send-changes", ask: "draft-send-changes-ask" },
} satisfies Record<string, { words: LabelId; ask: LabelId }>;
type Send = keyof typeof SENDS;

/** How it is sent now; null where there is nothing to send. */
export function sendOf({ stage, changed_since_sent }: DraftHead): Send | null {
  switch (stage) {
    case "draft":
      return "first";
    case "trouble":
      return "again";
    case "queued":
    case "template":
      return changed_since_sent ? "changes" : null;
    default:
      return null;
  }
}

/** Whether all of it was sent: what comes next is done on the state's site. */
export function isSent(head: DraftHead): boolean {
  return (head.stage === "queued" || head.stage === "template") && sendOf(head) === null;
}

/** Sends the draft, once the person has read what will be sent. */
export function SendButton({
  checked,
  onTried,
}: {
  checked: Checked;
  /** It was pressed while something was missing. */
  onTried: () => void;
}): ReactElement | null {
  const { store } = useEditor();
  const way = useDraft(store, (view) => (view.draft.editable ? sendOf(view.draft.head) : null));
  // What the open sheet is about: once it is sent there is nothing more to send, and the sheet closes by itself.
  const [asking, setAsking] = useState<{ way: Send; sentence: string } | null>(null);
  const { check, stale } = checked;
  const unsaved = useDraft(store, (view) => view.unsaved);
  const ready = check?.ready === true && !stale && !unsaved;
  const why = unsaved ? say("draft-send-unfit") : check?.sentence;
  const press = () => {
    if (ready && way) {
      setAsking({ way, sentence: check.sentence });
    } else {
      onTried();
      document.getElementById("draft-check")?.focus();
      document.getElementById("draft-check")?.scrollIntoView({ block: "nearest" });
    }
  };
  const stops = check?.findings.filter((finding) => finding.weight === "stop").length ?? 0;
  const reason = unsaved
    ? say("palette-send-unfit")
    : stops > 0 && !stale
      ? say("palette-send-fix", { count: stops })
      : say("palette-send-unchecked");
  useCommands({ send: !way ? say("palette-sent") : ready ? { act: press } : reason });
  const button = way ? (
    <Button look="main" icon="outbox" aria-disabled={!ready} title={ready ? undefined : why} onClick={press}>
      {say(SENDS[way].words)}
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
  way,
  sentence,
  onClose,
  onLook,
}: {
  way: Send;
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
      backTo={focusNext}
      title={say(SENDS[way].ask)}
      actions={
        <>
          <Button onClick={onClose}>{say("draft-send-not-yet")}</Button>
          <Button ref={act} look="main" onClick={send} disabled={busy}>
            {say(SENDS[way].words)}
          </Button>
        </>
      }
    >
      <p>{unbroken(sentence)}</p>
      <p>{say("draft-send-how")}</p>
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}
