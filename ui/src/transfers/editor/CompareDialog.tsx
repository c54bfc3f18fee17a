import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import "./compare.css";
import { instantWords } from "../../base/time";
import { Button, Dialog, ErrorNotice, Later, TagText } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type DraftCompared } from "../../platform";
import { say } from "../../words";
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
      title={say("draft-compare-title")}
      lead={data ? say("draft-compare-lead", { time: instantWords(data.changed_at) }) : ""}
      actions={
        <>
          <Button onClick={onClose}>{say("draft-compare-later")}</Button>
          <Button disabled={busy || !data} onClick={() => settle(true)}>
            {say("draft-compare-theirs")}
          </Button>
          <Button look="main" disabled={busy || !data} onClick={() => settle(false)}>
            {say("draft-compare-mine")}
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
          <p className="quiet">{say("draft-compare-reading")}</p>
        </Later>
      )}
    </Dialog>
  );
}

function Both({ compared }: { compared: DraftCompared }): ReactElement {
  const { fields, only_here, only_there } = compared;
  if (fields.length + only_here.length + only_there.length === 0) {
    return <p>{say("draft-compare-same")}</p>;
  }
  return (
    <>
      {fields.length > 0 ? (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{say("draft-compare-field")}</th>
              <th scope="col">{say("draft-compare-here")}</th>
              <th scope="col">{say("draft-compare-there")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.what}>
                <th scope="row">{field.what}</th>
                <td>{field.here || <span className="quiet">{say("draft-compare-empty")}</span>}</td>
                <td>{field.there || <span className="quiet">{say("draft-compare-empty")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="compare-tags">
        <Tags title={say("draft-compare-only-here")} tags={only_here} />
        <Tags title={say("draft-compare-only-there")} tags={only_there} />
      </div>
    </>
  );
}

function Tags({ title, tags }: { title: string; tags: string[] }): ReactElement | null {
  return tags.length > 0 ? (
    <div>
      <h3 className="check-title">
        {title} <span className="quiet">{say("common-packages", { count: tags.length })}</span>
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
