import "./first-load.css";
import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import { useSyncCommand } from "../../base/desk-commands";
import { clock, leftWords, useNow } from "../../base/time";
import { Button, CollectionLines, Icon } from "../../parts";
import type { LicenseSync } from "../../platform";
import { say } from "../../words";

/** The first load, where the grid is still empty: what is read, how far, how long, and a way to stop. */
export function FirstLoad({ entries }: { entries: LicenseSync[] }): ReactElement {
  const { sync, accounts } = useSnapshot();
  const cancel = useSyncCommand("sync_cancel");
  const now = useNow();
  const nameOf = (number: string) =>
    accounts.flatMap((account) => account.licenses).find((license) => license.number === number)?.name || number;
  const waiting = sync.headline.is === "waiting" ? sync.headline.until : null;
  return (
    <section className="first-load" aria-label={say("sync-first-load")}>
      <h2 className="reason-title">{say("sync-first-load-title")}</h2>
      <p className="quiet">{say("sync-first-load-order")}</p>
      {/* Above what comes and goes, so that it stays where it is. */}
      <div className="first-load-stop">
        <span className="quiet">{sync.seconds_left !== null ? leftWords(sync.seconds_left) : ""}</span>
        <Button icon="close" disabled={cancel.busy} onClick={() => void cancel.run({})}>
          {say("sync-first-load-stop")}
        </Button>
      </div>
      {waiting ? (
        <p>
          <Icon name="clock" /> {say("sync-first-load-pause", { time: clock(waiting, now) })}
        </p>
      ) : null}
      {entries.map((entry) => (
        <div key={entry.license} className="first-load-license">
          {entries.length > 1 ? <h3>{nameOf(entry.license)}</h3> : null}
          <CollectionLines collections={entry.collections} />
        </div>
      ))}
    </section>
  );
}
