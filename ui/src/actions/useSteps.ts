import { type FormEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type ActionStart, actionOf, packagesOf } from "../base/actions";
import type { ActionChoices, ActionQueued, DeskFailure, PackageNow, Review } from "../platform";
import { useActionsState } from "./actions-state";
import { afterWords, type Draft, draftOf, type ReadDraft, readDraft } from "./draft";
import { takeLit } from "./PickField";
import { type Reviewed, useReview } from "./useReview";

/** Actions that ask for nothing but perhaps a date begin with their review. */
const DIRECT = new Set(["finish", "unfinish"]);

/** An action on its way from its form to its review to the outbox. */
export interface Steps {
  /** Whether it begins with its review. */
  direct: boolean;
  /** The one package that is adjusted, and what it will hold: with both in sight, the form is all there is to see. */
  now: PackageNow | null;
  after: string;
  draft: Draft;
  /** What is wrong, once the person has tried to go on. */
  problems: Partial<Record<keyof Draft, string>>;
  reviewed: Reviewed | null;
  busy: boolean;
  failure: DeskFailure | null;
  /** Whether what is on the sheet is what would be queued. */
  ready: boolean;
  change: (part: Partial<Draft>) => void;
  /** Changes something on the sheet itself, which is looked at again. */
  redo: (part: Partial<Draft>) => void;
  submit: (event: FormEvent) => void;
  /** Looks again; null where the form does not allow it. */
  again: (() => void) | null;
  back: () => void;
  send: () => Promise<void>;
  onKey: (event: KeyboardEvent) => void;
  /** The form, once drawn. */
  drawn: (form: HTMLFormElement | null) => void;
  /** What has the focus first: the field where the person begins. */
  begins: RefObject<HTMLElement | null>;
  /** What has the focus once the sheet is there. */
  sheet: RefObject<HTMLDivElement | null>;
}

/** Where a person begins to fill in: how the quantity is meant has an answer already. */
function firstField(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("input:not([type='radio']), select, textarea") ?? null;
}

function sameForm(read: ReadDraft, reviewed: Reviewed | null): boolean {
  return read.is === "form" && reviewed !== null && JSON.stringify(read.form) === JSON.stringify(reviewed.form);
}

/** Whether a review says nothing but what a form for one package showed: what it is, holds and will hold. */
export function saysNoMore(review: Review, now: PackageNow, after: string): boolean {
  const [line, ...others] = review.lines;
  return (
    !review.more &&
    review.ready === 1 &&
    others.length === 0 &&
    line?.item === now.item &&
    line.before === now.words &&
    line.after === after
  );
}

/** Takes an action through its steps. */
export function useSteps(start: ActionStart, choices: ActionChoices, onClose: () => void): Steps {
  const action = actionOf(start);
  const direct = DIRECT.has(action);
  const { follow } = useActionsState();
  const [draft, setDraft] = useState<Draft>(() => draftOf(start.form, choices.today));
  const [tried, setTried] = useState(false);
  const { reviewed, busy, failure, look, queue, straight, back } = useReview(start);
  const sheet = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLFormElement | null>(null);
  const begins = useRef<HTMLElement | null>(null);
  const read = readDraft(action, draft, choices);
  const now = action === "adjust" && packagesOf(start) === 1 ? choices.now : null;
  const after = now ? afterWords(draft, now) : "";
  const ready = !busy && sameForm(read, reviewed) && (reviewed?.review.ready ?? 0) > 0;

  const drawn = useCallback((form: HTMLFormElement | null) => {
    fields.current = form;
    begins.current = firstField(form);
  }, []);
  const lookAt = (at: ReadDraft) => {
    if (at.is === "form") {
      void look(at.form);
    }
  };
  const begin = useRef(() => (direct ? lookAt(read) : undefined));
  useEffect(() => begin.current(), []);

  // The sheet that came is what is read next; the form that comes back is gone on with.
  const shown = reviewed !== null;
  const before = useRef(shown);
  useEffect(() => {
    if (shown && !before.current) {
      sheet.current?.focus();
    } else if (!shown && before.current) {
      firstField(fields.current)?.focus();
    }
    before.current = shown;
  }, [shown]);
  // Once the problems are drawn, the first is where the person is.
  const [sought, setSought] = useState(0);
  useEffect(() => {
    if (sought > 0) {
      fields.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    }
  }, [sought]);

  const ended = (queued: ActionQueued | null) => {
    if (queued) {
      follow({ queued, back: start.back });
      start.onQueued?.();
      onClose();
    }
  };
  const send = async () => ended(ready ? await queue() : null);
  const goOn = () => {
    if (read.is === "form" && now && after) {
      void straight(read.form, (review) => saysNoMore(review, now, after)).then(ended);
    } else {
      lookAt(read);
    }
  };
  return {
    direct,
    now,
    after,
    draft,
    problems: tried && read.is === "wrong" ? read.problems : {},
    reviewed,
    busy,
    failure,
    ready,
    change: (part) => setDraft({ ...draft, ...part }),
    redo: (part) => {
      const next = { ...draft, ...part };
      setDraft(next);
      setTried(true);
      lookAt(readDraft(action, next, choices));
    },
    submit: (event) => {
      event.preventDefault();
      setTried(true);
      goOn();
      if (read.is === "wrong") {
        setSought(sought + 1);
      }
    },
    again: read.is === "form" && (direct || reviewed) ? () => lookAt(read) : null,
    back,
    send,
    onKey: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
        event.preventDefault();
        if (reviewed) {
          void send();
        } else if (takeLit(event.target)) {
          // Once the choice is in the form.
          setTimeout(() => fields.current?.requestSubmit());
        } else {
          fields.current?.requestSubmit();
        }
      }
    },
    drawn,
    begins,
    sheet,
  };
}
