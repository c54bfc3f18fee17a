//! An open view.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::source::Source;
use super::spec::ViewSpec;
use crate::MirrorError;

/// Rows at once at most.
const LONGEST_WINDOW: usize = 1_000;

/// The row ids that a question had when it was asked, in order. Rows keep their positions while sync writes; what a
/// row holds is read when it is shown. Cloning shares the ids.
#[derive(Debug, Clone)]
pub struct View {
    pub(crate) spec: ViewSpec,
    pub(crate) source: Source,
    pub(crate) rows: Arc<Vec<i64>>,
    pub(crate) of: usize,
    pub(crate) revision: i64,
}

impl View {
    /// What was asked.
    pub fn spec(&self) -> &ViewSpec {
        &self.spec
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows the same tab and licenses had without search and filters.
    pub fn of(&self) -> usize {
        self.of
    }

    /// The change feed's position that it shows.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// The position of a row; none where the question does not have it.
    pub fn position(&self, row: i64) -> Option<usize> {
        self.rows.iter().position(|one| *one == row)
    }

    /// These rows of the same list alone: those that the view has in its order, then those that it does not have (any
    /// more), in the order given.
    #[must_use]
    pub fn only(&self, rows: &[i64]) -> Self {
        let wanted: HashSet<i64> = rows.iter().copied().collect();
        let mut kept: Vec<i64> = self.rows.iter().copied().filter(|row| wanted.contains(row)).collect();
        let mut there: HashSet<i64> = kept.iter().copied().collect();
        kept.extend(rows.iter().copied().filter(|row| there.insert(*row)));
        Self { rows: Arc::new(kept), ..self.clone() }
    }

    /// The row ids of a window; positions past the end are cut off.
    pub(crate) fn window(&self, from: usize, to: usize) -> Result<&[i64], MirrorError> {
        if from > to || to - from > LONGEST_WINDOW {
            return Err(MirrorError::BadWindow { from, to });
        }
        let Range { start, end } = from.min(self.rows.len())..to.min(self.rows.len());
        Ok(self.rows.get(start..end).unwrap_or_default())
    }
}
