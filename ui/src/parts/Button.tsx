import type { ComponentProps, ReactElement } from "react";
import type { IconName } from "../base/icons";
import { Icon } from "./Icon";

/** How much a button asks for attention. One `main` a screen. */
export type ButtonLook = "main" | "plain" | "quiet" | "danger";

type Own = { look?: ButtonLook; icon?: IconName };

/** A button with words. */
export function Button({
  look = "plain",
  icon,
  children,
  className = "",
  ...rest
}: Own & ComponentProps<"button">): ReactElement {
  return (
    <button type="button" {...rest} className={`button button-${look} ${className}`}>
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
  className = "",
  ...rest
}: { label: string; icon: IconName; look?: ButtonLook } & ComponentProps<"button">): ReactElement {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`button button-${look} button-icon ${className}`}
    >
      <Icon name={icon} />
    </button>
  );
}
