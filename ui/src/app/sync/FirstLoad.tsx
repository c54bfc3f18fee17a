import type { ReactElement } from "react";
import { Button, Icon } from "../../parts";
import type { LicenceSync } from "../../platform";
import { useSnapshot } from "../desk";
import { useSyncCommand } from "../desk-commands";
import { clock, useNow } from "../time";
import { CollectionLines } from "./CollectionLines";
import { leftWords } from "./SyncPanel";

/** The first load, where the grid is still empty: what is read, how far, how long, and a way to stop. */
export function FirstLoad({ entries }: { entries: LicenceSync[] }): ReactElement {
  const { sync, accounts } = useSnapshot();
  const cancel = useSyncCommand("sync_cancel");
  const now = useNow();
  const nameOf = (number: string) =>
    accounts.flatMap((account) => account.licences).find((licence) => licence.number === number)?.name || number;
  const waiting = sync.headline.is === "waiting" ? sync.headline.until : null;
  return (
    <section className="first-load" aria-label="First load">
      <h2 className="reason-title">Loading from the state</h2>
      <p className="quiet">
        The newest records come first. The grid shows them as soon as there are any, and you can work meanwhile.
      </p>
      {waiting ? (
        <p>
          <Icon name="clock" /> The state asked for a pause. Loading goes on by itself at {clock(waiting, now)}.
        </p>
      ) : null}
      {entries.map((entry) => (
        <div key={entry.licence} className="first-load-licence">
          {entries.length > 1 ? <h3>{nameOf(entry.licence)}</h3> : null}
          <CollectionLines collections={entry.collections} />
        </div>
      ))}
      <div className="first-load-foot">
        <span className="quiet">{sync.seconds_left !== null ? leftWords(sync.seconds_left) : ""}</span>
        <Button icon="close" disabled={cancel.busy} onClick={() => void cancel.run({})}>
          Stop loading
        </Button>
      </div>
    </section>
  );
}
