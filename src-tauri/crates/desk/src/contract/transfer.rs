//! Transfers that the state holds: their packages, their manifest, and the check list for receiving.

use mirror::view::TransferRow;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DeskError, Fact, TagAnswer, TagQuestion};

/// Rows of a grid of transfers or templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferRows {
    /// One a position; `null` where the transfer left the mirror meanwhile.
    pub rows: Vec<Option<TransferRow>>,
}

/// The lists of transfers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferList {
    /// To this license.
    Incoming,
    /// From this license.
    Outgoing,
    /// Rejected by the other side.
    Rejected,
    /// Templates.
    Templates,
}

/// `transfer_detail`: everything about a transfer or template. Reads it from the state when the local copy has only the
/// head.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct TransferFind {
    /// In whose books.
    pub license: LicenseNumber,
    /// In which list.
    pub list: TransferList,
    /// The state's id.
    pub id: i64,
    /// The person asks the state again: also where that has just failed.
    #[ts(optional)]
    pub again: Option<bool>,
}

/// A transfer with everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDetail {
    /// The state's id.
    pub id: i64,
    /// The manifest's number, or the template's name.
    pub title: String,
    /// Lines of the head: words and value, for example `Departure (planned)`.
    pub facts: Vec<Fact>,
    /// When and by whom each step was, oldest first.
    pub steps: Vec<TransferStep>,
    /// Its deliveries; in California one.
    pub deliveries: Vec<TransferDelivery>,
    /// Why its packages are not shown; absent when they are.
    pub missing: Option<DeskError>,
    /// Whether it has a manifest that can be saved.
    pub has_manifest: bool,
}

/// One step of a transfer's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferStep {
    /// For example `Departed`.
    pub title: String,
    /// RFC 3339; absent where it has not come to that.
    pub at: Option<String>,
    /// By whom; may be empty.
    pub by: String,
    /// Whether it is no good one: refused, in whole or in part, or voided.
    pub bad: bool,
}

/// One delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDelivery {
    /// The state's id.
    pub id: i64,
    /// To whom.
    pub recipient: String,
    /// Lines of it.
    pub facts: Vec<Fact>,
    /// Transporters with driver and vehicle, one a line.
    pub transporters: Vec<String>,
    /// Its packages.
    pub packages: Vec<TransferPackage>,
}

/// One package of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferPackage {
    /// Its tag.
    pub tag: String,
    /// Item name.
    pub item: String,
    /// Product category.
    pub category: String,
    /// Strain.
    pub strain: String,
    /// Shipped, exact decimal text with the unit's abbreviation.
    pub shipped: String,
    /// Received, exact decimal text with the unit's abbreviation; empty until then.
    pub received: String,
    /// Gross weight with its unit; may be empty.
    pub gross_weight: String,
    /// The shipper's wholesale price; may be empty.
    pub shipper_price: String,
    /// The receiver's wholesale price; may be empty.
    pub receiver_price: String,
    /// The words of the lab testing state.
    pub lab_testing: String,
    /// `Shipped`, `Accepted`, `Rejected`, `Returned`.
    pub state: String,
}

/// `manifest_save`: the state's manifest as PDF.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ManifestSave {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which transfer.
    pub transfer: TransferFind,
    /// Opens it in the system's viewer instead of asking where to save. A manifest read before is there offline.
    pub open: bool,
}

/// `receiving_open`: the check list of an incoming transfer, made when there is none.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceivingOpen {
    /// Made by the page, unique.
    pub request_id: String,
    /// In whose books.
    pub license: LicenseNumber,
    /// The state's id of the incoming transfer.
    pub transfer: i64,
}

/// A check list for receiving: a local record; nothing is reported by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Receiving {
    /// Its number.
    pub receiving: i64,
    /// The manifest's number.
    pub manifest: String,
    /// From whom.
    pub sender: String,
    /// Expected packages, in the manifest's order.
    pub lines: Vec<ReceivingLine>,
    /// Scanned and not on the manifest.
    pub extra: Vec<ReceivingExtra>,
    /// How many are expected.
    pub expected: i64,
    /// How many of them were found.
    pub found: i64,
    /// Who began it.
    pub who: String,
    /// When, RFC 3339.
    pub started_at: String,
    /// When it was closed, RFC 3339; absent while it is open.
    pub closed_at: Option<String>,
}

/// One expected package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivingLine {
    /// Its tag.
    pub tag: String,
    /// Item name.
    pub item: String,
    /// As the trade writes it, with the unit's abbreviation.
    pub quantity: String,
    /// The quantity alone, exact decimal text.
    pub number: String,
    /// The unit's abbreviation.
    pub unit: String,
    /// When it was scanned, RFC 3339; absent while it is missing.
    pub found_at: Option<String>,
}

/// One package too many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivingExtra {
    /// As read.
    pub text: String,
    /// What is known of it, in a sentence; may be empty.
    pub words: String,
    /// When, RFC 3339.
    pub at: String,
}

/// `receiving_scan`: one tag, or several pasted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceivingScan {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which list.
    pub receiving: i64,
    /// As read.
    pub text: String,
    /// Takes the tag back instead.
    pub undo: bool,
    /// What the person answered to [`ReceivingScanned::question`]; absent at first.
    #[serde(default)]
    pub answer: Option<TagAnswer>,
}

/// What a scan did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivingScanned {
    /// The list as it is now.
    pub receiving: Receiving,
    /// `found`, `again`, `extra`, `not_a_tag`, `several` (an ending that is not unique), `taken_back`, `asked`.
    pub outcome: String,
    /// In a sentence, to be read aloud.
    pub sentence: String,
    /// What is to be answered first; nothing was counted then.
    pub question: Option<TagQuestion>,
}

/// `receiving_close`: closes the list, or opens it again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceivingClose {
    /// Made by the page, unique.
    pub request_id: String,
    /// Which list.
    pub receiving: i64,
    /// True to open it again.
    pub reopen: bool,
}

/// `receiving_save`: the list as CSV.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceivingSave {
    /// Made by the page, unique; also the job's name.
    pub request_id: String,
    /// Which list.
    pub receiving: i64,
}
