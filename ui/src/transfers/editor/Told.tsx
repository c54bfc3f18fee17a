import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useShowOutbox } from "../../app/frame/frame-state";
import { storyQuery } from "../../outbox/lines";
import { Button, Details, ErrorNotice, Notice } from "../../parts";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";

/** What the person must know before they go on with this draft. */
export function Told({ onCompare }: { onCompare: () => void }): ReactElement | null {
  const { store, editable } = useEditor();
  const refused = useDraft(store, (view) => view.refused);
  const changedThere = useDraft(store, (view) => view.draft.changed_there);
  const trouble = useDraft(store, ({ draft }) => (draft.head.stage === "trouble" ? draft.intent : null));
  if (!refused && editable && !changedThere && trouble === null) {
    return null;
  }
  return (
    <div className="draft-told">
      {refused ? (
        <ErrorNotice error={refused} actions={<Button onClick={() => store.forgetRefusal()}>Put away</Button>} />
      ) : null}
      {trouble === null ? null : <Trouble intent={trouble} />}
      {changedThere ? (
        <Notice
          tone="warn"
          title="The template was changed on the state’s site since you sent it."
          actions={<Button onClick={onCompare}>Compare…</Button>}
        >
          <p>Yours is kept as it is. Compare the two and choose which one counts.</p>
        </Notice>
      ) : null}
      {editable ? null : (
        <Notice tone="info" title="A manifest was registered from this draft, so it can no longer be changed.">
          <p>To send something else, copy it.</p>
        </Notice>
      )}
    </div>
  );
}

/** Why the state refused the template, or why a person must decide, with the way to its report. */
function Trouble({ intent }: { intent: number }): ReactElement {
  const { store } = useEditor();
  const words = useDraft(store, (view) => view.draft.head.stage_words);
  const showOutbox = useShowOutbox();
  const { data } = useQuery(storyQuery(intent));
  return (
    <Notice
      tone="warn"
      title={`${words}.`}
      actions={
        <Button icon="outbox" onClick={() => showOutbox({ group: data?.line.group ?? "refused", intent })}>
          Show its report
        </Button>
      }
    >
      {data ? (
        <>
          <p>{[data.line.happened, data.line.safe].filter(Boolean).join(" ")}</p>
          <p>{data.line.now}</p>
          <Details text={data.line.said} />
        </>
      ) : null}
    </Notice>
  );
}
