import { type ReactElement, useState } from "react";
import { Icon } from "../../../parts";
import { asDeskFailure, type TagsAdded } from "../../../platform";
import { useScan } from "../../../scan";
import { say } from "../../../words";
import type { DraftStore } from "../../draft/draft-store";
import { useEditor } from "../editor-context";

interface Said {
  /** Another for every scan, so that the same words are read aloud again. */
  turn: number;
  good: boolean;
  words: string;
}

/** What a scan did, to be read aloud. */
export function scanWords(text: string, { added, refused, draft }: TagsAdded): { good: boolean; words: string } {
  const tag = text.trim().toUpperCase();
  const at = draft.lines.findIndex((line) => line.tag.toUpperCase() === tag);
  const line = draft.lines[at];
  if (added > 0 && line) {
    const what = [line.item, [line.quantity, line.unit].filter(Boolean).join(" ")].filter(Boolean).join(", ");
    const place = at + 1;
    return {
      good: true,
      words: what ? say("draft-scan-added", { line: place, what }) : say("draft-scan-added-unknown", { line: place }),
    };
  }
  const reason = refused[0]?.sentence;
  return {
    good: false,
    words: reason ? say("draft-scan-refused", { reason }) : say("draft-scan-refused-unknown"),
  };
}

async function scanned(store: DraftStore, text: string): Promise<{ good: boolean; words: string }> {
  try {
    return scanWords(text, await store.addTags({ source: "scanned", text }));
  } catch (thrown) {
    const { message, next } = asDeskFailure(thrown);
    return { good: false, words: say("draft-scan-failed", { why: `${message} ${next}` }) };
  }
}

/**
 * Where the scanner reads into: one tag and Enter adds one line and the field is ready for the next. A scan while no
 * field has the focus comes here as well.
 */
export function ScanField({ onRows }: { onRows: (text: string) => void }): ReactElement {
  const { store } = useEditor();
  const [text, setText] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const scan = (tag: string) => {
    setText("");
    void scanned(store, tag).then((outcome) => setSaid((before) => ({ turn: (before?.turn ?? 0) + 1, ...outcome })));
  };
  useScan("place", (read) => scan(read.text));
  return (
    <div className="scan">
      <input
        className="input mono scan-input"
        aria-label={say("draft-scan")}
        placeholder={say("draft-scan")}
        data-field="scanner"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          // A field of one line would run rows into each other.
          const pasted = event.clipboardData.getData("text/plain");
          if (/[\n\r\t]/.test(pasted.trim())) {
            event.preventDefault();
            onRows(pasted);
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            if (text.trim()) {
              scan(text.trim());
            }
          }
        }}
      />
      <p className={`scan-said ${said ? (said.good ? "scan-added" : "scan-refused") : ""}`} role="status">
        {said ? (
          <span key={said.turn}>
            <Icon name={said.good ? "check" : "error"} size={14} /> {said.words}
          </span>
        ) : (
          say("draft-scan-where")
        )}
      </p>
    </div>
  );
}
