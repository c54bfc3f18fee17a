import type { Collection } from "../../platform";
import type { LabelId } from "../../words";

/** One of the license's own lists, as a tab. */
export interface List {
  id: Collection;
  title: LabelId;
}

/** In the order of their tabs. */
export const LISTS = [
  { id: "items", title: "lists-items" },
  { id: "strains", title: "lists-strains" },
  { id: "locations", title: "lists-locations" },
  { id: "employees", title: "lists-employees" },
  { id: "package_tags", title: "lists-package-tags" },
  { id: "plant_tags", title: "lists-plant-tags" },
] as const satisfies readonly List[];
