import type { IconName } from "../parts";
import type { ActionForm, ActionTarget, LicenceNumber, PackageTab } from "../platform";

/** An action on packages. */
export type ActionId = ActionForm["action"];

/** How an action is called. */
export interface ActionLook {
  /** On a button or in a menu; three dots where something is asked first. */
  words: string;
  /** The title of its form. */
  title: string;
  icon: IconName;
  /** Other words that find it. */
  also: string[];
}

/** Every action. */
export const ACTIONS: Record<ActionId, ActionLook> = {
  finish: { words: "Finish", title: "Finish", icon: "check", also: ["close", "done"] },
  unfinish: { words: "Unfinish", title: "Unfinish", icon: "undo", also: ["reopen"] },
  adjust: { words: "Adjust…", title: "Adjust the quantity", icon: "scale", also: ["quantity", "waste", "damage"] },
  location: { words: "Location…", title: "Change the location", icon: "place", also: ["move", "room"] },
  note: { words: "Note…", title: "Change the note", icon: "edit", also: ["comment"] },
  item: { words: "Item…", title: "Change the item", icon: "tag", also: ["product", "rename"] },
};

/** What can be done in a tab, in the order shown, and where nothing can, why. */
export const IN_TAB: Record<PackageTab, { actions: readonly ActionId[]; why: string }> = {
  active: { actions: ["finish", "adjust", "location", "note", "item"], why: "" },
  on_hold: { actions: [], why: "Nothing can be done to packages on hold until the hold is lifted." },
  inactive: { actions: ["unfinish"], why: "" },
  in_transit: { actions: [], why: "Nothing can be done to packages in transit until they are received." },
  transferred: { actions: [], why: "These packages are at another licence now." },
};

/** What an action begins with. */
export interface ActionStart {
  /** An action with an empty form, or a form to begin with: the edit of a report. */
  form: ActionId | ActionForm;
  target: ActionTarget;
  /** How many packages a view has; explicit packages are counted. */
  packages?: number;
  /** The licences of a view; explicit packages say theirs. */
  licences?: LicenceNumber[];
  /** The report that this is an edit of; its package is the only target then. */
  replaces?: number | null;
  /** Once it is queued. */
  onQueued?: () => void;
  /** Puts the focus back where the person was; without it, to what had it before. */
  back?: () => void;
}

/** Which action it is. */
export function actionOf({ form }: ActionStart): ActionId {
  return typeof form === "string" ? form : form.action;
}

/** How many packages it is for. */
export function packagesOf({ target, packages }: ActionStart): number {
  return target.target === "packages" ? target.packages.length : (packages ?? 0);
}

/** The licences whose choices it may use. */
export function licencesOf({ target, licences = [] }: ActionStart): LicenceNumber[] {
  const all = target.target === "packages" ? target.packages.map((each) => each.licence) : licences;
  return [...new Set(all)].sort();
}
