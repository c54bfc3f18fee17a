//! The columns of each grid: what the grid shows, and the SQL that sorts and filters by it, in one table.

use words::{Words, say};

use super::source::Source;
use super::spec::{Collection, Column, ColumnKind, PackageTab};
use crate::MirrorError;
use crate::table::transferred;

/// How a column's values are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stored {
    /// Text; empty is blank.
    Text,
    /// Millionths, with an exact text beside them where they do not fit.
    Amount,
    /// A plain integer.
    Count,
    /// 0 or 1.
    Flag,
    /// Several flags in one number, a bit each, as in [`FLAG_BITS`].
    Flags,
}

/// The flags of a package and the bit that each has in the column that shows them together. The greatest weighs most
/// in a sort: what is held comes before what is a sample.
pub(crate) const FLAG_BITS: [(&str, i64); 4] =
    [("hold", 8), ("testing_sample", 4), ("donation", 2), ("trade_sample", 1)];

/// A column, for the grid and for SQL.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Definition {
    pub(crate) id: &'static str,
    pub(crate) title: fn() -> Words,
    pub(crate) kind: ColumnKind,
    pub(crate) shown: bool,
    pub(crate) width: u16,
    /// The expression over the row `p`.
    pub(crate) sql: &'static str,
    pub(crate) stored: Stored,
}

impl Definition {
    /// What makes SQL put it in the order of people where it is no column of a table, which has that of its own.
    pub(crate) fn collation(&self) -> &'static str {
        match (self.stored, self.kind) {
            (Stored::Text, ColumnKind::Text | ColumnKind::Tags | ColumnKind::LabState) => " COLLATE ALIKE",
            (
                Stored::Text,
                ColumnKind::Tag
                | ColumnKind::Number
                | ColumnKind::Date
                | ColumnKind::Instant
                | ColumnKind::LocalTime
                | ColumnKind::Flag
                | ColumnKind::Flags,
            )
            | (Stored::Amount | Stored::Count | Stored::Flag | Stored::Flags, _) => "",
        }
    }
}

const fn text(id: &'static str, title: fn() -> Words, width: u16, sql: &'static str) -> Definition {
    Definition { id, title, kind: ColumnKind::Text, shown: true, width, sql, stored: Stored::Text }
}

const fn kind(kind: ColumnKind, column: Definition) -> Definition {
    Definition { kind, ..column }
}

const fn hidden(column: Definition) -> Definition {
    Definition { shown: false, ..column }
}

const fn stored(kind: ColumnKind, stored: Stored, column: Definition) -> Definition {
    Definition { kind, stored, ..column }
}

const fn flag(id: &'static str, title: fn() -> Words, sql: &'static str) -> Definition {
    hidden(stored(ColumnKind::Flag, Stored::Flag, text(id, title, 96, sql)))
}

const TAG: Definition = kind(ColumnKind::Tag, text("tag", say::reading_column_tag, 232, "p.tag"));
const SOURCE_HARVESTS: Definition =
    text("source_harvests", say::reading_column_source_harvests, 180, "p.source_harvests");
const SOURCE_PACKAGES: Definition =
    kind(ColumnKind::Tags, text("source_packages", say::reading_column_source_packages, 232, "p.source_packages"));
const LOCATION: Definition = text("location", say::reading_column_location, 150, "p.location");
const ITEM: Definition = text("item", say::reading_column_item, 280, "p.item");
const CATEGORY: Definition = text("category", say::reading_column_category, 180, "p.category");
const ITEM_STRAIN: Definition = text("item_strain", say::reading_column_item_strain, 150, "p.item_strain");
const QUANTITY: Definition =
    stored(ColumnKind::Number, Stored::Amount, text("quantity", say::reading_column_quantity, 116, "p.quantity"));
/// It stands behind the quantity; as a column of its own it is there for the state's order and for files.
const UNIT: Definition = hidden(text("unit", say::reading_column_unit, 70, "p.unit"));
const PRODUCTION_BATCH: Definition =
    text("production_batch", say::reading_column_production_batch, 160, "p.production_batch");
