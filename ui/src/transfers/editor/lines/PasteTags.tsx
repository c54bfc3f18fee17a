import { type ReactElement, useId, useRef, useState } from "react";
import { Button, Dialog } from "../../../parts";

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
      title="Paste tags"
      lead="Tags, one a line or separated by commas or spaces; or rows of a spreadsheet or of the state’s grid, with their heading or without."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" onClick={add} disabled={!text.trim()}>
            Add these packages
          </Button>
        </>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          Tags
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
