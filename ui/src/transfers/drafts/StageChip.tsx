import type { ReactElement } from "react";
import { Icon } from "../../parts";
import type { DraftHead } from "../../platform";
import { say } from "../../words";
import { stageLook } from "./stages";

/** Where a draft is, by symbol and words. */
export function StageChip({ head }: { head: DraftHead }): ReactElement {
  const { icon, tone } = stageLook(head.stage);
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={13} />
      {head.stage_words}
      {head.changed_since_sent ? <span className="quiet"> · {say("transfers-drafts-changed-since")}</span> : null}
    </span>
  );
}