const LAB_TESTING: Definition =
    kind(ColumnKind::LabState, text("lab_testing", say::reading_column_lab_testing, 176, "p.lab_testing"));
const TRADE_SAMPLE: Definition = flag("trade_sample", say::reading_column_trade_sample, "p.trade_sample");
const DONATION: Definition = flag("donation", say::reading_column_donation, "p.donation");
const TESTING_SAMPLE: Definition = flag("testing_sample", say::reading_column_testing_sample, "p.testing_sample");
const HOLD: Definition = flag("hold", say::reading_column_hold, "p.hold");
const FLAGS: Definition = stored(
    ColumnKind::Flags,
    Stored::Flags,
    text(
        "flags",
        say::reading_column_flags,
        80,
        "(p.hold * 8 + p.testing_sample * 4 + p.donation * 2 + p.trade_sample)",
    ),
);
const PACKAGED_DATE: Definition =
    kind(ColumnKind::Date, text("packaged_date", say::reading_column_packaged_date, 120, "p.packaged_date"));
const PACKAGED_BY: Definition = text("packaged_by", say::reading_column_packaged_by, 240, "p.packaged_by");
const RECEIVED: Definition =
    kind(ColumnKind::Instant, text("received", say::reading_column_received, 206, "p.received"));
const RECEIVED_FROM: Definition = text("received_from", say::reading_column_received_from, 240, "p.received_from");
const FINISHED: Definition = kind(ColumnKind::Date, text("finished", say::reading_column_finished, 120, "p.finished"));
const MANIFEST: Definition = text("manifest", say::reading_column_manifest, 130, "p.manifest");
const RECIPIENT: Definition = text("recipient", say::reading_column_recipient, 240, "p.recipient");
const NOTE: Definition = hidden(text("note", say::reading_column_note, 240, "p.note"));
const LICENSE: Definition = hidden(text(
    "license",
    say::reading_column_license,
    150,
    "(SELECT l.number FROM license l WHERE l.id = p.license_id)",
));
const TRANSFERRED_PACKAGED_BY: Definition = Definition { sql: transferred::PACKAGED_BY, ..PACKAGED_BY };
const TRANSFERRED_PACKAGED_DATE: Definition = Definition { sql: transferred::PACKAGED_DATE, ..PACKAGED_DATE };
const TESTED: Definition = kind(ColumnKind::Date, text("tested", say::reading_column_tested, 120, "p.tested"));
const TESTS: Definition =
    stored(ColumnKind::Number, Stored::Count, text("tests", say::reading_column_tests, 80, "p.tests"));
const FAILED: Definition =
    stored(ColumnKind::Number, Stored::Count, text("failed", say::reading_column_failed, 100, "p.failed"));
const RESULT: Definition = text("result", say::reading_column_result, 120, "p.result");
const RELEASED: Definition =
    kind(ColumnKind::Instant, text("released", say::reading_column_released, 206, "p.released"));

const NUMBER: Definition = text("number", say::reading_column_manifest, 130, "p.number");
const TEMPLATE: Definition = text("number", say::reading_column_template, 220, "p.number");
const ORIGIN: Definition = text("other", say::reading_column_origin, 260, "p.other");
const DESTINATION: Definition = text("other", say::reading_column_destination, 260, "p.other");
const TRANSFER_TYPE: Definition = text("transfer_type", say::reading_column_transfer_type, 150, "p.transfer_type");
const TRANSPORTER: Definition = text("transporter", say::reading_column_transporter, 240, "p.transporter");
const DRIVER: Definition = text("driver", say::reading_column_driver, 150, "p.driver");
const VEHICLE: Definition = text("vehicle", say::reading_column_vehicle, 180, "p.vehicle");
const PACKAGES: Definition =
    stored(ColumnKind::Number, Stored::Count, text("packages", say::reading_column_packages, 90, "p.packages"));
const ACCEPTED: Definition = stored(
    ColumnKind::Number,
    Stored::Count,
    text("received_packages", say::reading_column_packages_received, 140, "p.received_packages"),
);
const STATE: Definition = text("state", say::reading_column_state, 130, "p.state");
const DEPARTS: Definition = kind(ColumnKind::LocalTime, text("departs", say::reading_column_departs, 206, "p.departs"));
const DEPARTED: Definition =
    kind(ColumnKind::Instant, text("departed", say::reading_column_departed, 206, "p.departed"));
