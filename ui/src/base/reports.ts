import { queryOptions } from "@tanstack/react-query";
import { call, type DeskFailure, type OutboxLine, type OutboxStory, type OutboxSummary } from "../platform";
import { say } from "../words";
import { OUTBOX } from "./desk";
import { sideBySide } from "./words";

/** How long what was read of the outbox is kept once it is no longer in sight. */
export const KEPT_MS = 30_000;

/** Everything about one report. */
export function storyQuery(intent: number) {
  return queryOptions<OutboxStory, DeskFailure>({
    queryKey: [...OUTBOX, "story", intent],
    queryFn: () => call("outbox_story", { intent }),
    gcTime: KEPT_MS,
  });
}

/** What became of the reports that waited while there was no connection. */
export function summaryWords({ recorded, refused, needs_you }: OutboxSummary): string {
  const parts = [
    say("outbox-summary-recorded", { count: recorded }),
    ...(refused > 0 ? [say("outbox-summary-refused", { count: refused })] : []),
    ...(needs_you > 0 ? [say("outbox-needs-you", { count: needs_you })] : []),
  ];
  return say("outbox-summary-waited", { count: recorded + refused + needs_you, parts: sideBySide(parts) });
}

/** A report's sentence around its tag, which is drawn with its card. */
export function aroundTag({ sentence, package: target }: OutboxLine): [before: string, tag: string, after: string] {
  const at = target ? sentence.indexOf(target.tag) : -1;
  return target && at >= 0
    ? [sentence.slice(0, at), target.tag, sentence.slice(at + target.tag.length)]
    : [sentence, "", ""];
}

/** What a report does, with its item in the tag's place where the item is known: the tag stands elsewhere, or is too long. */
export function sentenceWithItem(line: OutboxLine): string {
  const [, tag] = aroundTag(line);
  return tag && line.item ? line.sentence.replace(tag, line.item) : line.sentence;
}
