import type { ReactElement } from "react";
import { useSnapshot } from "../base/desk";
import { useOutboxCommand } from "../base/desk-commands";
import { useFrame, useShowOutbox } from "../base/frame-state";
import { summaryWords } from "../base/reports";
import { Button, Message, Notice } from "../parts";
import type { OutboxGroup, OutboxSummary } from "../platform";
import { say } from "../words";

/** Where what came of them is to be seen: what wants a person first. */
function groupOf({ needs_you, refused }: OutboxSummary): OutboxGroup {
  if (needs_you > 0) {
    return "needs_you";
  }
  return refused > 0 ? "refused" : "done";
}

/** Back online: what became of the reports that waited. Stays until the person has read it. */
export function SummaryNotice(): ReactElement | null {
  const { summary } = useSnapshot().outbox;
  const { tell } = useFrame();
  const show = useShowOutbox();
  const seen = useOutboxCommand("outbox_summary_seen", tell);
  if (!summary) {
    return null;
  }
  // The notice goes away with the focus on it.
  const read = async () => {
    if (await seen.run({})) {
      document.getElementById("place")?.focus();
    }
  };
  const wants = summary.refused > 0 || summary.needs_you > 0;
  return (
    <Message weight={wants ? "asks" : "tells"}>
      <section aria-label={say("outbox-summary")}>
        <Notice
          tone={wants ? "warn" : "good"}
          title={summaryWords(summary)}
          actions={
            <>
              <Button
                onClick={() => {
                  show({ group: groupOf(summary), intent: null });
                  void read();
                }}
              >
                {say("outbox-summary-show")}
              </Button>
              <Button look="quiet" aria-disabled={seen.busy || undefined} onClick={() => void read()}>
                {say("common-dismiss")}
              </Button>
            </>
          }
        />
      </section>
    </Message>
  );
}
