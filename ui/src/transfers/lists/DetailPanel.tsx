import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import "./detail.css";
import { instantWords } from "../../app/time";
import { Button, ErrorNotice, Icon, IconButton, Later } from "../../parts";
import { call, type DeskFailure, onEvent, type TransferDetail, type TransferFind } from "../../platform";
import { setTransfersAt } from "../at";
import { Deliveries } from "./Deliveries";
import { Facts } from "./Facts";
import { Manifest } from "./Manifest";

/** A transfer or template beside its list: it follows the focused row. F6 goes to and fro, Escape closes. */
export function DetailPanel({
  find,
  onClose,
  onLeave,
}: {
  find: TransferFind;
  onClose: () => void;
  onLeave: () => void;
}): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const client = useQueryClient();
  const { licence, list, id } = find;
  const { data, error, refetch } = useQuery<TransferDetail, DeskFailure>({
    queryKey: ["transfer_detail", licence, list, id],
    queryFn: () => call("transfer_detail", { licence, list, id }),
    staleTime: 4_000,
    gcTime: 60_000,
  });
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "drafts" || event.event === "changes") {
          void client.invalidateQueries({ queryKey: ["transfer_detail"] });
        }
      }),
    [client],
  );
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inside = panel.current?.contains(document.activeElement) === true;
      if (event.key === "F6") {
        event.preventDefault();
        if (inside) {
          onLeave();
        } else {
          panel.current?.focus();
        }
      } else if (event.key === "Escape" && !event.defaultPrevented && document.activeElement?.closest(".grid-body")) {
        onClose();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose, onLeave]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <section
      ref={panel}
      className="tests detail"
      aria-label={data?.title ?? "Transfer"}
      tabIndex={-1}
      onKeyDown={onKey}
    >
      <header className="tests-head">
        <h2 className="detail-title">{data?.title ?? ""}</h2>
        <IconButton icon="close" label="Close the transfer (Escape)" onClick={onClose} />
      </header>
      {error ? <ErrorNotice error={error} actions={<Button onClick={() => void refetch()}>Try again</Button>} /> : null}
      {data ? (
        <Known find={find} detail={data} onAgain={() => void refetch()} />
      ) : error ? null : (
        <Later>
          <p className="quiet">Reading this transfer…</p>
        </Later>
      )}
    </section>
  );
}

function Known({
  find,
  detail,
  onAgain,
}: {
  find: TransferFind;
  detail: TransferDetail;
  onAgain: () => void;
}): ReactElement {
  return (
    <>
      <div className="detail-acts">
        {find.list === "incoming" ? (
          <Button
            look="main"
            icon="check"
            onClick={() => setTransfersAt({ open: { is: "receiving", licence: find.licence, transfer: find.id } })}
          >
            Receive with a check list
          </Button>
        ) : null}
        {detail.has_manifest ? <Manifest key={`${find.list} ${find.id}`} find={find} /> : null}
      </div>
      <Facts facts={detail.facts} />
      {detail.steps.length > 0 ? (
        <section aria-label="Stages">
          <h3 className="draft-heading detail-heading">Stages</h3>
          <ol className="way">
            {detail.steps.map((step) => (
              <li key={step.title} className={step.at ? "way-step way-done" : "way-step"}>
                <span className="way-mark">
                  <Icon name={!step.at ? "minus" : /reject/i.test(step.title) ? "error" : "check"} size={13} />
                </span>
                <span>
                  <b>{step.title}</b>
                  {step.at ? (
                    <span className="quiet">
                      {" "}
                      {instantWords(step.at)}
                      {step.by ? ` by ${step.by}` : ""}
                    </span>
                  ) : (
                    <span className="unseen"> (not yet)</span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {detail.missing ? (
        <ErrorNotice error={detail.missing} actions={<Button onClick={onAgain}>Try again</Button>} />
      ) : null}
      <Deliveries deliveries={detail.deliveries} licence={find.licence} />
    </>
  );
}
