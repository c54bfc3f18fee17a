import { type ReactElement, useState } from "react";
import { useCommands } from "../../base/commands";
import { Button, ErrorNotice, SavedCorner, useSaving } from "../../parts";
import { call, type DeskFailure, type TransferFind } from "../../platform";
import { say } from "../../words";

/** The state's manifest as PDF: opened in the system's viewer, or saved. */
export function Manifest({ find }: { find: TransferFind }): ReactElement {
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const saving = useSaving(setFailure);
  const { busy } = saving;
  const make = (open: boolean) =>
    saving.save(async (request_id) => {
      const { file } = await call("manifest_save", { request_id, transfer: find, open });
      // What is open in front of a person needs no way to it.
      return { file: open ? null : file };
    });
  useCommands({ manifest: { act: () => make(true) } });
  return (
    <>
      <Button icon="file" disabled={busy} onClick={() => make(true)}>
        {say("transfers-manifest-open")}
      </Button>
      <Button icon="download" disabled={busy} onClick={() => make(false)}>
        {say("transfers-manifest-save")}
      </Button>
      <SavedCorner saving={saving} />
      {failure ? <ErrorNotice error={failure} /> : null}
    </>
  );
}
