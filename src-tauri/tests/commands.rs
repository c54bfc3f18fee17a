//! What the page may call is written down three times: in the desk's registry, in the capability file, and in what Tauri
//! makes of it. They say the same.

#![expect(clippy::expect_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// What the page may ask of Tauri itself: to hear the desk's events, to zoom where the engine has no keys for it, and to
/// print: on macOS `window.print` is a call of Tauri's.
const OF_TAURI: &[&str] = &[
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:webview:allow-set-webview-zoom",
    "core:webview:allow-print",
];

fn read(file: &str) -> Value {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is there");
    serde_json::from_str(&text).expect("the file is JSON")
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn the_capability_file_names_exactly_the_desks_commands() {
    let named = texts(&read("capabilities/main.json")["permissions"]);
    let of_the_desk = desk::COMMANDS.iter().map(|command| format!("allow-{}", command.replace('_', "-")));
    let wanted: Vec<String> = OF_TAURI.iter().map(ToString::to_string).chain(of_the_desk).collect();
    let missing: Vec<&String> = wanted.iter().filter(|permission| !named.contains(permission)).collect();
    let too_many: Vec<&String> = named.iter().filter(|permission| !wanted.contains(permission)).collect();
    assert!(
        missing.is_empty() && too_many.is_empty(),
        "capabilities/main.json: add {missing:?}, take out {too_many:?}"
    );
    assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len(), "none is named twice");
}

#[test]
fn the_capability_is_the_one_windows_and_no_others() {
    assert_eq!(texts(&read("capabilities/main.json")["windows"]), ["main"]);
    assert_eq!(texts(&read("tauri.conf.json")["app"]["security"]["capabilities"]), ["main"]);
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities")).expect("the folder is there");
    assert_eq!(files.count(), 1, "one capability file");
    assert!(read("capabilities/main.json").get("remote").is_none(), "no page from elsewhere may call anything");
}

#[test]
fn the_page_reaches_nothing_but_its_own_program() {
    let config = read("tauri.conf.json");
    assert_eq!(config["app"]["withGlobalTauri"], Value::Bool(false));
    assert!(config["build"].get("devUrl").is_none(), "there is no development server");
    let policy = config["app"]["security"]["csp"].as_str().expect("a policy").to_owned();
    for directive in policy.split(';').map(str::trim) {
        let mut words = directive.split_whitespace();
        let name = words.next().expect("a name");
        for source in words {
            let own = ["'self'", "'none'", "data:", "ipc:", "http://ipc.localhost"].contains(&source)
                || (name == "style-src" && source == "'unsafe-inline'");
            assert!(own, "{name} lets in {source}");
        }
    }
    for needed in ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"] {
        assert!(policy.contains(needed), "the policy says {needed}");
    }
}
