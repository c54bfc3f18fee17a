import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { StripFailure, StripGap, StripOpening } from "../../parts";
import "./editor.css";
import { takesKeys } from "../../base/burst";
import { useCommands } from "../../base/commands";
import { Button, ErrorNotice, IconButton, Later } from "../../parts";
import type { DraftSpot } from "../../platform";
import { say, unbroken } from "../../words";
import { type Begun, setTransfersAt } from "../at";
import type { DraftStore } from "../draft/draft-store";
import { useCheck, useDraft, useOpenDraft } from "../draft/use-draft";
import { DeleteDraft } from "../drafts/DeleteDraft";
import { useMakeDraft } from "../drafts/NewTransfer";
import { useDraftChoices } from "../drafts/queries";
import { StageChip } from "../drafts/StageChip";
import { CompareDialog } from "./CompareDialog";
import { Editor, focusField, focusTitle, Problems } from "./editor-context";
import { GROUP_OF, useFolds } from "./folds";
import { HeadForm } from "./HeadForm";
import { LinesSection } from "./lines/LinesSection";
import { Saving } from "./Saving";
import { isSent, SendButton } from "./SendButton";
import { SheetMenu } from "./SheetMenu";
import { CheckPanel } from "./side/CheckPanel";
import { type Findings, useFindings } from "./side/findings";
import { RegisterSteps, Timeline } from "./side/Timeline";
import { problemsOf, spotKey } from "./spots";
import { Told } from "./Told";

/** What was sent is not checked for sending. */
const NOTHING_FOUND: Findings = { wrong: [], toFillIn: [], warnings: [] };

/** A draft in the whole place. Everything typed is on the disk at once; leaving it loses nothing. */
export function DraftEditor({ number, begun }: { number: number; begun: Begun | undefined }): ReactElement {
  const { store, failure } = useOpenDraft(number);
  const back = useCallback(() => setTransfersAt({ open: null, from: number }), [number]);
  if (store) {
    return <Opened store={store} begun={begun} onBack={back} />;
  }
  return (
    <section className="draft" aria-label={say("draft-title")}>
      <div className="draft-strip">
        <BackButton onBack={back} />
      </div>
      {failure ? (
        <StripFailure>
          <ErrorNotice error={failure} />
        </StripFailure>
      ) : (
        <Later>
          <StripOpening>{say("transfers-opening")}</StripOpening>
        </Later>
      )}
    </section>
  );
}

function BackButton({ onBack }: { onBack: () => void }): ReactElement {
  return (
    <Button look="quiet" icon="arrowLeft" onClick={onBack}>
      {say("draft-back")}
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
  const license = useDraft(store, (view) => view.draft.head.license);
  const title = useDraft(store, (view) => view.draft.head.title);
  const editable = useDraft(store, (view) => view.draft.editable);
  const sent = useDraft(store, ({ draft: { head } }) => (isSent(head) ? head.stage : null));
  const choices = useDraftChoices(license);
  const checked = useCheck(store);
  const [said, setSaid] = useState({ turn: 0, words: "" });
  const [comparing, setComparing] = useState(false);
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ turn: turn + 1, words })), []);
  // A draft is not told off for what nobody has come to yet, until it is to be sent.
  const [tried, setTried] = useState(false);
  const told = useFindings(store, checked, tried);
  const problems = useMemo(() => problemsOf([...told.wrong, ...told.warnings]), [told]);
  // What was sent is not checked for sending any more; what is to be done with it stands first.
  const checks = editable && !sent;
  const folds = useFolds(store, checks ? told : NOTHING_FOUND);
  const { fold } = folds;
  const goTo = useCallback(
    (spot: DraftSpot) => {
      if (spot.at === "field") {
        // A field that is folded away takes no focus.
        flushSync(() => fold(GROUP_OF[spot.field], false));
      }
      focusField(spotKey(spot));
    },
    [fold],
  );
  const editor = useMemo(() => ({ store, editable, announce, goTo }), [store, editable, announce, goTo]);
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
        <DraftStrip
          store={store}
          onBack={onBack}
          send={<SendButton checked={checked} onTried={() => setTried(true)} />}
        />
        <div className="draft-body">
          <Timeline />
          <Told onCompare={() => setComparing(true)} />
          {sent ? <RegisterSteps license={license} title={title} there={sent === "template"} /> : null}
          <div className={checks ? "draft-top" : "draft-top draft-top-alone"}>
            <Problems value={problems}>
              <HeadForm choices={choices} folds={folds} />
            </Problems>
            {checks ? (
              <aside className="draft-side" aria-label={say("draft-check")}>
                <CheckPanel checked={checked} told={told} />
              </aside>
            ) : null}
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
  useCommands({
    draft_copy: { act: () => make(head.license, head.draft) },
    draft_delete: { act: () => setDeleting(true) },
  });
  return (
    <header className="draft-strip">
      <BackButton onBack={onBack} />
      <h2 className="draft-title" id="draft-title" tabIndex={-1} title={head.title}>
        {unbroken(head.title)}
      </h2>
      <StageChip head={head} />
      <StripGap />
      <Saving />
      <SheetMenu />
      <IconButton
        icon="copy"
        label={say("draft-copy")}
        disabled={busy}
        onClick={() => make(head.license, head.draft)}
      />
      <IconButton icon="trash" label={say("draft-delete")} onClick={() => setDeleting(true)} />
      {send}
      {deleting ? (
        <DeleteDraft head={head} template={template} onClose={() => setDeleting(false)} onDone={onBack} />
      ) : null}
    </header>
  );
}
