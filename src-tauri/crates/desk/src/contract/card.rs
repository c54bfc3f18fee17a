//! The package card.

use rules::{LicenseNumber, PackagedBy, Party};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActionOffer, OutboxLine, PackageRef};

/// `package_card`: what the mirror knows of a tag. Never calls the state.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PackageCardFind {
    /// The tag.
    pub tag: String,
    /// In whose books it is looked at first; others of the person's licenses follow.
    pub license: Option<LicenseNumber>,
}

/// The card, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageCardFound {
    /// The tag asked for.
    pub tag: String,
    /// The card; absent when the tag is in none of the person's licenses.
    pub card: Option<PackageCard>,
    /// Why there is none, in a sentence; empty when there is one.
    pub missing: String,
}

/// One line of a card that needs no symbol of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardFact {
    /// The state's noun, for example `Use By Date`.
    pub label: String,
    /// For a person.
    pub value: String,
}

/// Something that a package is marked as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardFlag {
    /// For example `Trade sample`, `On hold`, `On recall`.
    pub words: String,
    /// Whether it keeps the package where it is.
    pub stops: bool,
}

/// Where a package came from on a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardOrigin {
    /// The sender, where named.
    pub from: Option<Party>,
    /// RFC 3339, UTC; empty when not stated.
    pub at: String,
    /// The manifest's number; empty when not stated.
    pub manifest: String,
}

/// Everything the card shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageCard {
    /// The tag.
    pub tag: String,
    /// In whose books this is.
    pub held_by: Party,
    /// `Active`, `On hold`, `Finished`, `Discontinued`, `In transit`, `Transferred`, or `Not in the state's lists`.
    pub status: String,
    /// Item name.
    pub item: String,
    /// Product category.
    pub category: String,
    /// Strain; empty where the item has none.
    pub strain: String,
    /// Exact decimal text.
    pub quantity: String,
    /// The unit's name.
    pub unit: String,
    /// Location and sublocation.
    pub location: String,
    /// Words of the lab testing state.
    pub lab_testing: String,
    /// Since when it is in that state, `YYYY-MM-DD`; may be empty.
    pub lab_testing_date: String,
    /// `YYYY-MM-DD`; empty where the state has none.
    pub expires: String,
    /// Production batch number; empty when it is none.
    pub production_batch: String,
    /// What it is marked as.
    pub flags: Vec<CardFlag>,
    /// `YYYY-MM-DD`.
    pub packaged_date: String,
    /// Packaged By, with its evidence.
    pub packaged_by: PackagedBy,
    /// Absent when never received on a manifest.
    pub received: Option<CardOrigin>,
    /// Names of source harvests.
    pub source_harvests: Vec<String>,
    /// Tags of source packages, each with a card of its own.
    pub source_packages: Vec<String>,
    /// Dates, note and the rest.
    pub facts: Vec<CardFact>,
    /// When the mirror last read this package, RFC 3339, UTC.
    pub as_of: String,
    /// The package, for actions on it.
    pub package: PackageRef,
    /// What waits in the outbox for it, oldest first.
    pub pending: Vec<OutboxLine>,
    /// What can be done with it; empty where this license does not hold it.
    pub actions: Vec<ActionOffer>,
}
