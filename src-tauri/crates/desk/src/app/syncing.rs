//! Looking for news when the person says so, and how the copy stands.

use words::say;

use crate::contract::{DeskError, Empty, SyncStart, SyncStatus};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn sync_start(&self, request: SyncStart) -> Result<SyncStatus, DeskError> {
        if request.licenses.is_empty() {
            return Err(DeskError::bad_request(say::desk_nothing_to_read(), say::desk_choose_license()));
        }
        for license in &request.licenses {
            self.inner.runs.wake(license);
        }
        Ok(self.current_status())
    }

    pub(crate) async fn sync_cancel(&self, _: Empty) -> Result<SyncStatus, DeskError> {
        self.inner.runs.cancel();
        Ok(self.current_status())
    }

    pub(crate) async fn sync_status(&self, _: Empty) -> Result<SyncStatus, DeskError> {
        Ok(self.current_status())
    }
}
