//! The system's way to say that it is time to go: logging out, shutting down, Ctrl+C in the terminal. The app ends in
//! order and asks nobody: there may be nobody to ask, and nothing is lost.

use tauri::AppHandle;

/// Closes the app when the system says so.
#[cfg(unix)]
pub fn obey(app: &AppHandle) {
    use tokio::signal::unix::SignalKind;

    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let app = app.clone();
        when(kind, move || {
            tracing::info!(signal = kind.as_raw_value(), "told to close");
            app.exit(0);
        });
    }
}

/// For journeys, which reach the page but neither the window's frame nor what is dragged over it. SIGUSR2 presses the
/// close button. SIGWINCH brings the files that `drop-files.txt` in the data folder names over the window, and the
/// next one drops them. SIGUSR1 is WebKit's own.
#[cfg(all(unix, feature = "journeys"))]
pub fn obey_journeys(app: &AppHandle, started: &crate::start::Started, data: &std::path::Path) {
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicBool, Ordering};

    use tauri::{DragDropEvent, PhysicalPosition};
    use tokio::signal::unix::SignalKind;

    let app = app.clone();
    when(SignalKind::user_defined2(), move || {
        if let Some(Err(fault)) = crate::window::main(&app).map(|window| window.close()) {
            tracing::error!(%fault, "the window cannot be closed");
        }
    });
    let (started, list, held) = (started.clone(), data.join("drop-files.txt"), AtomicBool::new(false));
    when(SignalKind::window_change(), move || {
        let Ok(named) = std::fs::read_to_string(&list) else { return };
        let paths = named.lines().map(PathBuf::from).collect();
        let position = PhysicalPosition::default();
        let event = if held.fetch_xor(true, Ordering::SeqCst) {
            DragDropEvent::Drop { paths, position }
        } else {
            DragDropEvent::Enter { paths, position }
        };
        crate::drops::heard(&started, &event);
    });
}

/// Does `what` each time the signal comes.
#[cfg(unix)]
fn when(kind: tokio::signal::unix::SignalKind, what: impl Fn() + Send + 'static) {
    tauri::async_runtime::spawn(async move {
        match tokio::signal::unix::signal(kind) {
            Ok(mut told) => {
                while told.recv().await.is_some() {
                    what();
                }
            }
            Err(fault) => tracing::warn!(%fault, signal = kind.as_raw_value(), "the app will not hear this signal"),
        }
    });
}

/// Windows closes the window itself; only Ctrl+C in a terminal needs an ear.
#[cfg(not(unix))]
pub fn obey(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            app.exit(0);
        }
    });
}
