import type { ReactElement } from "react";
import { CopyButton, Details, Dialog } from "../../parts";
import type { DeskError, Link } from "../../platform";
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
    <Dialog open onClose={onClose} title={title} lead="No browser could be opened. Copy the address into one.">
      <div className="address">
        <span className="mono">{address}</span>
        <CopyButton text={address} label="Copy the address" words="Copy the address" />
      </div>
      <Details text={error.details || error.message} />
    </Dialog>
  );
}
