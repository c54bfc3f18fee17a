import { type ReactElement, useEffect, useRef, useState } from "react";
import { useSnapshot } from "../../base/desk";
import { useFrame, useShowOutbox } from "../../base/frame-state";
import { ageWords, announcement, indicatorWords, outboxAnnouncement } from "../../base/headline";
import { clock, useNow } from "../../base/time";
import { Icon, Popover } from "../../parts";
import { say } from "../../words";
import { SyncPanel } from "./SyncPanel";

/** The sync in one quiet line, with its panel; beside it what the state refused, and how old the data is. */
export function Indicator(): ReactElement {
  const { sync, outbox } = useSnapshot();
  const { shown } = useFrame();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { icon, tone, words } = indicatorWords(sync.headline, outbox, now);
  const data = ageWords(
    { sync, outbox },
    shown.map((license) => license.number),
    now,
  );
  return (
    <>
      <Popover
        label={say("sync-sync")}
        side="top"
        className="sync-panel"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className={`indicator indicator-${tone}`} title={say("sync-indicator-title")}>
            <Icon name={icon} />
            <span className="indicator-words">{words}</span>
            <Icon name="chevronUp" size={12} />
          </button>
        }
      >
        <SyncPanel onLeave={() => setOpen(false)} />
      </Popover>
      <RefusedReports />
      <span className="data-age" title={data.at ? say("sync-read-whole", { time: clock(data.at, now) }) : undefined}>
        {data.words}
      </span>
      <Announcer />
    </>
  );
}

/** How many reports the state refused, and the way to them. */
function RefusedReports(): ReactElement | null {
  const { refused } = useSnapshot().outbox;
  const show = useShowOutbox();
  return refused === 0 ? null : (
    <button
      type="button"
      className="indicator indicator-warn indicator-refused"
      onClick={() => show({ group: "refused", intent: null })}
    >
      <Icon name="error" />
      <span className="indicator-words">{say("outbox-refused", { count: refused })}</span>
    </button>
  );
}

/** Says aloud what changed about sync and outbox, where that is worth a word. */
function Announcer(): ReactElement {
  const { sync, outbox } = useSnapshot();
  const { headline } = sync;
  const before = useRef(headline.is);
  const outboxBefore = useRef(outbox);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const words = announcement(before.current, headline, new Date());
    // "Updating" in between does not count: what went before it is what the person last heard.
    if (headline.is !== "updating" || before.current === "nothing") {
      before.current = headline.is;
    }
    if (words) {
      setSaid(words);
    }
  }, [headline]);
  useEffect(() => {
    const words = outboxAnnouncement(outboxBefore.current, outbox);
    outboxBefore.current = outbox;
    if (words) {
      setSaid(words);
    }
  }, [outbox]);
  return (
    <span className="unseen" role="status">
      {said}
    </span>
  );
}
