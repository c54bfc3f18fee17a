//! What the page has open, and what it may come back to.

use super::files::Files;
use super::jobs::Jobs;
use super::notices::Notices;
use super::reviews::Reviews;
use super::saved::Saved;
use super::views::Views;

/// All of it; empty at a start.
#[derive(Default)]
pub(crate) struct Page {
    pub notices: Notices,
    pub views: Views,
    pub reviews: Reviews,
    pub files: Files,
    pub jobs: Jobs,
    pub saved: Saved,
}
