import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useShowOutbox } from "../../base/frame-state";
import { storyQuery } from "../../base/reports";
import { Button, Details, ErrorNotice, Notice } from "../../parts";
import { say, unbroken } from "../../words";
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
        <ErrorNotice
          error={refused}
          actions={<Button onClick={() => store.forgetRefusal()}>{say("common-dismiss")}</Button>}
        />
      ) : null}
      {trouble === null ? null : <Trouble intent={trouble} />}
      {changedThere ? (
        <Notice
          tone="warn"
          title={say("draft-changed-there")}
          actions={<Button onClick={onCompare}>{say("draft-changed-there-compare")}</Button>}
        >
          <p>{say("draft-changed-there-more")}</p>
        </Notice>
      ) : null}
      {editable ? null : (
        <Notice tone="info" title={say("draft-registered")}>
          <p>{say("draft-registered-more")}</p>
        </Notice>
      )}
    </div>
  );
}

/** Why the state refused the template, or why a person must decide, with the way to its report. */
function Trouble({ intent }: { intent: number }): ReactElement {
  const { store } = useEditor();
  const stage = useDraft(store, (view) => view.draft.head.stage_words);
  const showOutbox = useShowOutbox();
  const { data } = useQuery(storyQuery(intent));
  return (
    <Notice
      tone="warn"
      title={say("draft-trouble", { stage })}
      actions={
        <Button icon="outbox" onClick={() => showOutbox({ group: data?.line.group ?? "refused", intent })}>
          {say("draft-trouble-show")}
        </Button>
      }
    >
      {data ? (
        <>
          <p>{unbroken([data.line.happened, data.line.safe].filter(Boolean).join(" "))}</p>
          <p>{unbroken(data.line.now)}</p>
          <Details text={data.line.said} />
        </>
      ) : null}
    </Notice>
  );
}
