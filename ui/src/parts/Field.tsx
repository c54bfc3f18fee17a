import "./Field.css";
import { type ComponentProps, type ReactElement, type ReactNode, useState } from "react";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import { type Around, Surround } from "./Surround";
import { WhenInput } from "./When";

/** One line of text. */
export function TextField({ label, hint, problem, ...rest }: Around & ComponentProps<"input">): ReactElement {
  return (
    <Surround label={label} hint={hint} problem={problem}>
      {(parts) => <input type="text" {...rest} {...parts} className="input" />}
    </Surround>
  );
}

/** A day. */
export function DayField({ label, hint, problem, ...rest }: Around & ComponentProps<"input">): ReactElement {
  return (
    <Surround label={label} hint={hint} problem={problem}>
      {(parts) => <WhenInput {...rest} {...parts} type="date" />}
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
  const [seen, setSeen] = useState(false);
  return (
    <Surround label={label} hint={hint} problem={problem}>
      {(parts) => (
        <div className="input-with-button">
          <input
            {...rest}
            {...parts}
            type={seen ? "text" : "password"}
            className="input mono"
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
          />
          <IconButton
            label={seen ? hideLabel : showLabel}
            icon={seen ? "eyeOff" : "eye"}
            aria-pressed={seen}
            onClick={() => setSeen(!seen)}
          />
        </div>
      )}
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
  return (
    <Surround label={label} hint={hint} problem={problem}>
      {(parts) => (
        <div className="select">
          <select {...rest} {...parts} className="input">
            {children}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
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
