import { type ReactElement, useState } from "react";
import { useSnapshotCommand } from "../../base/desk-commands";
import type { Account } from "../../platform";
import { KeysForm } from "../start/KeysForm";
import { blankKeys, trimmed } from "../start/keys";

/** Other keys for an account, mostly a new user key. Where the state refuses them, what was typed stays. */
export function ChangeKeys({
  account,
  onDone,
  onBack,
}: {
  account: Account;
  onDone: () => void;
  onBack: () => void;
}): ReactElement {
  const [keys, setKeys] = useState(() => blankKeys(account));
  const change = useSnapshotCommand("account_keys");
  return (
    <KeysForm
      keys={keys}
      asks="change"
      busy={change.busy}
      refused={change.error}
      onChange={setKeys}
      onSubmit={async () => {
        const { software_key, user_key } = trimmed(keys);
        if (await change.run({ account: account.id, software_key, user_key })) {
          onDone();
        }
      }}
      onBack={onBack}
    />
  );
}
