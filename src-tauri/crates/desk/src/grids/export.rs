//! Exactly what a grid shows, in a file.

use std::cell::Cell;
use std::collections::HashSet;

use jiff::civil::Date;
use mirror::Mirror;
use mirror::view::{Column, ColumnKind, ViewSpec};
use outbox::Entity;
use rules::{LicenseNumber, Tag};
use serde_json::Value;
use words::say;

use super::count;
use crate::contract::{DeskError, ExportFormat, GridExported, JobProgress, ViewExport};
use crate::desk::{Desk, blocking};
use crate::ground::export::{self, Export};
use crate::state::reports::Lane;
use crate::wording::california;

impl Desk {
    pub(crate) async fn view_export(&self, request: ViewExport) -> Result<GridExported, DeskError> {
        let id = request.request_id.clone();
        self.once("view_export", &id, self.export(request)).await
    }

    async fn export(&self, request: ViewExport) -> Result<GridExported, DeskError> {
        let open = self.inner.page.views.get(request.view)?;
        let columns = chosen(&open.spec, &request.columns)?;
        let view = match &request.rows {
            None => open.view.clone(),
            Some(rows) if rows.is_empty() => {
                return Err(DeskError::bad_request(say::desk_no_row_selected(), say::desk_no_row_selected_next()));
            }
            Some(rows) => open.view.only(rows),
        };
        let suggested = suggested(&open.spec, request.format, california::day(self.now()));
        let Some(target) = self.pick_target(&suggested).await? else { return Ok(GridExported::default()) };
        let cancel = self.inner.page.jobs.begin(&request.request_id);
        let (mirror, feed, job) = (self.mirror(), self.inner.feed.clone(), request.request_id.clone());
        let file = target.file_name().map(|name| name.to_string_lossy().into_owned());
        let place = target.clone();
        let awaited = self.reports().index().awaited();
        let written = blocking(move || {
            let rows = view.len();
            let pending = Cell::new(0);
            let export = Export {
                columns: &columns,
                rows,
                read: &|from, to| {
                    let rows: Vec<Value> =
                        mirror.rows(&view, from, to)?.into_iter().flatten().map(Value::Object).collect();
                    pending.set(pending.get() + rows.iter().filter(|row| is_one_of(&awaited, row)).count());
                    Ok(rows)
                },
                progress: &|done| feed.job(JobProgress { job: job.clone(), done: count(done), total: count(rows) }),
                cancel: &cancel,
            };
            let written = export::write(&export, request.format, &target)?;
            Ok(written.of_grid(file, pending.get()))
        })
        .await;
        self.inner.page.jobs.end(&request.request_id);
        let written: GridExported = written.flatten()?;
        self.inner.page.saved.keep(&request.request_id, &place);
        Ok(written)
    }
}

/// The columns asked for, in that order.
fn chosen(spec: &ViewSpec, ids: &[String]) -> Result<Vec<Column>, DeskError> {
    if ids.is_empty() {
        return Err(DeskError::bad_request(say::desk_no_column_shown(), say::desk_no_column_shown_next()));
    }
    let known = Mirror::columns(spec.collection, spec.tab);
    ids.iter()
        .map(|id| {
            known
                .iter()
                // The flags together are a look of the grid's; in a file each has its own column.
                .find(|c| c.id == *id && c.kind != ColumnKind::Flags)
                .cloned()
                .ok_or_else(|| DeskError::bad_request(say::desk_no_such_column(id), say::desk_no_such_column_next()))
        })
        .collect()
}

/// For example `packages-active-C10-0000123-LIC-2026-11-27.csv`: what, of whom, and as of which day, so that one file is
/// told from another's where they lie together.
fn suggested(spec: &ViewSpec, format: ExportFormat, day: Date) -> String {
    let name = Mirror::grid_name(spec.collection, spec.tab).replace('_', "-");
    let ending = match format {
        ExportFormat::Csv => "csv",
        ExportFormat::Xlsx => "xlsx",
    };
    let of = match spec.licenses.as_slice() {
        [license] => license.to_string(),
        licenses => format!("{}-licenses", licenses.len()),
    };
    format!("{name}-{of}-{day}.{ending}")
}

/// Whether a row shows one of these: what is about a package bears the state's id of it. Of transfers no value is what
/// reports change: a template is told of at its draft.
fn is_one_of(awaited: &HashSet<Lane>, row: &Value) -> bool {
    if awaited.is_empty() || row.get("package_id").is_none() {
        return false;
    }
    let text = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    awaited.contains(&(LicenseNumber::new(text("license")), Entity::Package(Tag::from_state(text("tag")))))
}
