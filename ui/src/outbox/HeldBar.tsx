import type { ReactElement } from "react";
import { useSnapshot } from "../base/desk";
import { useOutboxCommand } from "../base/desk-commands";
import { useNow } from "../base/time";
import { Button, ErrorNotice, firstSentence, Notice } from "../parts";
import type { OutboxGroup } from "../platform";
import { say } from "../words";
import { nextTrySentence } from "./words";

/** At the foot, with a story beside the list or not: why nothing leaves and when it goes on, what is past its 24 hours, what must not be entered again. */
export function HeldBar({ group, story }: { group: OutboxGroup; story: boolean }): ReactElement | null {
  const { outbox } = useSnapshot();
  const now = useNow();
  const again = useOutboxCommand("outbox_try");
  const { held, overdue } = outbox;
  if (group === "checking" && outbox.checking > 0) {
    return (
      <div className="outbox-held" data-story={story || undefined}>
        <Notice tone="info" title={say("outbox-checking-title")}>
          <p>{say("outbox-checking-more")}</p>
        </Notice>
      </div>
    );
  }
  if (group !== "waiting" || outbox.waiting === 0 || (!held && overdue === 0)) {
    return null;
  }
  const [happened, more] = firstSentence(held?.happened ?? "");
  return (
    <div className="outbox-held" data-story={story || undefined}>
      {held ? (
        <Notice
          tone={held.blocked ? "warn" : "info"}
          title={happened}
          actions={
            held.offline || held.blocked ? (
              <Button icon="play" aria-disabled={again.busy || undefined} onClick={() => void again.run({})}>
                {say(again.busy ? "outbox-trying" : "outbox-send-now")}
              </Button>
            ) : null
          }
        >
          <p>
            {more || say("outbox-held-safe")}
            {held.until ? ` ${nextTrySentence(held.until, now)}` : ""}
          </p>
        </Notice>
      ) : null}
      {overdue > 0 ? (
        <Notice tone="warn" title={say("outbox-past-due", { count: overdue })}>
          <p>{say("outbox-past-due-more")}</p>
        </Notice>
      ) : null}
      {again.error ? (
        <ErrorNotice error={again.error} actions={<Button onClick={again.forget}>{say("common-dismiss")}</Button>} />
      ) : null}
    </div>
  );
}
