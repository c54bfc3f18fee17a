//! Grids: columns, views, rows, totals, export, remembered layout.

use std::cell::Cell;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use ledger::KeptLayout;
use mirror::view::{Collection, Column, ColumnKind, View, ViewSpec};
use mirror::{Interrupt, Mirror, MirrorError};
use outbox::Entity;
use rules::{LicenseNumber, Tag};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use words::say;

use crate::california;
use crate::contract::{
    Changed, Columns, ColumnsList, DeskError, ErrorCode, ExportFormat, GridExported, JobCancel, JobProgress,
    LabSampleRows, LabSampleTests, LabTestRows, Layout, LayoutBefore, LayoutGet, LayoutKept, LayoutPut, PackageRows,
    Totals, ViewExport, ViewId, ViewOpened, ViewRecords, ViewRows,
};
use crate::desk::{Desk, blocking};
use crate::export::{self, Export};
use crate::reports::index::Lane;

/// Views kept open: one grid needs two for a moment, a person has a few grids.
const KEPT: usize = 8;

/// Most rows that one call gives.
const MOST_ROWS: i64 = 1000;

/// Most bytes of a layout.
const MOST_LAYOUT: usize = 64 * 1024;

/// Most bytes of a grid's name.
const MOST_GRID: usize = 64;

/// The open views, and the one that is opening.
#[derive(Default)]
pub(crate) struct Views {
    state: Mutex<ViewsState>,
}

#[derive(Default)]
struct ViewsState {
    open: Kept<Arc<OpenView>>,
    opening: BTreeMap<Collection, Interrupt>,
}

/// What is open, by number: the one used last comes last, and what was not used for longest goes first.
struct Kept<T> {
    next: i64,
    open: Vec<(i64, T)>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { next: 0, open: Vec::new() }
    }
}

impl<T: Clone> Kept<T> {
    /// Keeps one more, in place of the one not used for longest where there are too many; gives its number.
    fn add(&mut self, one: T) -> i64 {
        self.next += 1;
        self.open.push((self.next, one));
        if self.open.len() > KEPT {
            self.open.remove(0);
        }
        self.next
    }

    /// Uses one.
    fn get(&mut self, number: i64) -> Option<T> {
        let used = self.take(number)?;
        self.open.push((number, used.clone()));
        Some(used)
    }

    /// Keeps one no longer.
    fn take(&mut self, number: i64) -> Option<T> {
        let at = self.open.iter().position(|(known, _)| *known == number)?;
        Some(self.open.remove(at).1)
    }
}

pub(crate) struct OpenView {
    spec: ViewSpec,
    pub view: View,
}

impl Views {
    fn state(&self) -> std::sync::MutexGuard<'_, ViewsState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new view of this collection begins to open: the one before it is interrupted.
    fn begin(&self, collection: Collection) -> Interrupt {
        let mine = Interrupt::new();
        if let Some(before) = self.state().opening.insert(collection, mine.clone()) {
            before.interrupt();
        }
        mine
    }

    /// Keeps an opened view; the one that was not looked at for longest goes when there are too many.
    fn keep(&self, spec: ViewSpec, view: View) -> i64 {
        self.state().open.add(Arc::new(OpenView { spec, view }))
    }

    fn get(&self, id: i64) -> Result<Arc<OpenView>, DeskError> {
        self.state().open.get(id).ok_or_else(|| DeskError {
            code: ErrorCode::ViewGone,
            message: say::desk_list_closed().to_string(),
            next: say::desk_list_closed_next().to_string(),
            details: format!("view {id}"),
            retry: false,
        })
    }

    pub(crate) fn clear(&self) {
        self.state().open.open.clear();
    }
}

impl Desk {
    pub(crate) async fn columns(&self, request: Columns) -> Result<ColumnsList, DeskError> {
        let Columns { collection, tab } = request;
        Ok(ColumnsList {
            columns: Mirror::columns(collection, tab),
            states_order: Mirror::states_order(collection, tab),
        })
    }

    pub(crate) async fn view_open(&self, spec: ViewSpec) -> Result<ViewOpened, DeskError> {
        if spec.licenses.is_empty() {
            return Err(DeskError::bad_request(say::desk_nothing_to_show(), say::desk_choose_license()));
        }
        self.looks_at(&spec);
        let interrupt = self.inner.views.begin(spec.collection);
        let asked = spec.clone();
        let view = self.read(move |mirror| mirror.open_view(&asked, &interrupt)).await?;
        let (rows, of, revision) = (count(view.len()), count(view.of()), view.revision());
        let view = self.inner.views.keep(spec, view);
        Ok(ViewOpened { view, rows, of, revision })
    }

    pub(crate) async fn package_rows(&self, request: ViewRows) -> Result<PackageRows, DeskError> {
        let (open, from, to) = self.window(request)?;
        loop {
            let handed_over = self.reports().index().handed_over();
            let view = open.clone();
            let rows = self.read(move |mirror| mirror.package_rows(&view.view, from, to)).await?;
            let pending = self.pending_of_rows(&rows).await?;
            // What was recorded may have left the one for the other between the two looks: then both are taken again.
            if self.reports().index().handed_over() == handed_over {
                return Ok(PackageRows { rows, pending });
            }
        }
    }

