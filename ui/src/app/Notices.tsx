import type { ReactElement } from "react";
import { Button, Notice } from "../parts";
import { useSnapshot } from "./desk";
import { useSnapshotCommand } from "./desk-commands";

/** What the person should know since the last start. Stays until it is put away. */
export function Notices(): ReactElement | null {
  const { notices } = useSnapshot();
  const clear = useSnapshotCommand("notices_clear");
  if (notices.length === 0) {
    return null;
  }
  return (
    <section className="notices" aria-label="Notices">
      {notices.map((notice, index) => (
        <Notice
          key={`${notice.kind} ${notice.message}`}
          tone={notice.kind === "warning" ? "warn" : "info"}
          title={notice.message}
          actions={
            index === notices.length - 1 ? (
              <Button disabled={clear.busy} onClick={() => void clear.run({})}>
                {notices.length === 1 ? "Put away" : "Put all away"}
              </Button>
            ) : null
          }
        >
          {notice.next ? <p>{notice.next}</p> : null}
        </Notice>
      ))}
    </section>
  );
}
