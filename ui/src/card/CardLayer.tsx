import { Popover } from "@base-ui/react/popover";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import "./card.css";
import type { ActionId } from "../base/actions";
import { useActions } from "../base/dialogs-state";
import { onEvent, type PackageCard } from "../platform";
import { say } from "../words";
import { CardStack } from "./CardStack";
import { type CardAt, type CardSide, cardSide, focusHolder } from "./card-at";
import { cardQuery } from "./card-query";
import { onSummon } from "./summon";
import { useCardPointer } from "./useCardPointer";

/** A card that does not fit on its side scrolls. */
const STAYS = { side: "none", align: "shift", fallbackAxisSide: "none" } as const;

/** The side of a card that opens now. */
function sideOf({ anchor }: CardAt): CardSide {
  return cardSide(anchor.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
}

interface Open {
  at: CardAt;
  side: CardSide;
  entered: boolean;
  /** Opened by a scan: it stays until the person goes on, wherever the pointer rests and the list scrolls. */
  stays: boolean;
  /** The tags opened one from another, the one in sight last. */
  stack: string[];
}

/** Keeps Tab inside the card: it stands nowhere in the page's order, so there is no next place to go to. */
function wrapTab(event: KeyboardEvent, card: HTMLElement | null): void {
  const stops = [...(card?.querySelectorAll<HTMLElement>("button") ?? [])];
  const last = event.shiftKey ? stops[0] : stops.at(-1);
  const next = event.shiftKey ? stops.at(-1) : stops[0];
  const inside = event.target instanceof HTMLElement && stops.includes(event.target);
  if (next && (event.target === last || !inside)) {
    event.preventDefault();
    next.focus();
  }
}

/** The package card of every tag on the page. Drawn once, beside whichever tag it is of. */
export function CardLayer(): ReactElement {
  const client = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLElement | null>(null);
  const closed = useRef<HTMLElement | null>(null);

  const hide = () => {
    back.current = open?.entered ? focusHolder(open.at) : null;
    closed.current = open?.at.anchor ?? null;
    setOpen(null);
  };
  useCardPointer({
    open: open?.at ?? null,
    entered: open?.entered ?? false,
    stays: open?.stays ?? false,
    near: (at) => void client.prefetchQuery(cardQuery(at.tag, at.license)),
    show: (at, entered) => {
      setOpen({
        at,
        side: open?.at.anchor === at.anchor ? open.side : sideOf(at),
        entered,
        stays: false,
        stack: [at.tag],
      });
      if (entered && open) {
        popup.current?.focus();
      }
    },
    hide,
    closed,
  });

  useEffect(
    () =>
      onSummon((at, entry) => {
        closed.current = null;
        const entered = entry === "entered";
        setOpen((before) => {
          if (!at) {
            return before?.stays ? null : before;
          }
          // Scanned again: the card is as the person left it.
          const same = before?.at.anchor === at.anchor && before.at.tag === at.tag;
          const next = same ? before : { at, side: sideOf(at), entered, stays: !entered, stack: [at.tag] };
          return entered ? { ...next, entered } : next;
        });
        if (entered) {
          // One that opens only now takes the focus as it opens.
          popup.current?.focus();
        }
      }),
    [],
  );

  const { openAction } = useActions();
  const act = (card: PackageCard, action: ActionId) => {
    const holder = open ? focusHolder(open.at) : null;
    // The dialog takes the focus now, and gives it to the tag in the end.
    back.current = null;
    setOpen(null);
    openAction({
      form: action,
      target: { target: "packages", packages: [card.package] },
      back: () => (holder?.isConnected ? holder : null)?.focus(),
    });
  };
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === "outbox") {
          void client.invalidateQueries({ queryKey: ["card"] }, { cancelRefetch: false });
        }
      }),
    [client],
  );

  const go = (stack: string[]) => {
    if (open) {
      setOpen({ ...open, entered: true, stack });
      popup.current?.focus();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Tab") {
      wrapTab(event, popup.current);
      return;
    }
    if (!open || (event.key !== "Escape" && event.key !== "Backspace")) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (open.stack.length > 1) {
      go(open.stack.slice(0, -1));
    } else {
      hide();
    }
  };
  const tag = open?.stack.at(-1);
  return (
    <Popover.Root
      open={open !== null}
      onOpenChange={(next, details) => {
        // Escape is heard below: it goes back one card before it closes the last.
        if (!next && details.reason !== "escape-key") {
          hide();
        }
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className="layer"
          anchor={open?.at.anchor ?? null}
          side={open?.side ?? "bottom"}
          align="start"
          sideOffset={3}
          collisionPadding={8}
          collisionAvoidance={STAYS}
        >
          <Popover.Popup
            ref={popup}
            className="panel card"
            data-card
            tabIndex={-1}
            aria-label={tag ? say("card-name", { tag }) : undefined}
            initialFocus={open?.entered ? popup : false}
            finalFocus={() => back.current ?? false}
            onKeyDown={onKey}
          >
            {open && tag ? (
              <CardStack
                tag={tag}
                license={open.at.license}
                before={open.stack.at(-2)}
                onOpen={(next) => go([...open.stack, next])}
                onAct={act}
                onBack={() => go(open.stack.slice(0, -1))}
                onClose={hide}
              />
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
