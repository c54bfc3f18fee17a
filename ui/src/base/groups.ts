import type { OutboxGroup, OutboxStatus } from "../platform";
import { type LabelId, say } from "../words";
import type { IconName } from "./icons";
import type { Tone } from "./tone";

/** How a group looks and what it says. A symbol never stands without the words. */
export interface GroupLook {
  readonly title: string;
  icon: IconName;
  tone: Tone;
  /** What the list of them is called. */
  list: LabelId;
  /** What is said where there is none: that, and what will be here. */
  none: { title: LabelId; words: LabelId };
}

/** The groups in the order of the tabs. */
export const GROUPS: readonly OutboxGroup[] = ["waiting", "sending", "checking", "needs_you", "refused", "done"];

/** What each is called and what it says when it is empty. */
export const GROUP_LOOK: Record<OutboxGroup, GroupLook> = {
  waiting: {
    get title() {
      return say("outbox-waiting");
    },
    icon: "clock",
    tone: "plain",
    list: "outbox-waiting-list",
    none: { title: "outbox-waiting-none", words: "outbox-waiting-none-more" },
  },
  sending: {
    get title() {
      return say("outbox-sending");
    },
    icon: "arrowRight",
    tone: "busy",
    list: "outbox-sending-list",
    none: { title: "outbox-sending-none", words: "outbox-sending-none-more" },
  },
  checking: {
    get title() {
      return say("outbox-checking");
    },
    icon: "eye",
    tone: "busy",
    list: "outbox-checking-list",
    none: { title: "outbox-checking-none", words: "outbox-checking-none-more" },
  },
  needs_you: {
    get title() {
      return say("outbox-person");
    },
    icon: "hand",
    tone: "warn",
    list: "outbox-person-list",
    none: { title: "outbox-person-none", words: "outbox-person-none-more" },
  },
  refused: {
    get title() {
      return say("outbox-denied");
    },
    icon: "error",
    tone: "bad",
    list: "outbox-denied-list",
    none: { title: "outbox-denied-none", words: "outbox-denied-none-more" },
  },
  done: {
    get title() {
      return say("outbox-done");
    },
    icon: "check",
    tone: "good",
    list: "outbox-done-list",
    none: { title: "outbox-done-none", words: "outbox-done-none-more" },
  },
};

/** Which group to look at first: the one that wants a person most, of those that have something. */
export function firstGroup(status: OutboxStatus): OutboxGroup {
  const order: readonly OutboxGroup[] = ["needs_you", "refused", "waiting", "checking", "sending", "done"];
  return order.find((group) => status[group] > 0) ?? "waiting";
}

/** Where the reports of a group can be selected, and what for. */
export function selectFor(group: OutboxGroup): "withdraw" | "clear" | null {
  if (group === "waiting") {
    return "withdraw";
  }
  return group === "done" || group === "refused" ? "clear" : null;
}
