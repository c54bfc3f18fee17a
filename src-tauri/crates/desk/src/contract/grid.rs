//! Grids: columns, views, rows, totals, export, remembered layout.

use mirror::view::{Collection, Column, LabSampleRow, LabTestRow, PackageRow, PackageTab, UnitTotal};
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::RowPending;

/// `columns`: which columns a grid has.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Columns {
    /// Which grid.
    pub collection: Collection,
    /// Which tab; packages only.
    pub tab: Option<PackageTab>,
}

/// The columns, in the order that serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnsList {
    /// The columns.
    pub columns: Vec<Column>,
    /// The ids of those that the state's site shows, in its order; none where the grid has that order already.
    pub states_order: Vec<String>,
}

/// An open view. Views live until closed, replaced or the app ends; a page reload leaves none it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct ViewId {
    /// The number given by `view_open`.
    pub view: i64,
}

/// `view_open`'s answer; its request is a `ViewSpec`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ViewOpened {
    /// The view's number.
    pub view: i64,
    /// How many rows it has.
    pub rows: i64,
    /// How many rows the same tab and licenses have without search and filters.
    pub of: i64,
    /// The change feed's position that it shows.
    pub revision: i64,
}

/// `view_rows`, `package_rows`, `lab_sample_rows` and `transfer_rows`: a window of a view. Rows that are gone since leave no gap in the numbering:
/// they come back as `null`.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ViewRows {
    /// The view.
    pub view: i64,
    /// First position, from 0.
    pub from: i64,
    /// Position after the last; at most 1,000 rows a call.
    pub to: i64,
}

/// Rows of any grid, by its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ViewRecords {
    /// One a position; `null` where the record left the mirror meanwhile. Beside the columns by their ids: `row`, `license`,
    /// and the state's own id of the record by the name that it has there.
    #[ts(type = "Array<{ row: number; license: string; [column: string]: string | number | boolean | null } | null>")]
    pub rows: Vec<Option<Map<String, Value>>>,
}

/// Rows of the packages grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageRows {
    /// One a position; `null` where the package left the mirror meanwhile.
    pub rows: Vec<Option<PackageRow>>,
    /// What waits in the outbox for these rows; most rows have nothing.
    pub pending: Vec<RowPending>,
}

/// Rows of the lab samples grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabSampleRows {
    /// One a position; `null` where the sample left the mirror meanwhile.
    pub rows: Vec<Option<LabSampleRow>>,
}

/// `lab_sample_tests`: the tests of one sample.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LabSampleTests {
    /// In whose books.
    pub license: LicenseNumber,
    /// The sample's package id.
    pub package_id: i64,
}

/// The tests, failed ones first, then by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabTestRows {
    /// The tests.
    pub tests: Vec<LabTestRow>,
}

/// `view_totals`' answer: quantity by unit over the whole view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Totals {
    /// One a unit, most rows first.
    pub totals: Vec<UnitTotal>,
}

/// The forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Comma-separated, UTF-8 with a mark, CRLF.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// `view_export`: asks the person where, then writes exactly what is shown. Progress comes as events of job
/// `request_id`; `job_cancel` stops it and leaves no file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewExport {
    /// Made by the page, unique; also the job's name.
    pub request_id: String,
    /// The view.
    pub view: i64,
    /// Column ids in the order shown; empty is an error.
    pub columns: Vec<String>,
    /// Which form.
    pub format: ExportFormat,
    /// These rows alone, by their ids: the view's in its order, then those that the view does not have any more. Absent
    /// for all of the view; empty is an error.
    pub rows: Option<Vec<i64>>,
}

/// What was written to a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewExported {
    /// The file's name, without its folder; absent when the person put the dialog away.
    pub file: Option<String>,
    /// Rows written.
    pub rows: i64,
}

/// What `view_export` did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GridExported {
    /// The file's name, without its folder; absent when the person put the dialog away.
    pub file: Option<String>,
    /// Rows written.
    pub rows: i64,
    /// How many of these are of packages for which a report is not recorded yet: the file has what the state has.
    pub pending: i64,
    /// The first cells of a workbook whose text is longer than Excel allows and was cut there, in the file's order.
    pub cut: Vec<CutCell>,
    /// How many such cells there are in all.
    pub cut_in_all: i64,
}

/// A cell that holds less than the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CutCell {
    /// Where it stands in the workbook, for example `D17`.
    pub cell: String,
    /// The heading of its column.
    pub column: String,
}

/// How a saved file is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SavedBy {
    /// By the system's program for it.
    Program,
    /// In its folder.
    Folder,
}

/// `saved_show`: shows a file that was saved since the app was started.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SavedShow {
    /// The `request_id` of the command that saved it: the page names no paths.
    pub saved: String,
    /// How.
    pub by: SavedBy,
}

/// `job_cancel`: stops a long job.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct JobCancel {
    /// The job's name.
    pub job: String,
}

/// `layout_get`: how the person left a grid.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LayoutGet {
    /// Which grid, for example `packages.active`.
    pub grid: String,
    /// The license it is remembered for; the first of several.
    pub license: LicenseNumber,
}

/// `layout_put`: remembers it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LayoutPut {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which grid, at most 64 bytes.
    pub grid: String,
    /// For which license.
    pub license: LicenseNumber,
    /// The page's own text, at most 64 KiB; empty forgets it.
    pub layout: String,
    /// For every license and for every tab of this kind of grid as well: what was remembered for these is forgotten.
    pub everywhere: bool,
}

/// That it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LayoutKept {
    /// What must be put for all to be as it was, where it was put everywhere; else empty.
    pub before: Vec<LayoutBefore>,
}

/// A layout that another has replaced: put as it stands here, it is remembered again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LayoutBefore {
    /// Which grid; a kind of grid where it was for everywhere.
    pub grid: String,
    /// For which license; empty where it was for everywhere.
    pub license: LicenseNumber,
    /// The page's own text; empty where there was none.
    pub layout: String,
}

/// A remembered layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Layout {
    /// The page's own text; absent when nothing is remembered.
    pub layout: Option<String>,
    /// What was put for this kind of grid everywhere, of whichever tab; absent when nothing was.
    pub everywhere: Option<String>,
}
