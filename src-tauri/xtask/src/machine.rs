//! What the machine itself must have, checked and, where that is possible, brought.

use std::env;
use std::path::Path;

use crate::command::{Call, Outcome, Problem, on_path};
use crate::say;

/// What the machine is made ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building the app and opening it on a display.
    Running,
    /// Building the app and opening it where there is no display.
    RunningWithoutDisplay,
    /// All of the tests.
    Testing,
}

/// Builds a Tauri window on Debian and its relatives.
const TO_BUILD: &[&str] =
    &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libayatana-appindicator3-dev"];
/// Opens a window without a display and drives it.
const FOR_A_VIRTUAL_WINDOW: &[&str] = &["webkit2gtk-driver", "xvfb"];
/// A secret service to test the keychain with.
const FOR_THE_KEYCHAIN: &[&str] = &["dbus", "gnome-keyring"];
/// Browsers that serve as the second engine, as their programs are called.
const CHROMIUMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// The oldest Node the page's tools run on, as major and minor number.
const NODE: (u32, u32) = (20, 19);

/// Makes the machine ready for `purpose`, or says in one problem what a person has to do.
pub fn ready(purpose: For) -> Outcome<()> {
    node()?;
    if cfg!(target_os = "linux") {
        linux(purpose)
    } else if cfg!(target_os = "macos") {
        macos()
    } else if cfg!(windows) {
        windows();
        Ok(())
    } else {
        say::note("this system is not one that Trackside is tried on; going on all the same");
        Ok(())
    }
}

/// Whether windows can be shown here: always on Windows and macOS, on Linux where X11 or Wayland is there.
pub fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The second engine's program, where one is installed. `TRACKSIDE_CHROMIUM` names another.
pub fn chromium() -> Option<std::path::PathBuf> {
    match env::var_os("TRACKSIDE_CHROMIUM") {
        Some(named) => Some(named.into()),
        None => CHROMIUMS.iter().find_map(|name| on_path(name)),
    }
}

fn node() -> Outcome<()> {
    let (major, minor) = NODE;
    let wanted = format!("Node {major}.{minor} or newer");
    let found = Call::new("node").arg("--version").answer();
    let found = found.ok_or_else(|| {
        Problem::new(format!("Node is not installed. Install {wanted} from nodejs.org, then run this again."))
    })?;
    if number(&found).is_some_and(|found| found >= NODE) {
        return Ok(());
    }
    Err(Problem::new(format!("{wanted} is needed, and this is {found}. Install a newer Node, then run this again.")))
}

fn number(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn linux(purpose: For) -> Outcome<()> {
    let mut needed = TO_BUILD.to_vec();
    if purpose != For::Running {
        needed.extend(FOR_A_VIRTUAL_WINDOW);
    }
    if purpose == For::Testing {
        needed.extend(FOR_THE_KEYCHAIN);
        if chromium().is_none() {
            needed.push("chromium");
        }
    }
    if on_path("dpkg-query").is_none() {
        say::note(&format!(
            "this is not Debian or Ubuntu, so nothing is installed here. Debian's names for what is needed: {}",
            needed.join(" ")
        ));
        return Ok(());
    }
    let missing = missing(&needed);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if Call::new("id").arg("-u").answer().as_deref() != Some("0") {
        return Err(Problem::new(format!(
            "this machine lacks packages that the build needs. Type this line, then run the command again:\n\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n"
        )));
    }
    say::step(&format!("installing system packages: {names}"));
    apt(&["update", "-q"])?;
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], missing.as_slice()].concat())
}

fn apt(args: &[&str]) -> Outcome<()> {
    Call::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// The packages of `needed` that dpkg does not hold installed. A package it never heard of is missing too.
fn missing<'a>(needed: &[&'a str]) -> Vec<&'a str> {
    let installed = |name: &str| {
        Call::new("dpkg-query")
            .args(["--show", "--showformat=${db:Status-Status}\n", name])
            .answer()
            .is_some_and(|answer| answer.lines().any(|line| line == "installed"))
    };
    needed.iter().copied().filter(|name| !installed(name)).collect()
}

fn macos() -> Outcome<()> {
    if Call::new("xcode-select").arg("-p").answer().is_some() {
        return Ok(());
    }
    Err("Apple's command line tools are missing. Type `xcode-select --install`, then run this again.".into())
}

/// On Windows both parts usually are there; what is found missing is said, and the build goes on to say the rest.
fn windows() {
    let webview = ["HKLM\\SOFTWARE\\WOW6432Node", "HKLM\\SOFTWARE", "HKCU\\Software"].iter().any(|hive| {
        let key = format!("{hive}\\Microsoft\\EdgeUpdate\\Clients\\{{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}}");
        Call::new("reg").args(["query", &key, "/v", "pv"]).answer().is_some()
    });
    if !webview {
        say::note(
            "Microsoft's WebView2 runtime was not found. Windows 11 has it; on Windows 10 install the \
             \"Evergreen WebView2 Runtime\" from Microsoft, or the app's window cannot open.",
        );
    }
    let folder = env::var_os("ProgramFiles(x86)").unwrap_or_else(|| "C:\\Program Files (x86)".into());
    let vswhere = Path::new(&folder).join("Microsoft Visual Studio").join("Installer").join("vswhere.exe");
    let tools = Call::new(vswhere)
        .args(["-latest", "-products", "*", "-property", "installationPath"])
        .args(["-requires", "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"])
        .answer();
    if tools.is_none_or(|path| path.is_empty()) {
        say::note(
            "Microsoft's C++ build tools were not found. Install \"Build Tools for Visual Studio\" with the workload \
             \"Desktop development with C++\", or the build stops where it links.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_version_is_read_from_its_own_words() {
        assert_eq!(number("v20.20.2\n"), Some((20, 20)));
        assert_eq!(number("v22.1.0"), Some((22, 1)));
        assert!(number("v20.9.0") < Some(NODE), "9 is older than 19");
        assert_eq!(number("twenty"), None, "anything else is no version");
    }
}
