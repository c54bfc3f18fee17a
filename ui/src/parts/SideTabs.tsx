import "./SideTabs.css";
import { Tabs as Base } from "@base-ui/react/tabs";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

/** A list of titles with the chosen one's page beside it; arrow keys go from one to the next. */
export function SideTabs<Id extends string>({
  label,
  value,
  tabs,
  onTab,
  children,
}: {
  label: string;
  value: Id;
  tabs: readonly { id: Id; title: string }[];
  onTab: (tab: Id) => void;
  /** The page of the one that is chosen. */
  children: ReactNode;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one is chosen
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [value]);
  return (
    <Base.Root className="side-tabs" orientation="vertical" value={value} onValueChange={(next) => onTab(next as Id)}>
      <Base.List ref={list} className="side-tabs-list" aria-label={label} activateOnFocus>
        {tabs.map(({ id, title }) => (
          <Base.Tab key={id} value={id} className="side-tab">
            {title}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel key={value} value={value} className="side-tabs-page">
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
