//! What sync remembers of a stream, as the mirror keeps it: opaque JSON text.

use serde::{Deserialize, Serialize};

use crate::error::SyncError;
use crate::plan::{Span, Spans};

/// How far a stream of a license was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cursor {
    /// Spans of `LastModified` that were read whole.
    #[serde(default)]
    pub(crate) read: Spans,
    /// When a list without windows was last read whole, in seconds.
    #[serde(default)]
    pub(crate) whole_at: Option<i64>,
    /// The greatest `LastModified` seen, in seconds.
    #[serde(default)]
    pub(crate) highest: Option<i64>,
    /// The full sweep that `read` belongs to.
    #[serde(default)]
    pub(crate) sweep: Option<i64>,
    /// What windows the state answers in full for this list; none while there was nothing to tell by.
    #[serde(default)]
    pub(crate) windows: Option<Windows>,
    /// When that was last asked in vain, in seconds.
    #[serde(default)]
    pub(crate) probed_at: Option<i64>,
    /// From where the next look reads again, in seconds: the last one was empty over a time that no overlap covers, and
    /// that is believed only the second time.
    #[serde(default)]
    pub(crate) again_from: Option<i64>,
    /// When the list's total was last compared with the mirror's, in seconds.
    #[serde(default)]
    pub(crate) compared_at: Option<i64>,
}

/// What windows a state answers in full (CONTRACT section 2.4: sources conflict, and lists differ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Windows {
    /// Any.
    Any,
    /// A day at most: longer ones are refused, or cut without a word.
    Day,
}

impl Cursor {
    /// Reads a stored cursor; none stored is a stream never read.
    pub(crate) fn parse(text: Option<&str>) -> Result<Self, SyncError> {
        Ok(text.map(serde_json::from_str).transpose()?.unwrap_or_default())
    }

    pub(crate) fn text(&self) -> Result<String, SyncError> {
        Ok(serde_json::to_string(self)?)
    }

    pub(crate) fn saw(&mut self, highest: Option<i64>) {
        self.highest = self.highest.max(highest);
    }

    pub(crate) fn finished(&mut self, span: Span) {
        self.read.add(span);
    }
}

/// The name under which what concerns a whole license is kept.
pub(crate) const LICENSE: &str = "license";

/// What sync remembers of a license.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LicenseCursor {
    /// When everything was last read from the floor on (first load or full sweep), in seconds.
    #[serde(default)]
    pub(crate) swept_at: Option<i64>,
    /// The full sweep under way.
    #[serde(default)]
    pub(crate) sweep: Option<i64>,
}

impl LicenseCursor {
    pub(crate) fn parse(text: Option<&str>) -> Result<Self, SyncError> {
        Ok(text.map(serde_json::from_str).transpose()?.unwrap_or_default())
    }

    pub(crate) fn text(&self) -> Result<String, SyncError> {
        Ok(serde_json::to_string(self)?)
    }
}
