import { type ReactElement, useEffect, useId, useRef } from "react";
import type { IconName } from "../../base/icons";
import { Icon } from "../../parts";
import type { ReceivingScanned } from "../../platform";
import { useScan } from "../../scan";
import { say } from "../../words";

/** How an outcome looks, beside its sentence. */
const LOOK: Record<string, { icon: IconName; tone: "good" | "warn" | "bad" | "plain" }> = {
  found: { icon: "check", tone: "good" },
  again: { icon: "info", tone: "plain" },
  extra: { icon: "warning", tone: "warn" },
  not_a_tag: { icon: "error", tone: "bad" },
  several: { icon: "error", tone: "bad" },
  asked: { icon: "info", tone: "warn" },
  taken_back: { icon: "arrowLeft", tone: "plain" },
};

/** After these nothing was counted, and what was typed is to be completed or typed anew. */
const STAYS: ReadonlySet<string> = new Set(["not_a_tag", "several"]);

/** What a scan did, of the text that was scanned. */
export interface LastScan extends ReceivingScanned {
  text: string;
  turn: number;
}

/** Where the scanner reads into, and what the last scan was, large enough to be read from where one stands. */
export function ReceivingScan({
  last,
  onScan,
}: {
  last: LastScan | null;
  onScan: (text: string) => void;
}): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useRef("");
  const hint = useId();
  useScan("place", (scan) => onScan(scan.text));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const place = field.current;
    // Whoever types on already, or scans, has left it behind.
    if (place?.value === "" && last?.text === typed.current && STAYS.has(last.outcome)) {
      place.value = last.text;
      place.select();
    }
  }, [last]);
  const look = LOOK[last?.outcome ?? ""] ?? { icon: "info", tone: "plain" };
  return (
    <div className="receive-scan">
      <div className="receive-entry">
        <textarea
          ref={field}
          className="input mono receive-field"
          rows={1}
          aria-label={say("receiving-scan-label")}
          aria-describedby={hint}
          placeholder={say("receiving-scan")}
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey) {
              event.preventDefault();
              const { value } = event.currentTarget;
              if (value.trim()) {
                typed.current = value;
                event.currentTarget.value = "";
                onScan(value);
              }
            }
          }}
        />
        <p className="receive-hint" id={hint}>
          {say("receiving-scan-hint")}
        </p>
      </div>
      <p className={`receive-last receive-${look.tone}`} role="status" aria-live="assertive">
        {last ? (
          <span key={last.turn}>
            <Icon name={look.icon} size={22} /> <span>{last.sentence}</span>
          </span>
        ) : (
          <span className="quiet">{say("receiving-scan-none")}</span>
        )}
      </p>
    </div>
  );
}
