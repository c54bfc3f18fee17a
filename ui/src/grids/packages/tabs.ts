import type { PackageTab } from "../../platform";

/** The tabs, in the state site's order. */
export const TABS: PackageTab[] = ["active", "on_hold", "inactive", "in_transit", "transferred"];

/** What they are called. */
export const TAB_TITLES: Record<PackageTab, string> = {
  active: "Active",
  on_hold: "On Hold",
  inactive: "Inactive",
  in_transit: "In Transit",
  transferred: "Transferred",
};

/** What an empty tab says: that it is empty, and what will be here. */
export const NOTHING_IN: Record<PackageTab, { title: string; words: string }> = {
  active: {
    title: "No active packages",
    words:
      "Packages appear here once the state lists them as active at this licence: made here, or received on a manifest.",
  },
  on_hold: { title: "Nothing is on hold", words: "Packages that the state or a licence puts on hold appear here." },
  inactive: { title: "No inactive packages", words: "Finished and discontinued packages appear here." },
  in_transit: {
    title: "Nothing is in transit",
    words: "Packages on a manifest that has left appear here until it is received.",
  },
  transferred: {
    title: "Nothing was transferred",
    words: "Packages that left this licence on a manifest appear here once they were received.",
  },
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
