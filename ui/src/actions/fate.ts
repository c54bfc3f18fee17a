import { useQuery } from "@tanstack/react-query";
import { OUTBOX, useSnapshot } from "../base/desk";
import { call, type DeskFailure, type OutboxGroup, type OutboxLine, type OutboxList } from "../platform";

/** Of each group the newest so many are looked through: what was just queued is among them. */
const LOOKED = 200;

/** What became of reports that were queued together. `over`: nothing more happens to them, and not all were recorded. */
export type Fate =
  | { is: "open" }
  | { is: "recorded" }
  | { is: "over" }
  /** The newest first. */
  | { is: "refused" | "needs_you"; lines: [OutboxLine, ...OutboxLine[]] };

const OPEN: Fate = { is: "open" };

/** Of these reports, those that are in a group now. */
function useAmong(group: OutboxGroup, intents: readonly number[]): OutboxLine[] {
  const some = useSnapshot().outbox[group] > 0;
  const { data } = useQuery<OutboxList, DeskFailure>({
    queryKey: [...OUTBOX, "newest", group],
    queryFn: () => call("outbox_list", { group, from: 0, count: LOOKED }),
    enabled: some,
  });
  return some && data ? data.lines.filter((line) => intents.includes(line.intent)) : [];
}

/** Follows reports until they are over: what the state refused of them, what a person decides, or that all is recorded. */
export function useFate(intents: readonly number[]): Fate {
  const refused = useAmong("refused", intents);
  const undecided = useAmong("needs_you", intents);
  const done = useAmong("done", intents);
  for (const [is, lines] of [["refused", refused] as const, ["needs_you", undecided] as const]) {
    const [first, ...rest] = lines;
    if (first) {
      return { is, lines: [first, ...rest] };
    }
  }
  if (done.length < intents.length) {
    return OPEN;
  }
  const recorded = done.every(({ outcome }) => outcome === "recorded" || outcome === "already_so");
  return { is: recorded ? "recorded" : "over" };
}
