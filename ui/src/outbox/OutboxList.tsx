// biome-ignore-all lint/a11y/useSemanticElements: only some of the rows are there, each laid out by itself, which a table's are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, not its cells
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useSnapshot } from "../base/desk";
import { GROUP_LOOK, selectFor } from "../base/groups";
import { chosenLicenses } from "../base/shown";
import { useNow } from "../base/time";
import { Button, ErrorNotice, Later, StripOpening } from "../parts";
import type { LicenseNumber, OutboxGroup, OutboxLine } from "../platform";
import { say } from "../words";
import { useLines } from "./lines";
import { OutboxRow } from "./OutboxRow";
import type { Selection } from "./selection";
import { useRows } from "./useRows";

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

/** Which row has the focus or gets it: its report, and where that last was. */
interface Active {
  index: number;
  intent: number | null;
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
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRows(scroller);
  const now = useNow();
  const licenses = chosenLicenses(useSnapshot().accounts);
  const books = (number: LicenseNumber) =>
    licenses.length > 1 ? licenses.find((license) => license.number === number)?.name || number : "";
  const lines = useLines(group, rows.first, Math.max(rows.first, Math.min(rows.last, Math.max(known, 1) - 1)));
  const total = lines.total ?? known;
  const [wanted, setWanted] = useState<Active>({ index: 0, intent: opened });
  // A report that moved up because others left is followed; where it left itself, the one in its place is next.
  const followed = wanted.intent === null ? -1 : lines.indexOf(wanted.intent);
  const active = Math.max(0, Math.min(followed >= 0 ? followed : wanted.index, total - 1));

  // Far out of sight it is not read any more, but stays drawn: it has the focus, or is where Tab comes to.
  const kept = useRef<OutboxLine>(undefined);
  const here = lines.at(active);
  if (here) {
    kept.current = here;
  }
  const lineAt = (index: number) =>
    lines.at(index) ?? (index === active && kept.current?.intent === wanted.intent ? kept.current : undefined);

  const inside = useRef(false);
  const moving = useRef(false);
  useLayoutEffect(() => {
    const lost = inside.current && (document.activeElement === document.body || document.activeElement === null);
    // It has the focus itself while the row that is to have it is being read.
    const waits = scroller.current !== null && document.activeElement === scroller.current;
    if (!moving.current && !lost && !waits) {
      return;
    }
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    // Until the row is read the list itself hears the keys.
    (row ?? scroller.current)?.focus({ preventScroll: true });
    if (row && moving.current) {
      moving.current = false;
      if (here) {
        onGoTo(here);
      }
    }
  });
  useEffect(() => {
    // Kept, so that the row is still known when it has left.
    if (followed >= 0 && followed !== wanted.index) {
      setWanted({ index: followed, intent: wanted.intent });
    }
  }, [followed, wanted]);

