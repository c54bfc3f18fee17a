import { useMemo } from "react";
import type { DraftFinding } from "../../../platform";
import type { DraftStore } from "../../draft/draft-store";
import type { Checked } from "../../draft/use-draft";
import { type Filled, isToFillIn } from "../spots";

/** What a check found, by how a person takes it. */
export interface Findings {
  /** Must be fixed. */
  wrong: DraftFinding[];
  /** Nobody came to it yet; empty once somebody tried to send. */
  toFillIn: DraftFinding[];
  warnings: DraftFinding[];
}

/** Sorts what was found; `tried` whether somebody tried to send it so. */
export function sortFindings(findings: readonly DraftFinding[], filled: Filled, tried: boolean): Findings {
  const sorted: Findings = { wrong: [], toFillIn: [], warnings: [] };
  for (const finding of findings) {
    if (finding.weight === "warning") {
      sorted.warnings.push(finding);
    } else {
      (!tried && isToFillIn(finding, filled) ? sorted.toFillIn : sorted.wrong).push(finding);
    }
  }
  return sorted;
}

/** What the last check found, as the draft was then: what is typed since is checked again at once. */
export function useFindings(store: DraftStore, { check }: Checked, tried: boolean): Findings {
  return useMemo(() => {
    const { form, order } = store.view();
    return sortFindings(check?.findings ?? [], { form, order, line: (line) => store.line(line) }, tried);
  }, [store, check, tried]);
}
