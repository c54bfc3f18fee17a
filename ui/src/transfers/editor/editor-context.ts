import { createContext, useContext } from "react";
import type { DraftFinding, DraftLineField, DraftSpot } from "../../platform";
import type { DraftStore } from "../draft/draft-store";

/** What every part of an editor may need. */
export interface EditorContext {
  store: DraftStore;
  editable: boolean;
  /** Says something aloud and at the lines. */
  announce: (words: string) => void;
  /** Goes to where a finding is fixed, and opens the group of the form that it is in. */
  goTo: (spot: DraftSpot) => void;
}

export const Editor = createContext<EditorContext | null>(null);

/** The editor that this is part of. */
export function useEditor(): EditorContext {
  const editor = useContext(Editor);
  if (!editor) {
    throw new Error("useEditor belongs inside an editor");
  }
  return editor;
}

/** What is to be fixed, by the place where it is shown; empty until the person asked for it. */
export const Problems = createContext<ReadonlyMap<string, DraftFinding>>(new Map());

/** Puts the focus on the field of this place and brings it into sight. */
export function focusField(key: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-field="${key}"]`);
  field?.focus();
  field?.scrollIntoView({ block: "center", inline: "nearest" });
  return field !== null;
}

/** Puts the focus at the beginning of the draft: nothing that was pressed is there any more. */
export function focusTitle(): void {
  document.getElementById("draft-title")?.focus();
}

/** Puts the focus on what is to be done next: the steps on the state's site where they are there, else the beginning. */
export function focusNext(): void {
  const steps = document.getElementById("draft-register");
  if (steps) {
    steps.focus({ preventScroll: true });
    // To the top of all, where the stages are: the steps stand right under them.
    const body = steps.closest(".draft-body");
    if (body) {
      body.scrollTop = 0;
    }
  } else {
    focusTitle();
  }
}

/** The columns that a person types into, in order. */
export const TYPED: readonly DraftLineField[] = ["tag", "gross_weight", "gross_unit", "price"];
