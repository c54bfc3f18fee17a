//! What grids and the change feed read.

use rules::LicenseNumber;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::interrupt::Interrupt;
use crate::table::{change, lab_sample, lab_test, license, package, transfer, transferred};
use crate::transfer::TransferList;
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
        match (view.source.collection, view.source.tab) {
            (Collection::Packages, Some(PackageTab::Transferred)) => {
                self.rows(view, from, to, &transferred::row_by_id(), transferred::row)
            }
            (Collection::Packages, _) => self.rows(view, from, to, package::ROW_BY_ID, package::row),
            _ => Err(MirrorError::WrongCollection),
        }
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
        match view.source.collection {
            Collection::LabSamples => self.rows(view, from, to, lab_sample::ROW_BY_ID, lab_sample::row),
            _ => Err(MirrorError::WrongCollection),
        }
    }

    /// Rows of a view of transfers or templates, as [`Mirror::package_rows`].
    ///
    /// # Errors
    /// [`MirrorError::BadWindow`]; [`MirrorError::WrongCollection`] for another kind of view.
    pub fn transfer_rows(&self, view: &View, from: usize, to: usize) -> Result<Vec<Option<TransferRow>>, MirrorError> {
        match TransferList::of_collection(view.source.collection) {
            Some(_) => self.rows(view, from, to, transfer::ROW_BY_ID, transfer::row),
            None => Err(MirrorError::WrongCollection),
        }
    }

    fn rows<T>(
        &self,
        view: &View,
        from: usize,
        to: usize,
        by_id: &str,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<Option<T>>, MirrorError> {
        let window = view.window(from, to)?;
        self.read(|db: &Connection| {
            let mut query = db.prepare_cached(by_id)?;
            let mut rows = Vec::with_capacity(window.len());
            for row in window {
                rows.push(query.query_row([row], read).optional()?);
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

    /// The columns of a grid, in order; the same table makes the SQL that sorts and filters by them.
    pub fn columns(collection: Collection, tab: Option<PackageTab>) -> Vec<Column> {
        view::columns(collection, tab)
    }

    /// The ids of the columns that the state's site shows, in its order; none where Trackside keeps that order itself.
    pub fn states_order(collection: Collection, tab: Option<PackageTab>) -> Vec<String> {
        view::states_order(collection, tab)
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
