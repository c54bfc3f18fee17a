import { type ReactElement, useMemo, useRef } from "react";
import { useFrame } from "../../../app/frame/frame-state";
import { IconButton, Menu, MenuItem } from "../../../parts";
import { asDeskFailure, type DraftChoices, type DraftLineField } from "../../../platform";
import { useDraft, useTypedIn } from "../../draft/use-draft";
import { TYPED, useEditor } from "../editor-context";
import { type TypedColumn, typedColumns } from "./columns";
import { LineRow } from "./LineRow";
import { cellOf, lineHandlers } from "./useLineKeys";

/** Columns that are read from the local copy, and the number, the tag and the button. */
const FIXED = 7;

/** The lines of a draft, up to 200, for typing. */
export function LinesTable({
  choices,
  onPasteTags,
}: {
  choices: DraftChoices;
  onPasteTags: (text: string) => void;
}): ReactElement {
  const { store, editable, say } = useEditor();
  const { tell } = useFrame();
  const order = useDraft(store, (view) => view.order);
  const licence = useDraft(store, (view) => view.draft.head.licence);
  const type = useDraft(store, (view) => view.form.transfer_type);
  const gross = [useTypedIn(store, "gross_weight"), useTypedIn(store, "gross_unit")].includes(true);
  const price = useTypedIn(store, "price");
  const known = choices.types.find((each) => each.name === type);
  const columns = useMemo(() => typedColumns(known, { gross, price }), [known, gross, price]);
  const shown = useMemo(
    () => TYPED.filter((field) => field === "tag" || columns.some((column) => column.field === field)),
    [columns],
  );
  const on = lineHandlers(store, shown, say, onPasteTags, (thrown) => tell(asDeskFailure(thrown)));
  // The line that was typed in last: filling from the head of a column begins there.
  const last = useRef<number | undefined>(undefined);
  const fill = (field: DraftLineField, onlyEmpty: boolean) => {
    const from = last.current !== undefined && order.includes(last.current) ? last.current : order[0];
    if (from !== undefined) {
      on.fill(from, field, onlyEmpty);
    }
  };
  const width = FIXED + columns.length;
  return (
    <div className="lines-frame">
      <table className="lines">
        <caption className="unseen">Packages of this transfer</caption>
        <colgroup>
          <col className="lines-col-at" />
          <col className="lines-col-tag" />
          <col />
          <col className="lines-col-words" />
          <col className="lines-col-number" />
          <col className="lines-col-lab" />
          {columns.map(({ field }) => (
            <col key={field} className={field === "gross_unit" ? "lines-col-words" : "lines-col-number"} />
          ))}
          <col className="lines-col-act" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Line</span>
            </th>
            <th scope="col" className="lines-head-tag">
              Tag
            </th>
            <th scope="col">Item and Category</th>
            <th scope="col">Strain</th>
            <th scope="col" className="line-number">
              Quantity
            </th>
            <th scope="col">Lab Testing</th>
            {columns.map((column) => (
              <TypedHead key={column.field} column={column} editable={editable} onFill={fill} />
            ))}
            <th scope="col">
              <span className="unseen">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody
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
              width={width}
              units={choices.weight_units}
              licence={licence}
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
  return (
    <th scope="col">
      <span className="lines-typed-head">
        <span className="lines-typed-words">{column.title}</span>
        {editable ? (
          <Menu align="end" trigger={<IconButton icon="chevronDown" label={`Fill down ${column.title}`} />}>
            <MenuItem keys="Ctrl+D" onSelect={() => onFill(column.field, true)}>
              Fill the empty lines below
            </MenuItem>
            <MenuItem onSelect={() => onFill(column.field, false)}>Fill every line below</MenuItem>
          </Menu>
        ) : null}
      </span>
    </th>
  );
}
