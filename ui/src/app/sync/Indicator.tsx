import { type ReactElement, useEffect, useRef, useState } from "react";
import { Icon, Popover } from "../../parts";
import { say } from "../../words";
import { useSnapshot } from "../desk";
import { useFrame } from "../frame/frame-state";
import { age, clock, useNow } from "../time";
import { announcement, dataFrom, indicatorWords, outboxAnnouncement } from "./headline";
import { SyncPanel } from "./SyncPanel";

/** The sync in one quiet line, with its panel, and beside it how old the data is. */
export function Indicator(): ReactElement {
  const { sync, outbox } = useSnapshot();
  const { shown } = useFrame();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { icon, tone, words } = indicatorWords(sync.headline, outbox, now);
  const from = dataFrom(
    sync,
    shown.map((license) => license.number),
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
      <span className="data-age" title={from ? say("sync-read-whole", { time: clock(from, now) }) : undefined}>
        {from ? say("sync-age", { age: age(from, now) }) : say("sync-age-unknown")}
      </span>
      <Announcer />
    </>
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
