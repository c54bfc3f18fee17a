import { type ComponentProps, type ReactElement, type ReactNode, useContext, useId } from "react";
import { Icon } from "../../parts";
import type { DraftField } from "../../platform";
import { say } from "../../words";
import { headKey } from "../draft/draft-store";
import { useDraft } from "../draft/use-draft";
import { Problems, useEditor } from "./editor-context";

/** What a control of the head needs to be part of its field. */
export interface FieldParts {
  id: string;
  "data-field": string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** Label, control, hint, and what is wrong: not saved, or to be fixed. */
export function HeadField({
  field,
  label,
  hint,
  wide = false,
  children,
}: {
  field: DraftField;
  label: ReactNode;
  hint?: ReactNode;
  wide?: boolean;
  children: (parts: FieldParts) => ReactNode;
}): ReactElement {
  const { store } = useEditor();
  const id = useId();
  const key = headKey(field);
  const unsaved = useDraft(store, (view) => view.saving.troubled.has(key));
  const finding = useContext(Problems).get(key);
  const problem = unsaved ? say("draft-field-not-saved") : finding?.sentence;
  const stops = unsaved || finding?.weight === "stop";
  const described = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div className={wide ? "field draft-wide" : "field"}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "data-field": key,
        "aria-invalid": stops ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {/* It has its room, and what is wrong stands in place of the hint: nothing below moves by either. */}
      <div className="field-told">
        {hint ? (
          <p className={problem ? "unseen" : "field-hint"} id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        {problem ? (
          <p className={stops ? "field-problem" : "field-warning"} id={`${id}-problem`}>
            <Icon name={stops ? "error" : "warning"} size={13} /> {problem}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A line of text of the head, written through at every key. */
export function HeadText({
  field,
  label,
  hint,
  wide,
  ...rest
}: { field: DraftField; label: ReactNode; hint?: ReactNode; wide?: boolean } & ComponentProps<"input">): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form[field]);
  return (
    <HeadField field={field} label={label} hint={hint} wide={wide ?? false}>
      {(parts) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...parts}
          className="input"
          readOnly={!editable}
          value={value}
          onChange={(event) => store.setHead({ [field]: event.target.value })}
        />
      )}
    </HeadField>
  );
}
