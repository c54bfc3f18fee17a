//! Why nothing leaves, in words.

use outbox::HoldCause;
use words::{Words, say};

/// Why nothing leaves, for the indicator.
pub(super) fn happened(cause: HoldCause) -> Words {
    match cause {
        HoldCause::Offline => say::reports_held_offline(),
        HoldCause::Between => say::reports_held_between(),
        HoldCause::Keys => say::reports_held_keys(),
        HoldCause::Asked => say::reports_held_asked(),
        HoldCause::StateFails => say::reports_held_state_fails(),
    }
}

/// The same in a few words, behind a report in a grid's row.
pub(super) fn waits_for(cause: HoldCause) -> Words {
    match cause {
        HoldCause::Offline => say::reports_row_offline(),
        HoldCause::Between => say::reports_row_between(),
        HoldCause::Keys => say::reports_row_keys(),
        HoldCause::Asked => say::reports_row_asked(),
        HoldCause::StateFails => say::reports_row_state_fails(),
    }
}
