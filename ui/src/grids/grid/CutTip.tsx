import { type ReactElement, type RefObject, useEffect, useState } from "react";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";
import { wholeWords } from "./words";

/** How long the pointer or the focus rests on a cell before it tells the rest. */
export const REST_MS = 350;

/** A cell that is too narrow for its words. */
interface Cut {
  words: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The cell around an element. */
function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".ag-cell[col-id]") : null;
}

/** Whether a cell, or a tag in it, is narrower than what it holds, or hides tags. A pixel may be the browser's rounding. */
function isCut(cell: HTMLElement): boolean {
  const parts = [cell, ...cell.querySelectorAll(".tag-cut, .grid-tags")];
  return parts.some((part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 4);
}

/** What a cell says in whole, where it is too narrow for it. A single tag has its card, which tells more. */
function cutOf(cell: HTMLElement, model: GridModel<GridRow>): Cut | null {
  const column = model.columns.find((each) => each.id === cell.getAttribute("col-id"));
  const row = Number(cell.closest("[row-index]")?.getAttribute("row-index") ?? Number.NaN);
  const single = cell.querySelectorAll("[data-card-tag]").length === 1;
  if (!column || single || Number.isNaN(row) || !isCut(cell)) {
    return null;
  }
  // A license's name is not in its row, nor is what was found elsewhere in its item.
  const asShown = column.id === "license" || cell.querySelector(".grid-found") !== null;
  const words = asShown ? cell.textContent : wholeWords(column, model.api?.getDisplayedRowAtIndex(row)?.data);
  const { left, top, width, height } = cell.getBoundingClientRect();
  return words ? { words, left, top, width, height } : null;
}

/**
 * The rest of a cell that is cut, laid over it: for a pointer that rests on it, and for a focus that a key brought there.
 * Those who hear the page have the whole cell anyway.
 */
export function CutTip({
  root,
  model,
}: {
  root: RefObject<HTMLElement | null>;
  model: GridModel<GridRow>;
}): ReactElement | null {
  const [cut, setCut] = useState<Cut | null>(null);
  useEffect(() => {
    const grid = root.current;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let on: HTMLElement | null = null;
    // A press puts the focus on its cell for what comes next, not to read it: there it would only lie over the row.
    let byKey = false;
    const hide = () => {
      clearTimeout(resting);
      on = null;
      setCut(null);
    };
    const come = ({ target }: Event) => {
      const cell = cellOf(target);
      if (cell === on) {
        return;
      }
      hide();
      if (cell) {
        on = cell;
        resting = setTimeout(() => setCut(cell.isConnected ? cutOf(cell, model) : null), REST_MS);
      }
    };
    const comeByKey = (event: Event) => {
      if (byKey) {
        come(event);
      }
    };
    const onKey = () => {
      byKey = true;
      hide();
    };
    const onPress = () => {
      byKey = false;
      hide();
    };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPress, true);
    grid?.addEventListener("pointerover", come);
    grid?.addEventListener("focusin", comeByKey);
    grid?.addEventListener("pointerleave", hide);
    grid?.addEventListener("focusout", hide);
    grid?.addEventListener("scroll", hide, true);
    return () => {
      hide();
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("pointerdown", onPress, true);
      grid?.removeEventListener("pointerover", come);
      grid?.removeEventListener("focusin", comeByKey);
      grid?.removeEventListener("pointerleave", hide);
      grid?.removeEventListener("focusout", hide);
      grid?.removeEventListener("scroll", hide, true);
    };
  }, [root, model]);
  if (!cut) {
    return null;
  }
  const { words, left, top, width, height } = cut;
  return (
    <div className="grid-cut" aria-hidden="true" style={{ left, top, minWidth: width, minHeight: height }}>
      {words}
    </div>
  );
}
