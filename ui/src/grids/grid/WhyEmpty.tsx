import type { ReactElement, ReactNode } from "react";
import { useSnapshot } from "../../base/desk";
import { useSyncCommand } from "../../base/desk-commands";
import { useFrame } from "../../base/frame-state";
import { listed } from "../../base/words";
import { Button, EnterKeysButton, Reason } from "../../parts";
import type { Collection, License, LicenseSync } from "../../platform";
import { type LabelId, nodes, say, unbroken } from "../../words";
import { FirstLoad } from "./FirstLoad";
import { type EmptyReason, nothingYet, whyEmpty } from "./why-empty";

/** How the licenses shown stand. */
function useEntries(): LicenseSync[] {
  const { sync } = useSnapshot();
  const { shown } = useFrame();
  return shown
    .map((license) => sync.licenses.find((entry) => entry.license === license.number))
    .filter((entry): entry is LicenseSync => entry !== undefined);
}

/**
 * What stands where a grid is not drawn yet: of a first load that has nothing yet the load at once, so that nobody looks
 * at an empty page; else `children`.
 */
export function BeforeRows({ collection, children }: { collection: Collection; children: ReactNode }): ReactNode {
  const { headline } = useSnapshot().sync;
  const entries = useEntries();
  return headline.is !== "offline" && nothingYet(collection, entries) ? (
    <div className="grid-empty">
      <FirstLoad entries={entries} />
    </div>
  ) : (
    children
  );
}

/**
 * What stands where a grid has no rows. `children` is the grid's own reason (nothing in this tab, nothing matches) and is
 * shown only when the licenses were read whole, so that it is true.
 */
export function WhyEmpty({ collection, children }: { collection: Collection; children: ReactNode }): ReactNode {
  const { sync } = useSnapshot();
  const { shown } = useFrame();
  const entries = useEntries();
  const reason = whyEmpty(collection, entries, sync.headline);
  return reason.is === "read" ? children : <Because reason={reason} entries={entries} shown={shown} />;
}

function Because({
  reason,
  entries,
  shown,
}: {
  reason: Exclude<EmptyReason, { is: "read" }>;
  entries: LicenseSync[];
  shown: License[];
}): ReactElement {
  const { accounts } = useSnapshot();
  switch (reason.is) {
    case "loading":
      return <FirstLoad entries={entries} />;
    case "offline":
      return (
        <Reason icon="offline" title={say("sync-empty-offline")} actions={<TryAgain shown={shown} />}>
          <p>{nodes("sync-empty-offline-meaning", { licenses: names(shown) })}</p>
          <p>{say("sync-empty-offline-check")}</p>
        </Reason>
      );
    case "cancelled":
      return (
        <Reason
          icon="pause"
          title={say("sync-empty-stopped")}
          actions={<TryAgain shown={shown} words="sync-empty-resume" />}
        >
          <p>{say("sync-empty-stopped-meaning")}</p>
        </Reason>
      );
    case "not_permitted":
      return (
        <Reason icon="hand" title={say("sync-empty-not-permitted")}>
          <p>{unbroken(reason.words)}</p>
          <p>{say("sync-empty-not-permitted-meaning")}</p>
        </Reason>
      );
    case "not_given":
      return (
        <Reason icon="warning" title={say("sync-empty-not-given")} actions={<TryAgain shown={shown} />}>
          <p>{unbroken(reason.words)}</p>
        </Reason>
      );
    case "failed": {
      const account = accounts.find((each) => each.licenses.some((one) => one.number === reason.entry.license));
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
          {reason.error.next ? <p>{unbroken(reason.error.next)}</p> : null}
        </Reason>
      );
    }
  }
}

function names(licenses: License[]): string {
  return listed(licenses.map((license) => license.name || license.number));
}

function TryAgain({ shown, words = "sync-empty-try" }: { shown: License[]; words?: LabelId }): ReactElement {
  const start = useSyncCommand("sync_start");
  return (
    <Button
      look="main"
      icon="sync"
      disabled={start.busy}
      onClick={() => void start.run({ licenses: shown.map((license) => license.number) })}
    >
      {say(words)}
    </Button>
  );
}
