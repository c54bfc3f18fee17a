import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { OutboxLine } from "../platform";
import type { Lines } from "./lines";

/** The row that has the focus or is where Tab comes to, and the report in it. */
export interface Active {
  index: number;
  /** The line at a position; of this row also when it is far out of sight. */
  lineAt: (index: number) => OutboxLine | undefined;
  /** Makes a row the active one. */
  point: (index: number, intent: number | null) => void;
  /** The same, and the focus goes there. */
  go: (index: number) => void;
  /** Whether the focus is in the list. */
  inside: RefObject<boolean>;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Keeps the focus of a list with its report. One that moved because others left is followed; where it left itself, the one in
 * its place is next.
 */
export function useActive(
  list: RefObject<HTMLElement | null>,
  lines: Lines,
  total: number,
  { opened, onGoTo }: { opened: number | null; onGoTo: (line: OutboxLine) => void },
): Active {
  // A report, and where it last was.
  const [wanted, setWanted] = useState<{ index: number; intent: number | null }>({ index: 0, intent: opened });
  // Those behind it, the nearest first. Others that leave above it at the same time say nothing of its place.
  const heirs = useRef<number[]>([]);
  const followed = lines.indexOf(wanted.intent);
  // It left only where another stands in its place, or where the list ends before that; else the place is out of sight.
  const taken = lines.at(wanted.index) !== undefined || wanted.index >= total;
  const left = wanted.intent !== null && followed < 0 && taken;
  const heir = left ? heirs.current.find((intent) => lines.indexOf(intent) >= 0) : undefined;
  const found = heir === undefined ? followed : lines.indexOf(heir);
  const active = Math.max(0, Math.min(found >= 0 ? found : wanted.index, total - 1));

  // Far out of sight it is not read any more, but stays drawn.
  const kept = useRef<{ index: number; line: OutboxLine }>(undefined);
  const here = lines.at(active);
  if (here && (wanted.intent === null || here.intent === wanted.intent)) {
    kept.current = { index: active, line: here };
    heirs.current = lines.behind(active);
  }
  const known = kept.current;
  const isKept = wanted.intent === null ? known?.index === active : known?.line.intent === wanted.intent;
  const lineAt = (index: number) => lines.at(index) ?? (index === active && isKept ? known?.line : undefined);

  const inside = useRef(false);
  const going = useRef(false);
  useLayoutEffect(() => {
    const lost = inside.current && (document.activeElement === document.body || document.activeElement === null);
    // It has the focus itself while the row that is to have it is being read.
    const waits = list.current !== null && document.activeElement === list.current;
    if (!going.current && !lost && !waits) {
      return;
    }
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    // Until the row is read the list itself hears the keys.
    (row ?? list.current)?.focus({ preventScroll: true });
    if (row && going.current) {
      going.current = false;
      if (here) {
        onGoTo(here);
      }
    }
  });
  useEffect(() => {
    // Kept, so that the row is still known when it has left.
    if (found >= 0 && found !== wanted.index) {
      setWanted({ index: found, intent: heir ?? wanted.intent });
    }
  }, [found, heir, wanted]);

  const point = (index: number, intent: number | null) => setWanted({ index, intent });
  return {
    index: active,
    lineAt,
    point,
    go: (index) => {
      going.current = true;
      point(index, lines.at(index)?.intent ?? null);
    },
    inside,
    onFocus: (event) => {
      inside.current = true;
      const index = Number(event.target.dataset.index);
      const line = Number.isNaN(index) ? undefined : lineAt(index);
      if (line && line.intent !== wanted.intent) {
        point(index, line.intent);
      }
    },
    onBlur: (event) => {
      inside.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
}
