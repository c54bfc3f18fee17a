import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import "./actions.css";
import { takeOutbox, useSnapshot } from "../app/desk";
import { useCommands } from "../app/frame/commands";
import { keyName } from "../app/support/keys";
import { Button, ErrorNotice, IconButton, Notice } from "../parts";
import { asDeskFailure, call, type DeskFailure, newRequestId, type OutboxDone } from "../platform";
import { say } from "../words";
import type { JustQueued } from "./actions-state";

/** How long what was queued can be undone here; afterwards the Outbox does it. */
export const UNDO_MS = 10_000;
/** How long an undo is told of. */
const TOLD_MS = 6_000;

/** What an undo did, in words. */
export function undoneWords({ changed, refused }: OutboxDone): { title: string; words: string } {
  const title = changed > 0 ? say("actions-undone", { count: changed }) : say("actions-undone-none");
  if (refused.length === 0) {
    return { title, words: "" };
  }
  return { title, words: say("actions-undone-not", { count: refused.length, why: refused[0]?.sentence ?? "" }) };
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [role='dialog']") !== null;
}

/** Says what was queued, and takes it back if the person says so. Stays while it is pointed at or has the focus. */
export function QueuedNotice({ just, onGone }: { just: JustQueued; onGone: () => void }): ReactElement {
  const client = useQueryClient();
  const { platform, outbox } = useSnapshot();
  // With a connection a report leaves within moments: then there is nothing to take back, and that is said.
  const left = outbox.revision > just.queued.outbox.revision && outbox.waiting === 0;
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<OutboxDone | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const going = useRef(false);

  const leave = () => {
    const focused = box.current?.contains(document.activeElement) === true;
    onGone();
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
      const undone = await call("outbox_withdraw", { request_id: newRequestId(), intents: just.queued.intents });
      takeOutbox(client, undone.outbox);
      setDone(undone);
    } catch (thrown) {
      setFailure(asDeskFailure(thrown));
    } finally {
      going.current = false;
      setBusy(false);
    }
  };

  const why = done
    ? say("palette-undone")
    : left
      ? say("actions-gone-out", { count: just.queued.intents.length })
      : null;
  useCommands({ undo: why ?? { act: () => void undo() } });

  const latest = useRef({ leave, undo });
  useEffect(() => {
    latest.current = { leave, undo };
  });
  const stays = held || busy || failure !== null || (done?.refused.length ?? 0) > 0;
  useEffect(() => {
    if (stays) {
      return;
    }
    const timer = setTimeout(() => latest.current.leave(), done ? TOLD_MS : UNDO_MS);
    return () => clearTimeout(timer);
  }, [stays, done]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (mod && event.key.toLowerCase() === "z" && !typing(event.target)) {
        event.preventDefault();
        void latest.current.undo();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const told = done ? undoneWords(done) : null;
  return (
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
      {failure ? (
        <ErrorNotice
          error={failure}
          actions={
            <>
              <Button onClick={() => void undo()}>{say("common-try-again")}</Button>
              <IconButton label={say("common-dismiss")} icon="close" onClick={leave} />
            </>
          }
        />
      ) : (
        <Notice
          live
          tone={told?.words ? "warn" : told ? "info" : "good"}
          title={told?.title ?? just.queued.sentence}
          actions={
            <>
              {told ? null : (
                <Button
                  aria-keyshortcuts="Control+Z Meta+Z"
                  aria-disabled={left ? true : undefined}
                  disabled={busy}
                  onClick={() => void undo()}
                >
                  {say("actions-undo")} <kbd className="keys">{keyName("Mod+Z", platform)}</kbd>
                </Button>
              )}
              <IconButton label={say("common-dismiss")} icon="close" onClick={leave} />
            </>
          }
        >
          {told?.words ? <p>{told.words}</p> : null}
          {left && !told ? <p>{say("actions-gone-out", { count: just.queued.intents.length })}</p> : null}
        </Notice>
      )}
    </div>
  );
}
