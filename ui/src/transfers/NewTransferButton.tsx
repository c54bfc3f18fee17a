import { type ReactElement, useRef, useState } from "react";
import { useCommands } from "../app/frame/commands";
import { useFrame } from "../app/frame/frame-state";
import { Button } from "../parts";
import { type ActionTarget, asDeskFailure, type LicenseNumber } from "../platform";
import { say } from "../words";
import { useNewTransferWith } from "./new-transfer";

/** The licenses whose packages a target names; of a view, those that it shows. */
export function sendersOf(target: ActionTarget, shown: readonly LicenseNumber[]): LicenseNumber[] {
  return target.target === "view" ? [...shown] : [...new Set(target.packages.map((each) => each.license))];
}

/** "New transfer with these": for the selection of the packages grid. A transfer has one sender. */
export function NewTransferButton({
  target,
  shown,
  onMade,
}: {
  target: ActionTarget;
  /** The licenses that the grid shows. */
  shown: readonly LicenseNumber[];
  onMade: () => void;
}): ReactElement {
  const { tell } = useFrame();
  const begin = useNewTransferWith();
  const [busy, setBusy] = useState(false);
  // Two presses may come before the page is drawn again.
  const going = useRef(false);
  const [sender, ...more] = sendersOf(target, shown);
  const one = sender !== undefined && more.length === 0;
  const make = () => {
    if (!one || going.current) {
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
  useCommands({ transfer_with: one ? { act: make } : say("palette-one-sender") });
  return (
    <Button
      className="grid-small"
      icon="truck"
      disabled={busy || !one}
      title={say(one ? "transfers-new-with" : "transfers-new-one-sender")}
      onClick={make}
    >
      {say("transfers-new")}
    </Button>
  );
}
