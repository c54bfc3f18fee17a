import { type ReactElement, useId, useRef, useState } from "react";
import { Button, Dialog } from "../../../parts";
import { say } from "../../../words";

/** A box for a list of tags from anywhere. */
export function PasteTags({ onAdd, onClose }: { onAdd: (text: string) => void; onClose: () => void }): ReactElement {
  const [text, setText] = useState("");
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const add = () => {
    if (text.trim()) {
      onClose();
      onAdd(text);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      focusFirst={box}
      title={say("draft-paste-title")}
      lead={say("draft-paste-lead")}
      actions={
        <>
          <Button onClick={onClose}>{say("common-cancel")}</Button>
          <Button look="main" onClick={add} disabled={!text.trim()}>
            {say("draft-paste-add")}
          </Button>
        </>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {say("draft-paste-tags")}
        </label>
        <textarea
          ref={box}
          id={id}
          className="input mono paste-tags"
          rows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              add();
            }
          }}
        />
      </div>
    </Dialog>
  );
}
