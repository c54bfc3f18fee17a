import type { ReactElement } from "react";
import { Confirm, ErrorNotice } from "../../parts";
import type { Account } from "../../platform";
import { useSnapshot } from "../desk";
import { useSnapshotCommand } from "../desk-commands";
import { accountName, counted } from "../words";

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
  const loaded = account.licences.filter((licence) => licence.chosen).length;
  return (
    <Confirm
      onClose={onKeep}
      title={`Remove ${accountName(account, accounts)} from this computer?`}
      act={remove.busy ? "Removing…" : "Remove from this computer"}
      busy={remove.busy}
      onAct={async () => {
        if (await remove.run({ account: account.id })) {
          onDone();
        }
      }}
    >
      <p>
        Trackside forgets its keys and removes the local copy of {counted(loaded, "licence")} from this computer. It
        takes a new first load to have it back.
      </p>
      <p>What the state holds is not touched.</p>
      {remove.error ? <ErrorNotice error={remove.error} /> : null}
    </Confirm>
  );
}
