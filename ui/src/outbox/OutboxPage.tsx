import "./outbox.css";
import { type ReactElement, useCallback, useLayoutEffect, useRef, useState } from "react";
import { useSnapshot } from "../base/desk";
import { BarSlot, type OutboxAt, TotalsSlot, useArrival, useFrame } from "../base/frame-state";
import { firstGroup, GROUP_LOOK } from "../base/groups";
import { useNow } from "../base/time";
import { CardLayer } from "../card/CardLayer";
import { Reason } from "../parts";
import type { OutboxLine } from "../platform";
import { say } from "../words";
import { HeldBar } from "./HeldBar";
import { OutboxList } from "./OutboxList";
import { OutboxStrip } from "./OutboxStrip";
import { Story } from "./Story";
import { useSelection } from "./selection";
import { oldestWords, totalsWords } from "./words";

/** What waits to be reported, what is on its way, what came of it. */
export function OutboxPage(): ReactElement {
  const { outbox } = useSnapshot();
  const { outboxAt, setOutboxAt } = useFrame();
  // Where nobody chose, or what was chosen is empty by now, it begins with what wants a person most.
  const [entered] = useState(outboxAt);
  const [begun] = useState<OutboxAt>(() =>
    outboxAt && (outboxAt.intent !== null || outbox[outboxAt.group] > 0)
      ? outboxAt
      : { group: firstGroup(outbox), intent: null },
  );
  const at = outboxAt === null || outboxAt === entered ? begun : outboxAt;
  return (
    <>
      {/* Another group begins anew: nothing selected, at its top. */}
      <Group key={at.group} at={at} onAt={setOutboxAt} />
      <TotalsSlot>
        <Totals />
      </TotalsSlot>
      <CardLayer />
    </>
  );
}

function Group({ at, onAt }: { at: OutboxAt; onAt: (at: OutboxAt) => void }): ReactElement {
  const { outbox } = useSnapshot();
  const { tell } = useFrame();
  const selection = useSelection(at.group, tell);
  const place = useRef<HTMLElement>(null);
  const [known, setKnown] = useState<OutboxLine | null>(null);
  const { group, intent } = at;
  const { title, icon, none } = GROUP_LOOK[group];
  const number = outbox[group];
  const toList = useCallback(() => {
    const list = place.current?.querySelector<HTMLElement>(".outbox-list");
    const stop = list?.querySelector<HTMLElement>("[data-opened], [role='row'][tabindex='0']");
    (stop ?? list ?? place.current?.querySelector<HTMLElement>("[role='tab'][aria-selected='true']"))?.focus();
  }, []);
  useArrival(true, toList);
  // What had the focus did its work and went: a button, or the list with its last report.
  const inside = useRef(false);
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body && !document.querySelector("[role='dialog']")) {
      toList();
    }
  });
  const open = (line: OutboxLine) => {
    setKnown(line);
    onAt({ group, intent: line.intent });
  };
  const close = () => {
    toList();
    onAt({ group, intent: null });
  };
  return (
    <section
      ref={place}
      className="outbox"
      data-story={intent !== null || undefined}
      aria-label={say("outbox-section", { group: title })}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        inside.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <OutboxStrip group={group} onGroup={(next) => onAt({ group: next, intent: null })} selection={selection} />
      <div className="outbox-panes">
        <div className="outbox-pane">
          {number > 0 ? (
            <OutboxList
              group={group}
              known={number}
              opened={intent}
              onOpen={open}
              onGoTo={(line) => (intent === null ? undefined : open(line))}
              onLeave={() => (intent === null ? undefined : close())}
              selection={selection}
            />
          ) : (
            <Reason icon={icon} title={say(none.title)}>
              <p>{say(none.words)}</p>
            </Reason>
          )}
        </div>
        {intent === null ? null : (
          <Story
            intent={intent}
            known={known?.intent === intent ? known : null}
            onShow={(other) => onAt({ group, intent: other })}
            onClose={close}
            onLeave={toList}
          />
        )}
      </div>
      {/* At the foot: it comes and goes with the connection, and must not move the reports under the pointer. */}
      <BarSlot>
        <HeldBar group={group} story={intent !== null} />
      </BarSlot>
    </section>
  );
}

/** In the bottom bar: what is open, and the clock of the oldest. */
function Totals(): ReactElement | null {
  const { outbox } = useSnapshot();
  const now = useNow();
  return (
    <p className="outbox-totals">
      {totalsWords(outbox)}
      {outbox.due ? <span className="quiet"> · {oldestWords(outbox.due, now)}</span> : null}
    </p>
  );
}
