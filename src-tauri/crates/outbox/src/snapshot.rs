//! What the state holds of an entity at one moment, as far as a write's effect shows in it.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::mark::Mark;

/// One entity as a fresh read showed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Snapshot {
    /// A package (`packages/v2/{label}`).
    Package(PackageSnapshot),
    /// A sales receipt (`sales/v2/receipts/{id}`).
    Receipt(ReceiptSnapshot),
    /// A template, looked for in the list of templates (`transfers/v2/templates/outgoing`).
    Template(TemplateSnapshot),
    /// The state says that there is no such entity at this license.
    NotThere,
}

impl Snapshot {
    /// Of a package; none where it is of something else, or nothing is there.
    pub fn package(&self) -> Option<&PackageSnapshot> {
        match self {
            Self::Package(package) => Some(package),
            Self::Receipt(_) | Self::Template(_) | Self::NotThere => None,
        }
    }

    /// Of a receipt; none where it is of something else, or nothing is there.
    pub fn receipt(&self) -> Option<&ReceiptSnapshot> {
        match self {
            Self::Receipt(receipt) => Some(receipt),
            Self::Package(_) | Self::Template(_) | Self::NotThere => None,
        }
    }

    /// When it changed last, whoever changed it; none where nothing is there, or the state does not say.
    pub fn last_modified(&self) -> Option<Timestamp> {
        match self {
            Self::Package(package) => package.last_modified,
            Self::Receipt(receipt) => receipt.last_modified,
            Self::Template(template) => template.found.as_ref()?.last_modified,
            Self::NotThere => None,
        }
    }

    /// Of a template; none where it is of something else, or nothing is there.
    pub fn template(&self) -> Option<&TemplateSnapshot> {
        match self {
            Self::Template(template) => Some(template),
            Self::Package(_) | Self::Receipt(_) | Self::NotThere => None,
        }
    }
}

/// The fields of a package that writes change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackageSnapshot {
    /// `Quantity`, exact, in `unit`.
    pub quantity: Option<Decimal>,
    /// `UnitOfMeasureName`.
    pub unit: String,
    /// `IsFinished`.
    pub finished: bool,
    /// `LocationName`.
    pub location: Option<String>,
    /// `SublocationName`.
    pub sublocation: Option<String>,
    /// `Note`.
    pub note: Option<String>,
    /// `Item.Name`.
    pub item: Option<String>,
    /// `LastModified`: moves with every change, whoever makes it.
    pub last_modified: Option<Timestamp>,
}

/// The fields of a receipt that writes change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptSnapshot {
    /// `IsFinal`.
    pub is_final: bool,
    /// `LastModified`.
    pub last_modified: Option<Timestamp>,
}

/// What the list of templates shows of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateSnapshot {
    /// The one that was looked for; none where the list does not have it.
    pub found: Option<TemplateFound>,
    /// How many others the list has. Where it has none it may be empty by mistake, and proves nothing.
    pub others: u64,
    /// How many others were made since the write was first tried and carry no mark of ours: one of them may be ours,
    /// renamed by somebody.
    pub strangers: u64,
}

/// A template as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateFound {
    /// `Id`.
    pub id: i64,
    /// `Name`.
    pub name: String,
    /// `PackageCount`.
    pub packages: Option<i64>,
    /// `IsVoided`.
    pub voided: bool,
    /// `LastModified`.
    pub last_modified: Option<Timestamp>,
}

/// A row of `packages/v2/adjustments` of the package asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentRow {
    /// `AdjustmentQuantity`, signed.
    pub quantity: Option<Decimal>,
    /// `AdjustmentUnitOfMeasureName`.
    pub unit: String,
    /// `AdjustmentReasonName`.
    pub reason: String,
    /// `AdjustmentNote`.
    pub note: String,
    /// `AdjustedByUserName`.
    pub by: String,
}

/// What to read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The package as it is now.
    Package {
        /// Its tag.
        tag: rules::Tag,
    },
    /// The package as it is now, and its adjustments.
    PackageAndAdjustments {
        /// Its tag.
        tag: rules::Tag,
        /// When the write was first tried: no row older than this is ours.
        since: Timestamp,
        /// The day that the adjustment names, which may lie before `since`.
        date: Date,
        /// What is looked for: once a row with it is found, no more need be read.
        mark: Mark,
    },
    /// The receipt as it is now.
    Receipt {
        /// The state's id.
        id: i64,
    },
    /// A template as it is now.
    Template {
        /// Which.
        sought: Sought,
        /// When the write was first tried; none where it was not yet.
        since: Option<Timestamp>,
    },
}

/// By what a template is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// By the mark in its name: whether there is one is the question.
    Marked(Mark),
    /// By the state's id. With a mark, finding it with that mark in its name is enough.
    Id(i64, Option<Mark>),
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The entity.
    pub snapshot: Snapshot,
    /// The package's adjustments; none where they were not asked for.
    pub adjustments: Option<Vec<AdjustmentRow>>,
}

impl Reading {
    /// A reading without adjustments.
    pub fn of(snapshot: Snapshot) -> Self {
        Self { snapshot, adjustments: None }
    }
}
