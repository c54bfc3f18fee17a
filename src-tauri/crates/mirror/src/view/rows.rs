//! What is shown beside the rows of grids.

use serde::Serialize;
use ts_rs::TS;

/// One test of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabTestRow {
    /// `TestTypeName`.
    pub test: String,
    /// `TestPassed`.
    pub passed: bool,
    /// `TestResultLevel`, exact decimal text.
    pub level: String,
    /// `TestComment`.
    pub comment: String,
    /// `TestInformationalOnly`.
    pub informational: bool,
}

/// A total of the rows of a view that share a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitTotal {
    /// The unit's abbreviation.
    pub unit: String,
    /// Exact decimal text.
    pub quantity: String,
    /// How many rows.
    pub rows: i64,
}
