/** What a key does in the list. */
export type Deed =
  | { does: "go"; to: number; extends: boolean }
  | { does: "open" }
  | { does: "toggle" }
  | { does: "all" }
  | { does: "leave" };

/** Where a key is pressed: at which of how many rows, of which so many fit, and whether rows can be selected. */
export interface Pressed {
  active: number;
  total: number;
  fit: number;
  selects: boolean;
}

/** The key itself. */
type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** What a key does in the list; null where it has no meaning here. */
export function deedOf(event: Key, { active, total, fit, selects }: Pressed): Deed | null {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + fit,
    PageUp: active - fit,
    Home: 0,
    End: total - 1,
  };
  const step = steps[event.key];
  if (step !== undefined && !event.altKey) {
    return { does: "go", to: Math.max(0, Math.min(step, total - 1)), extends: event.shiftKey && selects };
  }
  if (event.key === "Enter") {
    return { does: "open" };
  }
  if (event.key === " " && selects) {
    return { does: "toggle" };
  }
  if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && selects) {
    return { does: "all" };
  }
  return event.key === "Escape" ? { does: "leave" } : null;
}
