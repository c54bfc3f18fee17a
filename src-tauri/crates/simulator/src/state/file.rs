//! Uploaded files.

use jiff::Timestamp;

use super::table::{FacilityId, Row, Shelf};
use super::values::Text;

/// A photo or a document of a license, as it was sent.
#[derive(Clone, Debug)]
pub struct File {
    pub facility: FacilityId,
    pub name: Text,
    /// Base64.
    pub encoded: Text,
    pub modified: Timestamp,
}

impl File {
    pub fn content_type(&self) -> &'static str {
        let name = self.name.to_ascii_lowercase();
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("pdf") => "application/pdf",
            Some("png") => "image/png",
            Some("gif") => "image/gif",
            Some("bmp") => "image/bmp",
            _ => "image/jpeg",
        }
    }
}

impl Row for File {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        None
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}
