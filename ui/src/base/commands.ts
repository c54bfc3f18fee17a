import { useEffect, useRef } from "react";
import type { ActionId } from "./actions";

/** What only a place can do: with what is selected or open in it. */
export type CommandId =
  | ActionId
  | "transfer_with"
  | "select_all"
  | "deselect"
  | "export_csv"
  | "export_xlsx"
  | "columns"
  | "changes"
  | "undo"
  | "receive"
  | "close_list"
  | "manifest"
  | "sheet"
  | "send"
  | "draft_copy"
  | "draft_delete"
  | "recorded"
  | "send_again"
  | "look_again"
  | "resend"
  | "withdraw"
  | "clear"
  | "template"
  | "print";

/** What becomes of a command now: it is done, or why it cannot be, in words. */
export type Offer = string | { act: () => void; note?: string };
export type Offers = Partial<Record<CommandId, Offer>>;

interface Offering {
  offers: Offers;
  /** On what the commands act, for example `12 packages`. */
  what: string | null;
}

const offering = new Set<{ current: Offering }>();

/** Says what becomes of these commands while the caller is drawn. `what` is what they act on. */
export function useCommands(offers: Offers, what: string | null = null): void {
  const mine = useRef<Offering>({ offers, what });
  useEffect(() => {
    mine.current = { offers, what };
  });
  useEffect(() => {
    offering.add(mine);
    return () => {
      offering.delete(mine);
    };
  }, []);
}

/**
 * What becomes of each command now, where something in sight says so. Who can do it goes before who says why not, and
 * of several the last: what was queued last is undone first.
 */
export function commandsNow(): Offers {
  const now: Offers = {};
  for (const { current } of offering) {
    for (const [id, offer] of Object.entries(current.offers) as [CommandId, Offer][]) {
      if (typeof offer === "object" || typeof now[id] !== "object") {
        now[id] = offer;
      }
    }
  }
  return now;
}

/** What is selected in the place in sight; null where nothing is. */
export function selectedNow(): string | null {
  return [...offering].map(({ current }) => current.what).find((what) => what !== null) ?? null;
}

/** Does a command, where it can still be done. */
export function doCommand(id: CommandId): void {
  const offer = commandsNow()[id];
  if (typeof offer === "object") {
    offer.act();
  }
}
