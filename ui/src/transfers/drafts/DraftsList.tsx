import { type ReactElement, type ReactNode, useState } from "react";
import { fits } from "../../base/fits";
import { SearchSlot, TotalsSlot, useArrival, useFrame } from "../../base/frame-state";
import {
  Button,
  ErrorNotice,
  Later,
  ListPlace,
  Reason,
  SearchBox,
  Strip,
  StripFailure,
  StripGap,
  StripOpening,
} from "../../parts";
import type { DraftHead } from "../../platform";
import { say } from "../../words";
import { DeleteDraft } from "./DeleteDraft";
import { DraftsTable } from "./DraftsTable";
import { NewTransfer } from "./NewTransfer";
import { useDrafts } from "./queries";

/** The drafts in which each word is found. */
export function draftsFound(drafts: readonly DraftHead[], wanted: string): DraftHead[] {
  return drafts.filter((draft) => {
    const text = [
      draft.title,
      draft.recipient,
      draft.transfer_type,
      draft.stage_words,
      draft.departure,
      draft.made_by,
      draft.license,
    ].join(" ");
    return fits(wanted, text) > 0;
  });
}

/** Puts the focus on the first draft; where there is none, on the tab that says so. */
function focusFirst(): void {
  const [draft, tab] = ["[data-draft]", "#place [role='tab'][aria-selected='true']"];
  (document.querySelector<HTMLElement>(draft) ?? document.querySelector<HTMLElement>(tab))?.focus();
}

/** The transfers drafted on this computer, the last changed first. */
export function DraftsList({ tabs }: { tabs: ReactNode }): ReactElement {
  const { shown } = useFrame();
  const { data, error, refetch } = useDrafts(shown.map((license) => license.number));
  const [search, setSearch] = useState("");
  const [deleting, setDeleting] = useState<DraftHead | null>(null);
  const drafts = data?.drafts ?? [];
  const found = draftsFound(drafts, search);
  useArrival(data !== undefined, focusFirst);
  return (
    <ListPlace label={say("transfers-drafts")}>
      <SearchSlot>
        <SearchBox label={say("transfers-drafts-search")} value={search} onChange={setSearch} onLeave={focusFirst} />
      </SearchSlot>
      <Strip>
        {tabs}
        <StripGap />
        {drafts.length > 0 ? <NewTransfer look="main" /> : null}
      </Strip>
      {error ? (
        <StripFailure>
          <ErrorNotice
            error={error}
            actions={<Button onClick={() => void refetch()}>{say("common-try-again")}</Button>}
          />
        </StripFailure>
      ) : null}
      <div className="drafts">
        {found.length > 0 ? (
          <DraftsTable drafts={found} licenses={shown.length} onDelete={setDeleting} />
        ) : data ? (
          <None search={search} any={drafts.length > 0} onClear={() => setSearch("")} />
        ) : error ? null : (
          <Later>
            <StripOpening>{say("transfers-opening")}</StripOpening>
          </Later>
        )}
      </div>
      <TotalsSlot>
        {data ? <span className="quiet">{say("transfers-drafts-count", { count: found.length })}</span> : null}
      </TotalsSlot>
      {deleting ? <DeleteDraft head={deleting} onClose={() => setDeleting(null)} /> : null}
    </ListPlace>
  );
}

function None({ search, any, onClear }: { search: string; any: boolean; onClear: () => void }): ReactElement {
  return any ? (
    <Reason
      icon="search"
      title={say("transfers-drafts-not-found", { words: search.trim() })}
      actions={<Button onClick={onClear}>{say("transfers-drafts-clear-search")}</Button>}
    >
      <p>{say("transfers-drafts-not-found-more")}</p>
    </Reason>
  ) : (
    <Reason icon="truck" title={say("transfers-drafts-none")} actions={<NewTransfer />}>
      <p>{say("transfers-drafts-none-more")}</p>
    </Reason>
  );
}
