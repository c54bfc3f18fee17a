import { useEffect, useRef, useSyncExternalStore } from "react";
import type { PackageTab } from "../../platform";

/** What is asked of the packages' grid from elsewhere. */
export interface PackagesAsked {
  tab: PackageTab;
  /** Words to search for, in place of what narrows the grid now; without them that stays. */
  search?: string;
}

let asked: PackagesAsked | null = null;
const listeners = new Set<() => void>();

/** Asks for a tab, or for what is searched for in it. The grid takes it once it is in sight. */
export function askPackages(next: PackagesAsked | null): void {
  asked = next;
  for (const listener of [...listeners]) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hands over what is asked, once. */
export function useAsked(take: (asked: PackagesAsked) => void): void {
  const now = useSyncExternalStore(subscribe, () => asked);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (now) {
      askPackages(null);
      latest.current(now);
    }
  }, [now]);
}
