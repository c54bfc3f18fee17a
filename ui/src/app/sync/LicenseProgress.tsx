import "./sync.css";
import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import type { IconName } from "../../base/icons";
import { clock } from "../../base/time";
import { KINDS } from "../../base/words";
import { CollectionLines, Details, EnterKeysButton, Icon } from "../../parts";
import type { Account, DeskError, LicenseSync, LicenseSyncState } from "../../platform";
import { type LabelId, say, unbroken } from "../../words";

const STATES: Record<LicenseSyncState, { icon: IconName; words: LabelId }> = {
  never: { icon: "clock", words: "sync-state-never" },
  loading: { icon: "download", words: "sync-state-loading" },
  updating: { icon: "sync", words: "sync-state-updating" },
  ready: { icon: "check", words: "sync-state-ready" },
  failed: { icon: "warning", words: "sync-state-failed" },
  cancelled: { icon: "pause", words: "sync-state-stopped" },
};

/** Read as far as the keys allow. */
const PARTLY = { icon: "minus", words: "sync-state-partly" } as const;

/** Nothing is read for it until its keys are entered. */
const KEYLESS = { icon: "key", words: "sync-state-keyless" } as const;

/** Its keys are kept and could not be had: above it stands why. */
const SHUT = { icon: "warning", words: "sync-state-shut" } as const;

/** Offline is normal. */
const OFFLINE = { icon: "offline", words: "sync-state-offline" } as const;

/** One license of the panel: how it stands, how far each kind of record is, and what went wrong. */
export function LicenseProgress({
  entry,
  now,
  toldAbove,
}: {
  entry: LicenseSync;
  now: Date;
  /** What went wrong is said once for all licenses, above. */
  toldAbove: boolean;
}): ReactElement {
  const { accounts } = useSnapshot();
  const account = accounts.find((each) => each.licenses.some((license) => license.number === entry.license));
  const license = account?.licenses.find((each) => each.number === entry.license);
  const offline = entry.state === "failed" && entry.error?.code === "offline";
  const partly = entry.state === "ready" && entry.collections.some((collection) => collection.skipped !== null);
  const keyless = account?.has_keys === false;
  const state = account?.shut ? SHUT : keyless ? KEYLESS : offline ? OFFLINE : partly ? PARTLY : STATES[entry.state];
  const goesOn = entry.state === "loading" || entry.state === "updating";
  const told = entry.collections.filter((collection) => goesOn || collection.skipped !== null);
  return (
    <li className="sync-license">
      <div className="sync-line">
        <Icon name={license ? KINDS[license.kind].icon : "building"} />
        <span className="sync-name">
          <strong>{license?.name || entry.license}</strong> <span className="quiet mono">{entry.license}</span>
        </span>
        <span className={`sync-state sync-state-${keyless || offline ? "calm" : entry.state}`}>
          <Icon name={state.icon} /> {say(state.words)}
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
      <p>{unbroken(error.message)}</p>
      {error.next ? <p className="quiet">{unbroken(error.next)}</p> : null}
      {account && (error.code === "wrong_key" || !account.has_keys) ? <EnterKeysButton account={account} /> : null}
      <Details text={error.details} />
    </div>
  );
}
