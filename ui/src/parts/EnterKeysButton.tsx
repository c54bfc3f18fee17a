import type { ReactElement } from "react";
import { useSnapshotCommand } from "../base/desk-commands";
import { useDialogs } from "../base/dialogs-state";
import type { Account } from "../platform";
import { say } from "../words";
import { Button } from "./Button";

/**
 * The way to keys that work: those of an account which has some are changed, those of one that has none are asked for
 * again; where they are kept and could not be had, what keeps them is asked instead.
 */
export function EnterKeysButton({ account }: { account: Account }): ReactElement {
  const { open } = useDialogs();
  if (account.shut) {
    return <TryKeysButton account={account} />;
  }
  return (
    <Button icon="key" onClick={() => open({ is: account.has_keys ? "account_keys" : "connect", account })}>
      {say(account.has_keys ? "licenses-change-keys" : "licenses-enter-keys")}
    </Button>
  );
}

/** Tries once more to have an account's keys. That it was refused again is heard; why stands in the words beside. */
function TryKeysButton({ account }: { account: Account }): ReactElement {
  const again = useSnapshotCommand("account_again");
  return (
    <>
      <Button icon="refresh" disabled={again.busy} onClick={() => void again.run({ account: account.id })}>
        {say(again.busy ? "licenses-trying" : "common-try-again")}
      </Button>
      <span className="quiet" role="status">
        {again.error && !again.busy ? say("licenses-refused-again") : ""}
      </span>
    </>
  );
}
