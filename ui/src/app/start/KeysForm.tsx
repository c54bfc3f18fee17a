import "./keys.css";
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { hostOf, stateName } from "../../base/words";
import { Button, ErrorNotice, Later, Notice, Progress, SecretField } from "../../parts";
import type { AccountCheck, DeskFailure } from "../../platform";
import { nodes, say } from "../../words";
import { SoftwareKeySource, UserKeySource } from "./KeySource";

/**
 * Which state, which of its systems, and the two keys. `asks`: for all of it; for both keys `again`, where the account is
 * known; or for the keys that `change`, where one left empty stays as it is.
 */
export function KeysForm({
  keys,
  asks,
  busy,
  refused,
  onChange,
  onSubmit,
  onBack,
}: {
  keys: AccountCheck;
  asks: "all" | "again" | "change";
  busy: boolean;
  refused: DeskFailure | null;
  onChange: (keys: AccountCheck) => void;
  onSubmit: () => void;
  onBack: () => void;
}): ReactElement {
  const { keychain } = useSnapshot();
  const [tried, setTried] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const changes = asks === "change";
  const typed = { software: keys.software_key.trim() !== "", user: keys.user_key.trim() !== "" };
  const missing = {
    software: !changes && !typed.software,
    user: changes ? !(typed.software || typed.user) : !typed.user,
  };
  const stays = changes ? { placeholder: say("start-key-stays") } : {};

  useEffect(() => {
    if (refused) {
      notice.current?.scrollIntoView({ block: "nearest" });
    }
  }, [refused]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (missing.software || missing.user) {
      const empty = missing.software ? "software_key" : "user_key";
      form.current?.querySelector<HTMLInputElement>(`input[name="${empty}"]`)?.focus();
    } else {
      onSubmit();
    }
  }

  return (
    <form className="form" onSubmit={submit} ref={form} noValidate>
      {keychain === "session_only" ? (
        <Notice tone="warn" title={say("start-no-keychain")}>
          <p>{say("start-no-keychain-meaning")}</p>
        </Notice>
      ) : null}
      <WhichSystem keys={keys} fixed={asks !== "all"} onChange={onChange} />
      <div className="key">
        <SecretField
          label={say("start-software-key")}
          showLabel={say("start-software-key-show")}
          hideLabel={say("start-software-key-hide")}
          // The user key is the one that changes, as a rule.
          autoFocus={!changes}
          name="software_key"
          hint={say("start-software-key-hint")}
          problem={tried && missing.software ? say("start-software-key-missing") : undefined}
          value={keys.software_key}
          onChange={(event) => onChange({ ...keys, software_key: event.target.value })}
          {...stays}
        />
        <SoftwareKeySource />
      </div>
      <div className="key">
        <SecretField
          label={say("start-user-key")}
          showLabel={say("start-user-key-show")}
          hideLabel={say("start-user-key-hide")}
          autoFocus={changes}
          name="user_key"
          hint={say("start-user-key-hint")}
          problem={tried && missing.user ? say(changes ? "start-key-changed" : "start-user-key-missing") : undefined}
          value={keys.user_key}
          onChange={(event) => onChange({ ...keys, user_key: event.target.value })}
          {...stays}
        />
        <UserKeySource />
      </div>
      {keychain === "system" ? <p className="quiet">{say("start-keychain")}</p> : null}
      <div className="form-actions">
        <Button onClick={onBack}>{say("start-back")}</Button>
        <Button look="main" type="submit" disabled={busy}>
          {say(busy ? "start-checking-keys-now" : changes ? "start-change-keys" : "start-check-keys")}
        </Button>
      </div>
      {/* Both below the buttons: above them they would push fields and buttons from under the pointer. */}
      {refused && !busy ? (
        <div ref={notice} className="form-refused">
          <ErrorNotice error={refused} />
          {changes ? <p>{say("start-keys-unchanged")}</p> : null}
        </div>
      ) : null}
      {busy ? (
        <Later>
          <div role="status" className="form-progress">
            <Progress label={say("start-checking-keys")} done={0} total={null} />
            <p>{say("start-asking", { host: hostOf(keys.state, systemOf(keys)) })}</p>
          </div>
        </Later>
      ) : null}
    </form>
  );
}

/** Keys are for one of the state's own systems: the demo has none. */
function systemOf({ environment }: AccountCheck): "production" | "sandbox" {
  return environment === "sandbox" ? "sandbox" : "production";
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
