import { type KeyboardEvent, type ReactElement, useEffect } from "react";
import { clock, timeWords, useNow } from "../../app/time";
import { count } from "../../app/words";
import { IconButton } from "../../parts";
import type { DraftHead } from "../../platform";
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
  licences,
  onDelete,
}: {
  drafts: DraftHead[];
  /** How many licences are shown: with several, whose draft it is is said. */
  licences: number;
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
          <th scope="col">Transfer</th>
          {licences > 1 ? <th scope="col">From</th> : null}
          <th scope="col">Type</th>
          <th scope="col">Destination</th>
          <th scope="col">Departure</th>
          <th scope="col" className="drafts-number">
            Packages
          </th>
          <th scope="col">Stage</th>
          <th scope="col">Changed</th>
          <th scope="col">
            <span className="unseen">Copy and delete</span>
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
                onClick={() => open(head)}
                onKeyDown={(event) => {
                  if (event.key === "Delete") {
                    onDelete(head);
                  } else {
                    step(event);
                  }
                }}
              >
                {head.title}
              </button>
            </th>
            {licences > 1 ? <td className="quiet">{head.licence}</td> : null}
            <td>{head.transfer_type}</td>
            <td>{head.recipient}</td>
            <td>{timeWords(head.departure)}</td>
            <td className="drafts-number">{count(head.packages)}</td>
            <td>
              <StageChip head={head} />
            </td>
            <td className="quiet" title={head.made_by ? `Made by ${head.made_by}` : undefined}>
              {clock(head.changed_at, now)}
            </td>
            <td className="drafts-acts">
              <IconButton
                icon="copy"
                label={`Copy ${head.title}`}
                disabled={busy}
                onClick={() => make(head.licence, head.draft)}
              />
              <IconButton icon="trash" label={`Delete ${head.title}`} onClick={() => onDelete(head)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
