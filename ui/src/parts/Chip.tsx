import "./Chip.css";
import type { ComponentProps, ReactElement } from "react";
import type { IconName } from "../base/icons";
import type { Tone } from "../base/tone";
import { Icon } from "./Icon";

/** How something stands, in a symbol and words of its tone. */
export function Chip({
  tone,
  icon,
  label,
  size = 13,
  as: Element = "span",
  children,
  ...rest
}: {
  tone: Tone;
  icon?: IconName;
  /** The symbol's name, where it stands without words. */
  label?: string;
  /** The symbol's, CSS pixels. */
  size?: number;
  as?: "span" | "li";
} & Omit<ComponentProps<"span">, "className" | "ref">): ReactElement {
  return (
    <Element {...rest} className={`chip chip-${tone}`}>
      {icon ? <Icon name={icon} label={label} size={size} /> : null}
      {children}
    </Element>
  );
}
