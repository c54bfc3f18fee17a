import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { Button, ErrorNotice, Later, Notice, Progress, SecretField } from "../../parts";
import type { AccountCheck, DeskFailure } from "../../platform";
import { nodes, say } from "../../words";
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
  const isMissing = (value: string) => tried && !value.trim();

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
        <Notice tone="warn" title={say("start-no-keychain")}>
          <p>{say("start-no-keychain-meaning")}</p>
        </Notice>
      ) : null}
      {refused ? (
        <div ref={notice}>
          <ErrorNotice error={refused} />
        </div>
      ) : null}
      <WhichSystem keys={keys} fixed={fixed} onChange={onChange} />
      <SecretField
        label={say("start-software-key")}
        showLabel={say("start-software-key-show")}
        hideLabel={say("start-software-key-hide")}
        autoFocus
        name="software_key"
        hint={say("start-software-key-hint")}
        problem={isMissing(keys.software_key) ? say("start-software-key-missing") : undefined}
        value={keys.software_key}
        onChange={(event) => onChange({ ...keys, software_key: event.target.value })}
      />
      <SecretField
        label={say("start-user-key")}
        showLabel={say("start-user-key-show")}
        hideLabel={say("start-user-key-hide")}
        name="user_key"
        hint={say("start-user-key-hint")}
        problem={isMissing(keys.user_key) ? say("start-user-key-missing") : undefined}
        value={keys.user_key}
        onChange={(event) => onChange({ ...keys, user_key: event.target.value })}
      />
      {keychain === "system" ? <p className="quiet">{say("start-keychain")}</p> : null}
      <div className="form-actions">
        <Button onClick={onBack}>{say("start-back")}</Button>
        <Button look="main" type="submit" disabled={checking}>
          {say(checking ? "start-checking-keys-now" : "start-check-keys")}
        </Button>
      </div>
      {/* Below the buttons: above them it would push them from under the pointer. */}
      {checking ? (
        <Later>
          <div role="status" className="form-progress">
            <Progress label={say("start-checking-keys")} done={0} total={null} />
            <p>
              {say("start-asking", {
                host: hostOf(keys.state, keys.environment === "sandbox" ? "sandbox" : "production"),
              })}
            </p>
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
    { value: "production", words: say("start-production"), meaning: say("start-production-meaning") },
    { value: "sandbox", words: say("start-sandbox"), meaning: say("start-sandbox-meaning") },
  ] as const;
  const here = systems.find((system) => system.value === keys.environment) ?? systems[0];
  return (
    <div className="system">
      <p>
        <span className="field-label">{say("start-state")}</span> {stateName(keys.state)}
      </p>
      {fixed ? (
        <p>
          <span className="field-label">{say("start-system")}</span> {here.words}
        </p>
      ) : (
        <fieldset className="options">
          <legend className="field-label">{say("start-system")}</legend>
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
        {nodes("start-address", {
          address: <span className="mono">{`https://${hostOf(keys.state, here.value)}`}</span>,
        })}
      </p>
    </div>
  );
}
