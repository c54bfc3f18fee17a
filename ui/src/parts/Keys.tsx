import "./Keys.css";
import type { ReactElement, ReactNode } from "react";

/** Keys as printed on a keyboard. */
export function Keys({ className = "", children }: { className?: string; children: ReactNode }): ReactElement {
  return <kbd className={className ? `keys ${className}` : "keys"}>{children}</kbd>;
}
