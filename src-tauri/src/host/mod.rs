//! What the desk needs of the machine: a place to save to, the browser, notifications, and the app's end.

mod dialogs;
mod journeys;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use desk::{Host, HostError};
use tauri::AppHandle;

use self::dialogs::Dialogs;
pub use self::dialogs::bring_forward_when_pressed;
use self::journeys::Journeys;

/// The machine as this build knows it: a person's, or, in builds for journeys alone, one that answers without asking.
pub fn of(app: &AppHandle, data: &Path) -> Arc<dyn Host> {
    if cfg!(feature = "journeys") {
        let app = app.clone();
        Arc::new(Journeys::new(data, move || app.exit(0)))
    } else {
        Arc::new(Dialogs::new(app, data))
    }
}

/// The file that the person chose, once they have.
type Chosen<'a> = Pin<Box<dyn Future<Output = Result<Option<PathBuf>, HostError>> + Send + 'a>>;

/// The files that the person chose, once they have.
type ChosenFiles<'a> = Pin<Box<dyn Future<Output = Result<Vec<PathBuf>, HostError>> + Send + 'a>>;

/// Documents are opened only where Trackside itself lays them.
fn refuse_unless_below(data: &Path, path: &Path) -> Result<(), HostError> {
    let whole = |path: &Path| path.canonicalize().map_err(|fault| HostError(fault.to_string()));
    if whole(path)?.starts_with(whole(data)?) {
        Ok(())
    } else {
        Err(HostError("this file does not lie in Trackside's own folder".into()))
    }
}

/// What a person named may be anything: only tables, which no system runs, are opened.
fn refuse_unless_table(path: &Path) -> Result<(), HostError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ["csv", "xlsx"].iter().any(|table| ending.eq_ignore_ascii_case(table)) {
        Ok(())
    } else {
        Err(HostError("only CSV and XLSX files are opened from here".into()))
    }
}

/// The last part of a suggested name: a name is never a way to another folder.
fn file_name(suggested: &str) -> Result<String, HostError> {
    let name = Path::new(suggested).file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| HostError(format!("\"{suggested}\" is not a name for a file")))
}

fn refuse_unless_fixed(url: &str) -> Result<(), HostError> {
    if crate::links::may_open(url) {
        Ok(())
    } else {
        Err(HostError("this address is not one that Trackside opens".into()))
    }
}
