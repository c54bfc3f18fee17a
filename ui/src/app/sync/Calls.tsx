import type { ReactElement } from "react";
import { Icon } from "../../parts";
import type { CallBudget } from "../../platform";
import { clock } from "../time";
import { count, counted } from "../words";

/** The state's limit and how much of it is used. */
export function Calls({ calls, now }: { calls: CallBudget; now: Date }): ReactElement {
  const perMinute = calls.limit_per_second * 60;
  return (
    <section className="calls" aria-label="Calls to the state">
      <p>
        <strong>{counted(calls.last_minute, "call")}</strong> in the last minute
        {perMinute > 0 ? <span className="quiet"> of {count(perMinute)} that the state allows a licence</span> : null}
        {calls.waiting > 0 ? <span className="quiet">, {count(calls.waiting)} waiting for their turn</span> : null}
      </p>
      {calls.frozen_until ? (
        <p>
          <Icon name="clock" /> The state asked for a pause. Trackside goes on by itself at{" "}
          {clock(calls.frozen_until, now)}.
        </p>
      ) : null}
      {calls.refused > 0 ? (
        <p className="quiet">
          {calls.refused === 1
            ? "The state asked for a pause once since Trackside started."
            : `The state asked for a pause ${count(calls.refused)} times since Trackside started.`}
        </p>
      ) : null}
    </section>
  );
}
