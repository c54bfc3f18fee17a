//! What grids and the change feed read.

use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::{Map, Value};

use crate::collection::{Definition, GridRow, GridTable, LAB_SAMPLE, PACKAGE, TRANSFER, TRANSFERRED};
use crate::interrupt::Interrupt;
use crate::table::{change, lab_test, license};
use crate::view::{
    self, Collection, Column, LabSampleRow, LabTestRow, ListCount, PackageRow, PackageTab, TransferRow, UnitTotal,
    View, ViewSpec,
};
use crate::{Changes, Mirror, MirrorError};

impl Mirror {
    /// Opens a view: takes a snapshot of the row ids that a question has, in their order.
    ///
    /// Search: each word must be somewhere in the row. Words of three characters or more are found anywhere inside
    /// tag (in source packages: whole tag or a part of its last nine characters), item, strain, category, location,
    /// production batch, note, source harvests, received from, manifest and recipient; shorter ones at the beginnings
    /// of the words of item, category, strain and location. Of packages and samples Packaged By and the lab testing state
    /// are looked through too, in the person's language; a day as it is read or typed finds the rows of that day, and a
    /// number its quantity, with its unit or with two figures. Transfers are found by manifest number, template name,
    /// invoice, licenses and names, driver, vehicle, and by the tags and items that they carry.
    ///
    /// # Errors
    /// [`MirrorError::NoLicense`], [`MirrorError::UnknownColumn`], [`MirrorError::BadFilter`] for a question that
    /// makes no sense; [`MirrorError::Interrupted`] once `cancel` is used.
    pub fn open_view(&self, spec: &ViewSpec, cancel: &Interrupt) -> Result<View, MirrorError> {
        self.read(|db| cancel.during(db, || view::open(db, &self.0.views, spec, cancel)))
    }

    /// Rows of a packages view from one position to before another, at most 1,000; none in place of a package that is
    /// gone since. Positions past the end are cut off.
    ///
    /// # Errors
    /// [`MirrorError::BadWindow`]; [`MirrorError::WrongCollection`] for another kind of view.
    pub fn package_rows(&self, view: &View, from: usize, to: usize) -> Result<Vec<Option<PackageRow>>, MirrorError> {
        self.rows_of(&[&PACKAGE, &TRANSFERRED], view, from, to)
    }

    /// Rows of a lab samples view, as [`Mirror::package_rows`].
    ///
    /// # Errors
    /// [`MirrorError::BadWindow`]; [`MirrorError::WrongCollection`] for another kind of view.
    pub fn lab_sample_rows(
        &self,
        view: &View,
        from: usize,
        to: usize,
    ) -> Result<Vec<Option<LabSampleRow>>, MirrorError> {
        self.rows_of(&[&LAB_SAMPLE], view, from, to)
    }

    /// Rows of a view of transfers or templates, as [`Mirror::package_rows`].
    ///
    /// # Errors
    /// [`MirrorError::BadWindow`]; [`MirrorError::WrongCollection`] for another kind of view.
    pub fn transfer_rows(&self, view: &View, from: usize, to: usize) -> Result<Vec<Option<TransferRow>>, MirrorError> {
        self.rows_of(&[&TRANSFER], view, from, to)
    }

    /// Rows of any view, as [`Mirror::package_rows`], each an object: `row`, `license`, the state's own id of the record
    /// by the name of its column, and each of the grid's columns by its id. Texts are blank where there is nothing,
    /// quantities exact decimal text.
    ///
    /// # Errors
    /// [`MirrorError::BadWindow`].
    pub fn rows(&self, view: &View, from: usize, to: usize) -> Result<Vec<Option<Map<String, Value>>>, MirrorError> {
        let grid = view.source.grid;
        self.window(view, from, to, &grid.row_by_id(grid.fields()), |row| grid.values(row))
    }

    /// Rows with a type of their own, of views of these tables.
    fn rows_of<R: GridRow>(
        &self,
        tables: &[&GridTable],
        view: &View,
        from: usize,
        to: usize,
    ) -> Result<Vec<Option<R>>, MirrorError> {
        let grid = view.source.grid;
        if !tables.iter().any(|table| table.name == grid.table.name) {
            return Err(MirrorError::WrongCollection);
        }
        self.window(view, from, to, &grid.row_by_id(R::FIELDS.iter().copied()), R::read)
    }

    fn window<T>(
        &self,
        view: &View,
        from: usize,
        to: usize,
        by_id: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<Option<T>>, MirrorError> {
        let window = view.window(from, to)?;
        self.read(|db: &Connection| {
            let mut query = db.prepare_cached(by_id)?;
            let mut rows = Vec::with_capacity(window.len());
            for row in window {
                rows.push(query.query_row([row], &read).optional()?);
            }
            Ok(rows)
        })
    }

    /// Quantity by unit over a whole view, most rows first; transfers have none.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn totals(&self, view: &View) -> Result<Vec<UnitTotal>, MirrorError> {
        self.read(|db| view::totals(db, view))
    }

    /// How many rows each list of these licenses has when nothing narrows it, counted at one moment.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn list_counts(&self, licenses: &[LicenseNumber]) -> Result<Vec<ListCount>, MirrorError> {
        self.read(|db| view::Source::counts(db, licenses))
    }

    /// The tests of a sample, failed ones first, then by name; none when the sample is not known.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn lab_tests(&self, license: &LicenseNumber, package_id: i64) -> Result<Vec<LabTestRow>, MirrorError> {
        self.read(|db| match license::id(db, license)? {
            Some(id) => lab_test::of_sample(db, id, package_id),
            None => Ok(Vec::new()),
        })
    }

    /// The columns of a grid, in the order that serves; the person's own license, notes, and what another column shows too
    /// are hidden to begin with. The same declaration makes the SQL that sorts and filters by them.
    pub fn columns(collection: Collection, tab: Option<PackageTab>) -> Vec<Column> {
        collection.grid(tab).columns().map(Definition::shown_as).collect()
    }

    /// The ids of the columns that the state's site shows, in its order; none where Trackside keeps that order itself.
    pub fn states_order(collection: Collection, tab: Option<PackageTab>) -> Vec<String> {
        collection.grid(tab).states_order().map(str::to_owned).collect()
    }

    /// What a grid is called where it has a name, for example `packages_active`: the same as the list that sync reads for it.
    pub fn grid_name(collection: Collection, tab: Option<PackageTab>) -> &'static str {
        collection.grid(tab).name
    }

    /// The change feed's position.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn revision(&self) -> Result<i64, MirrorError> {
        self.read(change::revision)
    }

    /// What changed after a revision.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub fn changes_since(&self, revision: i64) -> Result<Changes, MirrorError> {
        self.read(|db| change::since(db, revision))
    }
}
