import type { ReactElement } from "react";
import { WhenInput } from "../../parts";
import { say } from "../../words";
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
  timeLabel,
  hint,
}: {
  field: "departure" | "arrival";
  label: string;
  /** What the second field is called. */
  timeLabel: string;
  hint?: string;
}): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form[field]);
  const { day, time } = splitTime(value);
  return (
    <HeadField field={field} label={label} hint={hint}>
      {(parts) => (
        <div className="draft-time">
          <WhenInput
            type="date"
            {...parts}
            placeholder={say("draft-day-form")}
            readOnly={!editable}
            value={day}
            onChange={(event) => store.setHead({ [field]: joinTime(event.target.value, time) })}
          />
          <WhenInput
            type="time"
            aria-label={timeLabel}
            aria-describedby={parts["aria-describedby"]}
            aria-invalid={parts["aria-invalid"]}
            placeholder={say("draft-time-form")}
            readOnly={!editable}
            value={time}
            onChange={(event) => store.setHead({ [field]: joinTime(day, event.target.value) })}
          />
        </div>
      )}
    </HeadField>
  );
}
