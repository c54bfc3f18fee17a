import "./Strip.css";
import type { ReactElement, ReactNode } from "react";

/** A place with a list: its strip, what went wrong, and the list. */
export function ListPlace({ label, children }: { label?: string; children: ReactNode }): ReactElement {
  return (
    <section className="list-place" aria-label={label}>
      {children}
    </section>
  );
}

/** The line above a list: its tabs, and what can be done. */
export function Strip({ className = "", children }: { className?: string; children?: ReactNode }): ReactElement {
  return <div className={className ? `strip ${className}` : "strip"}>{children}</div>;
}

/** What follows it stands at the end of its line. */
export function StripGap(): ReactElement {
  return <span className="strip-gap" />;
}

/** Words beside a symbol in a strip; where the tabs need the room the symbol stands alone, and is named. */
export function StripWords({ children }: { children: ReactNode }): ReactElement {
  return <span className="strip-wide">{children}</span>;
}

/** What went wrong, under the strip. */
export function StripFailure({ children }: { children: ReactNode }): ReactElement {
  return <div className="strip-failure">{children}</div>;
}

/** Says that something is being opened, where it will stand. */
export function StripOpening({ children }: { children: ReactNode }): ReactElement {
  return <p className="strip-opening">{children}</p>;
}
