//! What the frame around all pages does: what it draws itself from, notices, looking for news, languages, links, what was
//! saved, and the end.

mod language;
mod links;
mod saved;
mod syncing;

use std::time::Duration;

use crate::contract::{AppSnapshot, Changed, DeskError, DeskEvent, Empty, JobCancel, Requested};
use crate::desk::Desk;

/// How long closing waits after the page has had its answer.
const LAST_ANSWER: Duration = Duration::from_millis(100);

impl Desk {
    /// How many reports wait or are on their way, for the question before closing. They are safe either way.
    pub fn waiting(&self) -> i64 {
        self.reports().waiting()
    }

    /// Has the page ask the person whether to close although reports wait.
    pub fn ask_quit(&self) {
        self.inner.event(&DeskEvent::QuitAsked { waiting: self.waiting() });
    }

    pub(crate) async fn app_snapshot(&self, _: Empty) -> Result<AppSnapshot, DeskError> {
        self.snapshot().await
    }

    pub(crate) async fn notices_clear(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.once("notices_clear", &request.request_id, async {
            self.notices().clear();
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    pub(crate) async fn job_cancel(&self, request: JobCancel) -> Result<Changed, DeskError> {
        Ok(Changed { changed: self.inner.page.jobs.cancel(&request.job) })
    }

    pub(crate) async fn app_quit(&self, _: Requested) -> Result<Changed, DeskError> {
        let host = self.inner.config.host.clone();
        // The page gets its answer first; everything is on the disk already.
        tokio::spawn(async move {
            tokio::time::sleep(LAST_ANSWER).await;
            host.quit();
        });
        Ok(Changed { changed: true })
    }
}
