import type { ReactElement } from "react";
import { Button } from "../../parts";
import type { Account } from "../../platform";
import { useDialogs } from "../frame/dialogs-state";

/** Asks for an account's keys again. */
export function EnterKeysButton({ account }: { account: Account }): ReactElement {
  const { open } = useDialogs();
  return (
    <Button icon="key" onClick={() => open({ is: "connect", account })}>
      Enter the keys again
    </Button>
  );
}
