import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call, type DeskFailure, type DraftChoices, type Drafts, type LicenseNumber, onNews } from "../../platform";

/** Where everything read of drafts is kept. */
export const DRAFTS = ["drafts"];

/** The drafts of licenses. Read again when the desk says that drafts changed, and whenever the list comes into sight. */
export function useDrafts(licenses: LicenseNumber[]) {
  const client = useQueryClient();
  useEffect(
    () =>
      onNews(
        (event) => event.event === "drafts" || event.event === "snapshot",
        () => void client.invalidateQueries({ queryKey: DRAFTS }),
      ),
    [client],
  );
  return useQuery<Drafts, DeskFailure>({
    queryKey: [...DRAFTS, "list", ...licenses],
    queryFn: () => call("drafts", { licenses }),
    enabled: licenses.length > 0,
    staleTime: 0,
  });
}

/** What a transfer's form offers. */
export function useDraftChoices(license: LicenseNumber): DraftChoices {
  const { data } = useQuery<DraftChoices, DeskFailure>({
    queryKey: [...DRAFTS, "choices", license],
    queryFn: () => call("draft_choices", { license }),
    staleTime: 0,
  });
  return data ?? NO_CHOICES;
}

const NO_CHOICES: DraftChoices = {
  types: [],
  destinations: [],
  transporters: [],
  drivers: [],
  vehicles: [],
  weight_units: [],
  phones: [],
  routes: [],
};
