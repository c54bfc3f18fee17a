import { type ReactElement, type ReactNode, useRef, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useQuestion } from "../../base/desk-commands";
import { useDialogs } from "../../base/dialogs-state";
import { hostOf, listed } from "../../base/words";
import { Button, ErrorNotice, Icon, Later } from "../../parts";
import type { Account, AccountTested } from "../../platform";
import { nodes, say } from "../../words";

/** The keys of an account: tried out here, or changed. `changed`: they were, a moment ago. */
export function AccountKeys({ account, changed }: { account: Account; changed: boolean }): ReactElement {
  const { open } = useDialogs();
  const test = useQuestion("account_test");
  const button = useRef<HTMLButtonElement>(null);
  const [tested, setTested] = useState<AccountTested | null>(null);
  return (
    <div className="account-keys">
      <div className="account-keys-acts">
        {/* It keeps the focus while it waits. */}
        <Button
          ref={button}
          icon="key"
          aria-disabled={test.busy}
          onClick={async () => {
            if (!test.busy) {
              setTested(null);
              setTested(await test.run({ account: account.id }));
            }
          }}
        >
          {say(test.busy ? "licenses-testing-keys" : "licenses-test-keys")}
        </Button>
        <Button icon="edit" onClick={() => open({ is: "account_keys", account })}>
          {say("licenses-change-keys")}
        </Button>
      </div>
      <div className="account-answer">
        <p role="status">
          {test.busy ? (
            <Later>
              {account.environment === "demo"
                ? null
                : say("start-asking", { host: hostOf(account.state, account.environment) })}
            </Later>
          ) : test.error ? null : (
            <Standing tested={tested} changed={changed} />
          )}
        </p>
        {test.error && !test.busy ? (
          <div className="account-refused">
            <ErrorNotice
              error={test.error}
              actions={
                <Button
                  onClick={() => {
                    test.forget();
                    button.current?.focus();
                  }}
                >
                  {say("common-ok")}
                </Button>
              }
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What is known of the keys: what a test told, else that they were changed, else where they are kept. */
function Standing({ tested, changed }: { tested: AccountTested | null; changed: boolean }): ReactNode {
  const { keychain } = useSnapshot();
  if (tested) {
    const count = tested.licenses.length;
    return tested.missing.length > 0 ? (
      <>
        <Icon name="warning" /> {nodes("licenses-keys-open-some", { count, missing: listed(tested.missing) })}
      </>
    ) : (
      <>
        <Icon name="check" /> {say("licenses-keys-open", { count })}
      </>
    );
  }
  return changed ? (
    <>
      <Icon name="check" /> {say("licenses-keys-changed")}
    </>
  ) : (
    <span className="quiet">{say(keychain === "system" ? "licenses-keys-kept" : "licenses-keys-session")}</span>
  );
}
