import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { Keys } from "../parts";
import "./actions.css";
import { useCommands } from "../base/commands";
import { takeOutbox, useSnapshot } from "../base/desk";
import { useFrame } from "../base/frame-state";
import { keyName } from "../base/keys";
import { Button, ErrorNotice, Icon, IconButton, Message, Notice } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId, type OutboxDone } from "../platform";
import { nodes, say } from "../words";
import { type JustQueued, useUndo } from "./actions-state";
import { DeniedNotice } from "./DeniedNotice";
import { useFate } from "./fate";

/** How long what was queued can be undone here; afterwards the Outbox does it. */
export const UNDO_MS = 10_000;
/** How long it is told of an undo, and of what the state recorded. */
export const TOLD_MS = 6_000;

/** What an undo did, in words. */
export function undoneWords({ changed, refused }: OutboxDone): { title: string; words: string } {
  const title = changed > 0 ? say("actions-undone", { count: changed }) : say("actions-undone-none");
  if (refused.length === 0) {
    return { title, words: "" };
  }
  return { title, words: say("actions-undone-not", { count: refused.length, why: refused[0]?.sentence ?? "" }) };
}

/**
 * Says what was queued, and takes it back if the person says so; stays while it is pointed at or has the focus. Then it
 * follows the reports unseen, and tells where the state refused one or a person has to decide.
 */
export function QueuedNotice({ just, onOver }: { just: JustQueued; onOver: () => void }): ReactElement | null {
  const client = useQueryClient();
  const { outbox } = useSnapshot();
  const { place, outboxAt } = useFrame();
  const { intents, sentence } = just.queued;
  const fate = useFate(intents);
  // With a connection a report leaves within moments: then there is nothing to take back, and that is said.
  const left = outbox.revision > just.queued.outbox.revision && outbox.waiting === 0;
  const [gone, setGone] = useState(false);
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<OutboxDone | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const going = useRef(false);

  const denied = (fate.is === "refused" || fate.is === "needs_you") && !done ? fate : null;
  const recorded = fate.is === "recorded" && !done;
  // Who looks at the report knows; and what became of all that waited for a connection is told together.
  const known =
    (place === "outbox" && denied?.lines.some(({ intent }) => intent === outboxAt?.intent)) ||
    (gone && outbox.summary !== null);
  const over = denied ? known : gone && (recorded || fate.is === "over");

  const leave = () => {
    const focused = box.current?.contains(document.activeElement) === true;
    if (done || denied || recorded) {
      onOver();
    } else {
      setGone(true);
    }
    if (focused) {
      just.back?.();
    }
  };
  const undo = async () => {
    if (going.current || done || left) {
      return;
    }
    going.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const undone = await call("outbox_withdraw", { request_id: newRequestId(), intents });
      takeOutbox(client, undone.outbox);
      setDone(undone);
    } catch (thrown) {
      setFailure(asDeskFailure(thrown));
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  useUndo(gone || done || denied || recorded ? null : undo);

  const out = left || denied !== null || recorded;
  const why = done ? say("palette-undone") : out ? say("palette-gone-out", { count: intents.length }) : null;
  // One that is followed unseen says nothing beside what was queued after it.
  useCommands(gone ? {} : { undo: why ?? { act: () => void undo() } });

  const latest = useRef({ leave, onOver });
  useEffect(() => {
    latest.current = { leave, onOver };
  });
  const stays = held || busy || gone || failure !== null || denied !== null || (done?.refused.length ?? 0) > 0;
  const brief = done !== null || recorded;
  useEffect(() => {
    if (stays) {
      return;
    }
    const timer = setTimeout(() => latest.current.leave(), brief ? TOLD_MS : UNDO_MS);
    return () => clearTimeout(timer);
  }, [stays, brief]);
  useEffect(() => {
    if (over) {
      latest.current.onOver();
    }
  }, [over]);

  const inBox = (children: ReactNode) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while it is pointed at or has the focus
    <div
      ref={box}
      className="queued-notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(box.current?.contains(document.activeElement) === true)}
      onFocus={() => setHeld(true)}
      onBlur={(event) => setHeld(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          leave();
        }
      }}
    >
      {children}
    </div>
  );
  const dismiss = <IconButton label={say("common-dismiss")} icon="close" onClick={leave} />;
  if (over) {
    return null;
  }
  if (failure) {
    return (
      <Message weight="asks" now>
        {inBox(
          <ErrorNotice
            error={failure}
            actions={
              <>
                <Button onClick={() => void undo()}>{say("common-try-again")}</Button>
                {dismiss}
              </>
            }
          />,
        )}
      </Message>
    );
  }
  if (denied) {
    return (
      <Message key="denied" weight="asks">
        {inBox(<DeniedNotice is={denied.is} lines={denied.lines} dismiss={dismiss} onShown={onOver} />)}
      </Message>
    );
  }
  if (done) {
    const { title, words } = undoneWords(done);
    return (
      <Message weight="queued">
        {inBox(
          <Notice live tone={words ? "warn" : "info"} title={title} actions={dismiss}>
            {words ? <p>{words}</p> : null}
          </Notice>,
        )}
      </Message>
    );
  }
  if (gone) {
    return null;
  }
  if (recorded) {
    return (
      <Message key="recorded" weight="quiet">
        {inBox(
          <Notice live tone="good" title={say("actions-recorded", { count: intents.length })} actions={dismiss} />,
        )}
      </Message>
    );
  }
  const words = nodes("actions-queued", { sentence: <span>{sentence}</span> });
  const undoing = <UndoButton left={left} busy={busy} onUndo={() => void undo()} />;
  return (
    <Message
      weight="queued"
      kept={
        left ? null : (
          <div className="queued-notice queued-kept">
            <Icon name="clock" />
            <span className="queued-kept-words">{words}</span>
            {undoing}
          </div>
        )
      }
    >
      {inBox(
        <Notice
          live
          tone="info"
          icon="clock"
          title={words}
          actions={
            <>
              {undoing}
              {dismiss}
            </>
          }
        >
          {left ? <p>{say("actions-gone-out", { count: intents.length })}</p> : null}
        </Notice>,
      )}
    </Message>
  );
}

function UndoButton({ left, busy, onUndo }: { left: boolean; busy: boolean; onUndo: () => void }): ReactElement {
  const { platform } = useSnapshot();
  return (
    <Button
      aria-keyshortcuts="Control+Z Meta+Z"
      aria-disabled={left ? true : undefined}
      disabled={busy}
      onClick={onUndo}
    >
      {say("actions-undo")} <Keys>{keyName("Mod+Z", platform)}</Keys>
    </Button>
  );
}
