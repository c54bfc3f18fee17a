import "./Button.css";
import type { ComponentProps, ReactElement } from "react";
import type { IconName } from "../base/icons";
import { Icon } from "./Icon";

/** How much a button asks for attention. One `main` a screen. */
export type ButtonLook = "main" | "plain" | "quiet" | "danger";

/** `small`: in a line over a list, and wherever else there is little room. */
type Size = "usual" | "small";

type Own = { look?: ButtonLook; size?: Size; icon?: IconName };

const SIZES: Record<Size, string> = { usual: "", small: "button-small" };

/** A button with words. */
export function Button({
  look = "plain",
  size = "usual",
  icon,
  children,
  className = "",
  ...rest
}: Own & ComponentProps<"button">): ReactElement {
  return (
    <button type="button" {...rest} className={`button button-${look} ${SIZES[size]} ${className}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A button that shows only a symbol; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  look = "quiet",
  size = "usual",
  className = "",
  ...rest
}: { label: string; icon: IconName; look?: ButtonLook; size?: Size } & ComponentProps<"button">): ReactElement {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`button button-${look} button-icon ${SIZES[size]} ${className}`}
    >
      <Icon name={icon} />
    </button>
  );
}
