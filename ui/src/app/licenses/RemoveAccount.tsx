import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import { useSnapshotCommand } from "../../base/desk-commands";
import { accountName } from "../../base/words";
import { Confirm, ErrorNotice } from "../../parts";
import type { Account } from "../../platform";
import { say } from "../../words";

/** The question before an account is removed. */
export function RemoveAccount({
  account,
  onDone,
  onKeep,
}: {
  account: Account;
  onDone: () => void;
  onKeep: () => void;
}): ReactElement {
  const { accounts } = useSnapshot();
  const remove = useSnapshotCommand("account_remove");
  const loaded = account.licenses.filter((license) => license.chosen).length;
  return (
    <Confirm
      onClose={onKeep}
      title={say("licenses-remove-title", { account: accountName(account, accounts) })}
      act={say(remove.busy ? "licenses-removing" : "licenses-remove-act")}
      busy={remove.busy}
      onAct={async () => {
        if (await remove.run({ account: account.id })) {
          onDone();
        }
      }}
    >
      <p>{say("licenses-remove-meaning", { count: loaded })}</p>
      <p>{say("licenses-remove-state")}</p>
      {remove.error ? <ErrorNotice error={remove.error} /> : null}
    </Confirm>
  );
}
