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
    #[cfg(feature = "journeys")]
    press_close_when_told(app);
}

/// For journeys, which reach the page but not the window's frame around it: SIGUSR2 presses its close button. SIGUSR1 is
/// WebKit's own.
#[cfg(all(unix, feature = "journeys"))]
fn press_close_when_told(app: &AppHandle) {
    let app = app.clone();
    when(tokio::signal::unix::SignalKind::user_defined2(), move || {
        if let Some(Err(fault)) = crate::window::main(&app).map(|window| window.close()) {
            tracing::error!(%fault, "the window cannot be closed");
        }
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
