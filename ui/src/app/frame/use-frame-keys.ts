import { useEffect, useRef } from "react";
import { useSnapshot } from "../../base/desk";
import { useSyncCommand } from "../../base/desk-commands";
import { useDialogs } from "../../base/dialogs-state";
import { useFrame } from "../../base/frame-state";
import type { Place } from "./places";

/** What a key press asks the frame for; null where it is somebody else's. */
export type FrameKey = "palette" | "search" | "sync" | "keys" | "outbox" | { place: number };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** Reads a key press. Plain characters count only where nobody types. */
export function frameKey(event: KeyboardEvent): FrameKey | null {
  const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (key === "f1") {
    return "keys";
  }
  if (key === "f5") {
    return "sync";
  }
  if (mod && event.shiftKey && key === "o") {
    return "outbox";
  }
  if (mod && !event.shiftKey) {
    if (key === "k") {
      return "palette";
    }
    if (key === "f") {
      return "search";
    }
    return /^[1-9]$/.test(key) ? { place: Number(key) } : null;
  }
  if (mod || event.altKey || isTyping(event.target)) {
    return null;
  }
  if (key === "/") {
    return "search";
  }
  return key === "?" ? "keys" : null;
}

/** The frame's keys. While a dialog is open only the palette's own key works, to close it again. */
export function useFrameKeys(places: readonly Place[]): void {
  const { visit, tell } = useFrame();
  const { dialog, open, close } = useDialogs();
  const { sync } = useSnapshot();
  const start = useSyncCommand("sync_start", tell);

  function pressed(event: KeyboardEvent) {
    const asked = frameKey(event);
    // The shell prevents F5 before the page hears of it, since the window would be loaded anew: that is no answer to it.
    if (asked === null || (event.defaultPrevented && asked !== "sync")) {
      return;
    }
    event.preventDefault();
    if (dialog) {
      if (asked === "palette" && dialog.is === "palette") {
        close();
      }
    } else if (asked === "palette" || asked === "keys") {
      open({ is: asked });
    } else if (asked === "search") {
      const box = document.querySelector<HTMLInputElement>("[data-search]");
      box?.focus();
      box?.select();
    } else if (asked === "sync") {
      if (sync.licenses.length > 0) {
        void start.run({ licenses: sync.licenses.map((entry) => entry.license) });
      }
    } else if (asked === "outbox") {
      visit("outbox");
    } else {
      const place = places[asked.place - 1];
      if (place) {
        visit(place.id);
      }
    }
  }

  const latest = useRef(pressed);
  useEffect(() => {
    latest.current = pressed;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest.current(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}
