import { useCallback, useMemo, useState } from "react";
import type { DraftField, DraftForm } from "../../platform";
import type { DraftStore, DraftView } from "../draft/draft-store";
import { headKey } from "../draft/draft-store";
import { useDraft } from "../draft/use-draft";
import type { Findings } from "./side/findings";
import { isFilled } from "./spots";

/** A group of the form's fields. */
export type Group = "where" | "when" | "driver";

const GROUPS: readonly Group[] = ["where", "when", "driver"];

/** In which group a field stands. */
export const GROUP_OF: Record<DraftField, Group> = {
  transfer_type: "where",
  recipient: "where",
  recipient_name: "where",
  invoice: "where",
  route: "where",
  name: "where",
  note: "where",
  departure: "when",
  arrival: "when",
  transporter: "driver",
  transporter_name: "driver",
  driver_name: "driver",
  driver_license: "driver",
  driver_employee_id: "driver",
  vehicle_make: "driver",
  vehicle_model: "driver",
  vehicle_plate: "driver",
  phone: "driver",
};

/** Without which a group is not complete. What only some transfers need is the check's to say. */
const NEEDED: Record<Group, readonly DraftField[]> = {
  where: ["transfer_type", "recipient", "route"],
  when: ["departure", "arrival"],
  driver: ["transporter", "driver_name", "driver_license", "vehicle_make", "vehicle_model", "vehicle_plate", "phone"],
};

/** Whether a group holds everything that every transfer needs of it. */
export function isComplete(group: Group, form: DraftForm): boolean {
  return NEEDED[group].every((field) => isFilled(form, field));
}

/** The groups of which everything is there and on the disk, in one word for each. */
function completeIn({ form, saving, unsaved }: DraftView): string {
  // What does not fit is kept where it was typed, and must be seen.
  if (unsaved) {
    return "";
  }
  const troubled = (group: Group) =>
    (Object.keys(GROUP_OF) as DraftField[]).some(
      (field) => GROUP_OF[field] === group && saving.troubled.has(headKey(field)),
    );
  return GROUPS.filter((group) => isComplete(group, form) && !troubled(group)).join(" ");
}

/** What of the form is folded to one line. */
export interface Folds {
  /** What it says in one line only. */
  folded: ReadonlySet<Group>;
  /** What may be folded: it holds everything, and nothing in it must be fixed. */
  foldable: ReadonlySet<Group>;
  fold: (group: Group, folded: boolean) => void;
}

/**
 * What was complete when the draft was opened is folded; after that only the person folds. What is not complete or must
 * be fixed is open, and stays so once it is in order again: nothing closes under the hand.
 */
export function useFolds(store: DraftStore, { wrong, toFillIn }: Pick<Findings, "wrong" | "toFillIn">): Folds {
  const complete = useDraft(store, completeIn);
  const foldable = useMemo(() => {
    const stopped = new Set([...wrong, ...toFillIn].map(({ spot }) => spot.at === "field" && GROUP_OF[spot.field]));
    return new Set(GROUPS.filter((group) => complete.split(" ").includes(group) && !stopped.has(group)));
  }, [complete, wrong, toFillIn]);
  const [folded, setFolded] = useState<ReadonlySet<Group>>(foldable);
  if ([...folded].some((group) => !foldable.has(group))) {
    setFolded(new Set([...folded].filter((group) => foldable.has(group))));
  }
  const fold = useCallback(
    (group: Group, fold: boolean) =>
      setFolded((before) => new Set(GROUPS.filter((each) => (each === group ? fold : before.has(each))))),
    [],
  );
  return useMemo(() => ({ folded, foldable, fold }), [folded, foldable, fold]);
}
