import type { ReactElement, ReactNode } from "react";
import { Button, Reason } from "../../parts";
import type { Collection, Licence, LicenceSync } from "../../platform";
import { useSnapshot } from "../desk";
import { useSyncCommand } from "../desk-commands";
import { useFrame } from "../frame/frame-state";
import { EnterKeysButton } from "../licences/EnterKeysButton";
import { FirstLoad } from "./FirstLoad";
import { type EmptyReason, whyEmpty } from "./why-empty";

/**
 * What stands where a grid has no rows. `children` is the grid's own reason (nothing in this tab, nothing matches) and is
 * shown only when the licences were read whole, so that it is true.
 */
export function WhyEmpty({ collection, children }: { collection: Collection; children: ReactNode }): ReactNode {
  const { sync } = useSnapshot();
  const { shown } = useFrame();
  const entries = shown
    .map((licence) => sync.licences.find((entry) => entry.licence === licence.number))
    .filter((entry): entry is LicenceSync => entry !== undefined);
  const reason = whyEmpty(collection, entries, sync.headline);
  return reason.is === "read" ? children : <Because reason={reason} entries={entries} shown={shown} />;
}

function Because({
  reason,
  entries,
  shown,
}: {
  reason: Exclude<EmptyReason, { is: "read" }>;
  entries: LicenceSync[];
  shown: Licence[];
}): ReactElement {
  const { accounts } = useSnapshot();
  switch (reason.is) {
    case "loading":
      return <FirstLoad entries={entries} />;
    case "offline":
      return (
        <Reason icon="offline" title="No connection yet" actions={<TryAgain shown={shown} />}>
          <p>
            Nothing has been read from the state for {names(shown)} so far, so there is nothing to show without a
            connection. Trackside loads it by itself as soon as it can.
          </p>
          <p>Check the network cable or the wireless connection. Your keys are kept.</p>
        </Reason>
      );
    case "cancelled":
      return (
        <Reason
          icon="pause"
          title="The first load was stopped"
          actions={<TryAgain shown={shown} words="Go on loading" />}
        >
          <p>What was loaded until then is kept, and loading goes on from there.</p>
        </Reason>
      );
    case "not_permitted":
      return (
        <Reason icon="hand" title="These keys may not read this">
          <p>{reason.words}</p>
          <p>
            Ask whoever manages your licence’s users on the state’s site for the permission. Then make a new user key: a
            key keeps the permissions of the day it was made.
          </p>
        </Reason>
      );
    case "not_given":
      return (
        <Reason icon="warning" title="The state did not give this list" actions={<TryAgain shown={shown} />}>
          <p>{reason.words}</p>
        </Reason>
      );
    case "failed": {
      const account = accounts.find((each) => each.licences.some((one) => one.number === reason.entry.licence));
      return (
        <Reason
          icon="warning"
          title={reason.error.message}
          actions={
            account && (reason.error.code === "wrong_key" || !account.has_keys) ? (
              <EnterKeysButton account={account} />
            ) : (
              <TryAgain shown={shown} />
            )
          }
        >
          {reason.error.next ? <p>{reason.error.next}</p> : null}
        </Reason>
      );
    }
  }
}

function names(licences: Licence[]): string {
  return licences.map((licence) => licence.name || licence.number).join(", ");
}

function TryAgain({ shown, words = "Try now" }: { shown: Licence[]; words?: string }): ReactElement {
  const start = useSyncCommand("sync_start");
  return (
    <Button
      look="main"
      icon="sync"
      disabled={start.busy}
      onClick={() => void start.run({ licences: shown.map((licence) => licence.number) })}
    >
      {words}
    </Button>
  );
}
