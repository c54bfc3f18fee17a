import type { ReactElement } from "react";
import { useSnapshot } from "../app/desk";
import { useOutboxCommand } from "../app/desk-commands";
import { useNow } from "../app/time";
import { counted } from "../app/words";
import { Button, ErrorNotice, firstSentence, Notice } from "../parts";
import type { OutboxGroup } from "../platform";
import { nextTry } from "./words";

/** Below the list: why nothing leaves and when it goes on, what is past its 24 hours, what must not be entered again. */
export function HeldBar({ group }: { group: OutboxGroup }): ReactElement | null {
  const { outbox } = useSnapshot();
  const now = useNow();
  const again = useOutboxCommand("outbox_try");
  const { held, overdue } = outbox;
  if (group === "checking" && outbox.checking > 0) {
    return (
      <div className="outbox-held">
        <Notice tone="info" title="We do not know yet whether the state recorded these.">
          <p>We are checking; please do not enter them again.</p>
        </Notice>
      </div>
    );
  }
  if (group !== "waiting" || outbox.waiting === 0 || (!held && overdue === 0)) {
    return null;
  }
  const [happened, more] = firstSentence(held?.happened ?? "");
  return (
    <div className="outbox-held">
      {held ? (
        <Notice
          tone={held.blocked ? "warn" : "info"}
          title={happened}
          actions={
            held.offline || held.blocked ? (
              <Button icon="play" aria-disabled={again.busy || undefined} onClick={() => void again.run({})}>
                {again.busy ? "Trying…" : "Send now"}
              </Button>
            ) : null
          }
        >
          <p>
            {more || "Everything here is saved on this computer and goes by itself."}
            {held.until ? ` ${nextTry(held.until, now)}.` : ""}
          </p>
        </Notice>
      ) : null}
      {overdue > 0 ? (
        <Notice
          tone="warn"
          title={`${counted(overdue, "report")} ${overdue === 1 ? "is" : "are"} past the 24 hours in which the state wants them.`}
        >
          <p>They go as soon as they can. If you report one on the state’s site instead, withdraw it here first.</p>
        </Notice>
      ) : null}
      {again.error ? (
        <ErrorNotice error={again.error} actions={<Button onClick={again.forget}>Put away</Button>} />
      ) : null}
    </div>
  );
}
