import type { Column } from "../platform";
import { type LabelId, say } from "../words";
import type { IconName } from "./icons";
import type { Tone } from "./tone";

/** How far something is, as it is shown: words, and a symbol in a tone. What is as it should be is quiet. */
interface State {
  words: LabelId;
  icon: IconName;
  tone: Tone;
}

/** Lab testing states, by the state's own words, as the desk sends them. */
const LAB: Record<string, State> = {
  "Not submitted": { words: "states-lab-not-submitted", icon: "minus", tone: "busy" },
  "Submitted for testing": { words: "states-lab-submitted", icon: "clock", tone: "busy" },
  "Testing in progress": { words: "states-lab-in-progress", icon: "clock", tone: "busy" },
  "Awaiting confirmation": { words: "states-lab-awaiting", icon: "clock", tone: "busy" },
  "Test passed": { words: "states-lab-passed", icon: "check", tone: "plain" },
  "Test failed": { words: "states-lab-failed", icon: "error", tone: "bad" },
  "Retest passed": { words: "states-lab-retest-passed", icon: "check", tone: "plain" },
  "Retest failed": { words: "states-lab-retest-failed", icon: "error", tone: "bad" },
  Remediated: { words: "states-lab-remediated", icon: "info", tone: "plain" },
  Decontaminated: { words: "states-lab-decontaminated", icon: "info", tone: "plain" },
  "Selected for random testing": { words: "states-lab-selected", icon: "clock", tone: "busy" },
  "Not required": { words: "states-lab-not-required", icon: "minus", tone: "plain" },
  "Process validated": { words: "states-lab-process-validated", icon: "info", tone: "plain" },
  "R&D completed": { words: "states-lab-r-and-d", icon: "info", tone: "plain" },
};

/** How far a manifest is whose packages somebody still waits for. */
const ON_THE_WAY: Record<string, State> = {
  Registered: { words: "states-transfer-registered", icon: "clock", tone: "plain" },
  "In transit": { words: "states-transfer-in-transit", icon: "truck", tone: "busy" },
};

/** All states: those of lab testing, a sample's results, how far manifests and the packages on them are. */
export const STATES: Record<string, State> = {
  ...LAB,
  Passed: { words: "states-result-passed", icon: "check", tone: "plain" },
  Failed: { words: "states-result-failed", icon: "error", tone: "bad" },
  "Not released": { words: "states-result-not-released", icon: "clock", tone: "busy" },
  ...ON_THE_WAY,
  Received: { words: "states-transfer-received", icon: "check", tone: "good" },
  Rejected: { words: "states-transfer-rejected", icon: "error", tone: "bad" },
  "Partly received": { words: "states-transfer-partly", icon: "warning", tone: "bad" },
  Voided: { words: "states-transfer-voided", icon: "close", tone: "plain" },
  "No longer listed": { words: "states-transfer-gone", icon: "close", tone: "plain" },
  Accepted: { words: "states-package-accepted", icon: "check", tone: "good" },
  Returned: { words: "states-package-returned", icon: "arrowLeft", tone: "warn" },
  Shipped: { words: "states-package-shipped", icon: "truck", tone: "busy" },
};

/** The lab testing states in the state's own words, for a choice of them. */
export const LAB_STATES: readonly string[] = Object.keys(LAB);

/** The states of a transfer that is on its way, in the state's own words, to look for them. */
export const ON_THE_WAY_STATES: readonly string[] = Object.keys(ON_THE_WAY);

/** Columns that are text to the desk and a state to a person: a result, how far a transfer is. */
const STATE_COLUMNS: ReadonlySet<string> = new Set(["result", "state"]);

/** Whether what stands in a column is a state, which has words in each language and a look. */
export function isState({ id, kind }: Pick<Column, "id" | "kind">): boolean {
  return kind === "lab_state" || STATE_COLUMNS.has(id);
}

/** A state in the person's language; one that we have not met keeps the state's own words. */
export function stateWords(state: string): string {
  const shown = STATES[state];
  return shown ? say(shown.words) : state;
}
