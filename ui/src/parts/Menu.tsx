import { Keys } from "./Keys";
import "./Layer.css";
import "./Menu.css";
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import type { IconName } from "../base/icons";
import { Icon } from "./Icon";

/** A menu under its button. `trigger` is the button itself; its children are drawn inside. */
export function Menu({
  trigger,
  children,
  align = "start",
  side = "bottom",
}: {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "bottom" | "top" | "right";
}): ReactElement {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="layer" align={align} side={side} sideOffset={4} collisionPadding={8}>
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One entry of a menu. */
export function MenuItem({
  children,
  icon,
  keys,
  onSelect,
  disabled,
  why,
}: {
  children: ReactNode;
  icon?: IconName;
  /** Its keys, for reading, for example `Ctrl+K`. */
  keys?: string;
  onSelect: () => void;
  disabled?: boolean | undefined;
  /** Why it cannot be chosen, under its words. */
  why?: string | undefined;
}): ReactElement {
  return (
    <Base.Item className="menu-item" onClick={onSelect} disabled={disabled || why !== undefined}>
      <span className="menu-mark">{icon ? <Icon name={icon} /> : null}</span>
      <span className="menu-words">
        {children}
        {why === undefined ? null : <span className="menu-note">{why}</span>}
      </span>
      {keys ? <Keys>{keys}</Keys> : null}
    </Base.Item>
  );
}

/** A group of entries of which one holds. */
export function MenuChoice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { value: T; words: string }[];
  onChange: (value: T) => void;
}): ReactElement {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="menu-item" closeOnClick>
            <span className="menu-mark">
              <Base.RadioItemIndicator>
                <Icon name="check" />
              </Base.RadioItemIndicator>
            </span>
            <span className="menu-words">{option.words}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Entries with a heading over them, and a note to it. */
export function MenuGroup({
  label,
  note,
  children,
}: {
  label: string;
  note?: string | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">
        {label}
        {note ? <span className="menu-note">{note}</span> : null}
      </Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A line between groups. */
export function MenuLine(): ReactElement {
  return <Base.Separator className="menu-line" />;
}
