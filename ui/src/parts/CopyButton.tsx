import { type ReactElement, useEffect, useState } from "react";
import { type LabelId, say } from "../words";
import { Button, IconButton } from "./Button";

/** How long a button says that it has done its work. */
const SAID_MS = 1600;

/** Puts text on the clipboard and says so. With `words` a button with words, else a symbol named `label`. */
export function CopyButton({ text, label, words }: { text: string; label: string; words?: string }): ReactElement {
  const [said, setSaid] = useState<LabelId | null>(null);
  useEffect(() => {
    if (!said) {
      return;
    }
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("parts-copied"),
      () => setSaid("parts-copy-failed"),
    );
  const icon = said === "parts-copied" ? "check" : "copy";
  return (
    <>
      {words ? (
        <Button icon={icon} onClick={copy}>
          {said ? say(said) : words}
        </Button>
      ) : (
        <IconButton label={said ? say(said) : label} icon={icon} onClick={copy} />
      )}
      <span className="unseen" role="status">
        {said ? say(said) : ""}
      </span>
    </>
  );
}
