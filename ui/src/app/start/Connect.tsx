import { type ReactElement, useState } from "react";
import { useQuestion, useSnapshotCommand } from "../../base/desk-commands";
import type { AccountCheck, License } from "../../platform";
import { ChooseLicenses } from "./ChooseLicenses";
import { KeysForm } from "./KeysForm";
import { blankKeys, trimmed } from "./keys";

/**
 * Connects an account in two steps: keys, checked with the state, then licenses. What was typed stays through every
 * failure and on the way back.
 */
export function Connect({
  begin,
  wanted,
  onDone,
  onBack,
}: {
  /** Where the account is, when it is known and only its keys are asked for. */
  begin?: Pick<AccountCheck, "state" | "environment">;
  /** The licenses ticked to begin with; without it, all. */
  wanted?: readonly string[];
  onDone: () => void;
  onBack: () => void;
}): ReactElement {
  const [keys, setKeys] = useState(() => blankKeys(begin));
  const [found, setFound] = useState<License[] | null>(null);
  const check = useQuestion("account_check");
  const connect = useSnapshotCommand("account_connect");

  if (found) {
    return (
      <ChooseLicenses
        licenses={found}
        wanted={wanted}
        busy={connect.busy}
        error={connect.error}
        onBack={() => {
          connect.forget();
          setFound(null);
        }}
        onChosen={async (licenses) => {
          if (await connect.run({ keys: trimmed(keys), licenses })) {
            onDone();
          }
        }}
      />
    );
  }
  return (
    <KeysForm
      keys={keys}
      asks={begin ? "again" : "all"}
      busy={check.busy}
      refused={check.error}
      onChange={setKeys}
      onSubmit={async () => setFound((await check.run(trimmed(keys)))?.licenses ?? null)}
      onBack={onBack}
    />
  );
}
