import type { ReactElement } from "react";
import { Confirm, ErrorNotice } from "../../parts";
import { useSnapshotCommand } from "../desk-commands";

/** Puts the demo state back to its beginning, once confirmed. */
export function ConfirmDemoReset({ onClose }: { onClose: () => void }): ReactElement {
  const reset = useSnapshotCommand("demo_reset");
  return (
    <Confirm
      onClose={onClose}
      title="Reset the demo state?"
      act={reset.busy ? "Resetting…" : "Reset the demo state"}
      busy={reset.busy}
      onAct={async () => {
        if (await reset.run({})) {
          onClose();
        }
      }}
    >
      <p>The six made-up licences go back to how they were at the beginning, and are loaded anew.</p>
      <p>Licences of your own that are connected, and what the state holds, are not touched.</p>
      {reset.error ? <ErrorNotice error={reset.error} /> : null}
    </Confirm>
  );
}
