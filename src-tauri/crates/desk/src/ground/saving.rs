//! Files that the person is given: small tables as CSV, documents as they are.

use std::path::{Path, PathBuf};

use mirror::view::{Column, ColumnKind};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use words::{Words, say};

use crate::contract::{DeskError, ErrorCode, ExportFormat, ViewExported};
use crate::desk::{Desk, blocking};
use crate::ground::export::{self, Export};

impl Desk {
    /// Where the person wants a file called `suggested`; none when they put the dialog away.
    pub(crate) async fn pick_target(&self, suggested: &str) -> Result<Option<PathBuf>, DeskError> {
        self.inner.config.host.save_file(suggested).await.map_err(|fault| DeskError {
            code: ErrorCode::File,
            message: say::desk_no_save_dialog().to_string(),
            next: say::desk_try_again().to_string(),
            details: fault.0,
            retry: true,
        })
    }

    /// Saves a table of texts as CSV where the person says; `saved_show` knows it by `request`.
    pub(crate) async fn save_table(
        &self,
        request: &str,
        suggested: &str,
        headings: &[Words],
        rows: Vec<Vec<String>>,
    ) -> Result<ViewExported, DeskError> {
        let Some(target) = self.pick_target(suggested).await? else { return Ok(not_saved()) };
        let column = |(at, title): (usize, &Words)| Column {
            id: at.to_string(),
            title: title.to_string(),
            kind: ColumnKind::Text,
            shown: true,
            width: 150,
        };
        let columns: Vec<Column> = headings.iter().enumerate().map(column).collect();
        let (file, place) = (name_of(&target), target.clone());
        let written = blocking(move || {
            let of = |row: &Vec<String>| {
                let cells = row.iter().enumerate().map(|(at, text)| (at.to_string(), Value::String(text.clone())));
                Value::Object(cells.collect())
            };
            let export = Export {
                columns: &columns,
                rows: rows.len(),
                read: &|from, to| Ok(rows.get(from..to).unwrap_or_default().iter().map(of).collect()),
                progress: &|_| {},
                cancel: &CancellationToken::new(),
            };
            export::write(&export, ExportFormat::Csv, &target)
        })
        .await??;
        self.inner.page.saved.keep(request, &place);
        Ok(written.saved(file))
    }

    /// Saves a document where the person says, which `saved_show` knows by `request`; or lays it in `folder` below the
    /// data folder and opens it in the system's viewer.
    pub(crate) async fn save_document(
        &self,
        request: &str,
        suggested: &str,
        folder: &str,
        bytes: Vec<u8>,
        rows: usize,
        open: bool,
    ) -> Result<ViewExported, DeskError> {
        let target = if open {
            Some(self.inner.config.data_dir.join(folder).join(suggested))
        } else {
            self.pick_target(suggested).await?
        };
        let Some(target) = target else { return Ok(not_saved()) };
        let (file, written) = (name_of(&target), target.clone());
        blocking(move || write_whole(&written, &bytes)).await?.map_err(export::file_error)?;
        match open {
            true => self.open_document(&target)?,
            false => self.inner.page.saved.keep(request, &target),
        }
        Ok(ViewExported { file, rows: i64::try_from(rows).unwrap_or(i64::MAX) })
    }

    /// Opens a file of Trackside's own in the system's viewer.
    pub(crate) fn open_document(&self, path: &Path) -> Result<(), DeskError> {
        self.inner.config.host.open_file(path).map_err(|fault| DeskError {
            code: ErrorCode::File,
            message: say::desk_no_viewer().to_string(),
            next: say::desk_no_viewer_next().to_string(),
            details: fault.0,
            retry: false,
        })
    }
}

/// What a command answers when the person put the dialog away.
fn not_saved() -> ViewExported {
    ViewExported::default()
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The file appears whole or not at all.
fn write_whole(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = export::beside(target);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, target));
    if written.is_err() {
        // The error that matters is the first one.
        drop(std::fs::remove_file(&beside));
    }
    written
}
