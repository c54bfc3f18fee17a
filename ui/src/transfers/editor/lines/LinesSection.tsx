import { memo, type ReactElement, useRef, useState } from "react";
import "./lines.css";
import { useFrame } from "../../../base/frame-state";
import {
  asDeskFailure,
  call,
  type DraftChoices,
  type FileHandle,
  newRequestId,
  type TagQuestion as Question,
  type TagAnswer,
  type TagSource,
} from "../../../platform";
import { say } from "../../../words";
import type { Begun } from "../../at";
import { lineKey, MOST_LINES } from "../../draft/draft-store";
import { useDraft } from "../../draft/use-draft";
import { focusField, useEditor } from "../editor-context";
import { isSent } from "../SendButton";
import { AddBar } from "./AddBar";
import { DropOverlay } from "./DropOverlay";
import { LinesTable } from "./LinesTable";
import { PasteTags } from "./PasteTags";
import { type Outcome, Refusals } from "./Refusals";
import { TagQuestion } from "./TagQuestion";

/** A source of which something is to be answered before any of it is added. */
interface Asked {
  source: TagSource;
  /** What was answered so far. */
  answers: TagAnswer[];
  /** What is to be answered still, one after another. */
  questions: Question[];
}

/** What is said of a draft that was made with packages. */
function begunOutcome({ added, refused }: Begun): Outcome {
  const sentence =
    added === 0
      ? say("draft-begun-none", { count: refused.length })
      : say("draft-begun-some", { added, refused: refused.length });
  return { sentence, refused, session: null, seenBefore: "", readAs: "" };
}

/** The packages: ways to add them, what was refused, and the lines. */
export const LinesSection = memo(function LinesSection({
  choices,
  begun,
}: {
  choices: DraftChoices;
  begun?: Begun | undefined;
}): ReactElement {
  const { store, editable, announce } = useEditor();
  const { tell } = useFrame();
  const empty = useDraft(store, (view) => view.order.length === 0);
  const sent = useDraft(store, (view) => isSent(view.draft.head));
  const [outcome, setOutcome] = useState<Outcome | null>(() =>
    begun && begun.refused.length > 0 ? begunOutcome(begun) : null,
  );
  // Another for every file and paste, so that what was said of the last one is not taken for this one's.
  const [turn, setTurn] = useState(0);
  const [pasting, setPasting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const question = asked[0]?.questions[0];
  const going = useRef(false);
  const failed = (thrown: unknown) => {
    const failure = asDeskFailure(thrown);
    if (failure.code !== "cancelled") {
      tell(failure);
    }
  };

  const add = async (source: TagSource, answers: TagAnswer[] = []) => {
    setBusy(true);
    try {
      const done = await store.addTags(source, answers);
      if (done.questions.length > 0) {
        setAsked((before) => [...before, { source, answers, questions: done.questions }]);
        tell(null);
        return;
      }
      setTurn((before) => before + 1);
      setOutcome({
        sentence: done.sentence,
        refused: done.refused,
        session: done.session,
        seenBefore: done.seen_before,
        readAs: done.read_as,
      });
      tell(null);
    } catch (thrown) {
      failed(thrown);
    } finally {
      setBusy(false);
    }
  };
  const answered = (answer: TagAnswer) => {
    const [first, ...others] = asked;
    if (first) {
      const answers = [...first.answers.filter((each) => each.source !== answer.source), answer];
      const questions = first.questions.slice(1);
      setAsked(questions.length > 0 ? [{ ...first, answers, questions }, ...others] : others);
      if (questions.length === 0) {
        void add(first.source, answers);
      }
    }
  };
  const addFiles = (files: FileHandle[]) => {
    if (files.length > 0 && store.view().draft.editable) {
      void add({ source: "files", handles: files.map((file) => file.handle) });
    }
  };
  const chooseFiles = () => {
    if (going.current) {
      return;
    }
    going.current = true;
    call("files_choose", { request_id: newRequestId() })
      .then(({ files }) => addFiles(files), failed)
      .finally(() => {
        going.current = false;
      });
  };
  const addLines = (count: number) => {
    const room = MOST_LINES - store.view().order.length;
    store
      .addLines(count)
      .then((first) => {
        if (count > room) {
          announce(say("draft-added-room", { count: room, most: MOST_LINES }));
        }
        if (first !== undefined) {
          requestAnimationFrame(() => focusField(lineKey(first, "tag")));
        }
      })
      .catch(failed);
  };
  const removeEmpty = () => {
    const lines = store.emptyLines();
    store
      .removeLines(lines)
      .then(() => {
        announce(say("draft-empty-removed", { count: lines.length }));
        focusField("scanner");
      })
      .catch(failed);
  };

  return (
    <section className="draft-lines" aria-label={say("draft-lines")}>
      <AddBar
        onLines={addLines}
        onFiles={chooseFiles}
        onPaste={() => setPasting(true)}
        onEmpty={removeEmpty}
        onRows={(text) => void add({ source: "pasted", text })}
        busy={busy}
      />
      {question ? (
        <TagQuestion
          key={`${asked.length} ${question.source} ${question.sentence}`}
          question={question}
          onAnswer={answered}
          onClose={() => setAsked((before) => before.slice(1))}
        />
      ) : null}
      {/* What did not come along is no matter any more once the rest is sent; a change brings it back. */}
      {outcome && !sent ? <Refusals key={turn} outcome={outcome} onClose={() => setOutcome(null)} /> : null}
      {empty ? (
        <p className="lines-none">{say(editable ? "draft-lines-none" : "draft-lines-none-registered")}</p>
      ) : (
        <LinesTable choices={choices} onPasteTags={(text) => void add({ source: "pasted", text })} />
      )}
      {pasting ? (
        <PasteTags onClose={() => setPasting(false)} onAdd={(text) => void add({ source: "pasted", text })} />
      ) : null}
      {editable ? <DropOverlay onFiles={addFiles} onNoFile={failed} /> : null}
    </section>
  );
});
