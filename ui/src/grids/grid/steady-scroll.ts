/** AG Grid lets go of the lead 150 ms after the last word of whoever scrolls. */
const SETTLED_MS = 250;

const BARS = ".ag-body-vertical-scroll-viewport, .ag-body-horizontal-scroll-viewport";

/**
 * Keeps a grid in step with how far it is scrolled; gives what ends it.
 *
 * AG Grid (36.2) moves a scroll bar of its own beside the rows. Rows and bar follow whichever spoke last, and the other
 * one's words count for nothing until 150 ms later. On a busy computer the echo of the rows in the bar comes after that
 * time: the bar leads, puts the rows back where they were, and the wheel's last turn is not heard. The grid then stands
 * blank, or at the wrong columns, until somebody scrolls again. So the bar's echo is kept from AG Grid, and once all is
 * quiet it looks again at where the rows are.
 */
export function keepScrollSteady(root: HTMLElement): () => void {
  const seen = { top: Number.NaN, left: Number.NaN };
  const told = new WeakSet<Event>();
  let settling: ReturnType<typeof setTimeout> | undefined;
  const onScroll = (event: Event) => {
    const { target } = event;
    // What AG Grid is told at the end is no news.
    if (!(target instanceof HTMLElement) || !root.contains(target) || told.has(event)) {
      return;
    }
    if (target.matches(".ag-grid-viewport")) {
      seen.top = target.scrollTop;
      seen.left = target.scrollLeft;
      clearTimeout(settling);
      settling = setTimeout(() => {
        const again = new Event("scroll");
        told.add(again);
        target.dispatchEvent(again);
      }, SETTLED_MS);
    } else if (target.matches(BARS)) {
      const upright = target.matches(".ag-body-vertical-scroll-viewport");
      const apart = upright ? target.scrollTop - seen.top : target.scrollLeft - seen.left;
      if (Math.abs(apart) < 1) {
        event.stopImmediatePropagation();
      }
    }
  };
  // On the way down: before AG Grid, which listens at the scrollers themselves.
  root.addEventListener("scroll", onScroll, true);
  return () => {
    clearTimeout(settling);
    root.removeEventListener("scroll", onScroll, true);
  };
}
