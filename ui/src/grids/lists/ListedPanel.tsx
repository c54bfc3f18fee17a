import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect } from "react";
import { Button, ErrorNotice, Facts, Later, RowPanel } from "../../parts";
import { call, type DeskFailure, type ListedFind, type ListedFound, onNews } from "../../platform";
import { say } from "../../words";

/** Everything that the state sent of a record, beside its list: it follows the focused row. */
export function ListedPanel({
  find,
  onClose,
  onLeave,
}: {
  find: ListedFind;
  onClose: () => void;
  onLeave: () => void;
}): ReactElement {
  const client = useQueryClient();
  const { license, collection, key } = find;
  const { data, error, refetch } = useQuery<ListedFound, DeskFailure>({
    queryKey: ["listed_record", license, collection, key],
    queryFn: () => call("listed_record", find),
    staleTime: 4_000,
    gcTime: 60_000,
  });
  useEffect(
    () =>
      onNews(
        (event) =>
          event.event === "changes" &&
          event.changes.some((change) => change.license === license && change.collection === collection),
        () => void client.invalidateQueries({ queryKey: ["listed_record", license, collection] }),
      ),
    [client, license, collection],
  );
  return (
    <RowPanel
      title={data?.record?.title ?? ""}
      label={say("lists-detail")}
      close={say("lists-detail-close")}
      onClose={onClose}
      onLeave={onLeave}
    >
      {error ? (
        <ErrorNotice
          error={error}
          actions={<Button onClick={() => void refetch()}>{say("common-try-again")}</Button>}
        />
      ) : null}
      {data?.record ? <Facts facts={data.record.facts} /> : null}
      {data && !data.record ? <p className="quiet">{say("lists-detail-gone")}</p> : null}
      {data || error ? null : (
        <Later>
          <p className="quiet">{say("lists-detail-reading")}</p>
        </Later>
      )}
    </RowPanel>
  );
}
