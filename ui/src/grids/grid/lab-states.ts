import type { IconName } from "../../parts";

/** The state's lab testing states in words, as the desk sends them. */
export const LAB_STATES = [
  "Not submitted",
  "Submitted for testing",
  "Testing in progress",
  "Awaiting confirmation",
  "Test passed",
  "Test failed",
  "Retest passed",
  "Retest failed",
  "Remediated",
  "Decontaminated",
  "Selected for random testing",
  "Not required",
  "Process validated",
  "R&D completed",
] as const;

/** How a state looks: a symbol and a tone beside its words. */
export interface LabLook {
  icon: IconName;
  tone: "good" | "bad" | "busy" | "plain";
}

/** The look of a lab testing state or result. One we have not met keeps its words and a plain symbol. */
export function labLook(words: string): LabLook {
  switch (words) {
    case "Test passed":
    case "Retest passed":
    case "Passed":
      return { icon: "check", tone: "good" };
    case "Test failed":
    case "Retest failed":
    case "Failed":
      return { icon: "error", tone: "bad" };
    case "Submitted for testing":
    case "Testing in progress":
    case "Awaiting confirmation":
    case "Selected for random testing":
    case "Not released":
      return { icon: "clock", tone: "busy" };
    case "Not required":
    case "Not submitted":
      return { icon: "minus", tone: "plain" };
    default:
      return { icon: "info", tone: "plain" };
  }
}
