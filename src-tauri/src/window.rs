//! The one window. It is made hidden in the theme's colour and shown when the page is there, so that nobody is dazzled.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::window::Color;
use tauri::{AppHandle, Manager, Theme, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::theme;

/// The window's name, in the capability file too.
const MAIN: &str = "main";

/// The page's `--surface`, so that window and page look the same before and after the page is painted.
const LIGHT: Color = Color(0xff, 0xff, 0xff, 0xff);
const DARK: Color = Color(0x16, 0x19, 0x1d, 0xff);

/// A page that is not there by then will not come. A window with nothing in it can at least be closed.
const PAGE_WITHIN: Duration = Duration::from_secs(10);

/// Keeps what a browser does and an app does not from happening by a slip: reloading, the browser's own menu except
/// where there is text to copy or to edit.
const APP_NOT_BROWSER: &str = include_str!("window.js");

/// Opens the window, hidden. The engine keeps its own files below the data folder, apart from what is worth keeping.
///
/// # Errors
/// The window system's.
pub fn open(app: &AppHandle, data: Option<&Path>) -> tauri::Result<()> {
    let shown = Shown::default();
    let when_loaded = shown.clone();
    let mut builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Trackside")
        .inner_size(1360.0, 860.0)
        .min_inner_size(820.0, 520.0)
        .visible(false)
        .background_color(LIGHT)
        .devtools(cfg!(debug_assertions))
        // The engine would offer to remember what is typed into the fields for keys.
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .initialization_script(APP_NOT_BROWSER)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(move |window, load| {
            if matches!(load.event(), PageLoadEvent::Finished) {
                when_loaded.show(&window);
            }
        });
    if let Some(folder) = data {
        builder = builder.data_directory(folder.join("webview"));
    }
    let window = builder.build()?;
    follow_theme(&window);
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PAGE_WITHIN).await;
        shown.show(&window);
    });
    Ok(())
}

/// The window, while there is one.
pub fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(MAIN)
}

/// Brings the window before the person.
pub fn focus(app: &AppHandle) {
    if let Some(window) = main(app) {
        let focused = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(fault) = focused {
            tracing::warn!(%fault, "the window could not be brought to the front");
        }
    }
}

/// Whether the window was shown; a reload later must not fetch it back from where the person put it.
#[derive(Clone, Default)]
struct Shown(Arc<AtomicBool>);

impl Shown {
    fn show(&self, window: &WebviewWindow) {
        if !self.0.swap(true, Ordering::SeqCst)
            && let Err(fault) = window.show()
        {
            tracing::error!(%fault, "the window could not be shown");
        }
    }
}

/// Keeps the window's colour the theme's.
fn follow_theme(window: &WebviewWindow) {
    paint(window, theme::of(window));
    let painted = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::ThemeChanged(theme) = event {
            paint(&painted, *theme);
        }
    });
}

fn paint(window: &WebviewWindow, theme: Theme) {
    let colour = if theme == Theme::Dark { DARK } else { LIGHT };
    if let Err(fault) = window.set_background_color(Some(colour)) {
        tracing::warn!(%fault, "the window keeps its old background");
    }
}

/// The page's own addresses: `tauri://localhost`, which Windows calls `http://tauri.localhost`.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(url: &str) -> bool {
        is_own_page(&Url::parse(url).unwrap())
    }

    #[test]
    fn the_windows_colours_are_the_pages() {
        let hex = |Color(red, green, blue, _)| format!("#{red:02x}{green:02x}{blue:02x}");
        let wanted = format!("--surface: light-dark({}, {});", hex(LIGHT), hex(DARK));
        let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/tokens.css");
        let tokens = std::fs::read_to_string(tokens).unwrap();
        assert!(tokens.contains(&wanted), "the page's tokens say \"{wanted}\"");
    }

    #[test]
    fn the_window_stays_with_its_own_page() {
        assert!(allowed("tauri://localhost/index.html"));
        assert_eq!(allowed("http://tauri.localhost/"), cfg!(windows));
        for elsewhere in [
            "https://example.com/",
            "http://localhost:3000/",
            "tauri://example.com/",
            "http://tauri.localhost:8080/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
        ] {
            assert!(!allowed(elsewhere), "{elsewhere} must stay outside");
        }
    }
}
