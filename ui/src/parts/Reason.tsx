import "./Reason.css";
import type { ReactElement, ReactNode } from "react";
import type { IconName } from "../base/icons";
import { unbroken } from "../words";
import { Icon } from "./Icon";

/** Why there is nothing here, and the next step. No grid is ever empty without one. */
export function Reason({
  icon = "info",
  title,
  children,
  actions,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <div className="reason">
      <span className="reason-icon">
        <Icon name={icon} size={28} />
      </span>
      <h2 className="reason-title">{unbroken(title)}</h2>
      {children ? <div className="reason-words">{children}</div> : null}
      {actions ? <div className="reason-actions">{actions}</div> : null}
    </div>
  );
}
