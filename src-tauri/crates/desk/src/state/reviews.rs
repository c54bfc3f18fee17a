//! The review sheets that can still be queued, each as it was shown.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use outbox::{IntentId, PackageHolds, Wanted};
use uuid::Uuid;
use words::say;

use crate::contract::{DeskError, ErrorCode, PackageRef};
use crate::kinds::Wish;

/// Reviews kept: a person has one open, and perhaps the one before it.
const KEPT: usize = 8;

/// The review sheets that can still be queued.
#[derive(Default)]
pub(crate) struct Reviews {
    state: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    /// 0 before the first.
    last: i64,
    open: BTreeMap<i64, Arc<Reviewed>>,
}

/// A review as it was shown.
pub(crate) struct Reviewed {
    pub wish: Box<dyn Wish>,
    pub ready: Vec<Ready>,
    /// The unit of what is ready, where all are of one.
    pub unit: Option<String>,
    /// The report that this is an edit of.
    pub replaces: Option<IntentId>,
    /// The last report that there was before the first package was looked at.
    pub last_intent: i64,
}

/// A package that can be queued, and by what it is told that it is still as it was shown.
pub(crate) struct Ready {
    pub package: PackageRef,
    pub wanted: Wanted,
    pub seen: Seen,
    /// Whether other reports for it go first.
    pub waits_behind: bool,
}

/// What the review showed of a package.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Differs when anything of the record does.
    pub print: (i64, i64),
    /// With what waited.
    pub effective: PackageHolds,
    /// What was held for it, whatever its state.
    pub held: Vec<IntentId>,
    /// That of `held` on whose effect is counted.
    pub counted_on: Vec<IntentId>,
}

impl Reviews {
    pub fn keep(&self, review: Reviewed) -> i64 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // Begins somewhere else at each start: what was queued of a review is remembered by its id for good, so that an
        // id never comes back. The page's numbers hold 53 bits.
        state.last =
            if state.last == 0 { i64::try_from(Uuid::new_v4().as_u128() >> 77).unwrap_or(1) } else { state.last };
        state.last += 1;
        let id = state.last;
        state.open.insert(id, Arc::new(review));
        while state.open.len() > KEPT {
            state.open.pop_first();
        }
        id
    }

    pub fn get(&self, id: i64) -> Result<Arc<Reviewed>, DeskError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open.get(&id).cloned().ok_or_else(|| DeskError {
            code: ErrorCode::NotFound,
            message: say::reports_review_gone().to_string(),
            next: say::reports_review_gone_next().to_string(),
            details: format!("review {id}"),
            retry: false,
        })
    }

    pub fn forget(&self, id: i64) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).open.remove(&id);
    }
}
