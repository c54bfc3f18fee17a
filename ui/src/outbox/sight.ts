import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useState } from "react";

/** How tall a row and the heads are, in `rem`; the style sheet draws them so. */
const ROW_REM = 3.125;
const HEAD_REM = 1.875;
/** Rows drawn beyond what is in sight, on each side. */
const BEYOND = 6;

/** What is in sight of a list whose rows are all equally tall, below heads that stay. */
export interface Sight {
  /** The rows to draw: those in sight, some beyond, and the one that is kept. */
  rows: readonly VirtualItem[];
  /** From where the rows' places are measured, CSS pixels. */
  head: number;
  /** How tall all rows are together, CSS pixels. */
  height: number;
  /** The first and the last row that are drawn because they are in sight, or nearly. */
  first: number;
  last: number;
  /** How many rows fit. */
  fit: number;
  /** Brings a row into sight. */
  show: (index: number) => void;
  /** Scrolls on by so many rows. */
  pass: (rows: number) => void;
  /** The row that stands whole at the top, as the list is scrolled at this moment. */
  top: () => number;
}

function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Follows the scrolling of a list of `count` rows. The row at `kept` stays drawn, however far one scrolls. */
export function useSight(scroller: RefObject<HTMLElement | null>, count: number, kept: number): Sight {
  const [rem] = useState(rootPixels);
  const row = ROW_REM * rem;
  const head = HEAD_REM * rem;
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    // The heads take their place above the rows, and cover it when the rows are scrolled.
    scrollMargin: head,
    scrollPaddingStart: head,
    overscan: BEYOND,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return kept >= range.count || drawn.includes(kept) ? drawn : [...drawn, kept].sort((a, b) => a - b);
    },
  });
  const rows = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  return {
    rows,
    head,
    height: virtualizer.getTotalSize(),
    first: Math.max(0, startIndex - BEYOND),
    last: Math.min(endIndex + BEYOND, Math.max(0, count - 1)),
    // A row that is cut by less than a pixel is whole to a person.
    fit: Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - head + 1) / row)),
    show: virtualizer.scrollToIndex,
    pass: (passed) => virtualizer.scrollBy(passed * row),
    top: () => Math.ceil((scroller.current?.scrollTop ?? 0) / row),
  };
}
