import type { DraftField, DraftFinding, DraftForm, DraftLine, DraftSpot } from "../../platform";
import { headKey, lineKey } from "../draft/draft-store";
import { splitTime } from "../drafts/local-time";

/** The field of the form that stands for a field which has no place of its own there. */
const STANDS_FOR: Partial<Record<DraftField, DraftField>> = {
  recipient_name: "recipient",
  transporter_name: "transporter",
};

/** Where a finding is fixed, as the place of a field. */
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

/** What a draft holds, as far as a finding may be about it. */
export interface Filled {
  form: DraftForm;
  /** Its lines' numbers. */
  order: readonly number[];
  line: (line: number) => DraftLine | undefined;
}

/** Whether a field of the form holds something: a time its day and its clock. */
export function isFilled(form: DraftForm, field: DraftField): boolean {
  const value = form[field];
  if (field === "departure" || field === "arrival") {
    const { day, time } = splitTime(value);
    return day !== "" && time !== "";
  }
  return value !== "";
}

/** Whether what a finding asks for was not begun yet: then nothing is wrong, something is still to be filled in. */
export function isToFillIn({ weight, spot }: DraftFinding, { form, order, line }: Filled): boolean {
  if (weight !== "stop") {
    return false;
  }
  switch (spot.at) {
    case "field":
      return !isFilled(form, STANDS_FOR[spot.field] ?? spot.field);
    case "line":
      return line(spot.line)?.[spot.field] === "";
    case "lines":
      return order.every((each) => line(each)?.tag === "");
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
