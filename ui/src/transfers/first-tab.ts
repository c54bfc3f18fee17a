import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ON_THE_WAY_STATES } from "../base/states";
import { call, type DeskFailure, type LicenseNumber } from "../platform";
import { beginTransfersAt, type TransferTab, useTransfersAt } from "./at";

/** How many transfers are on their way to licenses. */
async function onTheWay(licenses: LicenseNumber[]): Promise<number> {
  const test = { op: "one_of" as const, values: [...ON_THE_WAY_STATES] };
  const filters = [{ column: "state", test }];
  const { view, rows } = await call("view_open", {
    collection: "incoming_transfers",
    tab: null,
    licenses,
    search: "",
    filters,
    sort: [],
  });
  // It is only counted; a view that is not closed goes by itself.
  call("view_close", { view }).catch(() => {});
  return rows;
}

/**
 * The tab of Transfers. The first time, where nobody chose one yet: what comes in, where something does and no draft
 * waits to be gone on with; else the drafts. Null until that is known.
 */
export function useTransfersTab(licenses: LicenseNumber[], drafts: number | undefined): TransferTab | null {
  const { tab, open } = useTransfersAt();
  const asks = tab === null && open === null && licenses.length > 0;
  const { data: coming, error } = useQuery<number, DeskFailure>({
    queryKey: ["transfers", "on-the-way", ...licenses],
    queryFn: () => onTheWay(licenses),
    enabled: asks && drafts === 0,
    staleTime: 0,
  });
  const found = drafts === 0 && coming !== undefined && coming > 0;
  const known = (drafts !== undefined && drafts > 0) || coming !== undefined || error !== null || licenses.length === 0;
  const first: TransferTab | null = known ? (found ? "incoming" : "drafts") : null;
  useEffect(() => {
    // It stays: a draft that is deleted later takes nobody elsewhere.
    if (asks && first !== null) {
      beginTransfersAt(first);
    }
  }, [asks, first]);
  return tab ?? first;
}
