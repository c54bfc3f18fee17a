import "./Surround.css";
import { type ReactElement, type ReactNode, useId } from "react";
import { Icon } from "./Icon";

/** What is said around a control. */
export interface Around {
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
}

/** What a control needs to be part of its field. */
export interface ControlParts {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** Label, control, hint and problem, tied together. */
export function Surround({
  label,
  hint,
  problem,
  warns = false,
  keepsRoom = false,
  className = "",
  children,
}: Around & {
  /** The problem is one to look at: the control is valid all the same. */
  warns?: boolean;
  /** What is said has its room, and a problem stands in place of the hint: nothing below moves by either. */
  keepsRoom?: boolean;
  className?: string;
  children: (parts: ControlParts) => ReactNode;
}): ReactElement {
  const id = useId();
  const described = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  const told = (
    <>
      {hint ? (
        <p className={keepsRoom && problem ? "unseen" : "field-hint"} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className={warns ? "field-warning" : "field-problem"} id={`${id}-problem`}>
          <Icon name={warns ? "warning" : "error"} size={keepsRoom ? 13 : 16} /> {problem}
        </p>
      ) : null}
    </>
  );
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-invalid": problem && !warns ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {keepsRoom ? <div className="field-told">{told}</div> : told}
    </div>
  );
}
