import { Popover } from "@base-ui/react/popover";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { Button, CheckLine, SelectField, TextField } from "../../parts";
import type { Column, FilterTest } from "../../platform";
import type { HeaderMenuAt } from "./context";
import { draftOf, type FilterDraft, type FilterOp, filterChoices, readDraft, valuesTaken } from "./filters";
import { LAB_STATES } from "./lab-states";

/** The values that a column with a fixed list offers. */
function listOf(column: Column): { value: string; words: string }[] {
  return column.kind === "flag"
    ? [
        { value: "yes", words: "Yes" },
        { value: "no", words: "No" },
      ]
    : LAB_STATES.map((state) => ({ value: state, words: state }));
}

/** Asks what must hold of a column. The grid follows while the person types. */
export function FilterPanel({
  at,
  column,
  test,
  onTest,
  onClose,
}: {
  at: HeaderMenuAt;
  column: Column;
  test: FilterTest | undefined;
  onTest: (test: FilterTest | undefined) => void;
  onClose: () => void;
}): ReactElement {
  const [draft, setDraft] = useState<FilterDraft>(() => draftOf(column.kind, test));
  const choices = filterChoices(column.kind);
  const read = readDraft(column.kind, draft);
  const first = useRef<HTMLDivElement>(null);
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
            aria-label={`Filter ${column.title}`}
            initialFocus={() => first.current?.querySelector<HTMLElement>("input, select") ?? null}
            finalFocus={() => at.anchor}
          >
            <h2 className="grid-panel-title">Filter {column.title}</h2>
            {choices.length > 1 ? (
              <SelectField
                label="Show rows where it"
                value={draft.op}
                onChange={(event) => change({ op: event.target.value as FilterOp })}
              >
                {choices.map((choice) => (
                  <option key={choice.op} value={choice.op}>
                    {choice.label}
                  </option>
                ))}
              </SelectField>
            ) : null}
            <div ref={first} className="grid-filter-values">
              {taken === "list" ? (
                <fieldset className="grid-filter-list">
                  <legend>Show rows where it is</legend>
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
                  label={taken === "two" ? "From" : "Value"}
                  value={draft.value}
                  problem={read.is === "wrong" ? read.why : undefined}
                  onChange={(event) => change({ value: event.target.value })}
                />
              ) : null}
              {taken === "two" ? (
                <TextField
                  {...field}
                  label="To"
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
                Clear the filter
              </Button>
              <Button onClick={onClose}>Done</Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
