import type { ReactElement } from "react";
import { Button, Icon, Later } from "../../parts";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";

/** Whether everything is on the disk: quiet while it is. */
export function Saving(): ReactElement {
  const { store } = useEditor();
  const trouble = useDraft(store, (view) => view.saving.trouble);
  const waiting = useDraft(store, (view) => view.saving.waiting > 0);
  if (trouble) {
    return (
      <span className="saving saving-trouble" role="alert">
        <Icon name="warning" size={14} />{" "}
        <span title={`${trouble.message} ${trouble.next}`}>Not saved yet. {trouble.message}</span>
        <Button className="grid-small" onClick={() => store.queue.tryNow()}>
          Try now
        </Button>
      </span>
    );
  }
  const saved = (
    <span className="saving">
      <Icon name="check" size={14} /> Saved
    </span>
  );
  // A write takes a few milliseconds: only one that does not is worth a word.
  return waiting ? (
    <Later>
      <span className="saving">Saving…</span>
    </Later>
  ) : (
    saved
  );
}
