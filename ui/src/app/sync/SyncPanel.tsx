import type { ReactElement } from "react";
import { useSnapshot } from "../../base/desk";
import { useSyncCommand } from "../../base/desk-commands";
import { useDialogs } from "../../base/dialogs-state";
import { useShowOutbox } from "../../base/frame-state";
import { indicatorWords, sharedTrouble } from "../../base/headline";
import { clock, leftWords, useNow } from "../../base/time";
import { accountName } from "../../base/words";
import { standingWords } from "../../outbox/words";
import { Button, EnterKeysButton, ErrorNotice, firstSentence, Icon, Notice, Progress } from "../../parts";
import { say } from "../../words";
import { Calls } from "./Calls";
import { LicenseProgress, Trouble } from "./LicenseProgress";

/**
 * Everything about the sync that a person may ask: how far, how old, what failed, what is called; and the way to what
 * is to be reported. `onLeave`: the person goes elsewhere from here.
 */
export function SyncPanel({ onLeave }: { onLeave: () => void }): ReactElement {
  const { sync, outbox, accounts } = useSnapshot();
  const { open } = useDialogs();
  const now = useNow();
  const start = useSyncCommand("sync_start");
  const cancel = useSyncCommand("sync_cancel");
  const { icon, words } = indicatorWords(sync.headline, outbox, now);
  const goesOn = sync.headline.is === "updating" || sync.headline.is === "waiting";
  const shared = sharedTrouble(sync.licenses);
  const failed = start.error ?? cancel.error;
  return (
    <div className="sync">
      <div className="sync-head">
        <h2 className="sync-title">
          <Icon name={icon} /> {words}
        </h2>
        {goesOn ? (
          <Button icon="close" disabled={cancel.busy} onClick={() => void cancel.run({})}>
            {say("sync-stop")}
          </Button>
        ) : (
          <Button
            icon="sync"
            disabled={start.busy || sync.licenses.length === 0}
            onClick={() => void start.run({ licenses: sync.licenses.map((entry) => entry.license) })}
          >
            {say("sync-now")}
          </Button>
        )}
      </div>
      {sync.headline.is === "updating" ? (
        <div className="sync-overall">
          <Progress
            label={say("sync-all-licenses")}
            done={sync.headline.percent ?? 0}
            total={sync.headline.percent === null ? null : 100}
          />
          {sync.seconds_left !== null ? <p className="quiet">{leftWords(sync.seconds_left)}</p> : null}
        </div>
      ) : null}
      {failed ? <ErrorNotice error={failed} /> : null}
      {accounts.map((account) =>
        account.shut ? (
          <ErrorNotice key={account.id} error={account.shut} actions={<EnterKeysButton account={account} />} />
        ) : null,
      )}
      {accounts
        .filter((account) => !(account.has_keys || account.shut))
        .map((account) => (
          <Notice
            key={account.id}
            tone="warn"
            title={say("licenses-no-keys-named", { account: accountName(account, accounts) })}
            actions={<EnterKeysButton account={account} />}
          >
            <p>{say("licenses-no-keys-meaning")}</p>
          </Notice>
        ))}
      {shared ? <Trouble error={shared} /> : null}
      <ul className="sync-licenses">
        {sync.licenses.map((entry) => (
          <LicenseProgress key={entry.license} entry={entry} now={now} toldAbove={shared !== null} />
        ))}
      </ul>
      {sync.next_at && !goesOn ? (
        <p className="quiet">{say("sync-next-check", { time: clock(sync.next_at, now) })}</p>
      ) : null}
      <Calls calls={sync.calls} licenses={sync.licenses} now={now} />
      <OutboxLine onLeave={onLeave} />
      {accounts.some((account) => account.environment === "demo") ? (
        <p>
          <Button icon="refresh" onClick={() => open({ is: "demo_reset" })}>
            {say("sync-demo-reset-menu")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** What is to be reported, and the way there. */
function OutboxLine({ onLeave }: { onLeave: () => void }): ReactElement {
  const { outbox } = useSnapshot();
  const show = useShowOutbox();
  const words = standingWords(outbox);
  return (
    <section className="sync-outbox" aria-label={say("sync-outbox")}>
      <p>
        <strong>{say("sync-outbox")}</strong> <span className="quiet">{words || say("sync-outbox-nothing")}</span>
        {outbox.held && outbox.waiting > 0 ? (
          <span className="sync-held">{firstSentence(outbox.held.happened)[0]}</span>
        ) : null}
      </p>
      <Button
        icon="outbox"
        onClick={() => {
          onLeave();
          show(null);
        }}
      >
        {say("sync-outbox-open")}
      </Button>
    </section>
  );
}
