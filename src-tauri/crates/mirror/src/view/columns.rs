//! The columns of each grid: what the grid shows, and the SQL that sorts and filters by it, in one table.

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
}

/// A column, for the grid and for SQL.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Definition {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) kind: ColumnKind,
    pub(crate) shown: bool,
    pub(crate) width: u16,
    /// The expression over the row `p`.
    pub(crate) sql: &'static str,
    pub(crate) stored: Stored,
}

const fn text(id: &'static str, title: &'static str, width: u16, sql: &'static str) -> Definition {
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

const fn flag(id: &'static str, title: &'static str, sql: &'static str) -> Definition {
    stored(ColumnKind::Flag, Stored::Flag, text(id, title, 96, sql))
}

const TAG: Definition = kind(ColumnKind::Tag, text("tag", "Tag", 232, "p.tag"));
const SOURCE_HARVESTS: Definition = text("source_harvests", "Source Harvests", 180, "p.source_harvests");
const SOURCE_PACKAGES: Definition =
    kind(ColumnKind::Tags, text("source_packages", "Source Packages", 232, "p.source_packages"));
const LOCATION: Definition = text("location", "Location", 150, "p.location");
const ITEM: Definition = text("item", "Item", 240, "p.item");
const CATEGORY: Definition = text("category", "Category", 180, "p.category");
const ITEM_STRAIN: Definition = text("item_strain", "Item Strain", 150, "p.item_strain");
const QUANTITY: Definition =
    stored(ColumnKind::Number, Stored::Amount, text("quantity", "Quantity", 110, "p.quantity"));
const UNIT: Definition = text("unit", "Unit", 70, "p.unit");
const PRODUCTION_BATCH: Definition = text("production_batch", "Production Batch No.", 160, "p.production_batch");
const LAB_TESTING: Definition = kind(ColumnKind::LabState, text("lab_testing", "Lab Testing", 150, "p.lab_testing"));
const TRADE_SAMPLE: Definition = flag("trade_sample", "Trade Sample", "p.trade_sample");
const DONATION: Definition = flag("donation", "Donation", "p.donation");
const TESTING_SAMPLE: Definition = flag("testing_sample", "Testing Sample", "p.testing_sample");
const HOLD: Definition = flag("hold", "Hold", "p.hold");
const PACKAGED_DATE: Definition =
    kind(ColumnKind::Date, text("packaged_date", "Packaged Date", 120, "p.packaged_date"));
const PACKAGED_BY: Definition = text("packaged_by", "Packaged By", 240, "p.packaged_by");
const RECEIVED: Definition = kind(ColumnKind::Instant, text("received", "Received", 190, "p.received"));
const RECEIVED_FROM: Definition = text("received_from", "Received From", 240, "p.received_from");
const FINISHED: Definition = kind(ColumnKind::Date, text("finished", "Finished", 120, "p.finished"));
const MANIFEST: Definition = text("manifest", "Manifest No.", 130, "p.manifest");
const RECIPIENT: Definition = text("recipient", "Recipient", 240, "p.recipient");
const NOTE: Definition = hidden(text("note", "Note", 240, "p.note"));
const LICENCE: Definition =
    hidden(text("licence", "Licence", 150, "(SELECT l.number FROM licence l WHERE l.id = p.licence_id)"));
const TRANSFERRED_PACKAGED_BY: Definition = Definition { sql: transferred::PACKAGED_BY, ..PACKAGED_BY };
const TRANSFERRED_PACKAGED_DATE: Definition = Definition { sql: transferred::PACKAGED_DATE, ..PACKAGED_DATE };
const TESTED: Definition = kind(ColumnKind::Date, text("tested", "Tested", 120, "p.tested"));
const TESTS: Definition = stored(ColumnKind::Number, Stored::Count, text("tests", "Tests", 80, "p.tests"));
const FAILED: Definition = stored(ColumnKind::Number, Stored::Count, text("failed", "Failed Tests", 100, "p.failed"));
const RESULT: Definition = text("result", "Result", 120, "p.result");
const RELEASED: Definition = kind(ColumnKind::Instant, text("released", "Released", 190, "p.released"));

const NUMBER: Definition = text("number", "Manifest No.", 130, "p.number");
const TEMPLATE: Definition = text("number", "Template", 220, "p.number");
const ORIGIN: Definition = text("other", "Origin", 260, "p.other");
const DESTINATION: Definition = text("other", "Destination", 260, "p.other");
const TRANSFER_TYPE: Definition = text("transfer_type", "Type", 150, "p.transfer_type");
const TRANSPORTER: Definition = text("transporter", "Transporter", 240, "p.transporter");
const DRIVER: Definition = text("driver", "Driver", 150, "p.driver");
const VEHICLE: Definition = text("vehicle", "Vehicle", 180, "p.vehicle");
const PACKAGES: Definition = stored(ColumnKind::Number, Stored::Count, text("packages", "Packages", 90, "p.packages"));
const ACCEPTED: Definition = stored(
    ColumnKind::Number,
    Stored::Count,
    text("received_packages", "Packages Received", 140, "p.received_packages"),
);
const STATE: Definition = text("state", "State", 130, "p.state");
const DEPARTS: Definition = kind(ColumnKind::LocalTime, text("departs", "Planned Departure", 190, "p.departs"));
const DEPARTED: Definition = kind(ColumnKind::Instant, text("departed", "Departed", 190, "p.departed"));
const ARRIVES: Definition = kind(ColumnKind::LocalTime, text("arrives", "Planned Arrival", 190, "p.arrives"));
const ARRIVED: Definition = hidden(kind(ColumnKind::LocalTime, text("arrived", "Arrived", 190, "p.arrived")));
const CREATED: Definition = kind(ColumnKind::Instant, text("created", "Created", 190, "p.created"));
const CREATED_BY: Definition = text("created_by", "Created By", 150, "p.created_by");
const LAST_MODIFIED: Definition =
    hidden(kind(ColumnKind::Instant, text("last_modified", "Last Modified", 190, "p.modified")));

/// The state site's order (PRODUCT section 2).
const HELD: [Definition; 19] = [
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

/// What the state's list of transferred packages tells.
const TRANSFERRED: [Definition; 14] = [
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

const LAB_SAMPLES: [Definition; 18] = [
    TAG,
    SOURCE_PACKAGES,
    ITEM,
    CATEGORY,
    ITEM_STRAIN,
    QUANTITY,
    UNIT,
    LAB_TESTING,
    TESTED,
    TESTS,
    FAILED,
    RESULT,
    RELEASED,
    PACKAGED_DATE,
    PACKAGED_BY,
    RECEIVED_FROM,
    PRODUCTION_BATCH,
    NOTE,
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
    let (columns, more): (&[Definition], &[Definition]) = match (collection, tab.unwrap_or(PackageTab::Active)) {
        (Collection::LabSamples, _) => (&LAB_SAMPLES, &[LICENCE]),
        (Collection::IncomingTransfers, _) => (&INCOMING, &[LAST_MODIFIED, LICENCE]),
        (Collection::OutgoingTransfers | Collection::RejectedTransfers, _) => (&OUTGOING, &[LAST_MODIFIED, LICENCE]),
        (Collection::TransferTemplates, _) => (&TEMPLATES, &[LAST_MODIFIED, LICENCE]),
        (Collection::Packages, PackageTab::Transferred) => (&TRANSFERRED, &[LICENCE]),
        (Collection::Packages, PackageTab::Inactive) => (&HELD, &[FINISHED, NOTE, LICENCE]),
        (Collection::Packages, PackageTab::InTransit) => (&HELD, &[MANIFEST, NOTE, LICENCE]),
        (Collection::Packages, PackageTab::Active | PackageTab::OnHold) => (&HELD, &[NOTE, LICENCE]),
    };
    columns.iter().chain(more).copied().collect()
}

/// The columns of a grid, in the state site's order; the person's own licence and notes are hidden to begin with.
pub fn columns(collection: Collection, tab: Option<PackageTab>) -> Vec<Column> {
    definitions(collection, tab)
        .into_iter()
        .map(|column| Column {
            id: column.id.to_owned(),
            title: column.title.to_owned(),
            kind: column.kind,
            shown: column.shown,
            width: column.width,
        })
        .collect()
}

/// One column of a source.
pub(crate) fn find(source: &Source, id: &str) -> Result<Definition, MirrorError> {
    definitions(source.collection, source.tab)
        .into_iter()
        .find(|column| column.id == id)
        .ok_or_else(|| MirrorError::UnknownColumn(id.to_owned()))
}
