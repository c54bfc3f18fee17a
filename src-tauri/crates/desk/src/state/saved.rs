//! Files that the person saved since the start, so that they can be opened or found without a path ever coming from
//! the page.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Older ones are found as any file is.
const KEPT: usize = 32;

/// Where files went, by the request that saved them, the latest last.
#[derive(Default)]
pub(crate) struct Saved(Mutex<VecDeque<(String, PathBuf)>>);

impl Saved {
    /// Remembers where a request saved its file.
    pub fn keep(&self, request: &str, path: &Path) {
        let mut files = self.files();
        files.push_back((request.to_owned(), path.to_owned()));
        while files.len() > KEPT {
            files.pop_front();
        }
    }

    /// Where that was.
    pub fn find(&self, request: &str) -> Option<PathBuf> {
        self.files().iter().rev().find(|(saved_by, _)| saved_by == request).map(|(_, path)| path.clone())
    }

    fn files(&self) -> MutexGuard<'_, VecDeque<(String, PathBuf)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
