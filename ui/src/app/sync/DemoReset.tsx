import type { ReactElement } from "react";
import { useSnapshotCommand } from "../../base/desk-commands";
import { Confirm, ErrorNotice } from "../../parts";
import { say } from "../../words";

/** Puts the demo state back to its beginning, once confirmed. */
export function ConfirmDemoReset({ onClose }: { onClose: () => void }): ReactElement {
  const reset = useSnapshotCommand("demo_reset");
  return (
    <Confirm
      onClose={onClose}
      title={say("sync-demo-reset-title")}
      act={say(reset.busy ? "sync-demo-resetting" : "sync-demo-reset")}
      busy={reset.busy}
      onAct={async () => {
        if (await reset.run({})) {
          onClose();
        }
      }}
    >
      <p>{say("sync-demo-reset-meaning")}</p>
      <p>{say("sync-demo-reset-safe")}</p>
      {reset.error ? <ErrorNotice error={reset.error} /> : null}
    </Confirm>
  );
}
