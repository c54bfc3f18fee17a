import type { ReactElement } from "react";
import { ActionDialog } from "../../actions/ActionDialog";
import { useSnapshot } from "../../base/desk";
import { type FrameDialog, useDialogs } from "../../base/dialogs-state";
import { accountName } from "../../base/words";
import { AuditDialog } from "../../outbox/AuditDialog";
import { Dialog } from "../../parts";
import { say } from "../../words";
import { ChangeKeys } from "../licenses/ChangeKeys";
import { LicensesDialog } from "../licenses/LicensesDialog";
import { RemoveAccount } from "../licenses/RemoveAccount";
import { Connect } from "../start/Connect";
import { About } from "../support/About";
import { AddressDialog } from "../support/AddressDialog";
import { KeysSheet } from "../support/KeysSheet";
import { ConfirmDemoReset } from "../sync/DemoReset";
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
    case "licenses":
      return <LicensesDialog changed={dialog.changed} onClose={close} />;
    case "connect":
      return (
        <Dialog
          open
          onClose={close}
          title={
            dialog.account
              ? say("start-keys-title", { account: accountName(dialog.account, accounts) })
              : say("licenses-connect-another")
          }
          lead={say(dialog.account ? "start-keys-lead" : "start-connect-lead")}
        >
          <Connect
            {...(dialog.account ? again(dialog.account) : {})}
            onDone={close}
            onBack={() => (dialog.account ? close() : open({ is: "licenses" }))}
          />
        </Dialog>
      );
    case "account_keys":
      return (
        <Dialog
          open
          onClose={close}
          title={say("start-keys-title", { account: accountName(dialog.account, accounts) })}
          lead={say("start-keys-change-lead")}
        >
          <ChangeKeys
            account={dialog.account}
            onDone={() => open({ is: "licenses", changed: dialog.account.id })}
            onBack={() => open({ is: "licenses" })}
          />
        </Dialog>
      );
    case "remove":
      return <RemoveAccount account={dialog.account} onDone={close} onKeep={() => open({ is: "licenses" })} />;
    case "demo_reset":
      return <ConfirmDemoReset onClose={close} />;
    case "action":
      return <ActionDialog start={dialog.start} onClose={close} />;
    case "audit_export":
      return <AuditDialog onClose={close} />;
    case "address":
      return <AddressDialog page={dialog.page} error={dialog.error} onClose={close} />;
  }
}

/** What is known of an account whose keys are asked for again. */
function again(account: Extract<FrameDialog, { is: "remove" }>["account"]) {
  return {
    begin: { state: account.state, environment: account.environment },
    wanted: account.licenses.filter((license) => license.chosen).map((license) => license.number),
  };
}
