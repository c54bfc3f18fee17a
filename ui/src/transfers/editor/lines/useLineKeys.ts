import type { ClipboardEvent, KeyboardEvent, MouseEvent } from "react";
import type { DraftLineField } from "../../../platform";
import { say } from "../../../words";
import { type DraftStore, lineKey, MOST_LINES } from "../../draft/draft-store";
import { focusField } from "../editor-context";
import { fillDown, isSeveral, pastePlan } from "./fill";

/** What the table does with a key. */
export type LineKey = "next" | "before" | "remove" | "fill" | "card" | null;

/** Reads a key press in a field of a line. */
export function lineKeyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): LineKey {
  const mod = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "Enter":
      return event.altKey ? "card" : mod ? null : event.shiftKey ? "before" : "next";
    case "ArrowDown":
      return mod || event.altKey || event.shiftKey ? null : "next";
    case "ArrowUp":
      return mod || event.altKey || event.shiftKey ? null : "before";
    case "Delete":
    case "Backspace":
      return mod && event.shiftKey ? "remove" : null;
    case "d":
    case "D":
      return mod && !event.shiftKey && !event.altKey ? "fill" : null;
    default:
      return null;
  }
}

/** The line and column of a field of the table. */
export function cellOf(target: EventTarget | null): { line: number; field: DraftLineField } | null {
  const key = target instanceof HTMLElement ? target.dataset.field : undefined;
  const [place, line, field] = key?.split(":") ?? [];
  return place === "line" && line && field ? { line: Number(line), field: field as DraftLineField } : null;
}

/** What the table of lines hears, for all of its lines at once. */
export function lineHandlers(
  store: DraftStore,
  columns: readonly DraftLineField[],
  announce: (words: string) => void,
  pasteTags: (text: string) => void,
  failed: (thrown: unknown) => void,
) {
  const go = (line: number | undefined, field: DraftLineField) =>
    line !== undefined && focusField(lineKey(line, field));

  const remove = (line: number, field: DraftLineField) => {
    const { order } = store.view();
    const at = order.indexOf(line);
    const next = order[at + 1] ?? order[at - 1];
    store
      .removeLines([line])
      .then(() => {
        announce(say("draft-line-removed", { line: at + 1 }));
        requestAnimationFrame(() => go(next, field) || focusField("scanner"));
      })
      .catch(failed);
  };

  const next = (line: number, field: DraftLineField) => {
    const { order } = store.view();
    const below = order[order.indexOf(line) + 1];
    if (below !== undefined) {
      go(below, field);
    } else if (order.length < MOST_LINES && store.line(line)?.[field] !== "") {
      store
        .addLines(1)
        .then((made) => requestAnimationFrame(() => go(made, field)))
        .catch(failed);
    }
  };

  const fill = (line: number, field: DraftLineField, onlyEmpty: boolean) => {
    const value = store.line(line)?.[field] ?? "";
    const lines = fillDown(store.view().order, line, onlyEmpty, (each) => store.line(each)?.[field] ?? "");
    if (value && lines.length > 0) {
      store.setLines(lines, field, value);
      announce(say("draft-filled-with", { count: lines.length, value }));
    } else {
      announce(say(value ? "draft-fill-none-empty" : "draft-fill-nothing"));
    }
  };

  return {
    remove,
    fill,
    onKeyDown(event: KeyboardEvent) {
      const cell = cellOf(event.target);
      const key = cell && lineKeyOf(event);
      if (!cell || !key) {
        return;
      }
      event.preventDefault();
      const { order, draft } = store.view();
      if (key === "next") {
        next(cell.line, cell.field);
      } else if (key === "before") {
        go(order[order.indexOf(cell.line) - 1], cell.field);
      } else if (key === "card") {
        (event.target as HTMLElement).closest("tr")?.querySelector<HTMLElement>("button[data-card-tag]")?.click();
      } else if (draft.editable && key === "remove") {
        remove(cell.line, cell.field);
      } else if (draft.editable && cell.field !== "tag") {
        fill(cell.line, cell.field, true);
      }
    },
    onPaste(event: ClipboardEvent) {
      const cell = cellOf(event.target);
      const text = event.clipboardData.getData("text/plain");
      if (!cell || !store.view().draft.editable || !isSeveral(text)) {
        return;
      }
      event.preventDefault();
      if (cell.field === "tag") {
        pasteTags(text);
        return;
      }
      const { steps, rows, over } = pastePlan(store.view().order, cell.line, columns, cell.field, text);
      for (const step of steps) {
        store.setLines(step.lines, step.field, step.value);
      }
      announce(over > 0 ? say("draft-filled-over", { count: rows, over }) : say("draft-filled", { count: rows }));
    },
    onClick(event: MouseEvent) {
      const line = (event.target as Element).closest<HTMLElement>("[data-remove]")?.dataset.remove;
      if (line) {
        remove(Number(line), "tag");
      }
    },
  };
}
