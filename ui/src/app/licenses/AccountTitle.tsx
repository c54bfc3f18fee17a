import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useSnapshotCommand } from "../../base/desk-commands";
import { accountName, systemName } from "../../base/words";
import { Button, ErrorNotice, IconButton } from "../../parts";
import type { Account } from "../../platform";
import { say } from "../../words";

/** As long as a name may be that still fits where accounts are named. */
const LONGEST = 60;

/** What an account is called, with the way to call it otherwise, in the same place. The demo is always called so. */
export function AccountTitle({ account }: { account: Account }): ReactElement {
  const { accounts } = useSnapshot();
  const [renaming, setRenaming] = useState(false);
  // The pencil that had the focus is there anew.
  const [renamed, setRenamed] = useState(false);
  const called = accountName(account, accounts);
  if (renaming) {
    return (
      <Rename
        account={account}
        onEnd={() => {
          setRenaming(false);
          setRenamed(true);
        }}
      />
    );
  }
  return (
    <div className="account-title">
      <h3>{called}</h3>
      {account.environment === "demo" ? null : (
        <IconButton
          icon="edit"
          label={say("licenses-rename", { account: called })}
          autoFocus={renamed}
          onClick={() => setRenaming(true)}
        />
      )}
    </div>
  );
}

function Rename({ account, onEnd }: { account: Account; onEnd: () => void }): ReactElement {
  const rename = useSnapshotCommand("account_name");
  const [name, setName] = useState(account.name);
  const field = useRef<HTMLInputElement>(null);
  // Selected whole: it is written anew more often than it is mended.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === account.name || (await rename.run({ account: account.id, name: wanted }))) {
      onEnd();
    }
  }

  return (
    <form
      className="account-title"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          // The name alone is given up, not the dialog.
          event.stopPropagation();
          onEnd();
        }
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={say("licenses-account-name")}
        placeholder={systemName(account)}
        maxLength={LONGEST}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="main" aria-disabled={rename.busy}>
        {say(rename.busy ? "licenses-saving" : "licenses-save")}
      </Button>
      <Button onClick={onEnd}>{say("common-cancel")}</Button>
      {rename.error ? <ErrorNotice error={rename.error} /> : null}
    </form>
  );
}
