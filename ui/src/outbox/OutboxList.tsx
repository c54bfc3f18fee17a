// biome-ignore-all lint/a11y/useSemanticElements: only some of the rows are there, each laid out by itself, which a table's are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, not its cells
import { type KeyboardEvent, type MouseEvent, type ReactElement, useRef } from "react";
import { useSnapshot } from "../base/desk";
import { GROUP_LOOK, selectFor } from "../base/groups";
import { chosenLicenses } from "../base/shown";
import { useNow } from "../base/time";
import { Button, ErrorNotice, Later, StripOpening } from "../parts";
import type { LicenseNumber, OutboxGroup, OutboxLine } from "../platform";
import { say } from "../words";
import { useActive } from "./active";
import { useLines } from "./lines";
import { deedOf } from "./list-keys";
import { OutboxHeads } from "./OutboxHeads";
import { OutboxRow } from "./OutboxRow";
import type { Selection } from "./selection";
import { useSight } from "./sight";
import { useStill } from "./still";

interface OutboxListProps {
  group: OutboxGroup;
  /** How many there are, as the desk last said. */
  known: number;
  /** Whose story is open. */
  opened: number | null;
  onOpen: (line: OutboxLine) => void;
  /** The person went to a line by key. */
  onGoTo: (line: OutboxLine) => void;
  /** Escape, where nothing is selected. */
  onLeave: () => void;
  selection: Selection;
}

/** The reports of a group, as many as there are: only those in sight are drawn. One stop for Tab, arrows inside. */
export function OutboxList({
  group,
  known,
  opened,
  onOpen,
  onGoTo,
  onLeave,
  selection,
}: OutboxListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const now = useNow();
  const licenses = chosenLicenses(useSnapshot().accounts);
  const books = (number: LicenseNumber) =>
    licenses.length > 1 ? licenses.find((license) => license.number === number)?.name || number : "";
  const selects = selectFor(group) !== null;

  const lines = useLines(group);
  const total = lines.total ?? known;
  const active = useActive(list, lines, total, { opened, onGoTo });
  const sight = useSight(list, total, active.index);
  lines.see(sight.first, sight.last);
  useStill(list, lines, sight, active.inside);

  const onKey = (event: KeyboardEvent) => {
    const line = active.lineAt(active.index);
    const deed = deedOf(event, { active: active.index, total, fit: sight.fit, selects });
    switch (deed?.does) {
      case "go":
        sight.show(deed.to);
        active.go(deed.to);
        if (deed.extends) {
          selection.extend(deed.to);
        }
        break;
      case "open":
        if (!line) {
          return;
        }
        onOpen(line);
        break;
      case "toggle":
        if (!line) {
          return;
        }
        selection.toggle(line.intent, active.index);
        break;
      case "all":
        selection.all(total);
        break;
      case "leave":
        if (event.defaultPrevented) {
          return;
        }
        if (selection.intents.size > 0) {
          selection.clear();
        } else {
          onLeave();
        }
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const press = (line: OutboxLine, index: number) => (event: MouseEvent) => {
    active.point(index, line.intent);
    if (selects && (event.ctrlKey || event.metaKey)) {
      selection.toggle(line.intent, index);
    } else if (selects && event.shiftKey) {
      selection.extend(index);
    } else {
      onOpen(line);
    }
  };
  const tick = (line: OutboxLine, index: number) => (event: MouseEvent) => {
    event.stopPropagation();
    active.point(index, line.intent);
    if (event.shiftKey) {
      selection.extend(index);
    } else {
      selection.toggle(line.intent, index);
    }
  };

  return (
    <div
      ref={list}
      role="grid"
      tabIndex={-1}
      className="outbox-list"
      data-selects={selects || undefined}
      aria-label={say(GROUP_LOOK[group].list)}
      aria-rowcount={total + 1}
      aria-multiselectable={selects}
      onKeyDown={onKey}
      onFocus={active.onFocus}
      onBlur={active.onBlur}
    >
      <OutboxHeads group={group} total={total} selection={selection} />
      {lines.error ? (
        <ErrorNotice error={lines.error} actions={<Button onClick={lines.again}>{say("common-try-again")}</Button>} />
      ) : null}
      <div role="rowgroup" className="outbox-rows" style={{ blockSize: sight.height }}>
        {sight.rows.map(({ index, start, size }) => {
          const line = active.lineAt(index);
          return line ? (
            <OutboxRow
              key={line.intent}
              line={line}
              index={index}
              top={start - sight.head}
              height={size}
              active={index === active.index}
              opened={line.intent === opened}
              selected={selection.intents.has(line.intent)}
              books={books(line.license)}
              now={now}
              onPress={press(line, index)}
              onTick={tick(line, index)}
            />
          ) : null;
        })}
      </div>
      {lines.total === null && !lines.error ? (
        <Later>
          <StripOpening>{say("outbox-opening")}</StripOpening>
        </Later>
      ) : null}
    </div>
  );
}
