import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import { useDialogs } from "../../base/dialogs-state";
import { useFrame } from "../../base/frame-state";
import { listed } from "../../base/words";
import { Button, Icon } from "../../parts";
import type { Account, License } from "../../platform";
import { say } from "../../words";

/** Which of the licenses shown are made up: those of the demo's account. */
export function demoOf(shown: readonly License[], accounts: readonly Account[]): License[] {
  const demo = new Set(
    accounts
      .filter((account) => account.environment === "demo")
      .flatMap((account) => account.licenses.map((license) => license.number)),
  );
  return shown.filter((license) => demo.has(license.number));
}

/** One quiet line while licenses of the demo are in sight: that nothing here is real, and the ways on from it. */
export function DemoRibbon(): ReactElement | null {
  const { accounts } = useSnapshot();
  const { shown } = useFrame();
  const { open } = useDialogs();
  const demo = demoOf(shown, accounts);
  if (demo.length === 0) {
    return null;
  }
  const words =
    demo.length === shown.length
      ? say("frame-demo")
      : say("frame-demo-part", { licenses: listed(demo.map((license) => license.name || license.number)) });
  const own = accounts.some((account) => account.environment !== "demo");
  return (
    <section className="ribbon" aria-label={say("licenses-demo")}>
      <Icon name="play" size={14} />
      <p className="ribbon-words" title={words}>
        {words}
      </p>
      <Button look="quiet" onClick={() => open({ is: "demo_reset" })}>
        {say("frame-demo-reset")}
      </Button>
      {own ? null : (
        <Button look="quiet" onClick={() => open({ is: "connect" })}>
          {say("frame-demo-connect")}
        </Button>
      )}
    </section>
  );
}
