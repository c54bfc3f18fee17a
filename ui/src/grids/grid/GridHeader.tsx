import type { IHeaderParams } from "ag-grid-community";
import { type ReactElement, useEffect, useRef, useSyncExternalStore } from "react";
import { Icon, IconButton } from "../../parts";
import { say } from "../../words";
import type { GridContext } from "./context";

/** A header pressed this far from where it was let go was dragged, not clicked. CSS pixels. */
const DRAGGED = 4;

/** How a column is sorted and filtered, as one text so that a header is drawn anew only when its own part changes. */
function marks(context: GridContext, column: string): string {
  const { sort, filters } = context.model.state().question;
  const at = sort.findIndex((key) => key.column === column);
  const direction = at < 0 ? "" : sort[at]?.descending ? "descending" : "ascending";
  const order = at < 0 || sort.length < 2 ? "" : String(at + 1);
  return [direction, order, filters.some((filter) => filter.column === column) ? "filtered" : ""].join("|");
}

/** A column's head: press to sort (Shift: also by this), the symbol for everything else. */
export function GridHeader(params: IHeaderParams & { context: GridContext }): ReactElement {
  const { context, column, eGridHeader, displayName } = params;
  const id = column.getColId();
  const [direction = "", order = "", filtered = ""] = useSyncExternalStore(context.model.subscribe, () =>
    marks(context, id),
  ).split("|");
  const pressed = useRef(0);

  useEffect(() => {
    const sorted = direction === "ascending" || direction === "descending" ? direction : "none";
    eGridHeader.setAttribute("aria-sort", sorted);
  }, [eGridHeader, direction]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target !== eGridHeader) {
        return;
      }
      if (event.key === "Enter" && !event.altKey && !event.ctrlKey && !event.metaKey) {
        context.model.pressSort(id, event.shiftKey);
      } else if (
        (event.key === "ArrowDown" && event.altKey) ||
        (event.key === "Enter" && (event.ctrlKey || event.metaKey))
      ) {
        context.openMenu({ column: id, anchor: eGridHeader, kind: event.key === "Enter" ? "filter" : "menu" });
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    eGridHeader.addEventListener("keydown", onKey);
    return () => eGridHeader.removeEventListener("keydown", onKey);
  }, [eGridHeader, context, id]);

  return (
    <div className={filtered ? "grid-head grid-head-filtered" : "grid-head"}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the header cell around it takes the focus and the keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is heard on the header cell */}
      <div
        className="grid-head-words"
        title={displayName}
        onPointerDown={(event) => {
          pressed.current = event.clientX;
        }}
        onClick={(event) => {
          if (Math.abs(event.clientX - pressed.current) <= DRAGGED) {
            context.model.pressSort(id, event.shiftKey);
          }
        }}
      >
        <span className="grid-head-title">{displayName}</span>
        {direction ? (
          <span className="grid-head-sort">
            <Icon name={direction === "descending" ? "chevronDown" : "chevronUp"} size={12} />
            {order}
          </span>
        ) : null}
        {filtered ? <Icon name="filter" size={12} label={say("grid-head-filtered")} /> : null}
      </div>
      <IconButton
        className="grid-head-more"
        icon="more"
        label={say("grid-head-more", { column: displayName })}
        tabIndex={-1}
        onClick={() => context.openMenu({ column: id, anchor: eGridHeader, kind: "menu" })}
      />
    </div>
  );
}

/** The head of the boxes: selects all rows of the view, or none. */
export function CheckHeader({ context, eGridHeader }: IHeaderParams & { context: GridContext }): ReactElement {
  const { model } = context;
  const selected = useSyncExternalStore(model.selection.subscribe, () => model.selection.state().is);
  const press = () => (model.selection.state().is === "none" ? model.selectAll() : model.selection.clear());
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target === eGridHeader && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        event.stopPropagation();
        pressed.current();
      }
    };
    eGridHeader.addEventListener("keydown", onKey);
    return () => eGridHeader.removeEventListener("keydown", onKey);
  }, [eGridHeader]);
  return (
    <button
      type="button"
      className="grid-check-all"
      tabIndex={-1}
      aria-label={say(selected === "none" ? "grid-check-all" : "grid-check-none")}
      title={say(selected === "none" ? "grid-check-all-keys" : "grid-check-none-keys")}
      onClick={press}
    >
      <span className={selected === "none" ? "grid-check" : "grid-check grid-check-on"}>
        {selected === "none" ? null : <Icon name={selected === "matching" ? "check" : "minus"} size={12} />}
      </span>
    </button>
  );
}

/** The head of a column too narrow for words: a name for those who hear it. */
export function UnseenHeader({ displayName }: IHeaderParams): ReactElement {
  return <span className="unseen">{displayName}</span>;
}
