import type { ReactElement } from "react";
import type { Page } from "../../base/dialogs-state";
import { CopyButton, Details, Dialog } from "../../parts";
import type { DeskError } from "../../platform";
import { say } from "../../words";

/** A page that could not be opened in the browser: its address, to copy. */
export function AddressDialog({
  page: { title, address },
  error,
  onClose,
}: {
  page: Page;
  error: DeskError;
  onClose: () => void;
}): ReactElement {
  return (
    <Dialog open onClose={onClose} title={say(title)} lead={say("frame-address-lead")}>
      <div className="address">
        <span className="mono">{address}</span>
        <CopyButton text={address} label={say("frame-address-copy")} words={say("frame-address-copy")} />
      </div>
      <Details text={error.details || error.message} />
    </Dialog>
  );
}
