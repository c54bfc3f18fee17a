import { type ReactElement, useState, useSyncExternalStore } from "react";
import { type Offer, useCommands } from "../../base/commands";
import { useJob, useSnapshot } from "../../base/desk";
import { listed } from "../../base/words";
import {
  Button,
  Corner,
  Dialog,
  ErrorNotice,
  Menu,
  MenuGroup,
  MenuItem,
  MenuLine,
  Progress,
  SavedNotice,
  StripWords,
} from "../../parts";
import {
  asDeskFailure,
  call,
  type DeskFailure,
  type ExportFormat,
  type GridExported,
  newRequestId,
} from "../../platform";
import { say } from "../../words";
import { shownColumns, written } from "./column-state";
import type { GridModel } from "./model";
import { NOUNS } from "./nouns";
import type { GridRow } from "./view-source";

type Export =
  | { is: "none" }
  | { is: "under_way"; job: string }
  | { is: "saved"; export: string; file: string; written: GridExported }
  | { is: "failed"; failure: DeskFailure };

/** `Saved packages.csv, 2,031 rows.` */
export function savedWords(file: string, rows: number): string {
  return say("grid-export-saved", { file, rows });
}

/** Which rows are exported: those that are selected by name, or all that the grid shows. */
export type Exported = "selected" | "all";

/** What the menu offers of so many rows. */
export function exportWords(which: Exported, rows: number): string {
  return say(which === "selected" ? "grid-export-selected" : "grid-export-all", { rows });
}

/** Which cells hold less than the grid, and where the whole text is; nothing where none does. */
export function cutWords({ cut, cut_in_all }: Pick<GridExported, "cut" | "cut_in_all">): string | null {
  if (cut_in_all === 0) {
    return null;
  }
  const told = cut.map(({ cell, column }) => say("grid-export-cut-cell", { cell, column }));
  const more = cut_in_all - cut.length;
  const names = listed(more > 0 ? [...told, say("grid-export-cut-more", { more })] : told);
  return say("grid-export-cut", { cells: cut_in_all, names });
}

/** How many of the file’s packages have a report that is not in it yet; nothing where none has. */
export function pendingWords({ pending }: Pick<GridExported, "pending">): string | null {
  return pending === 0 ? null : say("grid-export-pending", { packages: pending });
}

/**
 * Writes what the grid shows to a file: these rows in this order, these columns in this order. Where rows are selected,
 * these alone or all: it is said which, and how many.
 */
export function ExportMenu<Row extends GridRow>({ model }: { model: GridModel<Row> }): ReactElement {
  const { opened } = useSyncExternalStore(model.subscribe, model.state);
  const selected = useSyncExternalStore(model.selection.subscribe, model.selection.state);
  const [state, setState] = useState<Export>({ is: "none" });
  const job = state.is === "under_way" ? state.job : null;
  const progress = useJob(job);
  const { waiting, sending, checking, needs_you } = useSnapshot().outbox;
  // Only packages have reports. Whether any is of these rows is known once they are written.
  const unrecorded = model.scope.collection === "packages" && waiting + sending + checking + needs_you > 0;
  const note = unrecorded ? say("grid-export-recorded") : undefined;
  const rows = opened?.rows ?? 0;

  const begin = async (which: Exported, format: ExportFormat) => {
    const api = model.api;
    if (!api || !opened) {
      return;
    }
    const request_id = newRequestId();
    setState({ is: "under_way", job: request_id });
    try {
      const columns = written(model.columns, shownColumns(api));
      const chosen = which === "selected" && selected.is === "rows" ? [...selected.rows.keys()] : null;
      const asked = { request_id, view: opened.view, columns, format, rows: chosen };
      const done = await call("view_export", asked);
      const file = done.file;
      setState(file === null ? { is: "none" } : { is: "saved", export: request_id, file, written: done });
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setState(failure.code === "cancelled" ? { is: "none" } : { is: "failed", failure });
    }
  };
  const close = () => setState({ is: "none" });
  const offer = (format: ExportFormat): Offer => {
    if (rows === 0 || job !== null) {
      return say(rows === 0 ? "palette-no-rows" : "palette-exporting");
    }
    return selected.is === "rows"
      ? {
          act: () => void begin("selected", format),
          note: say("palette-export-selected", { rows: selected.rows.size }),
        }
      : { act: () => void begin("all", format), note: say("palette-export-all", { rows }) };
  };
  useCommands({ export_csv: offer("csv"), export_xlsx: offer("xlsx") });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button
            look="quiet"
            size="small"
            icon="download"
            aria-label={say("grid-export")}
            title={say("grid-export")}
            disabled={rows === 0 || job !== null}
          >
            <StripWords>{say("grid-export")}</StripWords>
          </Button>
        }
      >
        {selected.is === "rows" ? (
          <>
            <Forms which="selected" rows={selected.rows.size} note={note} onBegin={begin} />
            <MenuLine />
          </>
        ) : null}
        <Forms which="all" rows={rows} note={note} onBegin={begin} />
      </Menu>
      <Dialog
        open={job !== null && progress !== null}
        onClose={() => job && void call("job_cancel", { job }).catch(() => {})}
        title={say(NOUNS[model.scope.collection].saving)}
        actions={
          <Button onClick={() => job && void call("job_cancel", { job }).catch(() => {})}>
            {say("grid-export-stop")}
          </Button>
        }
      >
        <Progress label={say("grid-export-written")} done={progress?.done ?? 0} total={progress?.total ?? null} />
        <p>{progress ? say("grid-export-progress", { done: progress.done, total: progress.total }) : ""}</p>
      </Dialog>
      {state.is === "saved" || state.is === "failed" ? (
        <Corner>
          {state.is === "saved" ? (
            <GridSaved saved={state.export} file={state.file} written={state.written} onClose={close} />
          ) : (
            <ErrorNotice error={state.failure} actions={<Button onClick={close}>{say("common-ok")}</Button>} />
          )}
        </Corner>
      ) : null}
    </>
  );
}

/** The forms in which so many rows can be had. */
function Forms({
  which,
  rows,
  note,
  onBegin,
}: {
  which: Exported;
  rows: number;
  note: string | undefined;
  onBegin: (which: Exported, format: ExportFormat) => Promise<void>;
}): ReactElement {
  return (
    <MenuGroup label={exportWords(which, rows)} note={note}>
      <MenuItem onSelect={() => void onBegin(which, "csv")}>{say("grid-export-csv")}</MenuItem>
      <MenuItem onSelect={() => void onBegin(which, "xlsx")}>{say("grid-export-xlsx")}</MenuItem>
    </MenuGroup>
  );
}

/** What was saved; a warning where a cell holds less than the grid, or the file less than the outbox promises. */
export function GridSaved({
  saved,
  file,
  written,
  onClose,
}: {
  /** The request that saved it. */
  saved: string;
  file: string;
  written: GridExported;
  onClose: () => void;
}): ReactElement {
  const cut = cutWords(written);
  const pending = pendingWords(written);
  return (
    <SavedNotice
      saved={saved}
      title={savedWords(file, written.rows)}
      less={
        cut === null && pending === null ? null : (
          <>
            {pending === null ? null : <p>{pending}</p>}
            {cut === null ? null : (
              <>
                <p>{cut}</p>
                <p>{say("grid-export-cut-next")}</p>
              </>
            )}
          </>
        )
      }
      onClose={onClose}
    />
  );
}
