import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import type { DeskFailure, License, LicenseNumber, OutboxGroup } from "../platform";
import { useSnapshot } from "./desk";
import { chosenLicenses, keepShown, readShown, writeShown } from "./shown";

/** The places of the app. A place is added when there is something to see in it. */
export type PlaceId = "packages" | "lab_samples" | "transfers" | "lists" | "outbox" | "guide";

/** Where in the Outbox: a group, and the report whose story is open. */
export interface OutboxAt {
  group: OutboxGroup;
  intent: number | null;
}

/** Where the frame leaves room for what a place draws. */
export type SlotName = "search" | "totals" | "bar";

interface FrameState {
  place: PlaceId;
  goTo: (place: PlaceId) => void;
  /** Goes there by key: nothing had the pointer, so the focus goes to what is listed there. */
  visit: (place: PlaceId) => void;
  /** How often somebody came by key, and for how many of these the focus has been given. */
  visits: number;
  arrived: RefObject<number>;
  /** Where in the Outbox; null until somebody chose. */
  outboxAt: OutboxAt | null;
  setOutboxAt: (at: OutboxAt | null) => void;
  /** The licenses whose records are shown side by side, in the switcher's order. Empty only where none is loaded. */
  shown: License[];
  show: (licenses: LicenseNumber[]) => void;
  /** What went wrong with something that has no screen of its own, a key press for example. */
  trouble: DeskFailure | null;
  tell: (trouble: DeskFailure | null) => void;
  slots: Partial<Record<SlotName, HTMLElement | null>>;
  setSlot: (name: SlotName, element: HTMLElement | null) => void;
}

const Context = createContext<FrameState | null>(null);

/** Everything the frame knows: place, licenses shown. */
export function useFrame(): FrameState {
  const state = useContext(Context);
  if (!state) {
    throw new Error("useFrame belongs inside FrameProvider");
  }
  return state;
}

/** The licenses that a place shows, in order. */
export function useShownLicenses(): License[] {
  return useFrame().shown;
}

/** The way to a group of the Outbox, and to a report's story in it. */
export function useShowOutbox(): (at: OutboxAt | null) => void {
  const { goTo, setOutboxAt } = useFrame();
  return useCallback(
    (at) => {
      setOutboxAt(at);
      goTo("outbox");
    },
    [goTo, setOutboxAt],
  );
}

/**
 * Gives the focus to a place's list, by `focus`, where somebody came by key: once it is `ready`, and only while the
 * focus waits for it.
 */
export function useArrival(ready: boolean, focus: () => void): void {
  const { visits, arrived } = useFrame();
  const give = useRef(focus);
  useEffect(() => {
    give.current = focus;
  });
  useEffect(() => {
    if (ready && visits > arrived.current) {
      arrived.current = visits;
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.id === "place") {
        give.current();
      }
    }
  }, [ready, visits, arrived]);
}

/** Draws its children in the frame's search place, in the top bar. */
export function SearchSlot({ children }: { children: ReactNode }): ReactElement | null {
  return <Slot name="search">{children}</Slot>;
}

/** Draws its children in the bottom bar, at its end. */
export function TotalsSlot({ children }: { children: ReactNode }): ReactElement | null {
  return <Slot name="totals">{children}</Slot>;
}

/** Draws its children above the bottom bar: what stays there as long as its place is in sight. */
export function BarSlot({ children }: { children: ReactNode }): ReactElement | null {
  return <Slot name="bar">{children}</Slot>;
}

function Slot({ name, children }: { name: SlotName; children: ReactNode }): ReactElement | null {
  const element = useFrame().slots[name];
  return element ? createPortal(children, element) : null;
}

/** Holds the frame's state. */
export function FrameProvider({ children }: { children: ReactNode }): ReactElement {
  const snapshot = useSnapshot();
  const [wish, setWish] = useState<LicenseNumber[]>(readShown);
  const [place, goTo] = useState<PlaceId>("packages");
  const [visits, setVisits] = useState(0);
  const arrived = useRef(0);
  const visit = useCallback<FrameState["visit"]>((to) => {
    goTo(to);
    setVisits((before) => before + 1);
    // Until the list is there: what had the focus may be gone with the place before.
    document.getElementById("place")?.focus();
  }, []);
  const [outboxAt, setOutboxAt] = useState<OutboxAt | null>(null);
  const [trouble, tell] = useState<DeskFailure | null>(null);
  const [slots, setSlots] = useState<FrameState["slots"]>({});

  // The same function at every drawing: a ref hangs on it.
  const setSlot = useCallback<FrameState["setSlot"]>((name, element) => {
    setSlots((before) => (before[name] === element ? before : { ...before, [name]: element }));
  }, []);
  const show = useCallback((licenses: LicenseNumber[]) => {
    writeShown(licenses);
    setWish(licenses);
  }, []);

  const shown = useMemo(() => keepShown(chosenLicenses(snapshot.accounts), wish), [snapshot.accounts, wish]);

  const state = useMemo<FrameState>(
    () => ({
      place,
      goTo,
      visit,
      visits,
      arrived,
      outboxAt,
      setOutboxAt,
      shown,
      show,
      trouble,
      tell,
      slots,
      setSlot,
    }),
    [place, visit, visits, outboxAt, shown, show, trouble, slots, setSlot],
  );
  return <Context.Provider value={state}>{children}</Context.Provider>;
}
