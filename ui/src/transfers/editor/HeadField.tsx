import { type ComponentProps, type ReactElement, type ReactNode, useContext } from "react";
import { type ControlParts, Surround } from "../../parts";
import type { DraftField } from "../../platform";
import { say } from "../../words";
import { headKey } from "../draft/draft-store";
import { useDraft } from "../draft/use-draft";
import { Problems, useEditor } from "./editor-context";

/** What a control of the head needs to be part of its field. */
export interface FieldParts extends ControlParts {
  "data-field": string;
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
  const key = headKey(field);
  const unsaved = useDraft(store, (view) => view.saving.troubled.has(key));
  const finding = useContext(Problems).get(key);
  const problem = unsaved ? say("draft-field-not-saved") : finding?.sentence;
  const stops = unsaved || finding?.weight === "stop";
  return (
    <Surround label={label} hint={hint} problem={problem} warns={!stops} keepsRoom className={wide ? "draft-wide" : ""}>
      {(parts) => children({ ...parts, "data-field": key })}
    </Surround>
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
