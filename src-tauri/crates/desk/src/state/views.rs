//! The views that are open in the page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mirror::Interrupt;
use mirror::view::{Collection, View, ViewSpec};
use words::say;

use crate::contract::{DeskError, ErrorCode};

/// Views kept open: one grid needs two for a moment, a person has a few grids.
const KEPT: usize = 8;

/// The open views, and the one that is opening.
#[derive(Default)]
pub(crate) struct Views {
    state: Mutex<ViewsState>,
}

#[derive(Default)]
struct ViewsState {
    open: Kept<Arc<OpenView>>,
    opening: BTreeMap<Collection, Interrupt>,
}

/// What is open, by number: the one used last comes last, and what was not used for longest goes first.
struct Kept<T> {
    next: i64,
    open: Vec<(i64, T)>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { next: 0, open: Vec::new() }
    }
}

impl<T: Clone> Kept<T> {
    /// Keeps one more, in place of the one not used for longest where there are too many; gives its number.
    fn add(&mut self, one: T) -> i64 {
        self.next += 1;
        self.open.push((self.next, one));
        if self.open.len() > KEPT {
            self.open.remove(0);
        }
        self.next
    }

    /// Uses one.
    fn get(&mut self, number: i64) -> Option<T> {
        let used = self.take(number)?;
        self.open.push((number, used.clone()));
        Some(used)
    }

    /// Keeps one no longer.
    fn take(&mut self, number: i64) -> Option<T> {
        let at = self.open.iter().position(|(known, _)| *known == number)?;
        Some(self.open.remove(at).1)
    }
}

pub(crate) struct OpenView {
    pub spec: ViewSpec,
    pub view: View,
}

impl Views {
    fn state(&self) -> MutexGuard<'_, ViewsState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new view of this collection begins to open: the one before it is interrupted.
    pub fn begin(&self, collection: Collection) -> Interrupt {
        let mine = Interrupt::new();
        if let Some(before) = self.state().opening.insert(collection, mine.clone()) {
            before.interrupt();
        }
        mine
    }

    /// Keeps an opened view; the one that was not looked at for longest goes when there are too many.
    pub fn keep(&self, spec: ViewSpec, view: View) -> i64 {
        self.state().open.add(Arc::new(OpenView { spec, view }))
    }

    /// One that is open.
    ///
    /// # Errors
    /// `ViewGone` where it was closed.
    pub fn get(&self, id: i64) -> Result<Arc<OpenView>, DeskError> {
        self.state().open.get(id).ok_or_else(|| DeskError {
            code: ErrorCode::ViewGone,
            message: say::desk_list_closed().to_string(),
            next: say::desk_list_closed_next().to_string(),
            details: format!("view {id}"),
            retry: false,
        })
    }

    /// Closes one. Gives whether it was open.
    pub fn close(&self, id: i64) -> bool {
        self.state().open.take(id).is_some()
    }

    /// Closes all: what they show is gone.
    pub fn clear(&self) {
        self.state().open.open.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_that_was_not_used_for_longest_goes_first() {
        let mut kept = Kept::default();
        let first = kept.add("the grid in sight");
        let second = kept.add("opened once and left");
        for _ in 2..KEPT {
            kept.add("one more");
        }
        assert_eq!(kept.get(first), Some("the grid in sight"));
        kept.add("one too many");
        assert_eq!(kept.get(first), Some("the grid in sight"), "old, but used");
        assert_eq!(kept.get(second), None);
        assert_eq!(kept.open.len(), KEPT);
        assert_eq!(kept.take(first), Some("the grid in sight"));
        assert_eq!(kept.get(first), None);
    }
}
