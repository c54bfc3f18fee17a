import type { ReactElement } from "react";

/** The place of the lab-samples grid. */
export function LabSamplesPage(): ReactElement {
  return <div />;
}
