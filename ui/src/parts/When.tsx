import "./When.css";
import type { ComponentProps, ReactElement } from "react";
import { type LabelId, say } from "../words";

const EMPTY: Record<"date" | "time", LabelId> = { date: "parts-when-day", time: "parts-when-time" };

/** Whether the engine draws a field of its own for this; else it is a line of text, and its placeholder is seen. */
function isDrawn(type: "date" | "time"): boolean {
  const probe = document.createElement("input");
  probe.type = type;
  return probe.type === type;
}

/**
 * A day or a time. WebKit shows the present moment in an empty one, in grey: until it has a value or the focus, what it
 * asks for is seen in place of that, in each engine.
 */
export function WhenInput({
  type,
  className = "",
  ...rest
}: ComponentProps<"input"> & { type: "date" | "time" }): ReactElement {
  const empty = rest.value === "" && isDrawn(type);
  return (
    <span className="when" data-empty={empty || undefined}>
      <input {...rest} type={type} className={`input ${className}`} />
      {empty ? (
        <span className="when-form" aria-hidden="true">
          {say(EMPTY[type])}
        </span>
      ) : null}
    </span>
  );
}
