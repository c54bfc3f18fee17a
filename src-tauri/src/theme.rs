//! Light or dark, known before the page is there to say it.

use tauri::{Theme, WebviewWindow};

/// The theme that the page will take from the engine. To be asked on the window system's own thread.
#[cfg(not(target_os = "linux"))]
pub fn of(window: &WebviewWindow) -> Theme {
    window.theme().unwrap_or(Theme::Light)
}

/// The theme that the page will take from the engine, which takes it from GTK; Tauri would ask a portal that a Linux
/// desktop may not have. To be asked on the window system's own thread.
#[cfg(target_os = "linux")]
pub fn of(_window: &WebviewWindow) -> Theme {
    use gtk::traits::GtkSettingsExt;

    let dark = gtk::Settings::default().is_some_and(|settings| {
        settings.is_gtk_application_prefer_dark_theme() || settings.gtk_theme_name().is_some_and(|name| is_dark(&name))
    });
    if dark || std::env::var("GTK_THEME").is_ok_and(|name| is_dark(&name)) { Theme::Dark } else { Theme::Light }
}

/// GTK's dark themes say so at the end of their names: `Adwaita-dark`, `Adwaita:dark`.
#[cfg(target_os = "linux")]
fn is_dark(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with("-dark") || name.ends_with(":dark")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn dark_themes_are_known_by_name() {
        assert!(is_dark("Adwaita-dark") && is_dark("Adwaita:dark") && is_dark("Yaru-Dark"));
        assert!(!is_dark("Adwaita") && !is_dark("Darkroom") && !is_dark(""));
    }
}
