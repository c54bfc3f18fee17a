//! Files that the person saved since the start, so that they can be opened or found without a path ever coming from
//! the page.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use words::say;

use crate::contract::{Changed, DeskError, ErrorCode, SavedBy, SavedShow};
use crate::desk::{Desk, blocking};

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

    fn find(&self, request: &str) -> Option<PathBuf> {
        self.files().iter().rev().find(|(saved_by, _)| saved_by == request).map(|(_, path)| path.clone())
    }

    fn files(&self) -> MutexGuard<'_, VecDeque<(String, PathBuf)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    pub(crate) async fn saved_show(&self, request: SavedShow) -> Result<Changed, DeskError> {
        let path = self.inner.saved.find(&request.saved);
        let path = path.ok_or_else(|| gone(String::new()))?;
        let (host, by) = (self.inner.host.clone(), request.by);
        blocking(move || {
            if !path.exists() {
                return Err(gone(path.display().to_string()));
            }
            let shown = match by {
                SavedBy::Program => host.open_saved(&path),
                SavedBy::Folder => host.show_saved(&path),
            };
            shown.map_err(|fault| not_shown(by, &path, fault.0))
        })
        .await??;
        Ok(Changed { changed: false })
    }
}

fn gone(details: String) -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: say::desk_saved_gone().to_string(),
        next: say::desk_saved_gone_next().to_string(),
        details,
        retry: false,
    }
}

fn not_shown(by: SavedBy, path: &Path, details: String) -> DeskError {
    let message = match by {
        SavedBy::Program => say::desk_saved_no_program(),
        SavedBy::Folder => say::desk_saved_no_folder(),
    };
    DeskError {
        code: ErrorCode::File,
        message: message.to_string(),
        next: say::desk_saved_where(path.display().to_string()).to_string(),
        details,
        retry: false,
    }
}
