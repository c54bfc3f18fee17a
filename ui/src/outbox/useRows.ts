import { type RefObject, useEffect, useState } from "react";

/** How tall a row and the heads are, in `rem`; the style sheet draws them so. */
const ROW_REM = 3.125;
const HEAD_REM = 1.875;
/** What is drawn beyond what is in sight, on each side. */
const BEYOND = 6;
/** What is in sight where nothing can be measured. */
const USUAL_PX = 600;

/** Which rows are in sight. */
export interface Rows {
  row: number;
  head: number;
  first: number;
  last: number;
  /** Brings a row into sight. */
  show: (index: number) => void;
  /** How many rows fit. */
  fit: number;
  /** Looks again at what is in sight, after scrolling. */
  measure: () => void;
}

function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Follows the scrolling of a list whose rows are all equally tall, so that only those in sight are drawn. */
export function useRows(scroller: RefObject<HTMLElement | null>): Rows {
  const [rem] = useState(rootPixels);
  const [seen, setSeen] = useState({ top: 0, height: USUAL_PX });
  const row = ROW_REM * rem;
  const head = HEAD_REM * rem;
  const measure = () => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    setSeen((before) => {
      // Drawn again only when another row comes into sight.
      const top = Math.floor(scrollTop / row) * row;
      const height = clientHeight || USUAL_PX;
      return before.top === top && before.height === height ? before : { top, height };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured when the list is there and when its room changes
  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  const fit = Math.max(1, Math.floor((seen.height - head) / row));
  const first = Math.max(0, Math.floor(seen.top / row) - BEYOND);
  return {
    row,
    head,
    fit,
    first,
    last: Math.floor(seen.top / row) + fit + 1 + BEYOND,
    show(index) {
      const element = scroller.current;
      if (!element) {
        return;
      }
      const top = index * row;
      const height = (element.clientHeight || USUAL_PX) - head;
      if (top < element.scrollTop) {
        element.scrollTop = top;
      } else if (top + row > element.scrollTop + height) {
        element.scrollTop = top + row - height;
      }
      measure();
    },
    measure,
  };
}
