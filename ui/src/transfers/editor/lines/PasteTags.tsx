import { type ReactElement, useRef, useState } from "react";
import { Button, Dialog, Surround } from "../../../parts";
import { say } from "../../../words";

/** A box for a list of tags from anywhere. */
export function PasteTags({ onAdd, onClose }: { onAdd: (text: string) => void; onClose: () => void }): ReactElement {
  const [text, setText] = useState("");
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
      <Surround label={say("draft-paste-tags")}>
        {(parts) => (
          <textarea
            {...parts}
            ref={box}
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
        )}
      </Surround>
    </Dialog>
  );
}
