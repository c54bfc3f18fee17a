import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import "./detail.css";
import { useCommands } from "../../base/commands";
import { instantWords } from "../../base/time";
import { Button, ErrorNotice, Facts, Icon, Later, RowPanel } from "../../parts";
import {
  type Change,
  type Collection,
  call,
  type DeskFailure,
  type LicenseNumber,
  onNews,
  type TransferDetail,
  type TransferFind,
  type TransferList,
} from "../../platform";
import { nodes, say } from "../../words";
import { setTransfersAt } from "../at";
import { Deliveries } from "./Deliveries";
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
  const client = useQueryClient();
  const { license, list, id } = find;
  // Only the person who presses "Try again" sends Trackside to the state where it has just failed.
  const again = useRef(false);
  const { data, error, refetch } = useQuery<TransferDetail, DeskFailure>({
    queryKey: ["transfer_detail", license, list, id],
    queryFn: () => {
      const pressed = again.current;
      again.current = false;
      return call("transfer_detail", pressed ? { license, list, id, again: true } : { license, list, id });
    },
    staleTime: 4_000,
    gcTime: 60_000,
  });
  const onAgain = () => {
    again.current = true;
    void refetch();
  };
  useEffect(
    () =>
      onNews(
        (event) => event.event === "changes" && event.changes.some((change) => concerns(change, license, list)),
        () => void client.invalidateQueries({ queryKey: ["transfer_detail", license, list, id] }),
      ),
    [client, license, list, id],
  );
  return (
    <RowPanel
      className="detail"
      title={data?.title ?? ""}
      label={say("transfers-detail")}
      close={say("transfers-detail-close")}
      onClose={onClose}
      onLeave={onLeave}
    >
      {error ? (
        <ErrorNotice error={error} actions={<Button onClick={onAgain}>{say("common-try-again")}</Button>} />
      ) : null}
      {data ? (
        <Known find={find} detail={data} onAgain={onAgain} />
      ) : error ? null : (
        <Later>
          <p className="quiet">{say("transfers-detail-reading")}</p>
        </Later>
      )}
    </RowPanel>
  );
}

/** An outgoing and a rejected row of one manifest share what is below them. */
const GRIDS: Record<TransferList, readonly Collection[]> = {
  incoming: ["incoming_transfers"],
  outgoing: ["outgoing_transfers", "rejected_transfers"],
  rejected: ["outgoing_transfers", "rejected_transfers"],
  templates: ["transfer_templates"],
};

/** Whether a change may be of a transfer in this list. */
function concerns(change: Change, license: LicenseNumber, list: TransferList): boolean {
  return change.license === license && GRIDS[list].includes(change.collection);
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
  const receive = () => setTransfersAt({ open: { is: "receiving", license: find.license, transfer: find.id } });
  useCommands(find.list === "incoming" ? { receive: { act: receive } } : {});
  return (
    <>
      <div className="detail-acts">
        {find.list === "incoming" ? (
          <Button look="main" icon="check" onClick={receive}>
            {say("transfers-detail-receive")}
          </Button>
        ) : null}
        {detail.has_manifest ? <Manifest key={`${find.list} ${find.id}`} find={find} /> : null}
      </div>
      <Facts facts={detail.facts} />
      {detail.steps.length > 0 ? (
        <section aria-label={say("transfers-detail-stages")}>
          <h3 className="draft-heading detail-heading">{say("transfers-detail-stages")}</h3>
          <ol className="way">
            {detail.steps.map((step) => (
              <li key={step.title} className={step.at ? "way-step way-done" : "way-step"}>
                <span className="way-mark">
                  <Icon name={!step.at ? "minus" : step.bad ? "error" : "check"} size={13} />
                </span>
                <span>
                  <b>{step.title}</b>
                  {step.at ? (
                    <span className="quiet">
                      {" "}
                      {step.by
                        ? nodes("transfers-stage-by", { time: instantWords(step.at), who: step.by })
                        : instantWords(step.at)}
                    </span>
                  ) : (
                    <span className="unseen"> {say("transfers-stage-not-yet")}</span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {detail.missing ? (
        <ErrorNotice error={detail.missing} actions={<Button onClick={onAgain}>{say("common-try-again")}</Button>} />
      ) : null}
      <Deliveries deliveries={detail.deliveries} license={find.license} />
    </>
  );
}
