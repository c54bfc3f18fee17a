import { type ReactElement, useState } from "react";
import { Button, Dialog, ErrorNotice, Notice } from "../../parts";
import type { Account, LicenceNumber } from "../../platform";
import { useSnapshot } from "../desk";
import { useSnapshotCommand } from "../desk-commands";
import { useDialogs } from "../frame/dialogs-state";
import { accountName, hostOf } from "../words";
import { EnterKeysButton } from "./EnterKeysButton";
import { LicenceTicks } from "./LicenceTicks";

/** Accounts and which of their licences are loaded. */
export function LicencesDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { accounts } = useSnapshot();
  const { open } = useDialogs();
  return (
    <Dialog
      open
      onClose={onClose}
      title="Accounts and licences"
      lead="Licences that are ticked are loaded and kept up to date on this computer."
      actions={
        <>
          <Button icon="plus" onClick={() => open({ is: "connect" })}>
            Connect another account
          </Button>
          <Button look="main" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {accounts.map((account) => (
        <AccountSection key={account.id} account={account} />
      ))}
    </Dialog>
  );
}

function AccountSection({ account }: { account: Account }): ReactElement {
  const { open } = useDialogs();
  const { accounts, keychain } = useSnapshot();
  const choose = useSnapshotCommand("licences_choose");
  const loaded = account.licences.filter((licence) => licence.chosen).map((licence) => licence.number);
  const [ticked, setTicked] = useState<LicenceNumber[]>(loaded);
  const differs = ticked.length !== loaded.length || ticked.some((number) => !loaded.includes(number));
  const removed = loaded.filter((number) => !ticked.includes(number)).length;
  return (
    <section className="account" aria-label={accountName(account, accounts)}>
      <header className="account-head">
        <h3>{accountName(account, accounts)}</h3>
        <span className="quiet">
          {account.environment === "demo" ? "on this computer" : hostOf(account.state, account.environment)}
        </span>
        <Button look="quiet" icon="trash" onClick={() => open({ is: "remove", account })}>
          Remove…
        </Button>
      </header>
      {account.shut ? <ErrorNotice error={account.shut} actions={<EnterKeysButton account={account} />} /> : null}
      {account.has_keys || account.shut ? null : (
        <Notice
          tone="warn"
          title="The keys of this account are not at hand"
          actions={<EnterKeysButton account={account} />}
        >
          <p>
            What was loaded stays readable; it is not kept up to date until the keys are entered
            {keychain === "session_only"
              ? ". This computer has no keychain, so they last until Trackside closes."
              : "."}
          </p>
        </Notice>
      )}
      <LicenceTicks licences={account.licences} ticked={ticked} onChange={setTicked} />
      {choose.error ? <ErrorNotice error={choose.error} /> : null}
      {differs ? (
        <div className="account-save">
          <p className="quiet" role="status">
            {ticked.length === 0
              ? "Choose at least one licence, or remove the account."
              : removed > 0
                ? "Licences without a tick are no longer kept up to date. The state is not touched."
                : "The licences added are loaded now, newest records first."}
          </p>
          <Button onClick={() => setTicked(loaded)}>Undo</Button>
          <Button
            look="main"
            disabled={choose.busy || ticked.length === 0}
            onClick={() => void choose.run({ account: account.id, licences: ticked })}
          >
            {choose.busy ? "Saving…" : "Save"}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
