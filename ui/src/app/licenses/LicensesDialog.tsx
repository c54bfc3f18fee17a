import { type ReactElement, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useSnapshotCommand } from "../../base/desk-commands";
import { useDialogs } from "../../base/dialogs-state";
import { accountName, hostOf } from "../../base/words";
import { Button, Dialog, EnterKeysButton, ErrorNotice, Notice } from "../../parts";
import type { Account, LicenseNumber } from "../../platform";
import { say } from "../../words";
import { AccountKeys } from "./AccountKeys";
import { AccountTitle } from "./AccountTitle";
import { LicenseTicks } from "./LicenseTicks";

/** Accounts and which of their licenses are loaded. */
export function LicensesDialog({
  changed,
  onClose,
}: {
  /** The account whose keys were just changed. */
  changed?: string | undefined;
  onClose: () => void;
}): ReactElement {
  const { accounts } = useSnapshot();
  const { open } = useDialogs();
  return (
    <Dialog
      open
      onClose={onClose}
      title={say("licenses-title")}
      lead={say("licenses-lead")}
      actions={
        <>
          <Button icon="plus" onClick={() => open({ is: "connect" })}>
            {say("licenses-connect-another")}
          </Button>
          {/* Main is what a change in here asks for: to save it. */}
          <Button onClick={onClose}>{say("common-close")}</Button>
        </>
      }
    >
      {accounts.map((account) => (
        <AccountSection key={account.id} account={account} changed={account.id === changed} />
      ))}
    </Dialog>
  );
}

function AccountSection({ account, changed }: { account: Account; changed: boolean }): ReactElement {
  const { open } = useDialogs();
  const { accounts, keychain } = useSnapshot();
  const choose = useSnapshotCommand("licenses_choose");
  const loaded = account.licenses.filter((license) => license.chosen).map((license) => license.number);
  const [ticked, setTicked] = useState<LicenseNumber[]>(loaded);
  const differs = ticked.length !== loaded.length || ticked.some((number) => !loaded.includes(number));
  const removed = loaded.filter((number) => !ticked.includes(number)).length;
  return (
    <section className="account" aria-label={accountName(account, accounts)}>
      <header className="account-head">
        <AccountTitle account={account} />
        <Button look="quiet" icon="trash" onClick={() => open({ is: "remove", account })}>
          {say("licenses-remove")}
        </Button>
      </header>
      <p className="quiet">
        {account.environment === "demo" ? say("licenses-on-this-computer") : hostOf(account.state, account.environment)}
      </p>
      {account.shut ? <ErrorNotice error={account.shut} actions={<EnterKeysButton account={account} />} /> : null}
      {account.has_keys || account.shut ? null : (
        <Notice tone="warn" title={say("licenses-no-keys")} actions={<EnterKeysButton account={account} />}>
          <p>{say(keychain === "session_only" ? "licenses-no-keys-session" : "licenses-no-keys-meaning")}</p>
        </Notice>
      )}
      {account.has_keys && account.environment !== "demo" ? <AccountKeys account={account} changed={changed} /> : null}
      <LicenseTicks licenses={account.licenses} ticked={ticked} onChange={setTicked} />
      {choose.error ? <ErrorNotice error={choose.error} /> : null}
      {differs ? (
        <div className="account-save">
          <p className="quiet" role="status">
            {say(
              ticked.length === 0 ? "licenses-choose-or-remove" : removed > 0 ? "licenses-unchecked" : "licenses-added",
            )}
          </p>
          <Button onClick={() => setTicked(loaded)}>{say("licenses-undo")}</Button>
          <Button
            look="main"
            disabled={choose.busy || ticked.length === 0}
            onClick={() => void choose.run({ account: account.id, licenses: ticked })}
          >
            {say(choose.busy ? "licenses-saving" : "licenses-save")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