const ARRIVES: Definition = kind(ColumnKind::LocalTime, text("arrives", say::reading_column_arrives, 206, "p.arrives"));
const ARRIVED: Definition =
    hidden(kind(ColumnKind::LocalTime, text("arrived", say::reading_column_arrived, 206, "p.arrived")));
const CREATED: Definition = kind(ColumnKind::Instant, text("created", say::reading_column_created, 206, "p.created"));
const CREATED_BY: Definition = text("created_by", say::reading_column_created_by, 150, "p.created_by");
const LAST_MODIFIED: Definition =
    hidden(kind(ColumnKind::Instant, text("last_modified", say::reading_column_last_modified, 206, "p.modified")));

/// What a package is told by at the counter, first: which, what, how much, where. Here a tab's own column follows.
const HELD_FIRST: [Definition; 4] = [TAG, ITEM, QUANTITY, LOCATION];

/// Then whether it may be sold, who packed it and when it came, and what is asked for less often.
const HELD_REST: [Definition; 18] = [
    LAB_TESTING,
    FLAGS,
    PACKAGED_BY,
    RECEIVED,
    ITEM_STRAIN,
    CATEGORY,
    RECEIVED_FROM,
    PACKAGED_DATE,
    PRODUCTION_BATCH,
    SOURCE_PACKAGES,
    SOURCE_HARVESTS,
    UNIT,
    TRADE_SAMPLE,
    DONATION,
    TESTING_SAMPLE,
    HOLD,
    NOTE,
    LICENSE,
];

/// What the state's list of transferred packages tells.
const TRANSFERRED: [Definition; 14] = [
    TAG,
    ITEM,
    QUANTITY,
    RECIPIENT,
    MANIFEST,
    LAB_TESTING,
    RECEIVED,
    TRANSFERRED_PACKAGED_BY,
    ITEM_STRAIN,
    CATEGORY,
    TRANSFERRED_PACKAGED_DATE,
    SOURCE_PACKAGES,
    SOURCE_HARVESTS,
    UNIT,
];

/// The bulletin's own column stands beside the item, in sight on every screen.
const LAB_SAMPLES: [Definition; 18] = [
    TAG,
    ITEM,
    ITEM_STRAIN,
    RESULT,
    TESTS,
    FAILED,
    TESTED,
    QUANTITY,
    LAB_TESTING,
    RELEASED,
    RECEIVED_FROM,
    CATEGORY,
    SOURCE_PACKAGES,
    PACKAGED_DATE,
    PACKAGED_BY,
    PRODUCTION_BATCH,
    UNIT,
    NOTE,
];

/// The order on the state's site (PRODUCT section 2).
const STATES_HELD: [Definition; 19] = [
    TAG,
    SOURCE_HARVESTS,
    SOURCE_PACKAGES,
    LOCATION,
    ITEM,
    CATEGORY,
    ITEM_STRAIN,
    QUANTITY,
    UNIT,
    PRODUCTION_BATCH,
    LAB_TESTING,
    TRADE_SAMPLE,
    DONATION,
    TESTING_SAMPLE,
    HOLD,
    PACKAGED_DATE,
    PACKAGED_BY,
    RECEIVED,
    RECEIVED_FROM,
];

const STATES_TRANSFERRED: [Definition; 14] = [
    TAG,
    SOURCE_HARVESTS,
    SOURCE_PACKAGES,
    ITEM,
    CATEGORY,
    ITEM_STRAIN,
    QUANTITY,
    UNIT,
    LAB_TESTING,
    TRANSFERRED_PACKAGED_DATE,
    TRANSFERRED_PACKAGED_BY,
    MANIFEST,
    RECIPIENT,
    RECEIVED,
];

/// The order of a manifest: which, whose, what, who brings it, how far it is, when.
const INCOMING: [Definition; 16] = [
    NUMBER,
    ORIGIN,
    TRANSFER_TYPE,
    STATE,
    PACKAGES,
    ACCEPTED,
    TRANSPORTER,
    DRIVER,
    VEHICLE,
    DEPARTS,
    DEPARTED,
    ARRIVES,
    ARRIVED,
    RECEIVED,
    CREATED,
    CREATED_BY,
];

