import type { ActionId } from "../base/actions";
import { plus, quantityWords, readQuantity, whyWords } from "../base/amount";
import type { ActionChoices, ActionForm, AdjustMode, PackageNow } from "../platform";
import { say } from "../words";

/** What a person has filled in so far, whichever the action. */
export interface Draft {
  date: string;
  mode: AdjustMode;
  amount: string;
  reason: string;
  note: string;
  location: string;
  sublocation: string;
  item: string;
}

/** A form that can be looked at, or what is missing by field. */
export type ReadDraft =
  | { is: "form"; form: ActionForm }
  | { is: "wrong"; problems: Partial<Record<keyof Draft, string>> };

/** The draft that a form begins with. */
export function draftOf(form: ActionId | ActionForm, today: string): Draft {
  const empty: Draft = {
    date: today,
    mode: "by",
    amount: "",
    reason: "",
    note: "",
    location: "",
    sublocation: "",
    item: "",
  };
  return typeof form === "string" ? empty : { ...empty, ...form };
}

/** Characters as the state counts them: one for each that a person sees, nearly. */
export function characters(text: string): number {
  return [...text.trim()].length;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dateProblem(date: string, today: string): string | undefined {
  if (!DAY.test(date)) {
    return say("actions-date-wrong");
  }
  return date > today ? say("actions-date-future") : undefined;
}

function amountProblem(amount: string, mode: AdjustMode): string | undefined {
  const read = readQuantity(amount);
  switch (read.is) {
    case "empty":
      return say("actions-amount-missing");
    case "wrong":
      return whyWords(read.why);
    case "amount":
      return mode === "to" && read.amount.startsWith("-") ? say("actions-amount-below-zero") : undefined;
  }
}

/** Whether a reason asks for a note. */
export function asksNote(reason: string, choices: ActionChoices): boolean {
  return choices.reasons.some((each) => each.name === reason && each.requires_note);
}

function adjustProblems(draft: Draft, amount: string, choices: ActionChoices): Partial<Record<keyof Draft, string>> {
  const note = characters(draft.note);
  const wrong = {
    amount: amountProblem(amount, draft.mode),
    reason: draft.reason ? undefined : say("actions-reason-missing"),
    note:
      note > choices.note_room
        ? say("actions-note-too-long", { count: note - choices.note_room })
        : note === 0 && asksNote(draft.reason, choices)
          ? say("actions-note-missing")
          : undefined,
    date: dateProblem(draft.date, choices.today),
  };
  return kept(wrong);
}

function kept<T extends object>(problems: T): Partial<Record<keyof Draft, string>> {
  return Object.fromEntries(Object.entries(problems).filter(([, words]) => words !== undefined));
}

/**
 * What a package will hold, in words as a review has them; empty while that cannot be said. Only the desk knows units:
 * with another one than the package's own typed behind the amount, the review tells.
 */
export function afterWords({ mode, amount }: Pick<Draft, "mode" | "amount">, now: PackageNow): string {
  const read = readQuantity(amount);
  if (read.is !== "amount" || (read.unit && read.unit.toLowerCase() !== now.unit.toLowerCase())) {
    return "";
  }
  const after = plus(mode === "by" ? now.quantity : "0", read.amount);
  return `${quantityWords(after)} ${now.unit}`;
}

/** Reads a draft. What only the records can tell is left to the desk's review. */
export function readDraft(action: ActionId, draft: Draft, choices: ActionChoices): ReadDraft {
  // As typed: the desk reads it again, and its reading counts.
  const amount = draft.amount.trim();
  const date = draft.date;
  const [form, problems]: [ActionForm, Partial<Record<keyof Draft, string | undefined>>] = (() => {
    switch (action) {
      case "finish":
        return [{ action, date }, { date: dateProblem(date, choices.today) }];
      case "unfinish":
        return [{ action }, {}];
      case "adjust":
        return [
          { action, mode: draft.mode, amount, reason: draft.reason, note: draft.note.trim(), date },
          adjustProblems(draft, amount, choices),
        ];
      case "location":
        return [
          { action, location: draft.location.trim(), sublocation: draft.sublocation.trim(), date },
          {
            location: draft.location.trim() ? undefined : say("actions-location-missing"),
            date: dateProblem(date, choices.today),
          },
        ];
      case "note":
        return [{ action, note: draft.note.trim() }, {}];
      case "item":
        return [
          { action, item: draft.item.trim() },
          { item: draft.item.trim() ? undefined : say("actions-item-missing") },
        ];
    }
  })();
  const wrong = kept(problems);
  return Object.keys(wrong).length > 0 ? { is: "wrong", problems: wrong } : { is: "form", form };
}
