//! Transfers and templates: four lists of one table, each a grid.

use rules::LicenseNumber;
use words::say;

use super::columns::{Definition, LICENSE, RECEIVED, column, count};
use super::row::grid_row;
use super::{Collection, ColumnKind, Grid, GridTable, Kept, Order, Tags};
use crate::transfer::{TransferList, TransferState};

/// A manifest has no tag of its own; it is found by those that it carries.
pub(crate) static TRANSFER: GridTable = GridTable {
    name: "transfer",
    words: "transfer_words",
    key: "transfer_id",
    order: Order::Newest("last_modified"),
    sorted: &[&["number"], &["last_modified"]],
    amounts: &[],
    shared: &[],
    short: &["number", "other", "transporter", "driver", "vehicle"],
    looked_in: &[],
    days: &[
        ("departs", Kept::Local),
        ("arrives", Kept::Local),
        ("arrived", Kept::Local),
        ("departed", Kept::Instant),
        ("received", Kept::Instant),
        ("created", Kept::Instant),
    ],
    tags: Tags::Carried(
        "EXISTS (SELECT 1 FROM transfer_detail d JOIN transfer_package k ON k.detail_id = d.id
            WHERE d.license_id = p.license_id AND d.template = (p.list = 4) AND d.transfer_id = p.transfer_id
            AND instr(k.tag, ?1) > 0)",
    ),
    fields: &[("stage", "p.state"), ("template_id", "nullif(p.template_id, 0)")],
};

const NUMBER: Definition = column!(number, reading_column_manifest, 130);
const TEMPLATE: Definition = NUMBER.titled(say::reading_column_template).wide(220);
const ORIGIN: Definition = column!(other, reading_column_origin, 260);
const DESTINATION: Definition = ORIGIN.titled(say::reading_column_destination);
const TRANSFER_TYPE: Definition = column!(transfer_type, reading_column_transfer_type, 150);
const TRANSPORTER: Definition = column!(transporter, reading_column_transporter, 240);
const DRIVER: Definition = column!(driver, reading_column_driver, 150);
const VEHICLE: Definition = column!(vehicle, reading_column_vehicle, 180);
const PACKAGES: Definition = count!(packages, reading_column_packages, 90);
const ACCEPTED: Definition = count!(received_packages, reading_column_packages_received, 140);
const STATE: Definition = column!(state, reading_column_state, 130);
const DEPARTS: Definition = column!(departs, reading_column_departs, 206).reads(ColumnKind::LocalTime);
const DEPARTED: Definition = column!(departed, reading_column_departed, 206).reads(ColumnKind::Instant);
const ARRIVES: Definition = column!(arrives, reading_column_arrives, 206).reads(ColumnKind::LocalTime);
const ARRIVED: Definition = column!(arrived, reading_column_arrived, 206).reads(ColumnKind::LocalTime).hidden();
const CREATED: Definition = column!(created, reading_column_created, 206).reads(ColumnKind::Instant);
const CREATED_BY: Definition = column!(created_by, reading_column_created_by, 150);
const LAST_MODIFIED: Definition =
    column!(last_modified, reading_column_last_modified, 206).reads(ColumnKind::Instant).told_by("p.modified").hidden();

/// The order of a manifest: which, whose, here a list's own column; then what, who brings it, how far it is, when.
const REST: &[Definition] = &[
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
    LAST_MODIFIED,
    LICENSE,
];

const TEMPLATE_COLUMNS: &[Definition] = &[
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
    LAST_MODIFIED,
    LICENSE,
];

const fn grid(
    collection: Collection,
    list: TransferList,
    name: &'static str,
    columns: &'static [&'static [Definition]],
) -> Grid {
    Grid { collection, tab: None, table: &TRANSFER, list: Some(list.code()), name, columns, states_order: &[] }
}

pub(super) static INCOMING: [Grid; 1] =
    [grid(Collection::IncomingTransfers, TransferList::Incoming, "incoming_transfers", &[&[NUMBER, ORIGIN], REST])];

pub(super) static OUTGOING: [Grid; 1] = [grid(
    Collection::OutgoingTransfers,
    TransferList::Outgoing,
    "outgoing_transfers",
    &[&[NUMBER, DESTINATION], REST],
)];

pub(super) static REJECTED: [Grid; 1] = [grid(
    Collection::RejectedTransfers,
    TransferList::Rejected,
    "rejected_transfers",
    &[&[NUMBER, DESTINATION], REST],
)];

pub(super) static TEMPLATES: [Grid; 1] =
    [grid(Collection::TransferTemplates, TransferList::Template, "transfer_templates", &[TEMPLATE_COLUMNS])];

impl TransferList {
    /// The grid that shows the list.
    pub fn collection(self) -> Collection {
        match self {
            Self::Incoming => Collection::IncomingTransfers,
            Self::Outgoing => Collection::OutgoingTransfers,
            Self::Rejected => Collection::RejectedTransfers,
            Self::Template => Collection::TransferTemplates,
        }
    }

    /// The list that a grid shows; none for other grids.
    pub fn of_collection(collection: Collection) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.collection() == collection)
    }
}

grid_row! {
    /// One transfer or template as the four transfer grids show it.
    pub struct TransferRow {
        /// The mirror's own row id.
        pub row: i64,
        /// In whose books.
        pub license: LicenseNumber,
        /// The state's id of the transfer or template.
        pub transfer_id: i64,
        /// The manifest's number, or a template's name.
        pub number: String,
        /// The transfer type's name; of outgoing ones empty until their deliveries were read.
        pub transfer_type: String,
        /// License and name of the other side: who sends what comes in, who gets what goes out.
        pub other: String,
        /// The other side's license number alone.
        pub other_license: String,
        /// The other side's name alone.
        pub other_name: String,
        /// License and name of who carries it.
        pub transporter: String,
        /// The driver's name.
        pub driver: String,
        /// Make, model and plate.
        pub vehicle: String,
        /// How many packages.
        pub packages: i64,
        /// How many of these were accepted.
        pub received_packages: i64,
        /// The words of [`TransferRow::stage`]; blank for a template.
        pub state: String,
        /// How far it is; none for a template.
        pub stage: Option<TransferState>,
        /// Planned departure in the facility's own time, `2026-11-24T09:30:00`.
        pub departs: String,
        /// When it left, RFC 3339 in UTC.
        pub departed: String,
        /// Planned arrival in the facility's own time.
        pub arrives: String,
        /// When it arrived, in the facility's own time.
        pub arrived: String,
        /// When it was received, RFC 3339 in UTC.
        pub received: String,
        /// When it was made, RFC 3339 in UTC.
        pub created: String,
        /// Who made it.
        pub created_by: String,
        /// The template of which the manifest was made, where the state says so.
        pub template_id: Option<i64>,
        /// `LastModified`, RFC 3339 in UTC.
        pub last_modified: String,
    }
}
