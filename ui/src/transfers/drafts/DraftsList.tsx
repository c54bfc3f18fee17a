import { type ReactElement, type ReactNode, useState } from "react";
import { SearchSlot, TotalsSlot, useFrame } from "../../app/frame/frame-state";
import { counted } from "../../app/words";
import { Button, ErrorNotice, Later, Reason, SearchBox } from "../../parts";
import type { DraftHead } from "../../platform";
import { DeleteDraft } from "./DeleteDraft";
import { DraftsTable } from "./DraftsTable";
import { NewTransfer } from "./NewTransfer";
import { useDrafts } from "./queries";

/** The drafts in which each word is found. */
export function draftsFound(drafts: readonly DraftHead[], wanted: string): DraftHead[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return drafts.filter((draft) => {
    const text = [
      draft.title,
      draft.recipient,
      draft.transfer_type,
      draft.stage_words,
      draft.departure,
      draft.made_by,
      draft.licence,
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The transfers drafted on this computer, the last changed first. */
export function DraftsList({ tabs }: { tabs: ReactNode }): ReactElement {
  const { shown } = useFrame();
  const { data, error, refetch } = useDrafts(shown.map((licence) => licence.number));
  const [search, setSearch] = useState("");
  const [deleting, setDeleting] = useState<DraftHead | null>(null);
  const drafts = data?.drafts ?? [];
  const found = draftsFound(drafts, search);
  return (
    <section className="grid-place" aria-label="Drafted transfers">
      <SearchSlot>
        <SearchBox
          label="Search drafts"
          value={search}
          onChange={setSearch}
          onLeave={() => document.querySelector<HTMLElement>("[data-draft]")?.focus()}
        />
      </SearchSlot>
      <div className="grid-strip">
        {tabs}
        <span className="grid-strip-gap" />
        {drafts.length > 0 ? <NewTransfer /> : null}
      </div>
      {error ? (
        <div className="grid-failure">
          <ErrorNotice error={error} actions={<Button onClick={() => void refetch()}>Try again</Button>} />
        </div>
      ) : null}
      <div className="drafts">
        {found.length > 0 ? (
          <DraftsTable drafts={found} licences={shown.length} onDelete={setDeleting} />
        ) : data ? (
          <None search={search} any={drafts.length > 0} onClear={() => setSearch("")} />
        ) : error ? null : (
          <Later>
            <p className="grid-opening">Opening…</p>
          </Later>
        )}
      </div>
      <TotalsSlot>{data ? <span className="quiet">{counted(found.length, "draft")}</span> : null}</TotalsSlot>
      {deleting ? <DeleteDraft head={deleting} onClose={() => setDeleting(null)} /> : null}
    </section>
  );
}

function None({ search, any, onClear }: { search: string; any: boolean; onClear: () => void }): ReactElement {
  return any ? (
    <Reason
      icon="search"
      title={`No draft matches “${search.trim()}”`}
      actions={<Button onClick={onClear}>Clear the search</Button>}
    >
      <p>Each word must be found in a draft’s name, destination, type or stage.</p>
    </Reason>
  ) : (
    <Reason icon="truck" title="No drafts yet" actions={<NewTransfer />}>
      <p>
        Prepare a transfer here at any time, with or without a connection. Every change is kept on this computer at
        once; the state hears of it only when you send it.
      </p>
    </Reason>
  );
}
