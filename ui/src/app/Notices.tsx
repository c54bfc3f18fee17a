import type { ReactElement } from "react";
import { useSnapshot } from "../base/desk";
import { useSnapshotCommand } from "../base/desk-commands";
import { Button, Message, Notice } from "../parts";
import { say, unbroken } from "../words";

/** What the person should know since the last start. Stays until it is dismissed. */
export function Notices(): ReactElement | null {
  const { notices } = useSnapshot();
  const clear = useSnapshotCommand("notices_clear");
  if (notices.length === 0) {
    return null;
  }
  return (
    <Message weight={notices.some((notice) => notice.kind === "warning") ? "asks" : "tells"}>
      <section className="messages-list" aria-label={say("frame-notices")}>
        {notices.map((notice, index) => (
          <Notice
            key={`${notice.kind} ${notice.message}`}
            tone={notice.kind === "warning" ? "warn" : "info"}
            title={notice.message}
            actions={
              index === notices.length - 1 ? (
                <Button disabled={clear.busy} onClick={() => void clear.run({})}>
                  {say(notices.length === 1 ? "common-dismiss" : "frame-dismiss-all")}
                </Button>
              ) : null
            }
          >
            {notice.next ? <p>{unbroken(notice.next)}</p> : null}
          </Notice>
        ))}
      </section>
    </Message>
  );
}
