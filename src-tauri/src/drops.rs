//! Files held over the window or dropped on it. The desk gives them handles; the page never sees a path.

use tauri::DragDropEvent;
use tauri::async_runtime::spawn_blocking;

use crate::start::Started;

/// Passes on what the window system told. While the desk is not open there is nothing to drop files on.
pub fn heard(started: &Started, event: &DragDropEvent) {
    let Some(desk) = started.open_desk() else { return };
    match event {
        DragDropEvent::Enter { paths, .. } => desk.files_over(i64::try_from(paths.len()).unwrap_or(i64::MAX)),
        DragDropEvent::Drop { paths, .. } => {
            let paths = paths.clone();
            // Each file is looked at, and a disk that is elsewhere may take its time.
            spawn_blocking(move || desk.files_dropped(paths));
        }
        DragDropEvent::Leave => desk.files_over(0),
        _ => {}
    }
}
