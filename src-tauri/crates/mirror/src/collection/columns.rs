//! Columns: what a grid shows, and the SQL that sorts and filters by it. Here are those that several grids have.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Words;

/// How a column's cells read, and which filter fits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A tag, with a card.
    Tag,
    /// Several tags, comma-separated, each with a card.
    Tags,
    /// An exact number.
    Number,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// An instant, RFC 3339 in UTC.
    Instant,
    /// A time on the facility's own clock, `2026-11-24T09:30:00`: nothing is known of its offset.
    LocalTime,
    /// Yes or no.
    Flag,
    /// The flags of a row, each a mark. The row has no field for them together: each flag has its own.
    Flags,
    /// A lab testing state.
    LabState,
}

/// A column of a grid. The one table from which the grid, the filters and the export are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Column {
    /// The field's name in the row, for example `item_strain`; [`ColumnKind::Flags`] has none.
    pub id: String,
    /// The header, as the state's site has it, for example `Item Strain`.
    pub title: String,
    /// How its cells read.
    pub kind: ColumnKind,
    /// Shown until the person chooses otherwise.
    pub shown: bool,
    /// Width to begin with, in CSS pixels.
    pub width: u16,
}

/// How a column's values are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stored {
    /// Text; empty is blank.
    Text,
    /// Millionths, with an exact text beside them, in this expression, where they do not fit.
    Amount { exact: &'static str },
    /// A plain integer.
    Count,
    /// 0 or 1.
    Flag,
    /// Several flags in one number, a bit each.
    Flags(&'static [(&'static str, i64)]),
}

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
    /// Where it stands in what the state sent, as a path; of a table that keeps that whole.
    pub(crate) sent: Option<&'static str>,
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
            | (Stored::Amount { .. } | Stored::Count | Stored::Flag | Stored::Flags(_), _) => "",
        }
    }

    /// As the page and the desk know it, in the person's language.
    pub(crate) fn shown_as(&self) -> Column {
        Column {
            id: self.id.to_owned(),
            title: (self.title)().to_string(),
            kind: self.kind,
            shown: self.shown,
            width: self.width,
        }
    }

    /// Whether its cells are words as they were sent.
    pub(crate) fn reads_as_words(&self) -> bool {
        self.stored == Stored::Text && self.kind == ColumnKind::Text
    }

    /// With another title.
    pub(super) const fn titled(self, title: fn() -> Words) -> Self {
        Self { title, ..self }
    }

    /// With another width, in CSS pixels.
    pub(super) const fn wide(self, width: u16) -> Self {
        Self { width, ..self }
    }

    /// With another expression behind it.
    pub(super) const fn told_by(self, sql: &'static str) -> Self {
        Self { sql, ..self }
    }

    /// Out of sight until the person wants it.
    pub(super) const fn hidden(self) -> Self {
        Self { shown: false, ..self }
    }

    /// Where it stands in what the state sent.
    pub(super) const fn sent(self, path: &'static str) -> Self {
        Self { sent: Some(path), ..self }
    }

    /// A text that reads otherwise than as words.
    pub(super) const fn reads(self, kind: ColumnKind) -> Self {
        Self { kind, ..self }
    }

    pub(super) const fn stored(self, kind: ColumnKind, stored: Stored) -> Self {
        Self { kind, stored, ..self }
    }
}

/// A column of words with the name of the table's own column; what it is beyond that follows in calls.
macro_rules! column {
    ($id:ident, $title:ident, $width:literal) => {
        $crate::collection::columns::Definition {
            id: stringify!($id),
            title: words::say::$title,
            kind: $crate::collection::ColumnKind::Text,
            shown: true,
            width: $width,
            sql: concat!("p.", stringify!($id)),
            stored: $crate::collection::columns::Stored::Text,
            sent: None,
        }
    };
}

/// A flag, out of sight to begin with: grids show flags together.
macro_rules! flag {
    ($id:ident, $title:ident) => {
        column!($id, $title, 96)
            .stored($crate::collection::ColumnKind::Flag, $crate::collection::columns::Stored::Flag)
            .hidden()
    };
}

/// A whole number.
macro_rules! count {
    ($id:ident, $title:ident, $width:literal) => {
        column!($id, $title, $width)
            .stored($crate::collection::ColumnKind::Number, $crate::collection::columns::Stored::Count)
    };
}

/// A column of a list of [`LISTED`](super::LISTED): a field of what the state sent, by its path.
macro_rules! sent {
    ($id:ident, $title:ident, $width:literal, $field:literal) => {
        $crate::collection::columns::Definition {
            sql: concat!("coalesce(CAST(p.rest ->> '$.", $field, "' AS TEXT), '')"),
            sent: Some(concat!("/", $field)),
            ..column!($id, $title, $width)
        }
    };
}

/// A flag of a list of [`LISTED`](super::LISTED).
macro_rules! sent_flag {
    ($id:ident, $title:ident, $width:literal, $field:literal) => {
        column!($id, $title, $width)
            .stored($crate::collection::ColumnKind::Flag, $crate::collection::columns::Stored::Flag)
            .told_by(concat!("coalesce(p.rest ->> '$.", $field, "', 0)"))
            .sent(concat!("/", $field))
    };
}

pub(super) use {column, count, flag, sent, sent_flag};

pub(super) const TAG: Definition = column!(tag, reading_column_tag, 232).reads(ColumnKind::Tag);
pub(super) const SOURCE_HARVESTS: Definition = column!(source_harvests, reading_column_source_harvests, 180);
pub(super) const SOURCE_PACKAGES: Definition =
    column!(source_packages, reading_column_source_packages, 232).reads(ColumnKind::Tags);
pub(super) const ITEM: Definition = column!(item, reading_column_item, 280);
pub(super) const CATEGORY: Definition = column!(category, reading_column_category, 180);
pub(super) const ITEM_STRAIN: Definition = column!(item_strain, reading_column_item_strain, 150);
pub(super) const QUANTITY: Definition = column!(quantity, reading_column_quantity, 116)
    .stored(ColumnKind::Number, Stored::Amount { exact: "p.quantity_exact" });
/// It stands behind the quantity; as a column of its own it is there for the state's order and for files.
pub(super) const UNIT: Definition = column!(unit, reading_column_unit, 70).hidden();
pub(super) const PRODUCTION_BATCH: Definition = column!(production_batch, reading_column_production_batch, 160);
pub(super) const LAB_TESTING: Definition =
    column!(lab_testing, reading_column_lab_testing, 176).reads(ColumnKind::LabState);
pub(super) const PACKAGED_DATE: Definition =
    column!(packaged_date, reading_column_packaged_date, 120).reads(ColumnKind::Date);
pub(super) const PACKAGED_BY: Definition = column!(packaged_by, reading_column_packaged_by, 240);
pub(super) const RECEIVED: Definition = column!(received, reading_column_received, 206).reads(ColumnKind::Instant);
pub(super) const RECEIVED_FROM: Definition = column!(received_from, reading_column_received_from, 240);
pub(super) const MANIFEST: Definition = column!(manifest, reading_column_manifest, 130);
pub(super) const NOTE: Definition = column!(note, reading_column_note, 240).hidden();
/// The person's own; out of sight until several are looked at side by side.
pub(super) const LICENSE: Definition = column!(license, reading_column_license, 150)
    .told_by("(SELECT l.number FROM license l WHERE l.id = p.license_id)")
    .hidden();
