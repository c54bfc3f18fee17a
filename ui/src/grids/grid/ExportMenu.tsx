import { type ReactElement, useState, useSyncExternalStore } from "react";
import { useJob } from "../../app/desk";
import { count } from "../../app/words";
import { Button, Dialog, ErrorNotice, Menu, MenuItem, Notice, Progress } from "../../parts";
import { asDeskFailure, call, type DeskFailure, type ExportFormat, newRequestId } from "../../platform";
import { shownColumns } from "./column-state";
import type { Noun } from "./GridStrip";
import type { GridModel } from "./model";
import type { GridRow } from "./view-source";

type Export =
  | { is: "none" }
  | { is: "under_way"; job: string }
  | { is: "saved"; file: string; rows: number }
  | { is: "failed"; failure: DeskFailure };

/** `Saved packages.csv, 2,031 rows.` */
export function savedWords(file: string, rows: number): string {
  return `Saved ${file}, ${count(rows)} ${rows === 1 ? "row" : "rows"}.`;
}

/** Writes what the grid shows to a file: these rows in this order, these columns in this order. */
export function ExportMenu<Row extends GridRow>({ model, noun }: { model: GridModel<Row>; noun: Noun }): ReactElement {
  const { opened } = useSyncExternalStore(model.subscribe, model.state);
  const [state, setState] = useState<Export>({ is: "none" });
  const job = state.is === "under_way" ? state.job : null;
  const progress = useJob(job);
  const rows = opened?.rows ?? 0;

  const begin = async (format: ExportFormat) => {
    const api = model.api;
    if (!api || !opened) {
      return;
    }
    const request_id = newRequestId();
    setState({ is: "under_way", job: request_id });
    try {
      const columns = shownColumns(api);
      const { file, rows: written } = await call("view_export", { request_id, view: opened.view, columns, format });
      setState(file === null ? { is: "none" } : { is: "saved", file, rows: written });
    } catch (thrown) {
      const failure = asDeskFailure(thrown);
      setState(failure.code === "cancelled" ? { is: "none" } : { is: "failed", failure });
    }
  };
  const close = () => setState({ is: "none" });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button className="grid-small" icon="download" aria-label="Export" disabled={rows === 0 || job !== null}>
            <span className="grid-wide">Export</span>
          </Button>
        }
      >
        <MenuItem onSelect={() => void begin("csv")}>CSV file</MenuItem>
        <MenuItem onSelect={() => void begin("xlsx")}>Excel workbook (XLSX)</MenuItem>
      </Menu>
      <Dialog
        open={job !== null && progress !== null}
        onClose={() => job && void call("job_cancel", { job }).catch(() => {})}
        title={`Saving ${noun.many}`}
        actions={
          <Button onClick={() => job && void call("job_cancel", { job }).catch(() => {})}>
            Stop, and leave no file
          </Button>
        }
      >
        <Progress label="Rows written" done={progress?.done ?? 0} total={progress?.total ?? null} />
        <p>{progress ? `${count(progress.done)} of ${count(progress.total)} rows` : ""}</p>
      </Dialog>
      {state.is === "saved" || state.is === "failed" ? (
        <div className="grid-said">
          {state.is === "saved" ? (
            <Notice
              tone="good"
              title={savedWords(state.file, state.rows)}
              live
              actions={<Button onClick={close}>OK</Button>}
            />
          ) : (
            <ErrorNotice error={state.failure} actions={<Button onClick={close}>OK</Button>} />
          )}
        </div>
      ) : null}
    </>
  );
}
