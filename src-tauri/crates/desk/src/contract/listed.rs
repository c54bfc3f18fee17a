//! A record of one of the license's own lists, whole.

use mirror::view::Collection;
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of a panel: what something is called, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fact {
    /// The state's noun.
    pub label: String,
    /// For a person; instants as RFC 3339 where `instant`.
    pub value: String,
    /// Whether `value` is an instant.
    pub instant: bool,
}

/// `listed_record`: everything that the state sent of a record. Never calls the state.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListedFind {
    /// In whose books.
    pub license: LicenseNumber,
    /// On which list: items, strains, locations, employees, tags.
    pub collection: Collection,
    /// The record, by its row's `key`.
    pub key: String,
}

/// The record, or that it is on the list no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListedFound {
    /// The record; absent where it left the list meanwhile.
    pub record: Option<ListedRecord>,
}

/// A record of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListedRecord {
    /// What it is called.
    pub title: String,
    /// Everything else that the state sent, without what is empty: first what the grid has columns for, by their titles,
    /// then the rest by the state's own names.
    pub facts: Vec<Fact>,
}
