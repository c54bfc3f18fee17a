import { type ReactElement, useEffect, useRef, useState } from "react";
import { Icon, type IconName } from "../../parts";
import type { ReceivingScanned } from "../../platform";
import { useScan } from "../../scan";
import { say } from "../../words";

/** How an outcome looks, beside its sentence. */
const LOOK: Record<string, { icon: IconName; tone: "good" | "warn" | "bad" | "plain" }> = {
  found: { icon: "check", tone: "good" },
  again: { icon: "info", tone: "plain" },
  extra: { icon: "warning", tone: "warn" },
  not_a_tag: { icon: "error", tone: "bad" },
  asked: { icon: "info", tone: "warn" },
  taken_back: { icon: "arrowLeft", tone: "plain" },
};

/** Where the scanner reads into, and what the last scan was, large enough to be read from where one stands. */
export function ReceivingScan({
  last,
  onScan,
}: {
  last: (ReceivingScanned & { turn: number }) | null;
  onScan: (text: string) => void;
}): ReactElement {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useScan("place", (scan) => onScan(scan.text));
  useEffect(() => field.current?.focus(), []);
  const look = LOOK[last?.outcome ?? ""] ?? { icon: "info", tone: "plain" };
  return (
    <div className="receive-scan">
      <textarea
        ref={field}
        className="input mono receive-field"
        rows={1}
        aria-label={say("receiving-scan-label")}
        placeholder={say("receiving-scan")}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            if (text.trim()) {
              onScan(text);
              setText("");
            }
          }
        }}
      />
      <p className={`receive-last receive-${look.tone}`} role="status" aria-live="assertive">
        {last ? (
          <span key={last.turn}>
            <Icon name={look.icon} size={22} /> {last.sentence}
          </span>
        ) : (
          <span className="quiet">{say("receiving-scan-none")}</span>
        )}
      </p>
    </div>
  );
}
