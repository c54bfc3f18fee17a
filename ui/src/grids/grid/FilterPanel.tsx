import { Popover } from "@base-ui/react/popover";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { LAB_STATES, stateWords } from "../../base/states";
import { Button, CheckLine, SelectField, TextField } from "../../parts";
import type { Column, FilterTest } from "../../platform";
import { say } from "../../words";
import type { HeaderMenuAt } from "./context";
import { draftOf, type FilterDraft, type FilterOp, filterChoices, readDraft, valuesTaken } from "./filters";
import { FLAGS } from "./flags";

/** The values that a column with a fixed list offers. The lab testing states are the state's own. */
function listOf(column: Column): { value: string; words: string }[] {
  if (column.kind === "flags") {
    return FLAGS.map((flag) => ({ value: flag.id, words: say(flag.name) }));
  }
  return column.kind === "flag"
    ? [
        { value: "yes", words: say("grid-yes") },
        { value: "no", words: say("grid-no") },
      ]
    : LAB_STATES.map((state) => ({ value: state, words: stateWords(state) }));
}

/** Asks what must hold of a column. The grid follows while the person types. */
export function FilterPanel({
  at,
  column,
  test,
  onTest,
  onClose,
  onEntered,
}: {
  at: HeaderMenuAt;
  column: Column;
  test: FilterTest | undefined;
  onTest: (test: FilterTest | undefined) => void;
  onClose: () => void;
  /** It was closed by Enter: takes the focus to the rows. False where there are none, and it goes back to the head. */
  onEntered: () => boolean;
}): ReactElement {
  const [draft, setDraft] = useState<FilterDraft>(() => draftOf(column.kind, test));
  const choices = filterChoices(column.kind);
  const read = readDraft(column.kind, draft);
  const first = useRef<HTMLDivElement>(null);
  const entered = useRef(false);
  const change = (part: Partial<FilterDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const now = readDraft(column.kind, next);
    if (now.is !== "wrong") {
      onTest(now.is === "test" ? now.test : undefined);
    }
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && read.is !== "wrong") {
      event.preventDefault();
      entered.current = true;
      onClose();
    }
  };
  const taken = valuesTaken(draft.op);
  const type = ["date", "instant", "local_time"].includes(column.kind) ? "date" : "text";
  const field = { type, onKeyDown: onEnter, inputMode: column.kind === "number" ? ("decimal" as const) : undefined };
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Portal>
        <Popover.Positioner className="layer" anchor={at.anchor} align="start" sideOffset={2} collisionPadding={8}>
          <Popover.Popup
            className="panel grid-filter"
            aria-label={say("grid-filter", { column: column.title })}
            initialFocus={() => first.current?.querySelector<HTMLElement>("input, select") ?? null}
            finalFocus={() => (entered.current && onEntered() ? false : at.anchor)}
          >
            <h2 className="grid-panel-title">{say("grid-filter", { column: column.title })}</h2>
            {choices.length > 1 ? (
              <SelectField
                label={say("grid-filter-where")}
                value={draft.op}
                onChange={(event) => change({ op: event.target.value as FilterOp })}
              >
                {choices.map((choice) => (
                  <option key={choice.op} value={choice.op}>
                    {say(choice.label)}
                  </option>
                ))}
              </SelectField>
            ) : null}
            <div ref={first} className="grid-filter-values">
              {taken === "list" ? (
                <fieldset className="grid-filter-list">
                  <legend>{say("grid-filter-where-is")}</legend>
                  {listOf(column).map(({ value, words }) => (
                    <CheckLine
                      key={value}
                      checked={draft.values.includes(value)}
                      onChange={(event) =>
                        change({
                          values: event.target.checked
                            ? [...draft.values, value]
                            : draft.values.filter((chosen) => chosen !== value),
                        })
                      }
                    >
                      {words}
                    </CheckLine>
                  ))}
                </fieldset>
              ) : null}
              {taken === "one" || taken === "two" ? (
                <TextField
                  {...field}
                  label={say(taken === "two" ? "grid-filter-from" : "grid-filter-value")}
                  value={draft.value}
                  problem={read.is === "wrong" ? read.why : undefined}
                  onChange={(event) => change({ value: event.target.value })}
                />
              ) : null}
              {taken === "two" ? (
                <TextField
                  {...field}
                  label={say("grid-filter-to")}
                  value={draft.to}
                  onChange={(event) => change({ to: event.target.value })}
                />
              ) : null}
            </div>
            <div className="grid-panel-actions">
              <Button
                look="quiet"
                onClick={() => {
                  onTest(undefined);
                  onClose();
                }}
              >
                {say("grid-clear-filter")}
              </Button>
              <Button onClick={onClose}>{say("grid-filter-done")}</Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
