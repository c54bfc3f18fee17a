import { type ReactElement, useState } from "react";
import { useCommands } from "../../app/frame/commands";
import { Button, ErrorNotice } from "../../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId, type TransferFind } from "../../platform";
import { say } from "../../words";

/** The state's manifest as PDF: opened in the system's viewer, or saved. */
export function Manifest({ find }: { find: TransferFind }): ReactElement {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState("");
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const make = (open: boolean) => {
    setBusy(true);
    setFailure(null);
    call("manifest_save", { request_id: newRequestId(), transfer: find, open })
      .then(({ file }) => setSaved(file && !open ? say("transfers-saved", { file }) : ""))
      .catch((thrown) => {
        const error = asDeskFailure(thrown);
        if (error.code !== "cancelled") {
          setFailure(error);
        }
      })
      .finally(() => setBusy(false));
  };
  useCommands({ manifest: { act: () => make(true) } });
  return (
    <>
      <Button icon="file" disabled={busy} onClick={() => make(true)}>
        {say("transfers-manifest-open")}
      </Button>
      <Button icon="download" disabled={busy} onClick={() => make(false)}>
        {say("transfers-manifest-save")}
      </Button>
      <span className="quiet" role="status">
        {saved}
      </span>
      {failure ? <ErrorNotice error={failure} /> : null}
    </>
  );
}
