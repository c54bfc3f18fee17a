import type { ReactElement } from "react";
import { ActionDialog } from "../../actions/ActionDialog";
import { AuditDialog } from "../../outbox/AuditDialog";
import { Dialog } from "../../parts";
import { useSnapshot } from "../desk";
import { LicencesDialog } from "../licences/LicencesDialog";
import { RemoveAccount } from "../licences/RemoveAccount";
import { Connect } from "../start/Connect";
import { About } from "../support/About";
import { AddressDialog } from "../support/AddressDialog";
import { KeysSheet } from "../support/KeysSheet";
import { ConfirmDemoReset } from "../sync/DemoReset";
import { accountName } from "../words";
import { type FrameDialog, useDialogs } from "./dialogs-state";
import { Palette } from "./Palette";

/** The dialog that is open, if any. */
export function Dialogs(): ReactElement | null {
  const { dialog, open, close } = useDialogs();
  return dialog ? <Opened dialog={dialog} open={open} close={close} /> : null;
}

function Opened({
  dialog,
  open,
  close,
}: {
  dialog: FrameDialog;
  open: (dialog: FrameDialog) => void;
  close: () => void;
}): ReactElement {
  const { accounts } = useSnapshot();
  switch (dialog.is) {
    case "palette":
      return <Palette onClose={close} />;
    case "keys":
      return <KeysSheet onClose={close} />;
    case "about":
      return <About onClose={close} />;
    case "licences":
      return <LicencesDialog onClose={close} />;
    case "connect":
      return (
        <Dialog
          open
          onClose={close}
          title={dialog.account ? `Keys for ${accountName(dialog.account, accounts)}` : "Connect another account"}
          lead={
            dialog.account
              ? "What was loaded with these keys is still here. Enter them again to keep it up to date."
              : "The keys are checked with the state before they are kept."
          }
        >
          <Connect
            {...(dialog.account ? again(dialog.account) : {})}
            onDone={close}
            onBack={() => (dialog.account ? close() : open({ is: "licences" }))}
          />
        </Dialog>
      );
    case "remove":
      return <RemoveAccount account={dialog.account} onDone={close} onKeep={() => open({ is: "licences" })} />;
    case "demo_reset":
      return <ConfirmDemoReset onClose={close} />;
    case "action":
      return <ActionDialog start={dialog.start} onClose={close} />;
    case "audit_export":
      return <AuditDialog onClose={close} />;
    case "address":
      return <AddressDialog link={dialog.link} error={dialog.error} onClose={close} />;
  }
}

/** What is known of an account whose keys are asked for again. */
function again(account: Extract<FrameDialog, { is: "remove" }>["account"]) {
  return {
    begin: { state: account.state, environment: account.environment },
    wanted: account.licences.filter((licence) => licence.chosen).map((licence) => licence.number),
  };
}
