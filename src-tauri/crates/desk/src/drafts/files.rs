//! Files that the person chooses or drops.

use std::path::PathBuf;

use words::say;

use crate::contract::{DeskError, DeskEvent, ErrorCode, FilesChoose, FilesChosen};
use crate::desk::Desk;

impl Desk {
    /// Files are held over the window; 0 when they left it.
    pub fn files_over(&self, count: i64) {
        self.inner.event(&DeskEvent::FilesOver { count });
    }

    /// Files were dropped on the window: the page hears of them by their handles. A system may tell of a drop and give no
    /// file with it, as for an attachment that a mail program holds or a link from a list of recent files.
    pub fn files_dropped(&self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            self.inner.event(&DeskEvent::NoFileDropped { fault: no_file(std::env::consts::OS) });
            return;
        }
        let files = paths.into_iter().map(|path| self.inner.page.files.add(path)).collect();
        self.inner.event(&DeskEvent::FilesDropped { files });
    }

    pub(crate) async fn files_choose(&self, request: FilesChoose) -> Result<FilesChosen, DeskError> {
        // Nothing is changed by it, but a repeated call must not ask the person twice.
        self.once("files_choose", &request.request_id, async {
            let paths = self.inner.config.host.open_files().await.map_err(|fault| DeskError {
                code: ErrorCode::File,
                message: say::check_no_open_dialog().to_string(),
                next: say::check_no_open_dialog_next().to_string(),
                details: fault.0,
                retry: true,
            })?;
            Ok(FilesChosen { files: paths.into_iter().map(|path| self.inner.page.files.add(path)).collect() })
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
