import "./Progress.css";
import type { ReactElement } from "react";

/** How far something is. Without a `total` the bar says only that work goes on. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }): ReactElement {
  const part = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div
      className={part === null ? "progress progress-unknown" : "progress"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={part === null ? undefined : Math.round(part * 100)}
    >
      <div className="progress-bar" style={part === null ? undefined : { inlineSize: `${part * 100}%` }} />
    </div>
  );
}
