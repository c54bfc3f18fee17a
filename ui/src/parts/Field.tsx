import { type ComponentProps, type ReactElement, type ReactNode, useId, useState } from "react";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import { WhenInput } from "./When";

type Around = { label: string; hint?: ReactNode; problem?: string | undefined };

function describedBy(id: string, hint: ReactNode, problem: string | undefined): string | undefined {
  const ids = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label, control, hint and problem, tied together. */
function Surround({ id, label, hint, problem, children }: Around & { id: string; children: ReactNode }): ReactElement {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="field-problem" id={`${id}-problem`}>
          <Icon name="error" /> {problem}
        </p>
      ) : null}
    </div>
  );
}

/** One line of text. */
export function TextField({ label, hint, problem, ...rest }: Around & ComponentProps<"input">): ReactElement {
  const id = useId();
  return (
    <Surround id={id} label={label} hint={hint} problem={problem}>
      <input
        type="text"
        {...rest}
        id={id}
        className="input"
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
      />
    </Surround>
  );
}

/** A day. */
export function DayField({ label, hint, problem, ...rest }: Around & ComponentProps<"input">): ReactElement {
  const id = useId();
  return (
    <Surround id={id} label={label} hint={hint} problem={problem}>
      <WhenInput
        {...rest}
        type="date"
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
      />
    </Surround>
  );
}

/** A key or password: hidden until the person asks to see it. `showLabel`, `hideLabel`: what the button for it is called. */
export function SecretField({
  label,
  showLabel,
  hideLabel,
  hint,
  problem,
  ...rest
}: Around & { showLabel: string; hideLabel: string } & ComponentProps<"input">): ReactElement {
  const id = useId();
  const [seen, setSeen] = useState(false);
  return (
    <Surround id={id} label={label} hint={hint} problem={problem}>
      <div className="input-with-button">
        <input
          {...rest}
          id={id}
          type={seen ? "text" : "password"}
          className="input mono"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint, problem)}
        />
        <IconButton
          label={seen ? hideLabel : showLabel}
          icon={seen ? "eyeOff" : "eye"}
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
        />
      </div>
    </Surround>
  );
}

/** One of a few options, as the system draws it. */
export function SelectField({
  label,
  hint,
  problem,
  children,
  ...rest
}: Around & ComponentProps<"select">): ReactElement {
  const id = useId();
  return (
    <Surround id={id} label={label} hint={hint} problem={problem}>
      <div className="select">
        <select {...rest} id={id} className="input" aria-describedby={describedBy(id, hint, problem)}>
          {children}
        </select>
        <Icon name="chevronDown" />
      </div>
    </Surround>
  );
}

/** A box to check; the whole line is its target. */
export function CheckLine({ children, ...rest }: { children: ReactNode } & ComponentProps<"input">): ReactElement {
  return (
    <label className="check-line">
      <input type="checkbox" {...rest} className="check" />
      <span className="check-words">{children}</span>
    </label>
  );
}
