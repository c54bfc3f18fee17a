import { type ReactElement, useEffect, useState } from "react";
import { Button, IconButton } from "./Button";

/** How long a button says that it has done its work. */
const SAID_MS = 1600;

/** Puts text on the clipboard and says so. With `words` a button with words, else a symbol named `label`. */
export function CopyButton({ text, label, words }: { text: string; label: string; words?: string }): ReactElement {
  const [said, setSaid] = useState<"" | "Copied" | "Could not copy">("");
  useEffect(() => {
    if (!said) {
      return;
    }
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Could not copy"),
    );
  const icon = said === "Copied" ? "check" : "copy";
  return (
    <>
      {words ? (
        <Button icon={icon} onClick={copy}>
          {said || words}
        </Button>
      ) : (
        <IconButton label={said || label} icon={icon} onClick={copy} />
      )}
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
