import type { ReactElement } from "react";
import { useDraft } from "../draft/use-draft";
import { joinTime, splitTime } from "../drafts/local-time";
import { useEditor } from "./editor-context";
import { HeadField } from "./HeadField";

/**
 * A civil time: day and clock in two fields, since not every engine draws one field for both. Where an engine draws
 * neither they are lines of text that are filled in the same form.
 */
export function TimeField({
  field,
  label,
  hint,
}: {
  field: "departure" | "arrival";
  label: string;
  hint?: string;
}): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form[field]);
  const { day, time } = splitTime(value);
  return (
    <HeadField field={field} label={label} hint={hint}>
      {(parts) => (
        <div className="draft-time">
          <input
            type="date"
            {...parts}
            className="input"
            placeholder="YYYY-MM-DD"
            readOnly={!editable}
            value={day}
            onChange={(event) => store.setHead({ [field]: joinTime(event.target.value, time) })}
          />
          <input
            type="time"
            className="input"
            aria-label={`${label}, time`}
            aria-describedby={parts["aria-describedby"]}
            aria-invalid={parts["aria-invalid"]}
            placeholder="HH:MM"
            readOnly={!editable}
            value={time}
            onChange={(event) => store.setHead({ [field]: joinTime(day, event.target.value) })}
          />
        </div>
      )}
    </HeadField>
  );
}
