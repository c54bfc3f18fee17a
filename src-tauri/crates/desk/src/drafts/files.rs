//! Files that the person chose or dropped. The page gets handles; the paths stay here.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;
use words::say;

use crate::contract::{DeskError, DeskEvent, ErrorCode, FileHandle, FilesChoose, FilesChosen};
use crate::desk::Desk;

/// Handles remembered; the oldest go first.
const KEPT: usize = 1_000;

/// The files behind handles, until the app ends.
#[derive(Default)]
pub(crate) struct Files {
    known: Mutex<BTreeMap<String, PathBuf>>,
}

impl Files {
    /// A handle for a file. Folders and what cannot be looked at get one too: reading them says what is wrong.
    fn add(&self, path: PathBuf) -> FileHandle {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let size = std::fs::metadata(&path).map_or(0, |found| i64::try_from(found.len()).unwrap_or(i64::MAX));
        // In the order of time, so that the first key is the oldest.
        let handle = Uuid::now_v7().to_string();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(handle.clone(), path);
        while known.len() > KEPT {
            known.pop_first();
        }
        FileHandle { handle, name, size }
    }

    /// The file behind a handle.
    ///
    /// # Errors
    /// `NotFound` where there is none, for example after a restart.
    pub fn path(&self, handle: &str) -> Result<PathBuf, DeskError> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(handle).cloned().ok_or_else(|| DeskError {
            code: ErrorCode::NotFound,
            message: say::check_file_gone().to_string(),
            next: say::check_file_gone_next().to_string(),
            details: String::new(),
            retry: false,
        })
    }
}

impl Desk {
    /// Files are held over the window; 0 when they left it.
    pub fn files_over(&self, count: i64) {
        (self.inner.events)(&DeskEvent::FilesOver { count });
    }

    /// Files were dropped on the window: the page hears of them by their handles. A system may tell of a drop and give no
    /// file with it, as for an attachment that a mail program holds or a link from a list of recent files.
    pub fn files_dropped(&self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            (self.inner.events)(&DeskEvent::NoFileDropped { fault: no_file(std::env::consts::OS) });
            return;
        }
        let files = paths.into_iter().map(|path| self.inner.files.add(path)).collect();
        (self.inner.events)(&DeskEvent::FilesDropped { files });
    }

    pub(crate) async fn files_choose(&self, request: FilesChoose) -> Result<FilesChosen, DeskError> {
        // Nothing is changed by it, but a repeated call must not ask the person twice.
        self.once("files_choose", &request.request_id, async {
            let paths = self.inner.host.open_files().await.map_err(|fault| DeskError {
                code: ErrorCode::File,
                message: say::check_no_open_dialog().to_string(),
                next: say::check_no_open_dialog_next().to_string(),
                details: fault.0,
                retry: true,
            })?;
            Ok(FilesChosen { files: paths.into_iter().map(|path| self.inner.files.add(path)).collect() })
        })
        .await
    }
}

/// Why nothing came of a drop, on a system by Rust's name for it.
fn no_file(system: &str) -> DeskError {
    let message = match system {
        "windows" => say::check_no_file("Windows"),
        "macos" => say::check_no_file("macOS"),
        "linux" => say::check_no_file("Linux"),
        _ => say::check_no_file_unnamed(),
    };
    DeskError {
        code: ErrorCode::File,
        message: message.to_string(),
        next: say::check_no_file_next().to_string(),
        details: String::new(),
        retry: false,
    }
}

#[cfg(test)]
mod tests {
    use super::no_file;

    #[test]
    fn a_system_is_called_by_its_name() {
        for (system, name) in
            [("windows", "Windows"), ("macos", "macOS"), ("linux", "Linux"), ("freebsd", "The system")]
        {
            assert_eq!(no_file(system).message, format!("{name} gave no file. Nothing was added."));
        }
    }
}
