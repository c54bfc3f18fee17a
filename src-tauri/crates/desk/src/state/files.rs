//! Files that the person chose or dropped. The page gets handles; the paths stay here.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;
use words::say;

use crate::contract::{DeskError, ErrorCode, FileHandle};

/// Handles remembered; the oldest go first.
const KEPT: usize = 1_000;

/// The files behind handles, until the app ends.
#[derive(Default)]
pub(crate) struct Files {
    known: Mutex<BTreeMap<String, PathBuf>>,
}

impl Files {
    /// A handle for a file. Folders and what cannot be looked at get one too: reading them says what is wrong.
    pub fn add(&self, path: PathBuf) -> FileHandle {
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
