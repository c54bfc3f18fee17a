import { queryOptions } from "@tanstack/react-query";
import { call, type DeskFailure, type PackageCardFound } from "../platform";

/** How long a card is as good as read now. */
const FRESH_MS = 4_000;
/** How long one is kept to be painted at once while it is read again. */
const KEPT_MS = 60_000;

/** What the local copy knows of a tag. Never calls the state. */
export function cardQuery(tag: string, license: string | null) {
  return queryOptions<PackageCardFound, DeskFailure>({
    queryKey: ["card", license, tag],
    queryFn: () => call("package_card", { tag, license }),
    staleTime: FRESH_MS,
    gcTime: KEPT_MS,
  });
}
