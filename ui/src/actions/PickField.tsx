import { Combobox } from "@base-ui/react/combobox";
import type { ReactElement } from "react";
import { fits } from "../base/fits";
import { Icon, Surround } from "../parts";
import { say } from "../words";

/** One thing to choose. */
export interface Choice {
  value: string;
  /** Beside it, quieter. */
  note?: string;
}

/** More than these in a list are found by typing. */
const SHOWN = 60;

/** Whether a choice has each word that was typed, in its name or its note. */
export function choiceFits({ value, note = "" }: Choice, typed: string): boolean {
  return fits(typed, value, [note]) > 0;
}

/** Takes the choice that Enter would take in a field's open list, and says whether there was one. */
export function takeLit(field: EventTarget): boolean {
  const id = field instanceof Element ? field.getAttribute("aria-activedescendant") : null;
  const lit = id ? document.getElementById(id) : null;
  lit?.click();
  return lit !== null;
}

/** One of many, found by typing a part of its name. */
export function PickField({
  label,
  choices,
  value,
  onPick,
  none,
  problem,
}: {
  label: string;
  choices: Choice[];
  /** The chosen one's value; empty for none. */
  value: string;
  onPick: (value: string) => void;
  /** What is said where nothing fits. */
  none: string;
  problem?: string | undefined;
}): ReactElement {
  const chosen = choices.find((choice) => choice.value === value) ?? (value ? { value } : null);
  return (
    <Surround label={label} problem={problem}>
      {(parts) => (
        <Combobox.Root<Choice>
          items={choices}
          value={chosen}
          // Escape closes the list. Where none is open it is the dialog's: what was chosen is not given up by it.
          onInputValueChange={(_, details) => {
            if (details.reason === "escape-key") {
              details.cancel();
            }
          }}
          onValueChange={(next, details) => {
            if (details.reason === "escape-key") {
              details.cancel();
              details.allowPropagation();
            } else {
              onPick(next?.value ?? "");
            }
          }}
          itemToStringLabel={(choice) => choice.value}
          itemToStringValue={(choice) => choice.value}
          isItemEqualToValue={(one, other) => one.value === other.value}
          filter={choiceFits}
          limit={SHOWN}
          autoHighlight
        >
          <div className="input-with-button">
            <Combobox.Input
              {...parts}
              className="input"
              placeholder={say("actions-pick-type")}
              autoComplete="off"
              spellCheck={false}
            />
            <Combobox.Trigger
              className="button button-quiet button-icon"
              aria-label={say("actions-pick-show", { field: label })}
            >
              <Icon name="chevronDown" />
            </Combobox.Trigger>
          </div>
          <Combobox.Portal>
            <Combobox.Positioner className="layer action-pick-layer" sideOffset={2} collisionPadding={8}>
              <Combobox.Popup className="menu action-pick">
                <Combobox.Empty>
                  <p className="action-pick-none">{none}</p>
                </Combobox.Empty>
                <Combobox.List>
                  {(choice: Choice) => (
                    <Combobox.Item key={choice.value} value={choice} className="menu-item">
                      <span className="menu-words">
                        {choice.value} {choice.note ? <span className="quiet">{choice.note}</span> : null}
                      </span>
                      <Combobox.ItemIndicator>
                        <Icon name="check" />
                      </Combobox.ItemIndicator>
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Surround>
  );
}
