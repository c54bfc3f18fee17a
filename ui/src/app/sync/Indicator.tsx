import { type ReactElement, useEffect, useRef, useState } from "react";
import { Icon, Popover } from "../../parts";
import { useSnapshot } from "../desk";
import { useFrame } from "../frame/frame-state";
import { age, clock, useNow } from "../time";
import { announcement, dataFrom, headlineWords } from "./headline";
import { SyncPanel } from "./SyncPanel";

/** The sync in one quiet line, with its panel, and beside it how old the data is. */
export function Indicator(): ReactElement {
  const { sync } = useSnapshot();
  const { shown } = useFrame();
  const now = useNow();
  const { icon, tone, words } = headlineWords(sync.headline, now);
  const from = dataFrom(
    sync,
    shown.map((licence) => licence.number),
  );
  return (
    <>
      <Popover
        label="Sync"
        side="top"
        className="sync-panel"
        trigger={
          <button type="button" className={`indicator indicator-${tone}`} title="What is read from the state, and when">
            <Icon name={icon} />
            <span className="indicator-words">{words}</span>
            <Icon name="chevronUp" size={12} />
          </button>
        }
      >
        <SyncPanel />
      </Popover>
      <span className="data-age" title={from ? `Read whole at ${clock(from, now)}` : undefined}>
        {from ? `Data ${age(from, now)} old` : "First load not finished"}
      </span>
      <Announcer />
    </>
  );
}

/** Says aloud what changed about the sync, where that is worth a word. */
function Announcer(): ReactElement {
  const { headline } = useSnapshot().sync;
  const before = useRef(headline.is);
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
  return (
    <span className="unseen" role="status">
      {said}
    </span>
  );
}
