import { type ReactElement, useRef, useState } from "react";
import { useBeginTransfer } from "../../base/begin-transfer";
import { useCommands } from "../../base/commands";
import { useFrame } from "../../base/frame-state";
import { Button } from "../../parts";
import { type ActionTarget, asDeskFailure, type LicenseNumber } from "../../platform";
import { say } from "../../words";

/** The licenses whose packages a target names; of a view, those that it shows. */
export function sendersOf(target: ActionTarget, shown: readonly LicenseNumber[]): LicenseNumber[] {
  return target.target === "view" ? [...shown] : [...new Set(target.packages.map((each) => each.license))];
}

/** A transfer that may begin with what is selected. */
export interface NewTransfer {
  make: () => void;
  /** Why it cannot. */
  why?: string;
  /** It is being made. */
  busy: boolean;
}

/** "New transfer with these": for the selection of the packages grid. A transfer has one sender. */
export function useNewTransfer(
  /** Absent where nothing is selected that could leave. */
  target: ActionTarget | undefined,
  /** The licenses that the grid shows. */
  shown: readonly LicenseNumber[],
  onMade: () => void,
): NewTransfer | null {
  const { tell } = useFrame();
  const begin = useBeginTransfer();
  const [busy, setBusy] = useState(false);
  // Two presses may come before the page is drawn again.
  const going = useRef(false);
  const [sender, ...more] = target ? sendersOf(target, shown) : [];
  const one = sender !== undefined && more.length === 0;
  const make = () => {
    if (!target || !one || going.current) {
      return;
    }
    going.current = true;
    setBusy(true);
    begin(target, sender)
      .then(() => {
        tell(null);
        onMade();
      })
      .catch((thrown) => tell(asDeskFailure(thrown)))
      .finally(() => {
        going.current = false;
        setBusy(false);
      });
  };
  if (!target) {
    return null;
  }
  return one ? { make, busy } : { make, busy, why: say("transfers-new-one-sender") };
}

/** Begins it from the line of what is selected, and from the palette. */
export function NewTransferButton({ transfer: { make, why, busy } }: { transfer: NewTransfer }): ReactElement {
  useCommands({ transfer_with: why === undefined ? { act: make } : say("palette-one-sender") });
  return (
    <Button
      size="small"
      icon="truck"
      disabled={busy || why !== undefined}
      title={why ?? say("transfers-new-with")}
      onClick={make}
    >
      {say("transfers-new")}
    </Button>
  );
}
