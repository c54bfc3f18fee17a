import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { Button, ErrorNotice, Later, Notice, Progress, SecretField } from "../../parts";
import type { AccountCheck, DeskFailure } from "../../platform";
import { useSnapshot } from "../desk";
import { hostOf, stateName } from "../words";

/** Which state, which of its systems, and the two keys. */
export function KeysForm({
  keys,
  fixed,
  checking,
  refused,
  onChange,
  onCheck,
  onBack,
}: {
  keys: AccountCheck;
  /** The account is known: only its keys are asked for. */
  fixed: boolean;
  checking: boolean;
  refused: DeskFailure | null;
  onChange: (keys: AccountCheck) => void;
  onCheck: () => void;
  onBack: () => void;
}): ReactElement {
  const { keychain } = useSnapshot();
  const [tried, setTried] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const missing = (value: string, name: string) => (tried && !value.trim() ? `Enter the ${name}.` : undefined);

  useEffect(() => {
    if (refused) {
      notice.current?.scrollIntoView({ block: "nearest" });
    }
  }, [refused]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (keys.software_key.trim() && keys.user_key.trim()) {
      onCheck();
    } else {
      const empty = keys.software_key.trim() ? "user_key" : "software_key";
      form.current?.querySelector<HTMLInputElement>(`input[name="${empty}"]`)?.focus();
    }
  }

  return (
    <form className="form" onSubmit={submit} ref={form} noValidate>
      {keychain === "session_only" ? (
        <Notice tone="warn" title="This computer has no keychain that Trackside can use">
          <p>
            Your keys will be kept in memory only and last until Trackside closes. What it has loaded stays; next time
            you enter the keys again.
          </p>
        </Notice>
      ) : null}
      {refused ? (
        <div ref={notice}>
          <ErrorNotice error={refused} />
        </div>
      ) : null}
      <WhichSystem keys={keys} fixed={fixed} onChange={onChange} />
      <SecretField
        label="Software key"
        autoFocus
        name="software_key"
        hint="Comes from your software provider. The state also calls it the vendor or integrator key."
        problem={missing(keys.software_key, "software key")}
        value={keys.software_key}
        onChange={(event) => onChange({ ...keys, software_key: event.target.value })}
      />
      <SecretField
        label="User key"
        name="user_key"
        hint="You make it on the state’s site: your name at the top right, then API Keys."
        problem={missing(keys.user_key, "user key")}
        value={keys.user_key}
        onChange={(event) => onChange({ ...keys, user_key: event.target.value })}
      />
      {keychain === "system" ? (
        <p className="quiet">The keys are kept in this computer’s keychain, nowhere else.</p>
      ) : null}
      <div className="form-actions">
        <Button onClick={onBack}>Back</Button>
        <Button look="main" type="submit" disabled={checking}>
          {checking ? "Checking the keys…" : "Check the keys"}
        </Button>
      </div>
      {/* Below the buttons: above them it would push them from under the pointer. */}
      {checking ? (
        <Later>
          <div role="status" className="form-progress">
            <Progress label="Checking the keys" done={0} total={null} />
            <p>Asking {hostOf(keys.state, keys.environment === "sandbox" ? "sandbox" : "production")}…</p>
          </div>
        </Later>
      ) : null}
    </form>
  );
}

/** State and system. One state is served so far: it is said, not asked. */
function WhichSystem({
  keys,
  fixed,
  onChange,
}: {
  keys: AccountCheck;
  fixed: boolean;
  onChange: (keys: AccountCheck) => void;
}): ReactElement {
  const systems = [
    { value: "production", words: "Production", meaning: "the real books of your licence" },
    { value: "sandbox", words: "Sandbox", meaning: "the state’s test system" },
  ] as const;
  const here = systems.find((system) => system.value === keys.environment) ?? systems[0];
  return (
    <div className="system">
      <p>
        <span className="field-label">State</span> {stateName(keys.state)}
      </p>
      {fixed ? (
        <p>
          <span className="field-label">System</span> {here.words}
        </p>
      ) : (
        <fieldset className="options">
          <legend className="field-label">System</legend>
          {systems.map((system) => (
            <label key={system.value} className="option">
              <input
                type="radio"
                name="environment"
                className="check"
                checked={keys.environment === system.value}
                onChange={() => onChange({ ...keys, environment: system.value })}
              />
              <span>
                {system.words} <span className="quiet">{system.meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="quiet">
        Address: <span className="mono">https://{hostOf(keys.state, here.value)}</span>
      </p>
    </div>
  );
}
