import type { ActionForm, ActionTarget, LicenseNumber, PackageRef, PackageTab } from "../platform";
import { type LabelId, type MessageId, say } from "../words";
import type { IconName } from "./icons";

/** An action on packages. */
export type ActionId = ActionForm["action"];

/** How an action is called, in the language spoken now. */
export interface ActionLook {
  /** On a button or in a menu; three dots where something is asked first. */
  readonly words: string;
  /** What it does, as a name. */
  readonly title: string;
  icon: IconName;
  /** Other words that find it. */
  readonly also: string[];
}

function look(words: LabelId, title: LabelId, icon: IconName, also: LabelId): ActionLook {
  return {
    icon,
    get words() {
      return say(words);
    },
    get title() {
      return say(title);
    },
    get also() {
      return say(also).split(", ");
    },
  };
}

/** Every action. */
export const ACTIONS: Record<ActionId, ActionLook> = {
  finish: look("actions-finish", "actions-finish", "check", "actions-finish-also"),
  unfinish: look("actions-unfinish", "actions-unfinish", "undo", "actions-unfinish-also"),
  adjust: look("actions-adjust", "actions-adjust-title", "scale", "actions-adjust-also"),
  location: look("actions-location", "actions-location-title", "place", "actions-location-also"),
  note: look("actions-note", "actions-note-title", "edit", "actions-note-also"),
  item: look("actions-item", "actions-item-title", "tag", "actions-item-also"),
};

const TITLES = {
  finish: { one: "actions-finish-one", many: "actions-finish-many" },
  unfinish: { one: "actions-unfinish-one", many: "actions-unfinish-many" },
  adjust: { one: "actions-adjust-one", many: "actions-adjust-many" },
  location: { one: "actions-location-one", many: "actions-location-many" },
  note: { one: "actions-note-one", many: "actions-note-many" },
  item: { one: "actions-item-one", many: "actions-item-many" },
} as const satisfies Record<ActionId, { one: MessageId; many: MessageId }>;

/** The title of an action's form: what is done to which package, or to how many. */
export function titleOf(start: ActionStart): string {
  const { one, many } = TITLES[actionOf(start)];
  const count = packagesOf(start);
  const first = start.target.target === "packages" ? start.target.packages[0] : undefined;
  return count === 1 && first ? say(one, { tag: tagEnd(first.tag) }) : say(many, { count });
}

/** Characters of a tag that people read aloud. */
const SPOKEN = 6;

/** A tag's end, by which people call it: `…000007`. */
export function tagEnd(tag: string): string {
  return `…${tag.slice(-SPOKEN)}`;
}

/** What can be done in a tab, in the order shown; where nothing can, why; what the palette says of the actions of other tabs. */
export const IN_TAB: Record<PackageTab, { actions: readonly ActionId[]; why: LabelId | null; others: LabelId }> = {
  active: { actions: ["finish", "adjust", "location", "note", "item"], why: null, others: "palette-not-finished" },
  on_hold: { actions: [], why: "actions-not-on-hold", others: "palette-on-hold" },
  inactive: { actions: ["unfinish"], why: null, others: "palette-is-finished" },
  in_transit: { actions: [], why: "actions-not-in-transit", others: "palette-in-transit" },
  transferred: { actions: [], why: "actions-not-transferred", others: "palette-transferred" },
};

/** What an action begins with. */
export interface ActionStart {
  /** An action with an empty form, or a form to begin with: the edit of a report. */
  form: ActionId | ActionForm;
  target: ActionTarget;
  /** How many packages a view has; explicit packages are counted. */
  packages?: number;
  /** The licenses of a view; explicit packages say theirs. */
  licenses?: LicenseNumber[];
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

/** The package that it is for, where it is for one alone. */
export function onlyOf({ target }: ActionStart): PackageRef | null {
  const [first = null, ...others] = target.target === "packages" ? target.packages : [];
  return others.length === 0 ? first : null;
}

/** The licenses whose choices it may use. */
export function licensesOf({ target, licenses = [] }: ActionStart): LicenseNumber[] {
  const all = target.target === "packages" ? target.packages.map((each) => each.license) : licenses;
  return [...new Set(all)].sort();
}
