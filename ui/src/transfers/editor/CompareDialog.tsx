import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import "./compare.css";
import { instantWords } from "../../app/time";
import { counted } from "../../app/words";
import { Button, Dialog, ErrorNotice, Later, TagText } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftCompared } from "../../platform";
import { useDraft } from "../draft/use-draft";
import { DRAFTS } from "../drafts/queries";
import { useEditor } from "./editor-context";

/** Both versions side by side, after the template was changed on the state's site: the person says which counts. */
export function CompareDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { store } = useEditor();
  const number = useDraft(store, (view) => view.draft.head.draft);
  const { data, error } = useQuery<DraftCompared, DeskFailure>({
    queryKey: [...DRAFTS, "compare", number],
    queryFn: () => call("draft_compare", { draft: number }),
    staleTime: 0,
    gcTime: 0,
  });
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const settle = (take_theirs: boolean) => {
    setBusy(true);
    setFailure(null);
    store
      .command((request_id, draft) => call("draft_settle", { request_id, draft, take_theirs }))
      .then(onClose)
      .catch((thrown) => {
        setFailure(asDeskFailure(thrown));
        setBusy(false);
      });
  };
  return (
    <Dialog
      open
      wide
      reading
      onClose={onClose}
      title="The template was changed on the state’s site"
      lead={
        data
          ? `The state’s version is from ${instantWords(data.changed_at)}. Nothing is changed before you choose.`
          : ""
      }
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button disabled={busy || !data} onClick={() => settle(true)}>
            Take the state’s version
          </Button>
          <Button look="main" disabled={busy || !data} onClick={() => settle(false)}>
            Keep mine and send it again
          </Button>
        </>
      }
    >
      {error ? <ErrorNotice error={error} /> : null}
      {failure ? <ErrorNotice error={failure} /> : null}
      {data ? (
        <Both compared={data} />
      ) : error ? null : (
        <Later>
          <p className="quiet">Comparing…</p>
        </Later>
      )}
    </Dialog>
  );
}

function Both({ compared }: { compared: DraftCompared }): ReactElement {
  const { fields, only_here, only_there } = compared;
  if (fields.length + only_here.length + only_there.length === 0) {
    return <p>The two say the same now.</p>;
  }
  return (
    <>
      {fields.length > 0 ? (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Here</th>
              <th scope="col">In the state</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.what}>
                <th scope="row">{field.what}</th>
                <td>{field.here || <span className="quiet">empty</span>}</td>
                <td>{field.there || <span className="quiet">empty</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="compare-tags">
        <Tags title="Only here" tags={only_here} />
        <Tags title="Only in the state" tags={only_there} />
      </div>
    </>
  );
}

function Tags({ title, tags }: { title: string; tags: string[] }): ReactElement | null {
  return tags.length > 0 ? (
    <div>
      <h3 className="check-title">
        {title} <span className="quiet">{counted(tags.length, "package")}</span>
      </h3>
      <ul>
        {tags.map((tag) => (
          <li key={tag}>
            <TagText tag={tag} />
          </li>
        ))}
      </ul>
    </div>
  ) : null;
}
