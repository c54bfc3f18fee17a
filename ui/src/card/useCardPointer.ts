import { type RefObject, useEffect, useRef } from "react";
import { type CardAt, cardFocused, cardUnder } from "./card-at";

/** How long the pointer rests on a tag before its card opens. */
export const REST_MS = 250;
/** How long the focus rests on a tag before its card opens; Enter opens it at once. */
export const FOCUS_MS = 600;
/** How long the pointer may be away from tag and card, on its way from one to the other. */
export const AWAY_MS = 300;

/** What resting, focusing and leaving do. */
export interface CardMoves {
  /** The card that is open, if one is. */
  open: CardAt | null;
  /** Whether the person went into the card: then it stays until they leave it by a key or a press. */
  entered: boolean;
  /** Whether it stays wherever the pointer rests and the list scrolls, as long as the focus does. */
  stays: boolean;
  /** A card may be wanted soon. */
  near: (at: CardAt) => void;
  /** Opens a card beside its tag; `enter` moves the focus into it. */
  show: (at: CardAt, enter: boolean) => void;
  hide: () => void;
  /** The tag whose card was closed last, until the focus goes somewhere. */
  closed: RefObject<HTMLElement | null>;
}

function inCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-card]") !== null;
}

/** What stands over the page and gives the focus back when it closes. */
const OVERLAY = "[role='dialog'], [role='alertdialog'], [role='menu']";

function inOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OVERLAY) !== null;
}

function whereIs(element: HTMLElement): string {
  const { x, y } = element.getBoundingClientRect();
  return `${x} ${y}`;
}

/** Listens to pointer, focus and keys of the whole page, once, however many tags there are. */
export function useCardPointer(moves: CardMoves): void {
  const now = useRef(moves);
  useEffect(() => {
    now.current = moves;
  });
  useEffect(() => {
    let opening: ReturnType<typeof setTimeout> | undefined;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    let waiting: HTMLElement | undefined;
    // Where that tag stood when it was pointed at.
    let stood = "";
    // Whether the focus moves by a key of the page. `:focus-visible` does not tell: WebKit's stays off on the way from a
    // cell that was clicked, and Chromium's is on where a dialog gives the focus back, whose user is busy with something.
    let byKey = false;
    // Whether it is the focus that waits for its card, not the pointer.
    let focused = false;
    // Since a key was pressed the pointer only rests: what comes to be under it was not pointed at.
    let resting = false;
    let place = "";
    const moved = ({ screenX, screenY }: PointerEvent) => {
      const before = place;
      place = `${screenX} ${screenY}`;
      resting &&= before === place;
      return !resting;
    };
    const forget = () => {
      clearTimeout(opening);
      waiting = undefined;
    };
    const soon = (at: CardAt, after: number) => {
      focused = after === FOCUS_MS;
      if (waiting === at.anchor) {
        return;
      }
      forget();
      waiting = at.anchor;
      stood = whereIs(at.anchor);
      now.current.near(at);
      opening = setTimeout(() => {
        waiting = undefined;
        const { open, stays, entered } = now.current;
        // A scan or a double click was quicker: its card is not taken away by what rested under the pointer.
        if (at.anchor.isConnected && !(open && (stays || entered))) {
          now.current.show(at, false);
        }
      }, after);
    };
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === "touch" || !moved(event)) {
        return;
      }
      pointed(event);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== "touch" && resting && moved(event)) {
        pointed(event);
      }
      place = `${event.screenX} ${event.screenY}`;
    };
    const pointed = (event: PointerEvent) => {
      const { open, entered: went, stays } = now.current;
      const entered = went || stays;
      const at = inCard(event.target) ? undefined : cardUnder(event.target);
      if (at && at.anchor !== open?.anchor) {
        if (!entered) {
          soon(at, REST_MS);
        }
      } else {
        forget();
      }
      if (!open || entered || inCard(event.target) || at?.anchor === open.anchor) {
        clearTimeout(leaving);
        leaving = undefined;
      } else {
        leaving ??= setTimeout(() => {
          leaving = undefined;
          now.current.hide();
        }, AWAY_MS);
      }
    };
    const onFocus = (event: FocusEvent) => {
      const at = cardFocused(event.target);
      const { open, entered } = now.current;
      const { closed } = now.current;
      const back = closed.current;
      closed.current = null;
      // Given back by a card that was closed: who closed it does not want to see it again.
      if (at && at.anchor === back) {
        return;
      }
      if (at && at.anchor !== open?.anchor && byKey) {
        soon(at, FOCUS_MS);
      } else if (focused) {
        // It went on, to a dialog perhaps: a card that opened now would take the next Escape.
        forget();
      }
      if (open && !entered && !inCard(event.target) && at?.anchor !== open.anchor) {
        now.current.hide();
      }
    };
    const onPress = () => {
      byKey = false;
    };
    const onKey = (event: KeyboardEvent) => {
      byKey = !inOverlay(event.target);
      resting = true;
      if (inCard(event.target)) {
        return;
      }
      const { open, show, hide } = now.current;
      if (event.key === "Escape" && open) {
        event.stopPropagation();
        event.preventDefault();
        hide();
        return;
      }
      const at = event.key === "Enter" && !event.ctrlKey && !event.metaKey ? cardFocused(event.target) : undefined;
      forget();
      if (at) {
        event.stopPropagation();
        event.preventDefault();
        show(at, true);
      }
    };
    const onClick = (event: MouseEvent) => {
      const at = event.target instanceof Element ? event.target.closest("button[data-card-tag]") : null;
      const card = at && !inCard(at) ? cardUnder(at) : undefined;
      if (card) {
        forget();
        now.current.show(card, true);
      }
    };
    const onScroll = (event: Event) => {
      if (!inCard(event.target)) {
        // What scrolls may leave the tag where it is: it stays in sight beside the other columns.
        if (waiting && whereIs(waiting) !== stood) {
          forget();
        }
        const { open, entered, stays } = now.current;
        if (open && !entered && !(stays && open.anchor.isConnected)) {
          now.current.hide();
        }
      }
    };
    document.addEventListener("pointerover", onOver);
    document.addEventListener("pointermove", onMove);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPress, true);
    document.addEventListener("click", onClick);
    document.addEventListener("scroll", onScroll, true);
    return () => {
      clearTimeout(opening);
      clearTimeout(leaving);
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("pointermove", onMove);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("pointerdown", onPress, true);
      document.removeEventListener("click", onClick);
      document.removeEventListener("scroll", onScroll, true);
    };
  }, []);
}
