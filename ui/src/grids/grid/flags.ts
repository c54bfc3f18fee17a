import type { IconName } from "../../base/icons";
import { type LabelId, say } from "../../words";
import { field } from "./field";
import type { GoneRow, GridRow } from "./view-source";

/** A flag that a package may carry: its field, its mark and its name. */
export interface Flag {
  id: string;
  icon: IconName;
  name: LabelId;
}

/** The state's flags, those that stop a sale first. */
export const FLAGS: readonly Flag[] = [
  { id: "hold", icon: "hand", name: "grid-on-hold" },
  { id: "testing_sample", icon: "flask", name: "grid-flag-testing-sample" },
  { id: "donation", icon: "gift", name: "grid-flag-donation" },
  { id: "trade_sample", icon: "shop", name: "grid-flag-trade-sample" },
];

/** The flags that a row carries. */
export function flagsOf(row: GridRow | GoneRow | undefined): Flag[] {
  return FLAGS.filter((flag) => field(row, flag.id) === true);
}

/** Their names, for hearing, copying and filtering. */
export function flagWords(row: GridRow | GoneRow | undefined): string {
  return flagsOf(row)
    .map((flag) => say(flag.name))
    .join(", ");
}
