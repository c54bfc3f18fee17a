import type { ReactElement } from "react";
import { clock } from "../../base/time";
import { Icon } from "../../parts";
import type { CallBudget, LicenseSync } from "../../platform";
import { nodes, say } from "../../words";

/**
 * How much the state is asked. Its limit is one license's, so it stands beside the calls of one: the license that is
 * asked for most. The calls of several together would say nothing about it.
 */
export function Calls({
  calls,
  licenses,
  now,
}: {
  calls: CallBudget;
  licenses: readonly LicenseSync[];
  now: Date;
}): ReactElement {
  const busiest = licenses.reduce<LicenseSync | null>(
    (most, each) => (each.calls_last_minute > (most?.calls_last_minute ?? 0) ? each : most),
    null,
  );
  const allowed = calls.limit_per_second * 60;
  const count = busiest?.calls_last_minute ?? 0;
  return (
    <section className="calls" aria-label={say("sync-calls-title")}>
      <p>
        {busiest
          ? nodes("sync-calls", {
              license: busiest.license,
              calls: <strong>{allowed > 0 ? say("sync-calls-of", { count, allowed }) : String(count)}</strong>,
            })
          : say("sync-calls-none")}
        {busiest && licenses.length > 1 ? (
          <span className="quiet">, {say("sync-calls-most", { licenses: licenses.length })}</span>
        ) : null}
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
