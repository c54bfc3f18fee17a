import { type ReactElement, useState } from "react";
import { type AccountCheck, call, DeskFailure, type License } from "../../platform";
import { useSnapshotCommand } from "../desk-commands";
import { ChooseLicenses } from "./ChooseLicenses";
import { KeysForm } from "./KeysForm";

/** Nothing typed yet. */
const BLANK: AccountCheck = { state: "CA", environment: "production", software_key: "", user_key: "" };

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
  const [keys, setKeys] = useState<AccountCheck>({ ...BLANK, ...begin });
  const [found, setFound] = useState<License[] | null>(null);
  const [checking, setChecking] = useState(false);
  const [refused, setRefused] = useState<DeskFailure | null>(null);
  const connect = useSnapshotCommand("account_connect");

  async function check() {
    setChecking(true);
    setRefused(null);
    try {
      const { licenses } = await call("account_check", trimmed(keys));
      setFound(licenses);
    } catch (thrown) {
      setRefused(thrown instanceof DeskFailure ? thrown : null);
    } finally {
      setChecking(false);
    }
  }

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
      fixed={begin !== undefined}
      checking={checking}
      refused={refused}
      onChange={setKeys}
      onCheck={() => void check()}
      onBack={onBack}
    />
  );
}

/** Keys as they are meant: a copied key often brings a space or a line end. */
function trimmed(keys: AccountCheck): AccountCheck {
  return { ...keys, software_key: keys.software_key.trim(), user_key: keys.user_key.trim() };
}
