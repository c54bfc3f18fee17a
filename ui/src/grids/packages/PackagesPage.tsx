import type { ReactElement } from "react";

/** The place of the packages grid. */
export function PackagesPage(): ReactElement {
  return <div />;
}
