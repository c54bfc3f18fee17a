import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useState } from "react";
import { StripFailure, StripGap, StripOpening } from "../../parts";
import "./receiving.css";
import { takesKeys } from "../../base/burst";
import { useCommands } from "../../base/commands";
import { useFrame } from "../../base/frame-state";
import { clock, useNow } from "../../base/time";
import { Button, ErrorNotice, Later, SavedCorner, useSaving } from "../../parts";
import {
  asDeskFailure,
  call,
  type DeskFailure,
  type LicenseNumber,
  newRequestId,
  type TagQuestion as Question,
  type Receiving,
  type TagAnswer,
} from "../../platform";
import { nodes, say } from "../../words";
import { setTransfersAt } from "../at";
import { WriteQueue } from "../draft/write-queue";
import { TagQuestion } from "../editor/lines/TagQuestion";
import { CloseQuestion, missingOf, ReceivingSum } from "./ReceivingEnd";
import { ReceivingLists } from "./ReceivingLists";
import { type LastScan, ReceivingScan } from "./ReceivingScan";

/** The check list of an incoming transfer: a record on this computer; nothing is reported by it. */
export function ReceivingPage({ license, transfer }: { license: LicenseNumber; transfer: number }): ReactElement {
  const client = useQueryClient();
  const { tell } = useFrame();
  const [list, setList] = useState<Receiving | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [last, setLast] = useState<LastScan | null>(null);
  // Rows that were pasted, of which it is to be said which column is meant.
  const [asked, setAsked] = useState<readonly { text: string; question: Question }[]>([]);
  const saving = useSaving(tell);
  // Asked before a list is closed that is short; and that a person closed it here.
  const [asking, setAsking] = useState(false);
  const [closed, setClosed] = useState(false);
  const [turn, setTurn] = useState(0);
  // Scans come faster than answers: each waits for the one before it.
  const [queue] = useState(
    () =>
      new WriteQueue(
        () => {},
        () => {},
      ),
  );
  const [opening] = useState(newRequestId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: trying again asks anew.
  useEffect(() => {
    let gone = false;
    call("receiving_open", { request_id: opening, license, transfer }).then(
      (made) => {
        if (!gone) {
          setList(made);
          setFailure(null);
        }
      },
      (thrown) => {
        if (!gone) {
          setFailure(asDeskFailure(thrown));
        }
      },
    );
    return () => {
      gone = true;
    };
  }, [opening, license, transfer, turn]);

  const failed = (thrown: unknown) => {
    const { code } = asDeskFailure(thrown);
    if (code !== "cancelled") {
      tell(asDeskFailure(thrown));
    }
  };
  const scan = (text: string, undo = false, answer: TagAnswer | null = null) => {
    if (!list) {
      return;
    }
    const request_id = newRequestId();
    queue
      .run(() => call("receiving_scan", { request_id, receiving: list.receiving, text, undo, answer }))
      .then((done) => {
        setList(done.receiving);
        const { question } = done;
        if (question) {
          setAsked((before) => [...before, { text, question }]);
        }
        setLast((before) => ({ ...done, text, turn: (before?.turn ?? 0) + 1 }));
        tell(null);
      })
      .catch(failed);
  };
  const close = (reopen: boolean) => {
    setAsking(false);
    setClosed(!reopen);
    if (list) {
      queue
        .run(() => call("receiving_close", { request_id: newRequestId(), receiving: list.receiving, reopen }))
        .then(setList)
        .catch(failed);
    }
  };
  const save = () => {
    if (list) {
      saving.save((request_id) => queue.run(() => call("receiving_save", { request_id, receiving: list.receiving })));
    }
  };
  const back = () => {
    setTransfersAt({ open: null });
    void client.invalidateQueries({ queryKey: ["transfer_detail"] });
  };
  return (
    <section
      className="draft"
      aria-label={list ? say("receiving-manifest", { manifest: list.manifest }) : say("receiving-title")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && !takesKeys(event.target)) {
          back();
        }
      }}
    >
      <header className="draft-strip">
        <Button look="quiet" icon="arrowLeft" onClick={back}>
          {say("receiving-back")}
        </Button>
        {list ? <h2 className="draft-title">{say("receiving-manifest", { manifest: list.manifest })}</h2> : null}
        <StripGap />
        {list ? (
          <ListActs
            list={list}
            onSave={save}
            onReopen={() => close(true)}
            onClose={() => (missingOf(list).length > 0 ? setAsking(true) : close(false))}
          />
        ) : null}
      </header>
      <SavedCorner saving={saving} />
      {list && asking && missingOf(list).length > 0 ? (
        <CloseQuestion missing={missingOf(list)} onClose={() => setAsking(false)} onAct={() => close(false)} />
      ) : null}
      {failure ? (
        <StripFailure>
          <ErrorNotice
            error={failure}
            actions={<Button onClick={() => setTurn(turn + 1)}>{say("common-try-again")}</Button>}
          />
        </StripFailure>
      ) : null}
      {list ? (
        <div className="draft-body">
          <From list={list} />
          {list.closed_at ? (
            <ReceivingSum list={list} license={license} closedAt={list.closed_at} fresh={closed} />
          ) : (
            <ReceivingScan last={last} onScan={scan} />
          )}
          {asked[0] && !list.closed_at ? (
            <TagQuestion
              key={`${asked.length} ${asked[0].question.sentence}`}
              question={asked[0].question}
              onAnswer={(answer) => {
                setAsked((before) => before.slice(1));
                scan(asked[0]?.text ?? "", false, answer);
              }}
              onClose={() => setAsked((before) => before.slice(1))}
            />
          ) : null}
          <ReceivingLists list={list} license={license} onUndo={(text) => scan(text, true)} />
        </div>
      ) : failure ? null : (
        <Later>
          <StripOpening>{say("receiving-opening")}</StripOpening>
        </Later>
      )}
    </section>
  );
}

function ListActs({
  list,
  onSave,
  onReopen,
  onClose,
}: {
  list: Receiving;
  onSave: () => void;
  onReopen: () => void;
  onClose: () => void;
}): ReactElement {
  useCommands({ close_list: list.closed_at ? say("palette-list-closed") : { act: onClose } });
  return (
    <>
      <Button icon="download" onClick={onSave}>
        {say("receiving-save")}
      </Button>
      {list.closed_at ? (
        <Button onClick={onReopen}>{say("receiving-reopen")}</Button>
      ) : (
        <Button look="main" icon="check" onClick={onClose}>
          {say("receiving-close")}
        </Button>
      )}
    </>
  );
}

function From({ list }: { list: Receiving }): ReactElement {
  const now = useNow();
  const time = clock(list.started_at, now);
  return (
    <p className="quiet receive-from">
      {list.sender ? nodes("receiving-from", { sender: list.sender }) : say("receiving-from-unknown")}{" "}
      {list.who ? say("receiving-started-by", { time, who: list.who }) : say("receiving-started", { time })}{" "}
      {say("receiving-stays")}
    </p>
  );
}
