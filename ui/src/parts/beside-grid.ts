import { type RefObject, useEffect } from "react";

/**
 * The keys of a panel beside a grid: F6 goes to and fro, and Escape in the grid closes what was opened last, before the grid
 * hears of it; its rows are deselected by the next.
 */
export function useBesideGrid(
  panel: RefObject<HTMLElement | null>,
  { onClose, onLeave }: { onClose: () => void; onLeave: () => void },
): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "F6") {
        return;
      }
      event.preventDefault();
      if (panel.current?.contains(document.activeElement)) {
        onLeave();
      } else {
        panel.current?.focus();
      }
    };
    const onEscape = (event: globalThis.KeyboardEvent) => {
      const inGrid = document.activeElement?.closest(".grid-body") && !document.querySelector("[data-card]");
      if (event.key === "Escape" && inGrid) {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("keydown", onEscape, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("keydown", onEscape, true);
    };
  }, [panel, onClose, onLeave]);
}
