import type { ReactElement, ReactNode } from "react";
import { useShowOutbox } from "../base/frame-state";
import { sentenceWithItem } from "../base/reports";
import { Button, firstSentence, Notice } from "../parts";
import type { OutboxLine } from "../platform";
import { say } from "../words";

/** Of reports that were just queued, one was refused or needs somebody: why, and the way to its story. */
export function DeniedNotice({
  is,
  lines,
  dismiss,
  onShown,
}: {
  is: "refused" | "needs_you";
  lines: readonly [OutboxLine, ...OutboxLine[]];
  dismiss: ReactNode;
  /** The person is on the way to it. */
  onShown: () => void;
}): ReactElement {
  const show = useShowOutbox();
  const [line] = lines;
  const why = firstSentence(line.said || line.happened)[0].replace(/\.$/, "");
  return (
    <Notice
      live
      tone={is === "refused" ? "bad" : "warn"}
      title={
        is === "refused"
          ? say("actions-denied", { count: lines.length, why })
          : say("sync-said-needs-you", { count: lines.length })
      }
      actions={
        <>
          <Button
            onClick={() => {
              show({ group: is, intent: line.intent });
              onShown();
            }}
          >
            {say(line.can_edit ? "outbox-act-edit" : "outbox-summary-show")}
          </Button>
          {dismiss}
        </>
      }
    >
      <p>{sentenceWithItem(line)}</p>
    </Notice>
  );
}
