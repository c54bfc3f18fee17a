//! Opening and finding what the person saved.

use std::path::Path;

use words::say;

use crate::contract::{Changed, DeskError, ErrorCode, SavedBy, SavedShow};
use crate::desk::{Desk, blocking};

impl Desk {
    pub(crate) async fn saved_show(&self, request: SavedShow) -> Result<Changed, DeskError> {
        let path = self.inner.page.saved.find(&request.saved);
        let path = path.ok_or_else(|| gone(String::new()))?;
        let (host, by) = (self.inner.config.host.clone(), request.by);
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
