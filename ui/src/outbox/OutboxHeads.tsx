// biome-ignore-all lint/a11y/useSemanticElements: only some of the rows are there, each laid out by itself, which a table's are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, not its cells
import type { ReactElement } from "react";
import { selectFor } from "../base/groups";
import type { OutboxGroup } from "../platform";
import { say } from "../words";
import type { Selection } from "./selection";

/** The columns' heads, and the box that selects the whole group. */
export function OutboxHeads({
  group,
  total,
  selection,
}: {
  group: OutboxGroup;
  total: number;
  selection: Selection;
}): ReactElement {
  const all = total > 0 && selection.intents.size >= total;
  return (
    <div role="rowgroup" className="outbox-heads">
      <div role="row" aria-rowindex={1} className="outbox-row">
        {selectFor(group) !== null ? (
          <div role="columnheader" className="outbox-tick">
            <input
              type="checkbox"
              className="check"
              aria-label={say("outbox-select-all")}
              checked={all}
              ref={(box) => {
                if (box) {
                  box.indeterminate = selection.intents.size > 0 && !all;
                }
              }}
              onChange={() => (all ? selection.clear() : selection.all(total))}
            />
          </div>
        ) : null}
        <div role="columnheader" className="outbox-what">
          {say("outbox-column-report")}
        </div>
        <div role="columnheader" className="outbox-stands">
          {say(group === "done" ? "outbox-column-ended" : "outbox-column-standing")}
        </div>
        <div role="columnheader" className="outbox-due">
          {say(group === "done" ? "outbox-column-since" : "outbox-column-due")}
        </div>
        <div role="columnheader" className="outbox-who">
          {say("outbox-column-queued")}
        </div>
      </div>
    </div>
  );
}
