import type { CustomCellRendererProps } from "ag-grid-react";
import { type ReactElement, useSyncExternalStore } from "react";
import { tagEnd } from "../../base/actions";
import { GROUP_LOOK } from "../../base/groups";
import { Chip, Icon, Marked, StateChip, TagLabel } from "../../parts";
import type { Column } from "../../platform";
import { type LabelId, say } from "../../words";
import { joined, places } from "./alike";
import type { Asked } from "./asked";
import type { GridContext } from "./context";
import { field } from "./field";
import { flagsOf } from "./flags";
import { type Found, foundElsewhere } from "./found";
import { marksIn, marksInSource, marksOf, useAskedFor } from "./marks";
import { splitTags } from "./tags";
import { type GridRow, isGone } from "./view-source";
import { cellWords, willOf, willValues, willWords } from "./words";

/** What every cell of ours is told beside AG Grid's own. */
export type CellProps = CustomCellRendererProps<GridRow> & { shape: Column; context: GridContext };

/** The license in whose books a row is, where it says so. */
function licenseOf(row: GridRow): string | null {
  const license = field(row, "license");
  return typeof license === "string" ? license : null;
}

/** The column that also says what was found in one out of sight: it is read first, and is the widest. */
const TELLS = "item";

/** Plain text in which what was searched for is marked. */
export function TextCell({ data, shape, api, context }: CellProps): ReactElement {
  const asked = useAskedFor(context);
  const words = cellWords(shape, data);
  const found = shape.id === TELLS ? foundElsewhere(context.model.columns, columnsInSight(api), data, asked) : null;
  return (
    <>
      <Marked text={words} at={marksOf(shape, data, words, asked)} />
      {found ? <FoundElsewhere found={found} asked={asked} /> : null}
    </>
  );
}

/** CSS pixels of a column that must be in sight for it to be read. */
const READ = 48;

function columnsInSight(api: CellProps["api"]): ReadonlySet<string> {
  const { left, right } = api.getHorizontalPixelRange();
  const inSight = api.getAllDisplayedColumns().filter((column) => {
    const begin = column.getLeft() ?? 0;
    return column.isPinned() || (begin + READ <= right && begin + column.getActualWidth() - READ >= left);
  });
  return new Set([TELLS, ...inSight.map((column) => column.getColId())]);
}

/** What was found in a column that is not in sight, with its name. */
function FoundElsewhere({ found, asked }: { found: Found; asked: Asked }): ReactElement {
  const words = say("grid-found-in", { column: found.column.title, words: found.words });
  // The column's own name is not what was found.
  const at = asked.words.flatMap((word) => places(words, word)).filter(([, end]) => end <= found.words.length);
  return (
    <span className="grid-found">
      <Marked text={words} at={joined(at)} />
    </span>
  );
}

/** A tag, with its card. */
export function TagCell({ data, shape, context }: CellProps): ReactElement | null {
  const asked = useAskedFor(context);
  if (!data) {
    return null;
  }
  if (isGone(data)) {
    return <span className="grid-gone">{say("grid-gone")}</span>;
  }
  const tag = cellWords(shape, data);
  return <TagLabel tag={tag} license={licenseOf(data)} marked={marksIn(shape, tag, asked)} cut />;
}

/** Several tags, each with its card. Where there is no room for all, their number says that there are more. */
export function TagsCell({ data, shape, context }: CellProps): ReactElement | null {
  const asked = useAskedFor(context);
  if (!data || isGone(data)) {
    return null;
  }
  const tags = splitTags(cellWords(shape, data));
  const label = (tag: string) => (
    <TagLabel key={tag} tag={tag} license={licenseOf(data)} marked={marksInSource(shape, tag, asked)} cut />
  );
  const [first, ...others] = tags;
  if (first === undefined || others.length === 0) {
    return first === undefined ? null : label(first);
  }
  return (
    <span className="grid-tags">
      <span className="grid-tags-first">
        <span className="grid-tags-count" aria-hidden="true">
          {tags.length}
        </span>
        {label(first)}
      </span>
      {others.map(label)}
      <span className="unseen">{say("grid-tags", { count: tags.length })}</span>
    </span>
  );
}

/** A lab testing state, or how far a transfer is: symbol and words. */
export function StateCell({ data, shape, context }: CellProps): ReactElement | null {
  const asked = useAskedFor(context);
  const state = data && !isGone(data) ? field(data, shape.id) : undefined;
  return typeof state === "string" && state ? (
    <StateChip state={state} marked={marksOf(shape, data, cellWords(shape, data), asked)} />
  ) : null;
}

/** The words of a flag that is set; one that is not leaves its cell blank, so that the set ones are seen. */
const SET: Record<string, LabelId> = { hold: "grid-on-hold" };

/** A flag: symbol and word where it is set. */
export function FlagCell({ data, shape }: CellProps): ReactElement | null {
  if (!data || isGone(data) || field(data, shape.id) !== true) {
    return null;
  }
  const hold = shape.id === "hold";
  return (
    <Chip tone={hold ? "warn" : "plain"} icon={hold ? "hand" : "check"}>
      {say(SET[shape.id] ?? "grid-yes")}
    </Chip>
  );
}

