//! The real window: what the page may do in it, and that there is one.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use virtual_window::{Screen, Window, at_home};

const APP: &str = env!("CARGO_BIN_EXE_trackside");

/// A home nobody has used and a screen of its own.
fn fresh() -> (TempDir, Screen) {
    let home = tempfile::tempdir().unwrap();
    let screen = Screen::start(&home.path().join("screen.log")).expect("`cargo xtask test` installs Xvfb by itself");
    (home, screen)
}

/// The app in its real window, its data in `data`.
fn open(data: &Path, home: &TempDir, screen: &Screen) -> Window {
    let opened = Window::open(APP.as_ref(), &["--data-dir", data.to_str().unwrap()], home.path(), screen);
    opened.expect("`cargo xtask test` installs WebKitWebDriver by itself")
}

/// Calls the shell as the page would: `{"ok": answer}` or `{"refused": error}`.
fn invoke(window: &Window, command: &str, payload: &Value) -> Value {
    let call = format!("window.__TAURI_INTERNALS__.invoke({}, {payload})", json!(command));
    window.run(&format!("{call}.then(ok => done({{ok}}), refused => done({{refused}}))")).unwrap()
}

#[test]
fn the_page_may_call_the_desk_and_nothing_else() {
    let (home, screen) = fresh();
    let data = home.path().join("a folder");
    let window = open(&data, &home, &screen);

    let answer = invoke(&window, "app_snapshot", &json!({"request": {}}));
    assert_eq!(answer["ok"]["keychain"], json!("session_only"), "the desk answers: {answer}");
    let answer = invoke(&window, "app_snapshot", &json!({}));
    assert_eq!(answer["refused"]["code"], json!("bad_request"), "a call without a request: {answer}");

    for (command, payload) in [
        ("no_such_command", json!({"request": {}})),
        ("plugin:dialog|save", json!({"options": {}})),
        ("plugin:dialog|open", json!({"options": {}})),
        ("plugin:opener|open_url", json!({"url": "https://ca.metrc.com/"})),
        ("plugin:opener|open_path", json!({"path": "/etc/passwd"})),
        ("plugin:notification|notify", json!({"options": {"title": "hello"}})),
        ("plugin:window-state|filename", json!({})),
        ("plugin:window|close", json!({"label": "main"})),
        ("plugin:webview|create_webview_window", json!({"options": {"label": "other"}})),
        ("plugin:event|emit", json!({"event": "desk", "payload": 1})),
        ("plugin:path|resolve_directory", json!({"directory": 21})),
        ("plugin:app|version", json!({})),
    ] {
        let answer = invoke(&window, command, &payload);
        let refused = answer["refused"].as_str().is_some_and(|words| words.contains("not allowed"));
        assert!(refused, "{command} must be refused: {answer}");
    }
    assert_eq!(invoke(&window, "plugin:webview|set_webview_zoom", &json!({"value": 1.0})), json!({"ok": null}));
    assert_eq!(window.run("done(typeof window.__TAURI__)").unwrap(), json!("undefined"), "no global Tauri");

    assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700, "the data is its owner's alone");
}

#[test]
fn the_window_stays_where_it_is() {
    let (home, screen) = fresh();
    let data = home.path().join("data");
    let window = open(&data, &home, &screen);

    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", elsewhere.local_addr().unwrap());

    let run = |script: &str| window.run(script).unwrap();
    let fetched = run(&format!("fetch('{address}').then(() => done('fetched'), () => done('refused'))"));
    assert_eq!(fetched, json!("refused"), "the page reaches no server");
    let ran = run("const script = document.createElement('script'); script.textContent = 'window.__ran = true'; \
         document.head.append(script); done(window.__ran ?? null)");
    assert_eq!(ran, Value::Null, "no script runs that did not come with the program");
    let opened = run(&format!("done(window.open('{address}') === null)"));
    assert_eq!(opened, json!(true), "no second window opens");
    // The page's own clock gives it time to go; where it went, the second call would be answered.
    run(&format!("location.href = '{address}'; done(null)"));
    let place = run("setTimeout(() => done(location.origin), 300)");
    assert_eq!(place, json!("tauri://localhost"), "the page does not go away");
    elsewhere.set_nonblocking(true).unwrap();
    assert!(elsewhere.accept().is_err(), "nothing of all this called the server");
    let prevented = run(
        "const event = (kind, make) => !document.body.dispatchEvent(make(kind, {bubbles: true, cancelable: true})); \
         done([event('contextmenu', (k, o) => new MouseEvent(k, o)), \
               event('keydown', (k, o) => new KeyboardEvent(k, {...o, key: 'F5'})), \
               event('keydown', (k, o) => new KeyboardEvent(k, {...o, key: 'a'}))])",
    );
    assert_eq!(prevented, json!([true, true, false]), "no browser menu and no reload by a slip");
}

/// A session bus with nothing to start on it, so that the test starts nothing but the app.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"#;

/// Starts the app, starts it again, closes it; each line says how one went.
const TWO_STARTS: &str = r#"
"$0" & first=$!
until grep -qs "Trackside starts" "$XDG_DATA_HOME"/app.trackside.desktop/logs/*.log; do
  kill -0 $first || { echo "first ended early"; exit 1; }
  sleep 0.05
done
timeout 30 "$0"; echo "second ended with $?"
kill -0 $first && echo "first is still there"
kill -TERM $first; wait $first; echo "first ended with $?"
"#;

#[test]
fn a_second_start_leaves_the_first_alone_and_closing_is_orderly() {
    let (home, screen) = fresh();
    let config = home.path().join("bus.conf");
    fs::write(&config, BUS).unwrap();
    let mut session = Command::new("dbus-run-session");
    session.arg(format!("--config-file={}", config.display()));
    session.args(["--", "sh", "-c", TWO_STARTS, APP]);
    let ended = at_home(&mut session, home.path(), &screen).output().expect("dbus-run-session is installed");
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert_eq!(
        said,
        "second ended with 0\nfirst is still there\nfirst ended with 0\n",
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    let logs = home.path().join("data/app.trackside.desktop/logs");
    let text: String =
        fs::read_dir(logs).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    assert_eq!(text.matches("Trackside starts").count(), 1, "the second start opened nothing: {text}");
    assert!(home.path().join("config/app.trackside.desktop/.window-state.json").exists(), "the place is remembered");
}