  // What is read or pointed at stays where it is when others come or leave above it.
  const anchor = useRef({ intent: -1, index: 0 });
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) {
      return;
    }
    const index = lines.indexOf(anchor.current.intent);
    const still = list.scrollTop > 0 || inside.current || list.matches(":hover");
    if (still && index >= 0 && index !== anchor.current.index) {
      list.scrollTop += (index - anchor.current.index) * rows.row;
      rows.measure();
    }
    const top = Math.ceil(list.scrollTop / rows.row);
    anchor.current = { intent: lines.at(top)?.intent ?? -1, index: top };
  });

  const go = (index: number) => {
    const to = Math.max(0, Math.min(index, total - 1));
    moving.current = true;
    rows.show(to);
    setWanted({ index: to, intent: lines.at(to)?.intent ?? null });
    return to;
  };
  const onKey = (event: KeyboardEvent) => {
    const line = lineAt(active);
    const mod = event.ctrlKey || event.metaKey;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + rows.fit,
      PageUp: active - rows.fit,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    const selects = selectFor(group) !== null;
    if (step !== undefined && !event.altKey) {
      const to = go(step);
      if (event.shiftKey && selects) {
        selection.extend(to);
      }
    } else if (event.key === "Enter" && line) {
      onOpen(line);
    } else if (event.key === " " && line && selects) {
      selection.toggle(line.intent, active);
    } else if (event.key.toLowerCase() === "a" && mod && selects) {
      selection.all(total);
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      if (selection.intents.size > 0) {
        selection.clear();
      } else {
        onLeave();
      }
    } else {
      return;
    }
    event.preventDefault();
  };
  const press = (line: OutboxLine, index: number) => (event: MouseEvent) => {
    setWanted({ index, intent: line.intent });
    if (selectFor(group) !== null && (event.ctrlKey || event.metaKey)) {
      selection.toggle(line.intent, index);
    } else if (selectFor(group) !== null && event.shiftKey) {
      selection.extend(index);
    } else {
      onOpen(line);
    }
  };

  const tick = (line: OutboxLine, index: number) => (event: MouseEvent) => {
    event.stopPropagation();
    setWanted({ index, intent: line.intent });
    if (event.shiftKey) {
      selection.extend(index);
    } else {
      selection.toggle(line.intent, index);
    }
  };

  const first = Math.min(rows.first, Math.max(0, total - 1));
  const last = Math.min(rows.last, total - 1);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  // The row that Tab comes to stays drawn, however far one scrolls.
  if (total > 0 && !drawn.includes(active)) {
    drawn.push(active);
  }
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      className="outbox-list"
      data-selects={selectFor(group) ?? undefined}
      aria-label={say(GROUP_LOOK[group].list)}
      aria-rowcount={total + 1}
      aria-multiselectable={selectFor(group) !== null}
      onScroll={rows.measure}
      onKeyDown={onKey}
      onFocus={(event) => {
        inside.current = true;
        const index = Number(event.target.dataset.index);
        const line = Number.isNaN(index) ? undefined : lineAt(index);
        if (line && line.intent !== wanted.intent) {
          setWanted({ index, intent: line.intent });
        }
      }}
      onBlur={(event) => {
        inside.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <Heads group={group} total={total} selection={selection} />
      {lines.error ? (
        <ErrorNotice error={lines.error} actions={<Button onClick={lines.again}>{say("common-try-again")}</Button>} />
      ) : null}
      <div role="rowgroup" className="outbox-rows" style={{ blockSize: total * rows.row }}>
        {drawn.map((index) => {
          const line = lineAt(index);
          return line ? (
            <OutboxRow
              key={line.intent}
              line={line}
              index={index}
              top={index * rows.row}
              height={rows.row}
              active={index === active}
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

function Heads({ group, total, selection }: { group: OutboxGroup; total: number; selection: Selection }): ReactElement {
  const all = total > 0 && selection.intents.size >= total;
  return (
    <div role="rowgroup" className="outbox-heads">
      <div role="row" aria-rowindex={1} className="outbox-row">
        {selectFor(group) !== null ? (
          <div role="columnheader" className="outbox-tick">
            <input
              type="checkbox"
              className="check"
              aria-label={say("outbox-select-all")}
              checked={all}
              ref={(box) => {
                if (box) {
                  box.indeterminate = selection.intents.size > 0 && !all;
                }
              }}
              onChange={() => (all ? selection.clear() : selection.all(total))}
            />
          </div>
        ) : null}
        <div role="columnheader" className="outbox-what">
          {say("outbox-column-report")}
        </div>
        <div role="columnheader" className="outbox-stands">
          {say(group === "done" ? "outbox-column-ended" : "outbox-column-standing")}
        </div>
        <div role="columnheader" className="outbox-due">
          {say(group === "done" ? "outbox-column-since" : "outbox-column-due")}
        </div>
        <div role="columnheader" className="outbox-who">
          {say("outbox-column-queued")}
        </div>
      </div>
    </div>
  );
}
