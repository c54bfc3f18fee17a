import type { IconName } from "../parts";
import type { OutboxGroup, OutboxStatus } from "../platform";

/** How a group looks and what it says. A symbol never stands without the words. */
export interface GroupLook {
  title: string;
  icon: IconName;
  /** A class of the chips: good, bad, busy, warn or plain. */
  tone: "good" | "bad" | "busy" | "warn" | "plain";
  /** What is said where there is none: that, and what will be here. */
  none: { title: string; words: string };
}

/** The groups in the order of the tabs. */
export const GROUPS: readonly OutboxGroup[] = ["waiting", "sending", "checking", "needs_you", "refused", "done"];

/** What each is called and what it says when it is empty. */
export const GROUP_LOOK: Record<OutboxGroup, GroupLook> = {
  waiting: {
    title: "Waiting",
    icon: "clock",
    tone: "plain",
    none: {
      title: "Nothing waits to be sent",
      words:
        "What you report waits here until the state can take it. Without a connection it stays on this computer and goes by itself later.",
    },
  },
  sending: {
    title: "Sending",
    icon: "arrowRight",
    tone: "busy",
    none: {
      title: "Nothing is being sent",
      words: "Reports are here for the moment that they are on their way to the state.",
    },
  },
  checking: {
    title: "Checking",
    icon: "eye",
    tone: "busy",
    none: {
      title: "Nothing is being checked",
      words: "After a report was sent, Trackside reads it back from the state. Until it is found there it stands here.",
    },
  },
  needs_you: {
    title: "Needs you",
    icon: "hand",
    tone: "warn",
    none: {
      title: "Nothing needs you",
      words:
        "Where Trackside cannot find out whether the state recorded a report, or the state no longer holds what you saw when you reviewed it, nothing is sent and you are asked here, with what is known side by side.",
    },
  },
  refused: {
    title: "Refused",
    icon: "error",
    tone: "bad",
    none: {
      title: "Nothing was refused",
      words: "Reports that the state refused stand here with its answer. You can edit them and send them again.",
    },
  },
  done: {
    title: "Done",
    icon: "check",
    tone: "good",
    none: {
      title: "Nothing is done since you last cleared it",
      words: "Reports that the state recorded stand here until you clear them. The audit keeps them for good.",
    },
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