/** The flags of a row: a mark for each that is set, which names itself to the pointer and to those who hear it. */
export function FlagsCell({ data }: CellProps): ReactElement | null {
  if (!data || isGone(data)) {
    return null;
  }
  return (
    <>
      {flagsOf(data).map(({ id, icon, name }) => (
        <span key={id} className={id === "hold" ? "grid-mark grid-mark-warn" : "grid-mark"} title={say(name)}>
          <Icon name={icon} label={say(name)} size={14} />
        </span>
      ))}
    </>
  );
}

/** A number that is nothing, however many places it is written with. */
const NOTHING = /^-?0*(\.0*)?$/;

/**
 * A number: nothing steps back, tests that failed step forward. Behind a quantity stands its unit, where that has no
 * column of its own in sight.
 */
export function NumberCell({ data, shape, api, context }: CellProps): ReactElement | null {
  const asked = useAskedFor(context);
  const words = cellWords(shape, data);
  if (!words) {
    return null;
  }
  const unit = shape.id === "quantity" && data ? field(data, "unit") : undefined;
  const beside = typeof unit === "string" && api.getColumn("unit")?.isVisible() !== true;
  const nothing = NOTHING.test(String(field(data, shape.id)));
  const look = nothing ? "grid-nothing" : shape.id === "failed" ? "grid-failed" : undefined;
  return (
    <>
      <span className={look}>
        <Marked text={words} at={marksOf(shape, data, words, asked)} />
      </span>
      {beside ? <span className="grid-unit"> {unit}</span> : null}
    </>
  );
}

/** A value that will be another: the new one, marked as not yet recorded, beside the one that the state has. */
export function WillCell({ data, shape, context }: CellProps): ReactElement | null {
  const asked = useAskedFor(context);
  if (!data || isGone(data)) {
    return null;
  }
  const now = cellWords(shape, data);
  // What is searched is what is recorded.
  const recorded = <Marked text={now} at={marksOf(shape, data, now, asked)} />;
  const was = now ? <s className="grid-was">{recorded}</s> : null;
  const will = <span className="grid-will">{willOf(shape, data) || say("grid-blank")}</span>;
  // The new value keeps the edge that its column is read along, and is the last to be cut short.
  const [first, second] = shape.kind === "number" ? [was, will] : [will, was];
  return (
    <span title={say("grid-will-title", willValues(shape, data))}>
      <span className="unseen">{willWords(shape, data)}</span>
      <span aria-hidden="true">
        {first} {second}
      </span>
    </span>
  );
}

/** What waits in the outbox for a row: a mark whose words its title and its card tell. */
export function ReportCell({
  data,
  context,
}: CustomCellRendererProps<GridRow> & { context: GridContext }): ReactElement | null {
  if (!data || isGone(data)) {
    return null;
  }
  if (!data.pending) {
    return context.model.scope.tab === "active" && field(data, "finished") ? <Finished /> : null;
  }
  const { group, words } = data.pending;
  const { icon, tone } = GROUP_LOOK[group];
  const tag = field(data, "tag");
  return (
    <Chip
      tone={tone}
      icon={icon}
      size={14}
      title={words}
      data-card-tag={typeof tag === "string" ? tag : undefined}
      data-card-license={licenseOf(data) ?? undefined}
    >
      <span className="unseen">{words}</span>
    </Chip>
  );
}

/** A package that was finished while one looks at the active ones: it stays in its place until the news is shown. */
function Finished(): ReactElement {
  return <Chip tone="good" icon="check" label={say("grid-finished")} size={14} title={say("grid-finished-title")} />;
}

/** A box that says whether its row is selected; the cell around it hears the press and the keys. */
export function CheckCell({
  data,
  context,
}: CustomCellRendererProps<GridRow> & { context: GridContext }): ReactElement | null {
  const { selection } = context.model;
  const on = useSyncExternalStore(selection.subscribe, () => data !== undefined && selection.has(data));
  if (!data || isGone(data)) {
    return null;
  }
  return (
    <>
      <span className={on ? "grid-check grid-check-on" : "grid-check"}>
        {on ? <Icon name="check" size={12} /> : null}
      </span>
      <span className="unseen">{say(on ? "grid-checked" : "grid-not-checked", { row: rowName(data) })}</span>
    </>
  );
}

/** What a row is called by those who hear it: the end of its tag. */
function rowName(row: GridRow): string {
  const tag = field(row, "tag");
  return typeof tag === "string" ? tagEnd(tag) : "";
}

/** Opens its row; the cell around it hears the press and the keys. */
export function OpenerCell({ data, value }: CustomCellRendererProps<GridRow>): ReactElement | null {
  return data && !isGone(data) ? <Icon name="chevronRight" label={String(value)} size={14} /> : null;
}
