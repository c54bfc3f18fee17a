import { memo, type ReactElement } from "react";
import { quantityWords } from "../../../base/amount";
import { stateWords } from "../../../base/states";
import { Icon, IconButton, StateChip, TagText } from "../../../parts";
import type { DraftLine, DraftLineField } from "../../../platform";
import { say } from "../../../words";
import { lineKey } from "../../draft/draft-store";
import { useDraft, useLine } from "../../draft/use-draft";
import { useEditor } from "../editor-context";
import type { TypedColumn } from "./columns";
import { ROLES } from "./roles";

interface LineRowProps {
  line: number;
  /** Its place, from 1. */
  at: number;
  columns: readonly TypedColumn[];
  units: readonly string[];
  license: string;
}

/** One line. Drawn again only when it changes itself; keys and pastes are heard by the table. */
export const LineRow = memo(function LineRow(props: LineRowProps): ReactElement | null {
  const { store } = useEditor();
  const data = useLine(store, props.line);
  const unsaved = useDraft(store, ({ saving }) => {
    const own = `line:${props.line}:`;
    return saving.troubled.size > 0 && [...saving.troubled].some((key) => key.startsWith(own));
  });
  return data ? <Drawn {...props} data={data} unsaved={unsaved} /> : null;
});

function Drawn({
  line,
  at,
  columns,
  units,
  license,
  data,
  unsaved,
}: LineRowProps & { data: DraftLine; unsaved: boolean }): ReactElement {
  const { store, editable } = useEditor();
  const problem = unsaved ? say("draft-field-not-saved") : data.problem;
  const stops = unsaved || data.stops;
  const lab = stateWords(data.lab_testing);
  const problemId = `line-${line}-problem`;
  const shared = {
    "aria-invalid": problem && stops ? (true as const) : undefined,
    "aria-describedby": problem ? problemId : undefined,
    readOnly: !editable,
  };
  return (
    <tr {...ROLES.row} className="line">
      <th {...ROLES.rowHead} scope="row" className="line-at">
        {at}
      </th>
      <td
        {...ROLES.cell}
        className="line-tag"
        {...(data.item ? { "data-card-tag": data.tag, "data-card-license": license } : {})}
      >
        <TagField line={line} at={at} data={data} license={license} shared={shared} />
      </td>
      <td {...ROLES.cell} title={[data.item, data.category].filter(Boolean).join(", ")}>
        {data.item} <span className="quiet">{data.category}</span>
      </td>
      <td {...ROLES.cell} className="line-quiet" title={data.strain}>
        {data.strain}
      </td>
      <td {...ROLES.cell} className="line-number">
        {data.quantity ? (
          <>
            {quantityWords(data.quantity)} <span className="quiet">{data.unit}</span>
          </>
        ) : null}
      </td>
      <td {...ROLES.cell} title={lab}>
        {lab ? <StateChip state={data.lab_testing} /> : null}
      </td>
      {columns.map(({ field, title }) => (
        <td {...ROLES.cell} key={field}>
          {field === "gross_unit" ? (
            <UnitField line={line} at={at} title={say(title)} value={data.gross_unit} units={units} />
          ) : (
            <input
              className="line-input line-number"
              inputMode="decimal"
              autoComplete="off"
              data-field={lineKey(line, field)}
              aria-label={say("draft-line-field", { column: say(title), line: at })}
              {...shared}
              value={data[field]}
              onChange={(event) => store.setLines([line], field, event.target.value)}
            />
          )}
        </td>
      ))}
      <td {...ROLES.cell} className="line-act">
        {editable ? (
          <IconButton icon="close" tabIndex={-1} label={say("draft-line-remove", { line: at })} data-remove={line} />
        ) : null}
      </td>
      {problem ? (
        <td {...ROLES.cell} id={problemId} className={stops ? "line-problem line-stop" : "line-problem line-warning"}>
          <Icon
            name={stops ? "error" : "warning"}
            size={13}
            label={say(stops ? "draft-check-stops" : "draft-check-warning")}
          />{" "}
          {problem}
        </td>
      ) : null}
    </tr>
  );
}

type Shared = { "aria-invalid": true | undefined; "aria-describedby": string | undefined; readOnly: boolean };

/** The tag: a field; while nobody types in it, its last six characters stand out, and its symbol has the card. */
function TagField({
  line,
  at,
  data,
  license,
  shared,
}: {
  line: number;
  at: number;
  data: DraftLine;
  license: string;
  shared: Shared;
}): ReactElement {
  const { store } = useEditor();
  return (
    <span className="line-tag-field">
      {data.item ? (
        <button
          type="button"
          className="line-card"
          tabIndex={-1}
          data-card-tag={data.tag}
          data-card-license={license}
          aria-haspopup="dialog"
          aria-label={say("draft-line-card", { tag: data.tag })}
          // The field is what has the focus in a line: a card that closes gives it back there, once that was heard.
          onFocus={({ currentTarget }) => {
            queueMicrotask(() => currentTarget.parentElement?.querySelector("input")?.focus());
          }}
        >
          <Icon name="package" size={13} />
        </button>
      ) : (
        <span className="line-card" />
      )}
      <span className="line-tag-room">
        <input
          className="line-input mono"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-field={lineKey(line, "tag")}
          aria-label={say("draft-line-field", { column: say("draft-column-tag"), line: at })}
          {...shared}
          value={data.tag}
          onChange={(event) => store.setLines([line], "tag", event.target.value)}
        />
        <span className="line-tag-words" aria-hidden="true">
          <TagText tag={data.tag} />
        </span>
      </span>
    </span>
  );
}

function UnitField({
  line,
  at,
  title,
  value,
  units,
}: {
  line: number;
  at: number;
  title: string;
  value: DraftLine[DraftLineField];
  units: readonly string[];
}): ReactElement {
  const { store, editable } = useEditor();
  return (
    <span className="line-select">
      <select
        className="line-input"
        data-field={lineKey(line, "gross_unit")}
        aria-label={say("draft-line-field", { column: title, line: at })}
        disabled={!editable}
        value={value}
        onChange={(event) => store.setLines([line], "gross_unit", event.target.value)}
      >
        <option value="" />
        {value && !units.includes(value) ? <option value={value}>{value}</option> : null}
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" size={12} />
    </span>
  );
}
