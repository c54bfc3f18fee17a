import type { CustomCellRendererProps } from "ag-grid-react";
import { type ReactElement, useSyncExternalStore } from "react";
import { TagLabel } from "../../card/TagLabel";
import { GROUP_LOOK } from "../../outbox/groups";
import { Icon } from "../../parts";
import type { Column } from "../../platform";
import type { GridContext } from "./context";
import { labLook } from "./lab-states";
import { transferLook } from "./transfer-states";
import { type GridRow, isGone } from "./view-source";
import { cellWords, field, willOf, willWords } from "./words";

/** What every cell of ours is told beside AG Grid's own. */
export type CellProps = CustomCellRendererProps<GridRow> & { shape: Column };

/** The licence in whose books a row is, where it says so. */
function licenceOf(row: GridRow): string | null {
  const licence = field(row, "licence");
  return typeof licence === "string" ? licence : null;
}

/** Tags of a comma-separated list. */
export function splitTags(text: string): string[] {
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** A tag, with its card. */
export function TagCell({ data, shape }: CellProps): ReactElement | null {
  if (!data) {
    return null;
  }
  if (isGone(data)) {
    return <span className="grid-gone">No longer in these records</span>;
  }
  return <TagLabel tag={cellWords(shape, data)} licence={licenceOf(data)} />;
}

/** Several tags, each with its card. */
export function TagsCell({ data, shape }: CellProps): ReactElement | null {
  if (!data || isGone(data)) {
    return null;
  }
  const tags = splitTags(cellWords(shape, data));
  return (
    <>
      {tags.map((tag) => (
        <TagLabel key={tag} tag={tag} licence={licenceOf(data)} />
      ))}
      {tags.length > 1 ? <span className="unseen">{`, ${tags.length} in all`}</span> : null}
    </>
  );
}

/** A lab testing state: symbol and words. */
export function LabCell({ data, shape }: CellProps): ReactElement | null {
  const words = cellWords(shape, data);
  if (!words) {
    return null;
  }
  const { icon, tone } = labLook(words);
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={13} />
      {words}
    </span>
  );
}

/** How far a transfer is: symbol and words. */
export function TransferStateCell({ data, shape }: CellProps): ReactElement | null {
  const words = cellWords(shape, data);
  if (!words) {
    return null;
  }
  const { icon, tone } = transferLook(words);
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={13} />
      {words}
    </span>
  );
}

/** The words of a flag that is set; one that is not leaves its cell blank, so that the set ones are seen. */
const SET: Record<string, string> = { hold: "On hold" };

/** A flag: symbol and word where it is set. */
export function FlagCell({ data, shape }: CellProps): ReactElement | null {
  if (!data || isGone(data) || field(data, shape.id) !== true) {
    return null;
  }
  const hold = shape.id === "hold";
  return (
    <span className={hold ? "chip chip-warn" : "chip chip-plain"}>
      <Icon name={hold ? "hand" : "check"} size={13} />
      {SET[shape.id] ?? "Yes"}
    </span>
  );
}

/** A quantity; its unit stands beside it where the unit's own column is hidden. */
export function NumberCell({ data, shape, api }: CellProps): ReactElement | null {
  const words = cellWords(shape, data);
  if (!words) {
    return null;
  }
  const unit = shape.id === "quantity" && data ? field(data, "unit") : undefined;
  const beside = typeof unit === "string" && api.getColumn("unit")?.isVisible() !== true;
  return (
    <>
      {words}
      {beside ? <span className="grid-unit"> {unit}</span> : null}
    </>
  );
}

/** A value that will be another: the new one, marked as not yet recorded, beside the one that the state has. */
export function WillCell({ data, shape }: CellProps): ReactElement | null {
  if (!data || isGone(data)) {
    return null;
  }
  const now = cellWords(shape, data);
  const was = now ? <s className="grid-was">{now}</s> : null;
  const will = <span className="grid-will">{willOf(shape, data) || "blank"}</span>;
  // The new value keeps the edge that its column is read along, and is the last to be cut short.
  const [first, second] = shape.kind === "number" ? [was, will] : [will, was];
  return (
    <span title={`Not recorded yet: ${willWords(shape, data)}`}>
      <span className="unseen">{willWords(shape, data)}</span>
      <span aria-hidden="true">
        {first} {second}
      </span>
    </span>
  );
}

/** What waits in the outbox for a row. Its card tells more. */
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
  const { icon, tone, title } = GROUP_LOOK[group];
  const tag = field(data, "tag");
  return (
    <span
      className={`chip chip-${tone}`}
      title={words}
      data-card-tag={typeof tag === "string" ? tag : undefined}
      data-card-licence={licenceOf(data) ?? undefined}
    >
      <Icon name={icon} size={13} />
      <span aria-hidden="true">{title}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}

/** A package that was finished while one looks at the active ones: it stays in its place until the news is shown. */
function Finished(): ReactElement {
  return (
    <span className="chip chip-good" title="Finished. It leaves this list when you show what changed.">
      <Icon name="check" size={13} />
      Finished
    </span>
  );
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
    <span className={on ? "grid-check grid-check-on" : "grid-check"}>
      {on ? <Icon name="check" label="Selected" size={12} /> : null}
    </span>
  );
}

/** Opens its row; the cell around it hears the press and the keys. */
export function OpenerCell({ data, value }: CustomCellRendererProps<GridRow>): ReactElement | null {
  return data && !isGone(data) ? <Icon name="chevronRight" label={String(value)} size={14} /> : null;
}
