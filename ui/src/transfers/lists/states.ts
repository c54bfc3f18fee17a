import type { IconName } from "../../parts";

/** How a step or a package of a transfer looks, beside its words. */
export interface StateLook {
  icon: IconName;
  tone: "good" | "bad" | "busy" | "warn" | "plain";
}

/** The look of the state of one package on a manifest. One we have not met keeps its words and a plain symbol. */
export function packageLook(state: string): StateLook {
  switch (state) {
    case "Accepted":
      return { icon: "check", tone: "good" };
    case "Rejected":
      return { icon: "error", tone: "bad" };
    case "Returned":
      return { icon: "arrowLeft", tone: "warn" };
    case "Shipped":
      return { icon: "truck", tone: "busy" };
    default:
      return { icon: "info", tone: "plain" };
  }
}
