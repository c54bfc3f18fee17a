import type { PackageTab } from "../../platform";
import type { LabelId } from "../../words";

/** The tabs, in the state site's order. */
export const TABS: PackageTab[] = ["active", "on_hold", "inactive", "in_transit", "transferred"];

/** What they are called. */
export const TAB_TITLES: Record<PackageTab, LabelId> = {
  active: "packages-tab-active",
  on_hold: "packages-tab-on-hold",
  inactive: "packages-tab-inactive",
  in_transit: "packages-tab-in-transit",
  transferred: "packages-tab-transferred",
};

/** What the grid is called in each. */
export const GRID_NAMES: Record<PackageTab, LabelId> = {
  active: "packages-grid-active",
  on_hold: "packages-grid-on-hold",
  inactive: "packages-grid-inactive",
  in_transit: "packages-grid-in-transit",
  transferred: "packages-grid-transferred",
};

/** What an empty tab says: that it is empty, and what will be here. */
export const NOTHING_IN: Record<PackageTab, { title: LabelId; words: LabelId }> = {
  active: { title: "packages-none-active", words: "packages-none-active-words" },
  on_hold: { title: "packages-none-on-hold", words: "packages-none-on-hold-words" },
  inactive: { title: "packages-none-inactive", words: "packages-none-inactive-words" },
  in_transit: { title: "packages-none-in-transit", words: "packages-none-in-transit-words" },
  transferred: { title: "packages-none-transferred", words: "packages-none-transferred-words" },
};

const KEY = "trackside.packages.tab";

/** The tab that was open last. */
export function readTab(): PackageTab {
  const kept = localStorage.getItem(KEY);
  return TABS.find((tab) => tab === kept) ?? "active";
}

/** Remembers the tab. */
export function writeTab(tab: PackageTab): void {
  localStorage.setItem(KEY, tab);
}
