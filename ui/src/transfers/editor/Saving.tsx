import { type ReactElement, useEffect, useState } from "react";
import { Button, Icon, PATIENCE_MS } from "../../parts";
import { say } from "../../words";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";

/** Whether everything is on the disk: quiet while it is. */
export function Saving(): ReactElement {
  const { store } = useEditor();
  const trouble = useDraft(store, (view) => view.saving.trouble);
  const waiting = useDraft(store, (view) => view.saving.waiting > 0);
  // A write takes a few milliseconds: only one that does not is worth another word.
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) {
      return;
    }
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  if (trouble) {
    return (
      <span className="saving saving-trouble" role="alert">
        <Icon name="warning" size={14} />{" "}
        <span title={`${trouble.message} ${trouble.next}`}>{say("draft-not-saved", { why: trouble.message })}</span>
        <Button size="small" onClick={() => store.queue.tryNow()}>
          {say("draft-save-now")}
        </Button>
      </span>
    );
  }
  return (
    <span className="saving">
      {slow ? (
        say("draft-saving")
      ) : (
        <>
          <Icon name="check" size={14} /> {say("draft-saved")}
        </>
      )}
    </span>
  );
}
