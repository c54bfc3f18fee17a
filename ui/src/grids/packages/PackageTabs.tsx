import type { ReactElement } from "react";
import { Tabs } from "../../parts";
import type { PackageTab } from "../../platform";
import { say } from "../../words";
import { TAB_TITLES, TABS } from "./tabs";

/** The five tabs, each with how many packages it has where that is known. */
export function PackageTabs({
  tab,
  countOf,
  onTab,
}: {
  tab: PackageTab;
  countOf: (tab: PackageTab) => number | null;
  onTab: (tab: PackageTab) => void;
}): ReactElement {
  const tabs = TABS.map((id) => ({ id, title: say(TAB_TITLES[id]), count: countOf(id) }));
  return <Tabs label={say("packages-tabs")} value={tab} tabs={tabs} onTab={onTab} />;
}
