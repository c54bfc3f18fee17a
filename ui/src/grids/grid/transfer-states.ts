import type { LabLook } from "./lab-states";

/** The look of how far a transfer is. A state we have not met keeps its words and a plain symbol. */
export function transferLook(words: string): LabLook {
  switch (words) {
    case "Registered":
      return { icon: "clock", tone: "plain" };
    case "In transit":
      return { icon: "truck", tone: "busy" };
    case "Received":
      return { icon: "check", tone: "good" };
    case "Partly received":
      return { icon: "warning", tone: "bad" };
    case "Rejected":
      return { icon: "error", tone: "bad" };
    case "Voided":
    case "Not listed any more":
      return { icon: "close", tone: "plain" };
    default:
      return { icon: "info", tone: "plain" };
  }
}
