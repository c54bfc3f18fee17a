//! The state's manifest as a PDF, kept so that it opens without a connection too.

use std::path::PathBuf;

use words::say;

use super::listed;
use crate::contract::{DeskError, ErrorCode, ManifestSave, ViewExported};
use crate::desk::{Desk, blocking};
use crate::ground::export::file_error;

/// Where manifests are kept, below the data folder.
const FOLDER: &str = "manifests";

impl Desk {
    pub(crate) async fn manifest_save(&self, request: ManifestSave) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("manifest_save", &id, async {
            let find = &request.transfer;
            let (license, list, number) = (find.license.clone(), listed(find.list), find.id);
            let found = self.read(move |mirror| mirror.transfer(&license, list, number)).await?;
            let head = found.ok_or_else(super::no_transfer)?.head;
            let packages = usize::try_from(head.packages).unwrap_or_default();
            let name = format!("manifest-{}.pdf", plain(&head.number));
            // One of another license may have the same number in other books.
            let folder = format!("{FOLDER}/{}", plain(find.license.as_str()));
            let kept = self.inner.config.data_dir.join(&folder).join(&name);
            let stamp = kept.with_extension("stamp");
            let bytes = match self.ask_manifest(&request).await {
                Ok(bytes) => {
                    keep(kept, stamp, bytes.clone(), head.last_modified.clone()).await?;
                    bytes
                }
                // One that was read before stands in where the state cannot be asked, as long as nothing changed since.
                Err(fault) => match still_good(kept, stamp, head.last_modified.clone()).await? {
                    Some(bytes) => bytes,
                    None => return Err(fault),
                },
            };
            self.save_document(&id, &name, &folder, bytes, packages, request.open).await
        })
        .await
    }

    async fn ask_manifest(&self, request: &ManifestSave) -> Result<Vec<u8>, DeskError> {
        let find = &request.transfer;
        let connection = self.connection_of(&find.license)?;
        let pdf = connection.client.in_lane(state_api::Lane::Interactive).manifest_pdf(&find.license, find.id).await?;
        pdf.bytes().ok_or_else(|| DeskError {
            code: ErrorCode::StateFault,
            message: say::desk_not_a_pdf().to_string(),
            next: say::desk_not_a_pdf_next().to_string(),
            details: pdf.content_type.clone().unwrap_or_default(),
            retry: true,
        })
    }
}

async fn keep(kept: PathBuf, stamp: PathBuf, bytes: Vec<u8>, modified: String) -> Result<(), DeskError> {
    blocking(move || {
        if let Some(folder) = kept.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&kept, bytes)?;
        std::fs::write(&stamp, modified)
    })
    .await?
    .map_err(file_error)
}

async fn still_good(kept: PathBuf, stamp: PathBuf, modified: String) -> Result<Option<Vec<u8>>, DeskError> {
    blocking(move || {
        let same = std::fs::read_to_string(&stamp).is_ok_and(|then| then == modified);
        if same { std::fs::read(&kept).ok() } else { None }
    })
    .await
}

/// Letters, digits and hyphens: a name is never a way to another folder.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}
