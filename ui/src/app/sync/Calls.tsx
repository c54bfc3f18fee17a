import type { ReactElement } from "react";
import { Icon } from "../../parts";
import type { CallBudget } from "../../platform";
import { nodes, say } from "../../words";
import { clock } from "../time";

/** The state's limit and how much of it is used. */
export function Calls({ calls, now }: { calls: CallBudget; now: Date }): ReactElement {
  const made = <strong>{say("sync-calls-made", { count: calls.last_minute })}</strong>;
  const perMinute = calls.limit_per_second * 60;
  return (
    <section className="calls" aria-label={say("sync-calls-title")}>
      <p>
        {perMinute > 0
          ? nodes("sync-calls-of-allowed", {
              calls: made,
              allowed: <span className="quiet">{say("sync-calls-allowed", { count: perMinute })}</span>,
            })
          : nodes("sync-calls", { calls: made })}
        {calls.waiting > 0 ? (
          <span className="quiet">, {say("sync-calls-waiting", { count: calls.waiting })}</span>
        ) : null}
      </p>
      {calls.frozen_until ? (
        <p>
          <Icon name="clock" /> {say("sync-calls-pause", { time: clock(calls.frozen_until, now) })}
        </p>
      ) : null}
      {calls.refused > 0 ? <p className="quiet">{say("sync-calls-paused", { count: calls.refused })}</p> : null}
    </section>
  );
}