    pub(crate) async fn view_rows(&self, request: ViewRows) -> Result<ViewRecords, DeskError> {
        let (open, from, to) = self.window(request)?;
        let rows = self.read(move |mirror| mirror.rows(&open.view, from, to)).await?;
        Ok(ViewRecords { rows })
    }

    pub(crate) async fn lab_sample_rows(&self, request: ViewRows) -> Result<LabSampleRows, DeskError> {
        let (open, from, to) = self.window(request)?;
        let rows = self.read(move |mirror| mirror.lab_sample_rows(&open.view, from, to)).await?;
        Ok(LabSampleRows { rows })
    }

    pub(crate) async fn lab_sample_tests(&self, request: LabSampleTests) -> Result<LabTestRows, DeskError> {
        let tests = self.read(move |mirror| mirror.lab_tests(&request.license, request.package_id)).await?;
        Ok(LabTestRows { tests })
    }

    pub(crate) async fn view_totals(&self, request: ViewId) -> Result<Totals, DeskError> {
        let open = self.inner.views.get(request.view)?;
        let totals = self.read(move |mirror| mirror.totals(&open.view)).await?;
        Ok(Totals { totals })
    }

    pub(crate) async fn view_close(&self, request: ViewId) -> Result<Changed, DeskError> {
        Ok(Changed { changed: self.inner.views.state().open.take(request.view).is_some() })
    }

    /// The rows of an open view, as they stood when it was opened.
    pub(crate) fn view(&self, view: i64) -> Result<View, DeskError> {
        Ok(self.inner.views.get(view)?.view.clone())
    }

    pub(crate) fn window(&self, request: ViewRows) -> Result<(Arc<OpenView>, usize, usize), DeskError> {
        let open = self.inner.views.get(request.view)?;
        let fits = request.from >= 0 && request.from <= request.to && request.to - request.from <= MOST_ROWS;
        match (usize::try_from(request.from), usize::try_from(request.to)) {
            (Ok(from), Ok(to)) if fits => Ok((open, from, to)),
            _ => Err(DeskError::bad_request(
                say::desk_too_many_rows(request.from, MOST_ROWS, request.to),
                say::desk_restart(),
            )),
        }
    }

    /// Reads from the mirror off the async threads; a damaged one is rebuilt, and the caller is told to ask again.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Mirror) -> Result<T, MirrorError> + Send + 'static,
    ) -> Result<T, DeskError> {
        let (number, mirror) = self.mirror_and_number();
        let result = blocking(move || work(&mirror)).await?;
        if matches!(result, Err(MirrorError::Damaged { .. })) {
            self.rebuild_mirror(number).await?;
        }
        Ok(result?)
    }

    pub(crate) async fn view_export(&self, request: ViewExport) -> Result<GridExported, DeskError> {
        let id = request.request_id.clone();
        self.once("view_export", &id, self.export(request)).await
    }

    async fn export(&self, request: ViewExport) -> Result<GridExported, DeskError> {
        let open = self.inner.views.get(request.view)?;
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
        let cancel = CancellationToken::new();
        self.jobs().insert(request.request_id.clone(), cancel.clone());
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
        self.jobs().remove(&request.request_id);
        let written: GridExported = written.flatten()?;
        self.inner.saved.keep(&request.request_id, &place);
        Ok(written)
    }

    pub(crate) fn jobs(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, CancellationToken>> {
        self.inner.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn job_cancel(&self, request: JobCancel) -> Result<Changed, DeskError> {
        let job = self.jobs().get(&request.job).cloned();
        if let Some(job) = &job {
            job.cancel();
        }
        Ok(Changed { changed: job.is_some() })
    }

    pub(crate) async fn layout_get(&self, request: LayoutGet) -> Result<Layout, DeskError> {
        let ledger = self.inner.ledger.clone();
        let (layout, everywhere) = blocking(move || ledger.layout_get(&request.grid, &request.license)).await??;
        Ok(Layout { layout, everywhere })
    }

    pub(crate) async fn layout_put(&self, request: LayoutPut) -> Result<LayoutKept, DeskError> {
        if request.layout.len() > MOST_LAYOUT || request.grid.len() > MOST_GRID {
            return Err(DeskError::bad_request(say::desk_layout_too_large(), say::desk_layout_too_large_next()));
        }
        // Putting the same layout twice is the same as once, so it needs no place among the remembered answers.
        let ledger = self.inner.ledger.clone();
        let LayoutPut { grid, license, layout, everywhere, .. } = request;
        let before = blocking(move || match everywhere {
            true => ledger.layout_put_everywhere(&grid, &layout),
            false => ledger.layout_put(&grid, &license, &layout).map(|()| Vec::new()),
        })
        .await??;
        let one = |KeptLayout { grid, license, layout }| LayoutBefore { grid, license, layout };
        Ok(LayoutKept { before: before.into_iter().map(one).collect() })
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

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_that_was_not_used_for_longest_goes_first() {
        let mut kept = Kept::default();
        let first = kept.add("the grid in sight");
        let second = kept.add("opened once and left");
        for _ in 2..KEPT {
            kept.add("one more");
        }
        assert_eq!(kept.get(first), Some("the grid in sight"));
        kept.add("one too many");
        assert_eq!(kept.get(first), Some("the grid in sight"), "old, but used");
        assert_eq!(kept.get(second), None);
        assert_eq!(kept.open.len(), KEPT);
        assert_eq!(kept.take(first), Some("the grid in sight"));
        assert_eq!(kept.get(first), None);
    }
}
