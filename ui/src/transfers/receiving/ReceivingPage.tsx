import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useState } from "react";
import "./receiving.css";
import { useFrame } from "../../app/frame/frame-state";
import { clock, useNow } from "../../app/time";
import { Button, ErrorNotice, Later, Notice } from "../../parts";
import {
  asDeskFailure,
  call,
  type DeskFailure,
  type LicenseNumber,
  newRequestId,
  type TagQuestion as Question,
  type Receiving,
  type ReceivingScanned,
  type TagAnswer,
} from "../../platform";
import { takesKeys } from "../../scan";
import { say } from "../../words";
import { setTransfersAt } from "../at";
import { WriteQueue } from "../draft/write-queue";
import { TagQuestion } from "../editor/lines/TagQuestion";
import { ReceivingLists } from "./ReceivingLists";
import { ReceivingScan } from "./ReceivingScan";

/** The check list of an incoming transfer: a record on this computer; nothing is reported by it. */
export function ReceivingPage({ license, transfer }: { license: LicenseNumber; transfer: number }): ReactElement {
  const client = useQueryClient();
  const { tell } = useFrame();
  const [list, setList] = useState<Receiving | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const [last, setLast] = useState<(ReceivingScanned & { turn: number }) | null>(null);
  // Rows that were pasted, of which it is to be said which column is meant.
  const [asked, setAsked] = useState<readonly { text: string; question: Question }[]>([]);
  const [saved, setSaved] = useState("");
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
        setLast((before) => ({ ...done, turn: (before?.turn ?? 0) + 1 }));
        tell(null);
      })
      .catch(failed);
  };
  const close = (reopen: boolean) => {
    if (list) {
      queue
        .run(() => call("receiving_close", { request_id: newRequestId(), receiving: list.receiving, reopen }))
        .then(setList)
        .catch(failed);
    }
  };
  const save = () => {
    if (list) {
      queue
        .run(() => call("receiving_save", { request_id: newRequestId(), receiving: list.receiving }))
        .then(({ file }) => setSaved(file ? say("transfers-saved", { file }) : ""))
        .catch(failed);
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
        <span className="grid-strip-gap" />
        <span className="quiet" role="status">
          {saved}
        </span>
        {list ? <ListActs list={list} onSave={save} onClose={close} /> : null}
      </header>
      {failure ? (
        <div className="grid-failure">
          <ErrorNotice
            error={failure}
            actions={<Button onClick={() => setTurn(turn + 1)}>{say("common-try-again")}</Button>}
          />
        </div>
      ) : null}
      {list ? (
        <div className="draft-body">
          <From list={list} />
          {list.closed_at ? null : <ReceivingScan last={last} onScan={scan} />}
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
          <p className="grid-opening">{say("receiving-opening")}</p>
        </Later>
      )}
    </section>
  );
}

function ListActs({
  list,
  onSave,
  onClose,
}: {
  list: Receiving;
  onSave: () => void;
  onClose: (reopen: boolean) => void;
}): ReactElement {
  return (
    <>
      <Button icon="download" onClick={onSave}>
        {say("receiving-save")}
      </Button>
      {list.closed_at ? (
        <Button onClick={() => onClose(true)}>{say("receiving-reopen")}</Button>
      ) : (
        <Button look="main" icon="check" onClick={() => onClose(false)}>
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
    <div className="receive-from">
      <p className="quiet">
        {list.sender ? say("receiving-from", { sender: list.sender }) : say("receiving-from-unknown")}{" "}
        {list.who ? say("receiving-started-by", { time, who: list.who }) : say("receiving-started", { time })}{" "}
        {say("receiving-stays")}
      </p>
      {list.closed_at ? (
        <Notice tone="info" title={say("receiving-closed", { time: clock(list.closed_at, now) })} />
      ) : null}
    </div>
  );
}
