import type { GridApi } from "ag-grid-community";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { Icon } from "../../parts";
import { say } from "../../words";
import { type Copied, cellText, copyText, rowsText } from "./copy";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

/** How long the sign stands that something was copied, and what is said where it was not. */
export const COPIED_MS = 1_400;
export const NOT_COPIED_MS = 5_000;

/** Where the first columns end: the narrow ones beside the rail. */
const FIRST_PX = 400;

/** What is shown of a copying, and in which cell. */
interface Sign {
  words: string;
  done: boolean;
  cell: DOMRect;
  /** Which copying it is of: another begins anew. */
  turn: number;
}

/** Copies a text and says so: aloud, and for a moment where it was copied from. */
export function useCopySign(onSay: (words: string) => void): {
  sign: Sign | null;
  put: (copied: Copied, from: Element | null) => void;
} {
  const [sign, setSign] = useState<Sign | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    if (!sign) {
      return;
    }
    const hide = () => setSign(null);
    const timer = setTimeout(hide, sign.done ? COPIED_MS : NOT_COPIED_MS);
    const hideByKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") {
        hide();
      }
    };
    // Its cell is elsewhere then, or the person goes on.
    document.addEventListener("scroll", hide, true);
    document.addEventListener("pointerdown", hide, true);
    document.addEventListener("keydown", hideByKey, true);
    window.addEventListener("resize", hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", hide, true);
      document.removeEventListener("pointerdown", hide, true);
      document.removeEventListener("keydown", hideByKey, true);
      window.removeEventListener("resize", hide);
    };
  }, [sign]);

  const put = async (copied: Copied, from: Element | null) => {
    const done = copied.text !== null && (await copyText(copied.text));
    const words = done || copied.text === null ? copied.words : say("grid-copy-failed");
    onSay(words);
    if (from?.isConnected) {
      turn.current += 1;
      setSign({ words, done, cell: from.getBoundingClientRect(), turn: turn.current });
    }
  };
  return { sign, put: (copied, from) => void put(copied, from) };
}

/** Copies the focused cell, or the selected rows. */
export function useCopying<Row extends GridRow>(
  model: GridModel<Row>,
  onSay: (words: string) => void,
): { sign: Sign | null; copy: (api: GridApi<Row>, rows: boolean, from: EventTarget | null) => void } {
  const { sign, put } = useCopySign(onSay);
  const copy = (api: GridApi<Row>, rows: boolean, from: EventTarget | null) => {
    const copied = rows ? rowsText(api, model.columns, model.selection.state()) : cellText(api, model.columns);
    if (copied) {
      put(copied, from instanceof Element ? from.closest(".ag-cell") : null);
    }
  };
  return { sign, copy };
}

/** A sign in the cell that something was copied. The pointer goes on to what is beneath; those who hear are told. */
export function CopySign({ sign: { words, done, cell } }: { sign: Sign }): ReactElement {
  // At the cell's end, as far to its left as the words are long; behind the first columns, whose boxes stay free.
  const from = cell.right < FIRST_PX ? { left: cell.right } : { right: Math.max(0, window.innerWidth - cell.right) };
  return (
    <div
      className={done ? "grid-copied" : "grid-copied grid-copied-not"}
      aria-hidden="true"
      style={{ ...from, top: cell.top, minHeight: cell.height }}
    >
      <Icon name={done ? "check" : "warning"} size={13} />
      {words}
    </div>
  );
}
