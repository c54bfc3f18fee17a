import type { ReactElement } from "react";
import { CopyButton, Details, Dialog } from "../../parts";
import type { DeskError, Link } from "../../platform";
import { say } from "../../words";
import { ADDRESSES } from "./links";

/** A page that could not be opened in the browser: its address, to copy. */
export function AddressDialog({
  link,
  error,
  onClose,
}: {
  link: Link;
  error: DeskError;
  onClose: () => void;
}): ReactElement {
  const { title, address } = ADDRESSES[link];
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
