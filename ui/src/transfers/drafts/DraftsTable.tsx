import { type KeyboardEvent, type ReactElement, useEffect } from "react";
import { clock, timeWords, useNow } from "../../base/time";
import { count } from "../../base/words";
import { IconButton } from "../../parts";
import type { DraftHead } from "../../platform";
import { say, unbroken } from "../../words";
import { setTransfersAt, useTransfersAt } from "../at";
import { useMakeDraft } from "./NewTransfer";
import { StageChip } from "./StageChip";

/** Arrow keys go from draft to draft. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = [...document.querySelectorAll<HTMLElement>("[data-draft]")];
  const at = all.indexOf(event.currentTarget);
  const next =
    event.key === "Home" ? all[0] : event.key === "End" ? all.at(-1) : by === undefined ? undefined : all[at + by];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

/** The drafts as a table; the whole row opens one. */
export function DraftsTable({
  drafts,
  licenses,
  onDelete,
}: {
  drafts: DraftHead[];
  /** How many licenses are shown: with several, whose draft it is is said. */
  licenses: number;
  onDelete: (head: DraftHead) => void;
}): ReactElement {
  const now = useNow();
  const { busy, make } = useMakeDraft();
  const { from } = useTransfersAt();
  useEffect(() => {
    if (from !== null) {
      document.querySelector<HTMLElement>(`[data-draft="${from}"]`)?.focus();
      setTransfersAt({ from: null });
    }
  }, [from]);
  const open = (head: DraftHead) => setTransfersAt({ open: { is: "draft", draft: head.draft } });
  return (
    <table className="drafts-table">
      <thead>
        <tr>
          <th scope="col">{say("transfers-drafts-column-transfer")}</th>
          {licenses > 1 ? <th scope="col">{say("transfers-drafts-column-from")}</th> : null}
          <th scope="col">{say("transfers-drafts-column-type")}</th>
          <th scope="col">{say("transfers-drafts-column-destination")}</th>
          <th scope="col">{say("transfers-drafts-column-departure")}</th>
          <th scope="col" className="drafts-number">
            {say("transfers-drafts-column-packages")}
          </th>
          <th scope="col">{say("transfers-drafts-column-stage")}</th>
          <th scope="col">{say("transfers-drafts-column-changed")}</th>
          <th scope="col">
            <span className="unseen">{say("transfers-drafts-column-acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((head) => (
          // The title's button does the same by keyboard; the row is only a larger target for the pointer.
          <tr
            key={head.draft}
            className="drafts-row"
            onClick={(event) => {
              if (!(event.target as Element).closest("button")) {
                open(head);
              }
            }}
          >
            <th scope="row">
              <button
                type="button"
                className="drafts-open"
                data-draft={head.draft}
                title={head.title}
                onClick={() => open(head)}
                onKeyDown={(event) => {
                  if (event.key === "Delete") {
                    onDelete(head);
                  } else {
                    step(event);
                  }
                }}
              >
                {unbroken(head.title)}
              </button>
            </th>
            {licenses > 1 ? <td className="quiet unbroken">{head.license}</td> : null}
            <td>{head.transfer_type}</td>
            <td className="drafts-party" title={head.recipient}>
              {unbroken(head.recipient)}
            </td>
            <td>{timeWords(head.departure)}</td>
            <td className="drafts-number">{count(head.packages)}</td>
            <td>
              <StageChip head={head} />
            </td>
            <td
              className="quiet"
              title={head.made_by ? say("transfers-drafts-made-by", { who: head.made_by }) : undefined}
            >
              {clock(head.changed_at, now)}
            </td>
            <td className="drafts-acts">
              <IconButton
                icon="copy"
                label={say("transfers-drafts-copy", { title: head.title })}
                disabled={busy}
                onClick={() => make(head.license, head.draft)}
              />
              <IconButton
                icon="trash"
                label={say("transfers-drafts-delete", { title: head.title })}
                onClick={() => onDelete(head)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
