import { Tabs } from "@base-ui/react/tabs";
import type { ReactElement } from "react";
import type { PackageTab } from "../../platform";
import { say } from "../../words";
import { TAB_TITLES, TABS } from "./tabs";

/** The five tabs; arrow keys go from one to the next. */
export function PackageTabs({ tab, onTab }: { tab: PackageTab; onTab: (tab: PackageTab) => void }): ReactElement {
  return (
    <Tabs.Root value={tab} onValueChange={(next) => onTab(next as PackageTab)}>
      <Tabs.List className="tabs" aria-label={say("packages-tabs")} activateOnFocus>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} className="tab">
            {say(TAB_TITLES[each])}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  );
}
