import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import "./editor.css";
import { Button, ErrorNotice, IconButton, Later } from "../../parts";
import { type Begun, setTransfersAt } from "../at";
import type { DraftStore } from "../draft/draft-store";
import { useCheck, useDraft, useOpenDraft } from "../draft/use-draft";
import { DeleteDraft } from "../drafts/DeleteDraft";
import { useMakeDraft } from "../drafts/NewTransfer";
import { useDraftChoices } from "../drafts/queries";
import { StageChip } from "../drafts/StageChip";
import { CompareDialog } from "./CompareDialog";
import { Editor, focusTitle, Problems } from "./editor-context";
import { HeadForm } from "./HeadForm";
import { LinesSection } from "./lines/LinesSection";
import { Saving } from "./Saving";
import { SendButton } from "./SendButton";
import { SheetMenu } from "./SheetMenu";
import { takesKeys } from "./scan";
import { CheckPanel } from "./side/CheckPanel";
import { RegisterSteps, Timeline } from "./side/Timeline";
import { problemsOf } from "./spots";
import { Told } from "./Told";

/** A draft in the whole place. Everything typed is on the disk at once; leaving it loses nothing. */
export function DraftEditor({ number, begun }: { number: number; begun: Begun | undefined }): ReactElement {
  const { store, failure } = useOpenDraft(number);
  const back = useCallback(() => setTransfersAt({ open: null, from: number }), [number]);
  if (store) {
    return <Opened store={store} begun={begun} onBack={back} />;
  }
  return (
    <section className="draft" aria-label="Transfer">
      <div className="draft-strip">
        <BackButton onBack={back} />
      </div>
      {failure ? (
        <div className="grid-failure">
          <ErrorNotice error={failure} />
        </div>
      ) : (
        <Later>
          <p className="grid-opening">Opening…</p>
        </Later>
      )}
    </section>
  );
}

function BackButton({ onBack }: { onBack: () => void }): ReactElement {
  return (
    <Button look="quiet" icon="arrowLeft" onClick={onBack}>
      Drafts
    </Button>
  );
}

function Opened({
  store,
  begun,
  onBack,
}: {
  store: DraftStore;
  begun: Begun | undefined;
  onBack: () => void;
}): ReactElement {
  // Only what changes seldom: at a key, nothing but the field is drawn again.
  const licence = useDraft(store, (view) => view.draft.head.licence);
  const title = useDraft(store, (view) => view.draft.head.title);
  const editable = useDraft(store, (view) => view.draft.editable);
  const begunTyping = useDraft(store, ({ draft: { head } }) => head.stage !== "draft" || head.packages > 0);
  const toRegister = useDraft(store, ({ draft: { head } }) => head.stage === "template" && !head.changed_since_sent);
  const choices = useDraftChoices(licence);
  const checked = useCheck(store);
  const [said, setSaid] = useState({ turn: 0, words: "" });
  const [comparing, setComparing] = useState(false);
  const say = useCallback((words: string) => setSaid(({ turn }) => ({ turn: turn + 1, words })), []);
  const editor = useMemo(() => ({ store, editable, say }), [store, editable, say]);
  // A draft nobody has typed into yet is not told off for being empty.
  const { check } = checked;
  const problems = useMemo(() => problemsOf(begunTyping && check ? check.findings : []), [begunTyping, check]);
  return (
    <Editor value={editor}>
      <section
        className="draft"
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented && !takesKeys(event.target)) {
            onBack();
          }
        }}
      >
        <DraftStrip store={store} onBack={onBack} send={<SendButton checked={checked} />} />
        <div className="draft-body">
          <Timeline />
          <Told onCompare={() => setComparing(true)} />
          <div className="draft-top">
            <Problems value={problems}>
              <HeadForm choices={choices} />
            </Problems>
            <aside className="draft-side" aria-label="Check">
              {toRegister ? <RegisterSteps licence={licence} title={title} /> : null}
              {editable ? <CheckPanel checked={checked} /> : null}
            </aside>
          </div>
          <LinesSection choices={choices} begun={begun} />
        </div>
        <p className="draft-said" role="status">
          {said.words ? <span key={said.turn}>{said.words}</span> : null}
        </p>
        {comparing ? <CompareDialog onClose={() => setComparing(false)} /> : null}
      </section>
    </Editor>
  );
}

/** The way back, what it is, whether it is saved, and what can be done with it. */
function DraftStrip({ store, onBack, send }: { store: DraftStore; onBack: () => void; send: ReactNode }): ReactElement {
  const head = useDraft(store, (view) => view.draft.head);
  const template = useDraft(store, ({ draft }) => draft.template !== null && draft.editable);
  useEffect(focusTitle, []);
  const { busy, make } = useMakeDraft();
  const [deleting, setDeleting] = useState(false);
  return (
    <header className="draft-strip">
      <BackButton onBack={onBack} />
      <h2 className="draft-title" id="draft-title" tabIndex={-1} title={head.title}>
        {head.title}
      </h2>
      <StageChip head={head} />
      <span className="grid-strip-gap" />
      <Saving />
      <SheetMenu />
      <IconButton icon="copy" label="Copy this draft" disabled={busy} onClick={() => make(head.licence, head.draft)} />
      <IconButton icon="trash" label="Delete this draft…" onClick={() => setDeleting(true)} />
      {send}
      {deleting ? (
        <DeleteDraft head={head} template={template} onClose={() => setDeleting(false)} onDone={onBack} />
      ) : null}
    </header>
  );
}
