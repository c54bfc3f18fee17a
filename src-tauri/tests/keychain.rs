//! Keys in the real keychain. On Linux the test starts itself again inside a session bus of its own with a real
//! gnome-keyring, so that it touches nobody's keys; on Windows and macOS it uses the system's, under a name of its own.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use desk::contract::Keychain;
use desk::{KeyStore, StoredKeys};
use secrecy::{ExposeSecret, SecretString};
use shell::{keychain, logs};

/// Not the app's own name, so that the app's keys stay out of it.
const SERVICE: &str = "Trackside tests";
/// Texts that no file may hold.
const SOFTWARE: &str = "marker-software-key-93d1";
const USER: &str = "marker-user-key-5a70-\u{e4}\"\\";
const LATER: &str = "marker-later-key-77c2";
/// Set in the runs that this test starts: where the logs go.
const INSIDE: &str = "TRACKSIDE_TEST_LOGS";

fn keys(software: &str, user: &str) -> StoredKeys {
    StoredKeys { software: SecretString::from(software), user: SecretString::from(user) }
}

fn read_back(keychain: &dyn KeyStore, account: &str) -> Option<(String, String)> {
    let found = keychain.get(account).unwrap()?;
    Some((found.software.expose_secret().to_owned(), found.user.expose_secret().to_owned()))
}

fn pair(software: &str, user: &str) -> Option<(String, String)> {
    Some((software.to_owned(), user.to_owned()))
}

/// What the first start of an app does: keep, read back, replace, forget another.
fn first_start() {
    let keychain = keychain::open(SERVICE);
    assert_eq!(keychain.kind(), Keychain::System, "the keychain answers");
    assert_eq!(read_back(&*keychain, "retailer"), None, "nothing is there at first");
    keychain.remove("retailer").unwrap();

    keychain.put("retailer", &keys(SOFTWARE, USER)).unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), pair(SOFTWARE, USER));
    assert_eq!(read_back(&*keychain, "cultivator"), None, "accounts are apart");

    keychain.put("retailer", &keys(SOFTWARE, LATER)).unwrap();
    keychain.put("cultivator", &keys(LATER, USER)).unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), pair(SOFTWARE, LATER), "the later keys replace the earlier");

    keychain.remove("cultivator").unwrap();
    assert_eq!(read_back(&*keychain, "cultivator"), None, "what was removed is gone");
}

/// What the next start finds.
fn next_start() {
    let keychain = keychain::open(SERVICE);
    assert_eq!(read_back(&*keychain, "retailer"), pair(SOFTWARE, LATER), "the keys outlive the program");
    keychain.remove("retailer").unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), None);
}

fn without_a_keychain() {
    let keychain = keychain::open(SERVICE);
    assert_eq!(keychain.kind(), Keychain::SessionOnly, "it says that the keys will be gone");
    keychain.put("retailer", &keys(SOFTWARE, USER)).unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), pair(SOFTWARE, USER), "this session has them");
    keychain.put("retailer", &keys(SOFTWARE, LATER)).unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), pair(SOFTWARE, LATER));
    keychain.remove("retailer").unwrap();
    assert_eq!(read_back(&*keychain, "retailer"), None);
    assert_eq!(read_back(&*keychain::open(SERVICE), "retailer"), None, "nothing was kept anywhere");
}

/// One part of a test, in a program of its own. Started any other way it has nothing to do.
#[test]
fn inside() {
    let Some(folder) = env::var_os(INSIDE) else { return };
    logs::start(Path::new(&folder)).unwrap();
    match env::var("TRACKSIDE_TEST_PART").as_deref() {
        Ok("first") => first_start(),
        Ok("next") => next_start(),
        Ok("without") => without_a_keychain(),
        other => panic!("there is no part {other:?}"),
    }
}

#[cfg(not(target_os = "linux"))]
#[test]
fn the_systems_keychain_keeps_keys_and_no_file_shows_them() {
    let scratch = tempfile::tempdir().unwrap();
    for part in ["first", "next"] {
        let mut program = std::process::Command::new(env::current_exe().unwrap());
        program.args(["--exact", "inside", "--nocapture"]);
        run(program.env(INSIDE, scratch.path().join("logs")).env("TRACKSIDE_TEST_PART", part));
    }
    nothing_shows_a_key(scratch.path());
}

#[cfg(target_os = "linux")]
#[test]
fn the_systems_keychain_keeps_keys_and_no_file_shows_them() {
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        assert!(
            on_path(program),
            "{program} is missing, so the real keychain cannot be tested here: install dbus and gnome-keyring, which \
             `cargo xtask test` does by itself"
        );
    }
    let scratch = scratch_home();
    let script = "printf word | gnome-keyring-daemon --unlock --components=secrets > \"$HOME/daemon.txt\" 2>&1 \
                  && TRACKSIDE_TEST_PART=first \"$0\" --exact inside --nocapture \
                  && TRACKSIDE_TEST_PART=next \"$0\" --exact inside --nocapture";
    let mut session = std::process::Command::new("dbus-run-session");
    session.args(["--", "sh", "-c", script]).arg(env::current_exe().unwrap());
    run(at_home(&mut session, scratch.path()));
    let keyrings = scratch.path().join("data").join("keyrings");
    assert!(files(&keyrings).iter().any(|file| file.ends_with("login.keyring")), "a real keyring was written");
    nothing_shows_a_key(scratch.path());
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_keychain_keys_last_for_the_session_and_it_says_so() {
    let scratch = scratch_home();
    let mut program = std::process::Command::new(env::current_exe().unwrap());
    program.args(["--exact", "inside", "--nocapture"]).env("TRACKSIDE_TEST_PART", "without");
    run(at_home(&mut program, scratch.path()));
    let logs: String =
        files(&scratch.path().join("logs")).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert!(logs.contains("keys are kept for this session only"), "the logs say so: {logs}");
    nothing_shows_a_key(scratch.path());
}

#[cfg(target_os = "linux")]
fn on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).exists()))
}

/// A home that nobody has used, with room for a session bus.
#[cfg(target_os = "linux")]
fn scratch_home() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;

    let scratch = tempfile::tempdir().unwrap();
    let run = scratch.path().join("run");
    fs::create_dir(&run).unwrap();
    fs::set_permissions(run, fs::Permissions::from_mode(0o700)).unwrap();
    scratch
}

#[cfg(target_os = "linux")]
fn at_home<'a>(program: &'a mut std::process::Command, home: &Path) -> &'a mut std::process::Command {
    for other in ["DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"] {
        program.env_remove(other);
    }
    program
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env(INSIDE, home.join("logs"))
}

fn run(program: &mut std::process::Command) {
    let ended = program.output().unwrap();
    let said = [ended.stdout, ended.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(ended.status.success(), "the part failed:\n{said}");
    for key in [SOFTWARE, USER, LATER] {
        assert!(!said.contains(key), "a key was said aloud:\n{said}");
    }
}

/// Looks into every file below `folder`, logs among them.
fn nothing_shows_a_key(folder: &Path) {
    let all = files(folder);
    assert!(all.iter().any(|file| file.extension().is_some_and(|ending| ending == "log")), "there are logs: {all:?}");
    for file in all {
        let content = fs::read(&file).unwrap();
        for key in [SOFTWARE, USER, LATER] {
            let shown = content.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!shown, "{} shows a key", file.display());
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            found.extend(files(&entry.path()));
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    found
}
