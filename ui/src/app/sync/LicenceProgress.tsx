import "./sync.css";
import type { ReactElement } from "react";
import { Details, Icon, type IconName } from "../../parts";
import type { Account, DeskError, LicenceSync, LicenceSyncState } from "../../platform";
import { useSnapshot } from "../desk";
import { EnterKeysButton } from "../licences/EnterKeysButton";
import { clock } from "../time";
import { KINDS } from "../words";
import { CollectionLines } from "./CollectionLines";

const STATES: Record<LicenceSyncState, { icon: IconName; words: string }> = {
  never: { icon: "clock", words: "Not loaded yet" },
  loading: { icon: "download", words: "First load" },
  updating: { icon: "sync", words: "Updating" },
  ready: { icon: "check", words: "Up to date" },
  failed: { icon: "warning", words: "Not updated" },
  cancelled: { icon: "pause", words: "Stopped" },
};

/** Read as far as the keys allow. */
const PARTLY = { icon: "minus", words: "In part" } as const;

/** Nothing is read for it until its keys are entered. */
const KEYLESS = { icon: "key", words: "Needs its keys" } as const;

/** Its keys are kept and could not be had: above it stands why. */
const SHUT = { icon: "warning", words: "Keys not to be had" } as const;

/** Offline is normal. */
const OFFLINE = { icon: "offline", words: "Offline" } as const;

/** One licence of the panel: how it stands, how far each kind of record is, and what went wrong. */
export function LicenceProgress({
  entry,
  now,
  toldAbove,
}: {
  entry: LicenceSync;
  now: Date;
  /** What went wrong is said once for all licences, above. */
  toldAbove: boolean;
}): ReactElement {
  const { accounts } = useSnapshot();
  const account = accounts.find((each) => each.licences.some((licence) => licence.number === entry.licence));
  const licence = account?.licences.find((each) => each.number === entry.licence);
  const offline = entry.state === "failed" && entry.error?.code === "offline";
  const partly = entry.state === "ready" && entry.collections.some((collection) => collection.skipped !== null);
  const keyless = account?.has_keys === false;
  const state = account?.shut ? SHUT : keyless ? KEYLESS : offline ? OFFLINE : partly ? PARTLY : STATES[entry.state];
  const goesOn = entry.state === "loading" || entry.state === "updating";
  const told = entry.collections.filter((collection) => goesOn || collection.skipped !== null);
  return (
    <li className="sync-licence">
      <div className="sync-line">
        <Icon name={licence ? KINDS[licence.kind].icon : "building"} />
        <span className="sync-name">
          <strong>{licence?.name || entry.licence}</strong> <span className="quiet mono">{entry.licence}</span>
        </span>
        <span className={`sync-state sync-state-${keyless || offline ? "calm" : entry.state}`}>
          <Icon name={state.icon} /> {state.words}
          {entry.as_of ? <span className="quiet"> {clock(entry.as_of, now)}</span> : null}
        </span>
      </div>
      {told.length > 0 ? <CollectionLines collections={told} /> : null}
      {entry.error && entry.state !== "ready" && !toldAbove ? <Trouble error={entry.error} account={account} /> : null}
    </li>
  );
}

/** What went wrong and the next step. */
export function Trouble({ error, account }: { error: DeskError; account?: Account | undefined }): ReactElement {
  return (
    <div className="sync-trouble">
      <p>{error.message}</p>
      {error.next ? <p className="quiet">{error.next}</p> : null}
      {account && (error.code === "wrong_key" || !account.has_keys) ? <EnterKeysButton account={account} /> : null}
      <Details text={error.details} />
    </div>
  );
}
