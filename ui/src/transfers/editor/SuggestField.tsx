import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ReactElement, type ReactNode, useState } from "react";
import { fits } from "../../base/fits";
import type { DraftField } from "../../platform";
import { unbroken } from "../../words";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";
import { HeadField } from "./HeadField";

/** Something that a field offers. */
export interface Suggestion<T> {
  /** What the field holds once it is chosen. */
  value: string;
  /** Said beside it. */
  note: string;
  /** What else comes with it. */
  whole: T;
}

/** No list is longer: who types a letter more finds the rest. */
const SHOWN = 60;

/** A field to type into that offers what was used before; choosing one may fill others as well. */
export function SuggestField<T>({
  field,
  label,
  hint,
  wide,
  suggestions,
  byName = false,
  onType,
  onChoose,
}: {
  field: DraftField;
  label: string;
  hint?: ReactNode;
  wide?: boolean;
  suggestions: readonly Suggestion<T>[];
  /** What is typed is a search as a rule: Enter takes the first that fits. */
  byName?: boolean;
  onType: (value: string) => void;
  onChoose: (whole: T) => void;
}): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form[field]);
  const [open, setOpen] = useState(false);
  // A field that holds one of them whole offers the others too: its text is no search any more.
  const whole = suggestions.some((each) => each.value === value);
  const shown = (
    value && !whole ? suggestions.filter((each) => fits(value, each.value, [each.note])) : [...suggestions]
  ).slice(0, SHOWN);
  // A list that ran empty is closed, not hidden: it would come up by itself once there is something to offer again.
  if (open && shown.length === 0) {
    setOpen(false);
  }
  // What is typed already, and brings nothing else along, is no suggestion.
  const useful = shown.some((each) => each.value !== value || each.note !== "");
  return (
    <HeadField field={field} label={label} hint={hint} wide={wide ?? false}>
      {(parts) => (
        <Autocomplete.Root
          mode="none"
          items={shown}
          value={value}
          autoHighlight={byName}
          openOnInputClick
          // A list with nothing in it is none: it would hide the page from screen readers all the same.
          open={open && useful}
          onOpenChange={setOpen}
          readOnly={!editable}
          itemToStringValue={(item: Suggestion<T>) => item.value}
          onValueChange={(typed, details) => {
            // Escape closes the list. Where none is open it does nothing: what was written is no search to be cleared.
            if (details.reason === "escape-key") {
              details.cancel();
            } else if (details.reason !== "item-press" && typed !== value) {
              onType(typed);
            }
          }}
        >
          {/* Its label is hidden from screen readers with the rest of the page while the list is open. */}
          <Autocomplete.Input {...parts} aria-label={label} className="input" autoComplete="off" spellCheck={false} />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className="layer" align="start" sideOffset={2} collisionPadding={8}>
              <Autocomplete.Popup className="menu suggestions">
                <Autocomplete.List>
                  {(item: Suggestion<T>) => (
                    <Autocomplete.Item
                      key={`${item.value} ${item.note}`}
                      value={item}
                      className="menu-item"
                      onClick={() => onChoose(item.whole)}
                    >
                      <span className="menu-words">
                        {unbroken(item.value)} <span className="quiet">{item.note}</span>
                      </span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      )}
    </HeadField>
  );
}
