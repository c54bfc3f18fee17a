// biome-ignore-all lint/a11y/useSemanticElements: only some of the rows are there, each laid out by itself, which a table's are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, not its cells
import type { MouseEvent, ReactElement } from "react";
import { GROUP_LOOK, selectFor } from "../base/groups";
import { aroundTag, sentenceWithItem } from "../base/reports";
import { clock } from "../base/time";
import { Chip, Icon, TagLabel } from "../parts";
import type { OutboxLine } from "../platform";
import { say, unbroken } from "../words";
import { dueWords, nextTry, outcomeWords } from "./words";

/** The 24-hour clock of a report that is not over. */
export function Due({ due, now }: { due: string; now: Date }): ReactElement {
  const { words, tone } = dueWords(due, now);
  return (
    <span className={`due due-${tone}`} title={say("outbox-due-by", { time: clock(due, now) })}>
      <Icon name={tone === "over" ? "warning" : "clock"} size={13} />
      {words}
    </span>
  );
}

/** Where a report is, by symbol and words. */
export function Standing({ line }: { line: OutboxLine }): ReactElement {
  const look = GROUP_LOOK[line.group];
  const settled = line.group === "done" && line.outcome !== "recorded" && line.outcome !== "already_so";
  return (
    <Chip tone={settled ? "plain" : look.tone} icon={settled ? "minus" : look.icon}>
      {line.group === "done" ? outcomeWords(line.outcome) : look.title}
    </Chip>
  );
}

/** What is said under where it stands: the state's own words where it refused, else what comes next. */
function next(line: OutboxLine, now: Date): string {
  if (line.group === "refused" && line.said) {
    return line.said;
  }
  return line.next_at ? nextTry(line.next_at, now) : line.now;
}

/** What is done to which item; below it the tag, once. Where the item is not known the tag stands in its place. */
function What({ line, books }: { line: OutboxLine; books: string }): ReactElement {
  const [before, tag, after] = aroundTag(line);
  const label = tag ? <TagLabel tag={tag} license={line.license} /> : null;
  const item = tag ? line.item : "";
  const rest = [tag ? "" : line.title, books].filter(Boolean).join(" · ");
  return (
    <>
      <p className="outbox-one" title={sentenceWithItem(line)}>
        {before}
        {item ? <b>{item}</b> : label}
        {after}
      </p>
      <p className="outbox-two">
        {item ? label : null} {rest}
      </p>
    </>
  );
}

/** What one line does. */
export interface RowDoes {
  onPress: (event: MouseEvent) => void;
  onTick: (event: MouseEvent) => void;
}

/** One report of the list. */
export function OutboxRow({
  line,
  index,
  top,
  height,
  active,
  opened,
  selected,
  books,
  now,
  onPress,
  onTick,
}: RowDoes & {
  line: OutboxLine;
  /** In whose books, where there are several licenses. */
  books: string;
  index: number;
  top: number;
  height: number;
  /** Whether Tab comes here. */
  active: boolean;
  opened: boolean;
  selected: boolean;
  now: Date;
}): ReactElement {
  const selectable = selectFor(line.group) !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
    <div
      role="row"
      className="outbox-row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-opened={opened || undefined}
      tabIndex={active ? 0 : -1}
      style={{ insetBlockStart: top, blockSize: height }}
      onClick={onPress}
    >
      {selectable ? (
        <div role="gridcell" className="outbox-tick">
          <input
            type="checkbox"
            className="check"
            tabIndex={-1}
            aria-label={say("outbox-select")}
            checked={selected}
            readOnly
            onClick={onTick}
          />
        </div>
      ) : null}
      <div role="gridcell" className="outbox-what">
        <What line={line} books={books} />
      </div>
      <div role="gridcell" className="outbox-stands">
        <p className="outbox-one">{line.group === "done" ? <Standing line={line} /> : unbroken(line.happened)}</p>
        <p className="outbox-two">{unbroken(line.group === "done" ? line.happened : next(line, now))}</p>
      </div>
      <div role="gridcell" className="outbox-due">
        {line.due ? <Due due={line.due} now={now} /> : <span className="quiet">{clock(line.since, now)}</span>}
      </div>
      <div role="gridcell" className="outbox-who">
        <p className="outbox-one">{clock(line.queued_at, now)}</p>
        <p className="outbox-two">{line.who}</p>
      </div>
    </div>
  );
}
