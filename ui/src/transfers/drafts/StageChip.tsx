import type { ReactElement } from "react";
import { Chip } from "../../parts";
import type { DraftHead } from "../../platform";
import { say } from "../../words";
import { stageLook } from "./stages";

/** Where a draft is, by symbol and words. */
export function StageChip({ head }: { head: DraftHead }): ReactElement {
  const { icon, tone } = stageLook(head.stage);
  return (
    <Chip tone={tone} icon={icon}>
      {head.stage_words}
      {head.changed_since_sent ? <span className="quiet"> · {say("transfers-drafts-changed-since")}</span> : null}
    </Chip>
  );
}
