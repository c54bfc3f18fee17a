import type { ReactElement } from "react";
import type { LicenseNumber } from "../platform";

/** A license's number as it is read: monospaced, never in two lines. */
export function LicenseText({ number }: { number: LicenseNumber }): ReactElement {
  return <span className="mono unbroken">{number}</span>;
}
