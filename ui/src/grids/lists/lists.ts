import type { Collection } from "../../platform";
import type { LabelId } from "../../words";

/** One of the license's own lists, as a tab. */
export interface List {
  id: Collection;
  title: LabelId;
}

/** In the order of their tabs. */
export const LISTS = [
  { id: "items", title: "reading-list-items" },
  { id: "strains", title: "reading-list-strains" },
  { id: "locations", title: "reading-list-locations" },
  { id: "employees", title: "reading-list-employees" },
  { id: "drivers", title: "reading-list-drivers" },
  { id: "vehicles", title: "reading-list-vehicles" },
  { id: "package_tags", title: "reading-list-package-tags" },
  { id: "plant_tags", title: "reading-list-plant-tags" },
] as const satisfies readonly List[];

/** Those that are one of these lists. */
export type ListId = (typeof LISTS)[number]["id"];
