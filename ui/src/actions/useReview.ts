import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ActionStart } from "../base/actions";
import { takeOutbox } from "../base/desk";
import {
  type ActionForm,
  type ActionQueued,
  asDeskFailure,
  call,
  type DeskFailure,
  newRequestId,
  type Review,
} from "../platform";
import { changesBetween } from "./review-changes";

/** A review on the screen. */
export interface Reviewed {
  review: Review;
  form: ActionForm;
  /** What changed since the look before, where the desk refused that one as stale. */
  changed: string[] | null;
}

interface Reviewing {
  reviewed: Reviewed | null;
  busy: boolean;
  failure: DeskFailure | null;
  /** Looks at a form. A later call makes an earlier one void. */
  look: (form: ActionForm) => Promise<void>;
  /**
   * Queues a form at once where its review says nothing that the person has not seen (`seen`); else shows the review.
   * Where the answer of the queueing is lost, the review is shown too: pressed again, it is the same request.
   */
  straight: (form: ActionForm, seen: (review: Review) => boolean) => Promise<ActionQueued | null>;
  /** Queues what was looked at; `null` where it was not, and then `failure` or `reviewed` says why. */
  queue: () => Promise<ActionQueued | null>;
  /** Back to the form. */
  back: () => void;
}

/** Reviews and queues one action. */
export function useReview({ target, replaces = null }: ActionStart): Reviewing {
  const client = useQueryClient();
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  const turn = useRef(0);
  const queueing = useRef(false);
  // One id for each review: the same review pressed again, after an answer that was lost, is queued once.
  const ids = useRef(new Map<number, string>());

  /** Looks at a form; the look that a later one made void gives nothing. */
  const reviewOf = async (form: ActionForm): Promise<Review | null> => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    setFailure(null);
    try {
      const review = await call("action_review", { target, form, replaces });
      return mine === turn.current ? review : null;
    } catch (thrown) {
      if (mine === turn.current) {
        setFailure(asDeskFailure(thrown));
      }
      return null;
    } finally {
      if (mine === turn.current) {
        setBusy(false);
      }
    }
  };

  const ask = async (form: ActionForm, before: Review | null) => {
    const review = await reviewOf(form);
    if (review) {
      setReviewed({ review, form, changed: before ? changesBetween(before, review) : null });
    }
  };

  const put = async ({ review, form }: Pick<Reviewed, "review" | "form">): Promise<ActionQueued | null> => {
    const id = ids.current.get(review.review) ?? newRequestId();
    ids.current.set(review.review, id);
    queueing.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const queued = await call("action_queue", { request_id: id, review: review.review });
      // Before the dialog closes: a person may be in the Outbox before the news is here.
      takeOutbox(client, queued.outbox);
      return queued;
    } catch (thrown) {
      const failed = asDeskFailure(thrown);
      if (failed.code === "stale" || failed.code === "not_found") {
        await ask(form, review);
      } else {
        setReviewed((shown) => shown ?? { review, form, changed: null });
        setFailure(failed);
      }
      return null;
    } finally {
      queueing.current = false;
      setBusy(false);
    }
  };

  const queue = async (): Promise<ActionQueued | null> =>
    !reviewed || busy || queueing.current || reviewed.review.ready === 0 ? null : put(reviewed);

  const straight = async (form: ActionForm, seen: (review: Review) => boolean): Promise<ActionQueued | null> => {
    if (busy || queueing.current) {
      return null;
    }
    const review = await reviewOf(form);
    if (review && seen(review)) {
      return put({ review, form });
    }
    if (review) {
      setReviewed({ review, form, changed: null });
    }
    return null;
  };

  return {
    reviewed,
    busy,
    failure,
    look: (form) => ask(form, null),
    queue,
    straight,
    back: () => {
      turn.current += 1;
      setReviewed(null);
      setBusy(false);
      setFailure(null);
    },
  };
}
