import { useCallback, useSyncExternalStore } from "react";
import { useFrame } from "../base/frame-state";
import type { LicenseNumber, RefusedTag, TransferFind } from "../platform";
import type { LabelId } from "../words";

/** The tabs of Transfers, in order. */
export const TABS = ["drafts", "templates", "outgoing", "incoming", "rejected"] as const;
export type TransferTab = (typeof TABS)[number];

/** What they are called. */
export const TAB_TITLES: Record<TransferTab, LabelId> = {
  drafts: "transfers-tab-drafts",
  templates: "transfers-tab-templates",
  outgoing: "transfers-tab-outgoing",
  incoming: "transfers-tab-incoming",
  rejected: "transfers-tab-rejected",
};

/** What is open over the lists. */
export type TransfersOpen =
  /** A draft; `begun` is what was said when it was made from packages. */
  | { is: "draft"; draft: number; begun?: Begun }
  /** The check list of an incoming transfer. */
  | { is: "receiving"; license: LicenseNumber; transfer: number };

/** What became of the packages that a draft was made with. */
export interface Begun {
  added: number;
  refused: RefusedTag[];
}

/** Where in Transfers the person is. Kept while they are elsewhere. */
export interface TransfersAt {
  /** Null where none was chosen yet, here or in an earlier session. */
  tab: TransferTab | null;
  open: TransfersOpen | null;
  /** The draft that the person came back from: the focus goes on there. */
  from: number | null;
  /** The transfer whose details stand beside its list. */
  detail: TransferFind | null;
}

const KEY = "trackside.transfers.tab";

function readTab(): TransferTab | null {
  const kept = localStorage.getItem(KEY);
  return TABS.find((tab) => tab === kept) ?? null;
}

let at: TransfersAt | undefined;
const listeners = new Set<() => void>();

function current(): TransfersAt {
  at ??= { tab: readTab(), open: null, from: null, detail: null };
  return at;
}

function go(change: Partial<TransfersAt>): void {
  at = { ...current(), ...change };
  for (const listener of [...listeners]) {
    listener();
  }
}

/** Goes somewhere in Transfers. A tab is remembered. */
export function setTransfersAt(change: Partial<TransfersAt>): void {
  if (change.tab) {
    localStorage.setItem(KEY, change.tab);
  }
  go(change);
}

/** Begins with a tab that nobody chose: it is not remembered as if somebody had. */
export function beginTransfersAt(tab: TransferTab): void {
  go({ tab });
}

/** Back to the beginning, for tests. */
export function forgetTransfersAt(): void {
  at = undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where in Transfers the person is. */
export function useTransfersAt(): TransfersAt {
  return useSyncExternalStore(subscribe, current);
}

/** The way to Transfers from elsewhere. */
export function useShowTransfers(): (change: Partial<TransfersAt>) => void {
  const { goTo } = useFrame();
  return useCallback(
    (change) => {
      setTransfersAt(change);
      goTo("transfers");
    },
    [goTo],
  );
}
