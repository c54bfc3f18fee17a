//! The system's way to say that it is time to go: logging out, shutting down, Ctrl+C in the terminal. The window closes
//! as if the person had closed it, so that the desk puts its things down.

use tauri::AppHandle;

/// Closes the app when the system says so.
#[cfg(unix)]
pub fn obey(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};

    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut told) => {
                    if told.recv().await.is_some() {
                        tracing::info!(signal = kind.as_raw_value(), "told to close");
                        app.exit(0);
                    }
                }
                Err(fault) => tracing::warn!(%fault, "the app will not hear when it is told to close"),
            }
        });
    }
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
