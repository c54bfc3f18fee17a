//! Actions on packages: the review sheet and queueing.

use crate::contract::{ActionChoices, ActionChoicesFind, ActionQueue, ActionQueued, ActionReview, DeskError, Review};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn action_choices(&self, _: ActionChoicesFind) -> Result<ActionChoices, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn action_review(&self, _: ActionReview) -> Result<Review, DeskError> {
        Err(DeskError::internal("being built"))
    }

    pub(crate) async fn action_queue(&self, _: ActionQueue) -> Result<ActionQueued, DeskError> {
        Err(DeskError::internal("being built"))
    }
}
