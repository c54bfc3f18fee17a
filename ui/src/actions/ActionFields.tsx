import type { ComponentProps, ReactElement } from "react";
import type { ActionId } from "../base/actions";
import { DayField, SelectField, Surround, TextField } from "../parts";
import type { ActionChoices } from "../platform";
import { say } from "../words";
import { asksNote, characters, type Draft } from "./draft";
import { PickField } from "./PickField";

interface FieldsProps {
  action: ActionId;
  draft: Draft;
  choices: ActionChoices;
  problems: Partial<Record<keyof Draft, string>>;
  /** Whether it is for several packages, each in its own unit. */
  several: boolean;
  onChange: (part: Partial<Draft>) => void;
}

/** The day of an action. */
export function DateField({
  draft,
  choices,
  problems,
  onChange,
}: Pick<FieldsProps, "draft" | "choices" | "problems" | "onChange">): ReactElement {
  return (
    <DayField
      label={say("actions-date")}
      max={choices.today}
      value={draft.date}
      problem={problems.date}
      onChange={(event) => onChange({ date: event.target.value })}
    />
  );
}

/** What an action asks. */
export function ActionFields(props: FieldsProps): ReactElement | null {
  const { action, draft, choices, problems, onChange } = props;
  switch (action) {
    case "adjust":
      return <AdjustFields {...props} />;
    case "location":
      return (
        <>
          <PickField
            label={say("actions-location-field")}
            choices={choices.locations.map((value) => ({ value }))}
            value={draft.location}
            onPick={(location) => onChange({ location })}
            none={say(choices.locations.length > 0 ? "actions-location-not-found" : "actions-locations-not-read")}
            problem={problems.location}
          />
          <TextField
            label={say("actions-sublocation")}
            value={draft.sublocation}
            onChange={(event) => onChange({ sublocation: event.target.value })}
          />
          <DateField {...props} />
        </>
      );
    case "item":
      return (
        <PickField
          label={say("actions-item-field")}
          choices={choices.items.map(({ name, category }) => ({ value: name, note: category }))}
          value={draft.item}
          onPick={(item) => onChange({ item })}
          none={say(choices.items.length > 0 ? "actions-item-not-found" : "actions-items-not-read")}
          problem={problems.item}
        />
      );
    case "note":
      return (
        <NoteField
          label={say("actions-note-field")}
          hint={say("actions-note-hint")}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
      );
    case "finish":
      return <DateField {...props} />;
    case "unfinish":
      return null;
  }
}

function AdjustFields(props: FieldsProps): ReactElement {
  const { draft, choices, problems, several, onChange } = props;
  const needed = asksNote(draft.reason, choices);
  const units = say(several ? "actions-amount-units" : "actions-amount-unit");
  const left = choices.note_room - characters(draft.note);
  return (
    <>
      <fieldset className="action-modes">
        <legend className="field-label">{say("actions-quantity")}</legend>
        <ModeChoice draft={draft} mode="by" words={say("actions-quantity-by")} onChange={onChange} />
        <ModeChoice draft={draft} mode="to" words={say("actions-quantity-to")} onChange={onChange} />
      </fieldset>
      <TextField
        label={say(draft.mode === "by" ? "actions-amount-by" : "actions-amount-to")}
        inputMode="decimal"
        autoComplete="off"
        value={draft.amount}
        problem={problems.amount}
        hint={draft.mode === "by" ? `${say("actions-amount-minus")} ${units}` : units}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
      <SelectField
        label={say("actions-reason")}
        value={draft.reason}
        problem={problems.reason}
        hint={choices.reasons.length === 0 ? say("actions-reasons-not-read") : undefined}
        onChange={(event) => onChange({ reason: event.target.value })}
      >
        <option value="">{say("actions-reason-choose")}</option>
        {choices.reasons.map(({ name, requires_note }) => (
          <option key={name} value={name}>
            {requires_note ? say("actions-reason-with-note", { reason: name }) : name}
          </option>
        ))}
      </SelectField>
      <NoteField
        label={say(needed ? "actions-note-required" : "actions-note-optional")}
        required={needed}
        hint={left >= 0 ? say("actions-note-left", { count: left }) : say("actions-note-over", { count: -left })}
        value={draft.note}
        problem={problems.note}
        onChange={(note) => onChange({ note })}
      />
      <DateField {...props} />
    </>
  );
}

function ModeChoice({
  draft,
  mode,
  words,
  onChange,
}: Pick<FieldsProps, "draft" | "onChange"> & { mode: Draft["mode"]; words: string }): ReactElement {
  return (
    <label className="action-mode">
      <input
        type="radio"
        name="mode"
        className="check"
        checked={draft.mode === mode}
        onChange={() => onChange({ mode })}
      />
      {words}
    </label>
  );
}

/** Text of several lines. */
function NoteField({
  label,
  hint,
  problem,
  value,
  onChange,
  ...rest
}: {
  label: string;
  hint: string;
  problem?: string | undefined;
  value: string;
  onChange: (note: string) => void;
} & Omit<ComponentProps<"textarea">, "onChange" | "value">): ReactElement {
  return (
    <Surround label={label} hint={hint} problem={problem}>
      {(parts) => (
        <textarea
          {...rest}
          {...parts}
          className="input action-note"
          rows={3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Surround>
  );
}
