import "./Messages.css";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { say } from "../words";
import { Button } from "./Button";

/**
 * What a message is about, the weightiest first: what was refused or needs somebody; what was queued and can still be
 * undone; what became of something; what is only confirmed.
 */
const WEIGHTS = ["asks", "queued", "tells", "quiet"] as const;

/** How much a message weighs. */
export type Weight = (typeof WEIGHTS)[number];

interface Waiting {
  id: string;
  weight: Weight;
}

interface Messages {
  /** All that there are, in the order in which they came. */
  waiting: readonly Waiting[];
  /** The one in sight. */
  shown: string | null;
  /** Where it is drawn, and where the others draw what must stay at hand. */
  room: HTMLElement | null;
  side: HTMLElement | null;
  setRoom: (element: HTMLElement | null) => void;
  setSide: (element: HTMLElement | null) => void;
  /** Somebody points at the one in sight or has the focus in it: what comes by itself does not take its place. */
  hold: (held: boolean) => void;
  put: (message: Waiting, now: boolean) => void;
  take: (id: string) => void;
  next: () => void;
}

const Context = createContext<Messages | null>(null);

/** The weightiest; of several that weigh the same the one that came last. */
export function foremost(waiting: readonly Waiting[]): string | null {
  const weightiest = WEIGHTS.find((weight) => waiting.some((each) => each.weight === weight));
  return waiting.filter((each) => each.weight === weightiest).at(-1)?.id ?? null;
}

/** Holds the messages; one of them is in sight at a time, in the frame's `MessageRoom`. */
export function MessagesProvider({ children }: { children: ReactNode }): ReactElement {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  // Not the foremost: it came at once, was asked for, or is held.
  const [picked, setPicked] = useState<string | null>(null);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  const [side, setSide] = useState<HTMLElement | null>(null);
  const shown = waiting.some(({ id }) => id === picked) ? picked : foremost(waiting);
  const held = useRef(false);
  const latest = useRef({ shown, waiting });
  useLayoutEffect(() => {
    latest.current = { shown, waiting };
    held.current &&= waiting.length > 0;
  });

  const put = useCallback((message: Waiting, now: boolean) => {
    setWaiting((before) => [...before.filter(({ id }) => id !== message.id), message]);
    setPicked(now ? message.id : held.current ? latest.current.shown : null);
  }, []);
  const take = useCallback((id: string) => setWaiting((before) => before.filter((each) => each.id !== id)), []);
  const hold = useCallback((yes: boolean) => {
    held.current = yes;
    setPicked(yes ? latest.current.shown : null);
  }, []);
  const next = useCallback(() => {
    const { shown, waiting } = latest.current;
    setPicked(waiting.at(waiting.findIndex(({ id }) => id === shown) - 1)?.id ?? null);
  }, []);
  const messages = useMemo<Messages>(
    () => ({ waiting, shown, room, side, setRoom, setSide, hold, put, take, next }),
    [waiting, shown, room, side, hold, put, take, next],
  );
  return <Context.Provider value={messages}>{children}</Context.Provider>;
}

/**
 * A message. It is drawn while none is in sight that weighs more; `now`: at once, since somebody just did what it answers.
 * `kept` is drawn while another message is in sight.
 */
export function Message({
  weight,
  now = false,
  kept,
  children,
}: {
  weight: Weight;
  now?: boolean;
  kept?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const messages = useContext(Context);
  const id = useId();
  const put = messages?.put;
  const take = messages?.take;
  useLayoutEffect(() => {
    put?.({ id, weight }, now);
  }, [put, id, weight, now]);
  useLayoutEffect(() => () => take?.(id), [take, id]);
  // Without a frame around it it stands where it is.
  if (!messages) {
    return children;
  }
  if (messages.shown === id) {
    return messages.room ? createPortal(children, messages.room) : null;
  }
  return messages.side && kept ? createPortal(kept, messages.side) : null;
}

/** The one place for messages: below the page, where it covers nothing and nothing in sight moves when it fills. */
export function MessageRoom(): ReactElement | null {
  const messages = useContext(Context);
  const box = useRef<HTMLElement>(null);
  const hold = messages?.hold;
  // Not React's own events: those of a message go to whoever tells it, not to the room that it is drawn in.
  useEffect(() => {
    const room = box.current;
    if (!room || !hold) {
      return;
    }
    const heard = new AbortController();
    const on = (event: keyof HTMLElementEventMap, held: (event: Event) => boolean) =>
      room.addEventListener(event, (heard) => hold(held(heard)), { signal: heard.signal });
    on("pointerenter", () => true);
    on("pointerleave", () => room.contains(document.activeElement));
    on("focusin", () => true);
    on("focusout", (event) => room.contains((event as FocusEvent).relatedTarget as Node | null));
    return () => heard.abort();
  }, [hold]);
  if (!messages) {
    return null;
  }
  const { waiting, setRoom, setSide, next } = messages;
  const others = waiting.length - 1;
  return (
    <section ref={box} className="messages" aria-label={say("frame-messages")} hidden={waiting.length === 0}>
      <div className="messages-room" ref={setRoom} />
      <div className="messages-others" hidden={others <= 0}>
        <div className="messages-side" ref={setSide} />
        <Button look="quiet" className="messages-next" onClick={next}>
          {say("frame-messages-more", { count: Math.max(others, 1) })}
        </Button>
      </div>
    </section>
  );
}
