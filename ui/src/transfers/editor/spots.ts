import type { DraftField, DraftFinding, DraftSpot } from "../../platform";
import { headKey, lineKey } from "../draft/draft-store";

/** The field of the form that stands for a field which has no place of its own there. */
const STANDS_FOR: Partial<Record<DraftField, DraftField>> = {
  recipient_name: "recipient",
  transporter_name: "transporter",
};

/** Where a finding is mended, as the place of a field. */
export function spotKey(spot: DraftSpot): string {
  switch (spot.at) {
    case "field":
      return headKey(STANDS_FOR[spot.field] ?? spot.field);
    case "line":
      return lineKey(spot.line, spot.field);
    case "lines":
      return "scanner";
  }
}

/** Findings of the head by their place, the heaviest of each. */
export function problemsOf(findings: readonly DraftFinding[]): Map<string, DraftFinding> {
  const problems = new Map<string, DraftFinding>();
  for (const finding of findings) {
    const key = spotKey(finding.spot);
    if (finding.spot.at === "field" && !problems.has(key)) {
      problems.set(key, finding);
    }
  }
  return problems;
}
