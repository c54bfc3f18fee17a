import type { IconName } from "../../base/icons";
import type { Tone } from "../../base/tone";
import type { DraftStage } from "../../platform";

/** How a stage looks: a symbol and a tone beside its words, which come from the desk. */
export interface StageLook {
  icon: IconName;
  tone: Tone;
}

const LOOKS: Record<DraftStage, StageLook> = {
  draft: { icon: "edit", tone: "plain" },
  queued: { icon: "outbox", tone: "busy" },
  trouble: { icon: "warning", tone: "warn" },
  template: { icon: "copy", tone: "busy" },
  registered: { icon: "check", tone: "busy" },
  in_transit: { icon: "truck", tone: "busy" },
  received: { icon: "check", tone: "good" },
  rejected: { icon: "error", tone: "bad" },
  voided: { icon: "close", tone: "bad" },
};

/** The look of a stage. */
export function stageLook(stage: DraftStage): StageLook {
  return LOOKS[stage];
}
