import { type ReactElement, useEffect, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useDialogs } from "../../base/dialogs-state";
import { useFrame } from "../../base/frame-state";
import { accountName, KINDS } from "../../base/words";
import { Button, EnterKeysButton, Icon, LicenseText, Popover } from "../../parts";
import type { License } from "../../platform";
import { say } from "../../words";
import { SwitcherLine } from "./SwitcherLine";

/** Which licenses are shown: one, or several side by side. */
export function LicenseSwitcher(): ReactElement {
  const { accounts } = useSnapshot();
  const { shown } = useFrame();
  const dialogs = useDialogs();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "l") {
        event.preventDefault();
        setOpen((before) => !before);
      }
    }
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);

  function manage(add: boolean) {
    setOpen(false);
    dialogs.open(add ? { is: "connect" } : { is: "licenses" });
  }

  return (
    <Popover
      label={say("licenses-licenses")}
      className="switcher-panel"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="switcher">
          <Shown shown={shown} />
          <Icon name="chevronDown" size={12} />
        </button>
      }
    >
      <p className="quiet">{say("licenses-switcher-how")}</p>
      {accounts.map((account) => (
        <section key={account.id} className="switcher-account" aria-label={accountName(account, accounts)}>
          <div className="switcher-head">
            <h2>{accountName(account, accounts)}</h2>
            {account.has_keys ? null : <EnterKeysButton account={account} />}
          </div>
          <ul>
            {account.licenses.map((license) => (
              <SwitcherLine key={license.number} license={license} account={account} onSwitch={() => setOpen(false)} />
            ))}
          </ul>
        </section>
      ))}
      <div className="switcher-foot">
        <Button look="quiet" icon="building" onClick={() => manage(false)}>
          {say("licenses-manage")}
        </Button>
        <Button look="quiet" icon="plus" onClick={() => manage(true)}>
          {say("licenses-connect-another-menu")}
        </Button>
      </div>
    </Popover>
  );
}

/** What the button says: the license, or how many of which. */
function Shown({ shown }: { shown: License[] }): ReactElement {
  const [first, ...others] = shown;
  if (!first) {
    return <span className="switcher-words">{say("licenses-none-loaded")}</span>;
  }
  if (others.length === 0) {
    return (
      <>
        <Icon name={KINDS[first.kind].icon} label={say(KINDS[first.kind].words)} />
        <span className="switcher-words">
          <strong>{first.name || first.number}</strong>{" "}
          <span className="quiet">
            <LicenseText number={first.number} />
          </span>
        </span>
      </>
    );
  }
  return (
    <>
      <Icon name="building" />
      <span className="switcher-words">
        <strong>{say("licenses-several", { count: shown.length })}</strong>{" "}
        <span className="quiet">{shown.map((license) => license.name || license.number).join(", ")}</span>
      </span>
    </>
  );
}
