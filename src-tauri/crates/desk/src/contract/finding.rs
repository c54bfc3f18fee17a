//! Where a tag is: what a scan and the search ask.

use mirror::TagPlace;
use mirror::view::ListCount;
use rules::{LicenseNumber, Party};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `tag_find`: where a tag is. Never calls the state.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TagFind {
    /// A whole tag, as scanned or typed, or its last four characters or more.
    pub text: String,
}

/// Where it is, and where it was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TagFound {
    /// What was asked for, without spaces around it and in capitals.
    pub text: String,
    /// The tabs that have it: where the package is before where it was, each in the licenses' order.
    pub places: Vec<TagPlace>,
    /// The manifests on which it is on its way, where no license has it.
    pub coming: Vec<TagComing>,
    /// Every license that was looked in.
    pub looked: Vec<TagLooked>,
    /// Why the text is no whole tag, in a sentence; empty where it is one.
    pub why: String,
}

/// A manifest that brings a package here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TagComing {
    /// To whom.
    pub to: Party,
    /// The manifest's number.
    pub manifest: String,
}

/// A license that was looked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TagLooked {
    /// Its number.
    pub license: LicenseNumber,
    /// Its name; may be empty.
    pub name: String,
    /// When it was last read whole, RFC 3339, UTC; none where it never was, so that the tag may not have been read yet.
    pub as_of: Option<String>,
}

/// `known_find`: items, manifests and locations that hold every word of a text. Never calls the state.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KnownFind {
    /// As typed; an empty one finds nothing.
    pub text: String,
    /// In whose books.
    pub licenses: Vec<LicenseNumber>,
}

/// `list_counts`: how many rows the lists of these licenses have. Never calls the state, and opens no view.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListCountsFind {
    /// In whose books, together.
    pub licenses: Vec<LicenseNumber>,
}

/// All lists that a grid can show, counted at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListCounts {
    /// In no order.
    pub counts: Vec<ListCount>,
}

/// `view_position`: where a row stands in an open view.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ViewRow {
    /// The view.
    pub view: i64,
    /// The row, as [`TagPlace::row`] has it.
    pub row: i64,
}

/// A row's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct RowPosition {
    /// From 0; none where the view does not have the row.
    pub position: Option<i64>,
}
