import { type CSSProperties, type ReactElement, useMemo, useRef } from "react";
import { useSnapshot } from "../../../base/desk";
import { useFrame } from "../../../base/frame-state";
import { keyName } from "../../../base/keys";
import { IconButton, Menu, MenuItem } from "../../../parts";
import { asDeskFailure, type DraftChoices, type DraftLineField } from "../../../platform";
import { say } from "../../../words";
import { useDraft, useTypedIn } from "../../draft/use-draft";
import { TYPED, useEditor } from "../editor-context";
import { type TypedColumn, typedColumns } from "./columns";
import { LineRow } from "./LineRow";
import { ROLES } from "./roles";
import { cellOf, lineHandlers } from "./useLineKeys";

/** The widths of the columns: what is read from the local copy, what is typed, and the button. */
function trackSizes(columns: readonly TypedColumn[]): string {
  const typed = columns.map(({ field }) => (field === "gross_unit" ? "6.5rem" : "5.75rem"));
  return ["2.5rem 14rem minmax(9rem, 1fr) 6.5rem 5.5rem 8rem", ...typed, "2.5rem"].join(" ");
}

/** The lines of a draft, up to 200, for typing. */
export function LinesTable({
  choices,
  onPasteTags,
}: {
  choices: DraftChoices;
  onPasteTags: (text: string) => void;
}): ReactElement {
  const { store, editable, announce } = useEditor();
  const { tell } = useFrame();
  const order = useDraft(store, (view) => view.order);
  const license = useDraft(store, (view) => view.draft.head.license);
  const type = useDraft(store, (view) => view.form.transfer_type);
  const gross = [useTypedIn(store, "gross_weight"), useTypedIn(store, "gross_unit")].includes(true);
  const price = useTypedIn(store, "price");
  const known = choices.types.find((each) => each.name === type);
  const columns = useMemo(() => typedColumns(known, { gross, price }), [known, gross, price]);
  const shown = useMemo(
    () => TYPED.filter((field) => field === "tag" || columns.some((column) => column.field === field)),
    [columns],
  );
  const on = lineHandlers(store, shown, announce, onPasteTags, (thrown) => tell(asDeskFailure(thrown)));
  // The line that was typed in last: filling from the head of a column begins there.
  const last = useRef<number | undefined>(undefined);
  const fill = (field: DraftLineField, onlyEmpty: boolean) => {
    const from = last.current !== undefined && order.includes(last.current) ? last.current : order[0];
    if (from !== undefined) {
      on.fill(from, field, onlyEmpty);
    }
  };
  return (
    <div className="lines-frame">
      <table {...ROLES.table} className="lines" style={{ "--line-columns": trackSizes(columns) } as CSSProperties}>
        <caption className="unseen">{say("draft-lines-table")}</caption>
        <thead {...ROLES.group}>
          <tr {...ROLES.row}>
            <th {...ROLES.columnHead} scope="col">
              <span className="unseen">{say("draft-column-line")}</span>
            </th>
            <th {...ROLES.columnHead} scope="col" className="lines-head-tag">
              {say("draft-column-tag")}
            </th>
            <th {...ROLES.columnHead} scope="col">
              {say("draft-column-item")}
            </th>
            <th {...ROLES.columnHead} scope="col">
              {say("draft-column-strain")}
            </th>
            <th {...ROLES.columnHead} scope="col" className="line-number">
              {say("draft-column-quantity")}
            </th>
            <th {...ROLES.columnHead} scope="col">
              {say("draft-column-lab")}
            </th>
            {columns.map((column) => (
              <TypedHead key={column.field} column={column} editable={editable} onFill={fill} />
            ))}
            <th {...ROLES.columnHead} scope="col">
              <span className="unseen">{say("draft-column-remove")}</span>
            </th>
          </tr>
        </thead>
        <tbody
          {...ROLES.group}
          onKeyDown={on.onKeyDown}
          onPaste={on.onPaste}
          onClick={on.onClick}
          onFocus={(event) => {
            last.current = cellOf(event.target)?.line ?? last.current;
          }}
        >
          {order.map((line, at) => (
            <LineRow
              key={line}
              line={line}
              at={at + 1}
              columns={columns}
              units={choices.weight_units}
              license={license}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TypedHead({
  column,
  editable,
  onFill,
}: {
  column: TypedColumn;
  editable: boolean;
  onFill: (field: DraftLineField, onlyEmpty: boolean) => void;
}): ReactElement {
  const { platform } = useSnapshot();
  const title = say(column.title);
  return (
    <th {...ROLES.columnHead} scope="col">
      <span className="lines-typed-head">
        <span className="lines-typed-words">{title}</span>
        {editable ? (
          <Menu align="end" trigger={<IconButton icon="chevronDown" label={say("draft-fill", { column: title })} />}>
            <MenuItem keys={keyName("Mod+D", platform)} onSelect={() => onFill(column.field, true)}>
              {say("draft-fill-empty")}
            </MenuItem>
            <MenuItem onSelect={() => onFill(column.field, false)}>{say("draft-fill-every")}</MenuItem>
          </Menu>
        ) : null}
      </span>
    </th>
  );
}
