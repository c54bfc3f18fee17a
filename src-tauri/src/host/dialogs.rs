//! The system's own save dialog, browser and notifications.

use std::path::{Path, PathBuf};

use desk::{Host, HostError};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;
use words::say;

use super::{Chosen, ChosenFiles, file_name, refuse_unless_below, refuse_unless_fixed, refuse_unless_table};
use crate::window;

/// A notification that is pressed brings the window before the person, on every system that tells the app of it.
pub fn bring_forward_when_pressed(app: &AppHandle) {
    let shown = app.clone();
    let heard = app.notification().on_action(move |_| window::focus(&shown));
    if let Err(fault) = heard {
        tracing::warn!(%fault, "a pressed notification will not bring the window forward");
    }
}

/// The machine as a person has it before them.
pub struct Dialogs {
    app: AppHandle,
    data: PathBuf,
}

impl Dialogs {
    /// Dialogs of the app's window; documents are opened only below `data`.
    pub fn new(app: &AppHandle, data: &Path) -> Self {
        Self { app: app.clone(), data: data.to_owned() }
    }
}

impl Host for Dialogs {
    fn save_file(&self, suggested: &str) -> Chosen<'_> {
        let name = file_name(suggested);
        Box::pin(async move {
            let name = name?;
            let mut dialog =
                self.app.dialog().file().set_title(say::desk_dialog_save().to_string()).set_file_name(&name);
            if let Some(ending) = Path::new(&name).extension().and_then(|ending| ending.to_str()) {
                dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
            }
            if let Ok(folder) = self.app.path().document_dir().or_else(|_| self.app.path().home_dir()) {
                dialog = dialog.set_directory(folder);
            }
            if let Some(window) = window::main(&self.app) {
                dialog = dialog.set_parent(&window);
            }
            let (answer, answered) = oneshot::channel();
            // Nobody waits any more when the call was given up; then there is nobody to tell.
            dialog.save_file(move |chosen| drop(answer.send(chosen)));
            let chosen = answered.await.map_err(|_| HostError("the dialog closed without an answer".into()))?;
            chosen.map(PathBuf::try_from).transpose().map_err(|fault| HostError(fault.to_string()))
        })
    }

    fn open_files(&self) -> ChosenFiles<'_> {
        Box::pin(async move {
            let mut dialog = self.app.dialog().file().set_title(say::desk_dialog_select().to_string());
            dialog = dialog
                .add_filter(say::desk_dialog_tables().to_string(), &["csv", "txt", "tsv", "xlsx"])
                .add_filter(say::desk_dialog_all().to_string(), &["*"]);
            if let Some(window) = window::main(&self.app) {
                dialog = dialog.set_parent(&window);
            }
            let (answer, answered) = oneshot::channel();
            // Nobody waits any more when the call was given up; then there is nobody to tell.
            dialog.pick_files(move |chosen| drop(answer.send(chosen)));
            let chosen = answered.await.map_err(|_| HostError("the dialog closed without an answer".into()))?;
            let paths = chosen.unwrap_or_default().into_iter().map(PathBuf::try_from);
            paths.collect::<Result<_, _>>().map_err(|fault| HostError(fault.to_string()))
        })
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        refuse_unless_below(&self.data, path)?;
        let path = path.to_str().ok_or_else(|| HostError("the path cannot be written as text".into()))?;
        self.app.opener().open_path(path, None::<&str>).map_err(|fault| HostError(fault.to_string()))
    }

    fn open_saved(&self, path: &Path) -> Result<(), HostError> {
        refuse_unless_table(path)?;
        let path = path.to_str().ok_or_else(|| HostError("the path cannot be written as text".into()))?;
        self.app.opener().open_path(path, None::<&str>).map_err(|fault| HostError(fault.to_string()))
    }

    fn show_saved(&self, path: &Path) -> Result<(), HostError> {
        self.app.opener().reveal_item_in_dir(path).map_err(|fault| HostError(fault.to_string()))
    }

    fn open_link(&self, url: &str) -> Result<(), HostError> {
        refuse_unless_fixed(url)?;
        self.app.opener().open_url(url, None::<&str>).map_err(|fault| HostError(fault.to_string()))
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), HostError> {
        let notification = self.app.notification().builder().title(title).body(body);
        notification.show().map_err(|fault| HostError(fault.to_string()))
    }

    fn quit(&self) {
        self.app.exit(0);
    }
}
