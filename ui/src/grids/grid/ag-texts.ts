import type { GetLocaleTextParams } from "ag-grid-community";
import { type LabelId, say } from "../../words";

/** AG Grid's own texts, of those that a grid of ours may show or say. */
const TEXTS: Partial<Record<string, LabelId>> = {
  ariaRowSelect: "grid-aria-select",
  ariaRowDeselect: "grid-aria-deselect",
  ariaSkeletonCellLoading: "grid-aria-loading",
  ariaSkeletonCellLoadingFailed: "grid-aria-failed",
  loadingError: "grid-load-error",
};

/** A text of AG Grid's in the language spoken. */
export function gridTexts({ key, defaultValue }: GetLocaleTextParams): string {
  const id = TEXTS[key];
  return id ? say(id) : defaultValue;
}
