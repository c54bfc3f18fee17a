import "./Tabs.css";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactElement } from "react";
import { language } from "../words";

/** A tab of a strip. `count`: how many it holds; null where that is not known, whose room is kept. */
export interface StripTab<Id extends string> {
  id: Id;
  title: string;
  count: number | null;
}

/** A strip of tabs with their counts; arrow keys go from one to the next. A count is part of its tab's name. */
export function Tabs<Id extends string>({
  label,
  value,
  tabs,
  onTab,
}: {
  label: string;
  value: Id | null;
  tabs: readonly StripTab<Id>[];
  onTab: (tab: Id) => void;
}): ReactElement {
  return (
    <Base.Root value={value} onValueChange={(next) => onTab(next as Id)}>
      <Base.List className="tabs" aria-label={label} activateOnFocus>
        {tabs.map(({ id, title, count }) => (
          <Base.Tab key={id} value={id} className="tab">
            <span>{title}</span> <TabCount count={count} />
          </Base.Tab>
        ))}
      </Base.List>
    </Base.Root>
  );
}

/** How many a list holds, behind its title. Its room is kept while that is not known. */
export function TabCount({ count }: { count: number | null }): ReactElement {
  return <span className="tab-count tab-count-room">{count === null ? "" : count.toLocaleString(language())}</span>;
}