const OUTGOING: [Definition; 16] = [
    NUMBER,
    DESTINATION,
    TRANSFER_TYPE,
    STATE,
    PACKAGES,
    ACCEPTED,
    TRANSPORTER,
    DRIVER,
    VEHICLE,
    DEPARTS,
    DEPARTED,
    ARRIVES,
    ARRIVED,
    RECEIVED,
    CREATED,
    CREATED_BY,
];

const TEMPLATES: [Definition; 11] = [
    TEMPLATE,
    DESTINATION,
    TRANSFER_TYPE,
    PACKAGES,
    TRANSPORTER,
    DRIVER,
    VEHICLE,
    DEPARTS,
    ARRIVES,
    CREATED,
    CREATED_BY,
];

/// The columns of a grid, in order.
pub(crate) fn definitions(collection: Collection, tab: Option<PackageTab>) -> Vec<Definition> {
    let parts: [&[Definition]; 3] = match (collection, tab.unwrap_or(PackageTab::Active)) {
        (Collection::LabSamples, _) => [&LAB_SAMPLES, &[], &[LICENSE]],
        (Collection::IncomingTransfers, _) => [&INCOMING, &[], &[LAST_MODIFIED, LICENSE]],
        (Collection::OutgoingTransfers | Collection::RejectedTransfers, _) => {
            [&OUTGOING, &[], &[LAST_MODIFIED, LICENSE]]
        }
        (Collection::TransferTemplates, _) => [&TEMPLATES, &[], &[LAST_MODIFIED, LICENSE]],
        (Collection::Packages, PackageTab::Transferred) => [&TRANSFERRED, &[], &[LICENSE]],
        (Collection::Packages, PackageTab::Inactive) => [&HELD_FIRST, &[FINISHED], &HELD_REST],
        (Collection::Packages, PackageTab::InTransit) => [&HELD_FIRST, &[MANIFEST], &HELD_REST],
        (Collection::Packages, PackageTab::Active | PackageTab::OnHold) => [&HELD_FIRST, &[], &HELD_REST],
    };
    parts.into_iter().flatten().copied().collect()
}

/// The columns of a grid, in the order that serves; the person's own license, notes, and what another column shows too
/// are hidden to begin with.
pub fn columns(collection: Collection, tab: Option<PackageTab>) -> Vec<Column> {
    definitions(collection, tab)
        .into_iter()
        .map(|column| Column {
            id: column.id.to_owned(),
            title: (column.title)().to_string(),
            kind: column.kind,
            shown: column.shown,
            width: column.width,
        })
        .collect()
}

/// The ids of the columns that the state's site shows, in its order; none where Trackside keeps that order itself.
pub fn states_order(collection: Collection, tab: Option<PackageTab>) -> Vec<String> {
    let parts: [&[Definition]; 2] = match (collection, tab.unwrap_or(PackageTab::Active)) {
        (Collection::Packages, PackageTab::Transferred) => [&STATES_TRANSFERRED, &[]],
        (Collection::Packages, PackageTab::Inactive) => [&STATES_HELD, &[FINISHED]],
        (Collection::Packages, PackageTab::InTransit) => [&STATES_HELD, &[MANIFEST]],
        (Collection::Packages, PackageTab::Active | PackageTab::OnHold) => [&STATES_HELD, &[]],
        (
            Collection::LabSamples
            | Collection::IncomingTransfers
            | Collection::OutgoingTransfers
            | Collection::RejectedTransfers
            | Collection::TransferTemplates,
            _,
        ) => [&[], &[]],
    };
    parts.into_iter().flatten().map(|column| column.id.to_owned()).collect()
}

/// One column of a source.
pub(crate) fn find(source: &Source, id: &str) -> Result<Definition, MirrorError> {
    definitions(source.collection, source.tab)
        .into_iter()
        .find(|column| column.id == id)
        .ok_or_else(|| MirrorError::UnknownColumn(id.to_owned()))
}
