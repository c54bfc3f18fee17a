import "./SidePanel.css";
import type { ComponentProps, ReactElement, ReactNode } from "react";

/** What stands beside a list, about the row that is opened: `head`, with the way to close it, and the rest. */
export function SidePanel({
  label,
  head,
  className = "",
  children,
  ...rest
}: { label: string; head: ReactNode } & ComponentProps<"section">): ReactElement {
  return (
    <section
      {...rest}
      className={className ? `side-panel ${className}` : "side-panel"}
      aria-label={label}
      tabIndex={-1}
    >
      <header className="side-panel-head">{head}</header>
      {children}
    </section>
  );
}
