import { type DragEvent, type KeyboardEvent, type ReactElement, useRef, useState, useSyncExternalStore } from "react";
import { useCommands } from "../../base/commands";
import { fits } from "../../base/fits";
import { Button, Icon, IconButton, Popover, StripWords } from "../../parts";
import { asDeskFailure } from "../../platform";
import { type LabelId, say } from "../../words";
import { applyLayout } from "./column-state";
import { type GridLayout, inStatesOrder, moveColumn, statesLayout } from "./layout";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

/** Which columns are shown and in which order: by pointer, or with Alt and the arrow keys. */
export function ColumnChooser<Row extends GridRow>({ model }: { model: GridModel<Row> }): ReactElement {
  const { layout } = useSyncExternalStore(model.subscribe, model.state);
  const [wanted, setWanted] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState("");
  // After the palette has given the focus back, or the panel would close at once.
  useCommands({ columns: { act: () => void setTimeout(() => setOpen(true)) } });
  const list = useRef<HTMLUListElement>(null);
  const titles = new Map(model.columns.map((column) => [column.id, column.title]));
  const titleOf = (id: string) => titles.get(id) ?? "";
  const found = layout.columns.filter((column) => fits(wanted, titleOf(column.id)) > 0);
  const shown = layout.columns.filter((column) => column.shown).length;

  const show = (taken: GridLayout) => {
    if (model.api) {
      applyLayout(model.api, taken);
    }
  };
  const put = (next: GridLayout) => {
    show(next);
    model.keepLayout(next);
  };
  const move = (id: string, by: -1 | 1) => {
    const at = layout.columns.findIndex((column) => column.id === id);
    const before = by < 0 ? layout.columns[at - 1]?.id : (layout.columns[at + 2]?.id ?? null);
    if (before === undefined || (by > 0 && at === layout.columns.length - 1)) {
      return;
    }
    put(moveColumn(layout, id, before));
    setSaid(say("grid-columns-moved", { column: titleOf(id), place: at + by + 1, of: layout.columns.length }));
    // The list is drawn anew with the column in its new place; the focus goes with it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-column="${id}"] input`)?.focus());
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(id, event.key === "ArrowUp" ? -1 : 1);
    }
  };
  const reset = () => show(model.resetLayout());
  const tell = (done: Promise<LabelId>) => {
    done.then((words) => setUsed(say(words))).catch((thrown) => setUsed(asDeskFailure(thrown).message));
  };
  const everywhere = () => tell(model.layoutEverywhere().then(() => "grid-columns-everywhere-done"));
  const undo = () => {
    const undone = model.undoEverywhere().then(show);
    tell(undone.then(() => "grid-columns-everywhere-undone"));
  };
  const theirs = inStatesOrder(layout, model.statesOrder);
  const onDrop = (event: DragEvent, before: string) => {
    event.preventDefault();
    if (dragged) {
      put(moveColumn(layout, dragged, before));
    }
    setDragged(null);
  };
  return (
    <Popover
      label={say("grid-columns")}
      align="end"
      className="grid-columns"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setUsed("");
      }}
      trigger={
        <Button look="quiet" size="small" icon="columns" aria-label={say("grid-columns")} title={say("grid-columns")}>
          <StripWords>{say("grid-columns")}</StripWords>
        </Button>
      }
    >
      <h2 className="grid-panel-title">{say("grid-columns")}</h2>
      {model.statesOrder.length > 0 ? (
        <Button
          className="grid-states-order"
          aria-pressed={theirs}
          title={say(theirs ? "grid-columns-states-off" : "grid-columns-states-on")}
          onClick={() => (theirs ? reset() : put(statesLayout(model.columns, model.statesOrder, layout.sort)))}
        >
          {say("grid-columns-states")}
        </Button>
      ) : null}
      <input
        className="input"
        type="text"
        placeholder={say("grid-columns-find")}
        aria-label={say("grid-columns-find")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul className="grid-column-list" ref={list}>
        {found.map((column) => (
          <li
            key={column.id}
            data-column={column.id}
            className={dragged === column.id ? "grid-column grid-column-dragged" : "grid-column"}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", column.id);
              setDragged(column.id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, column.id)}
          >
            <span className="grid-column-grip">
              <Icon name="menu" size={12} />
            </span>
            <label className="grid-column-name">
              <input
                type="checkbox"
                className="check"
                checked={column.shown}
                disabled={column.shown && shown === 1}
                onKeyDown={(event) => onKey(event, column.id)}
                onChange={(event) =>
                  put({
                    ...layout,
                    columns: layout.columns.map((each) =>
                      each.id === column.id ? { ...each, shown: event.target.checked } : each,
                    ),
                  })
                }
              />
              {titleOf(column.id)}
            </label>
            <IconButton
              icon="pin"
              label={say(column.pinned ? "grid-columns-unpin" : "grid-columns-pin", { column: titleOf(column.id) })}
              aria-pressed={column.pinned !== null}
              className={column.pinned ? "grid-pin grid-pin-on" : "grid-pin"}
              onClick={() =>
                put({
                  ...layout,
                  columns: layout.columns.map((each) =>
                    each.id === column.id ? { ...each, pinned: each.pinned ? null : "left" } : each,
                  ),
                })
              }
            />
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="quiet">{say("grid-columns-none", { search: wanted })}</p> : null}
      <p className="quiet">{say("grid-columns-keys")}</p>
      <div className="grid-panel-actions">
        <Button title={say("grid-columns-everywhere-title")} onClick={everywhere}>
          {say("grid-columns-everywhere")}
        </Button>
        <Button look="quiet" onClick={reset}>
          {say("grid-columns-reset")}
        </Button>
      </div>
      {/* Room for what was done is kept, so that the panel does not grow under the pointer. */}
      <div className="grid-columns-used">
        <p role="status">{used}</p>
        {model.canUndoEverywhere ? (
          <Button look="quiet" size="small" title={say("grid-columns-everywhere-undo-title")} onClick={undo}>
            {say("grid-columns-everywhere-undo")}
          </Button>
        ) : null}
      </div>
      <span className="unseen" role="status">
        {said}
      </span>
    </Popover>
  );
}
