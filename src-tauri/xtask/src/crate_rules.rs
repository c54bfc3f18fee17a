//! Rules about which crate may know which: a table, held against what cargo says of the workspace.

use std::path::Path;

use serde_json::Value;

use crate::cargo;
use crate::command::{Call, Outcome, Problem};
use crate::say;

/// The one package that may know Tauri.
const SHELL: &str = "trackside";

/// Where the table stands, for what is said about it.
const TABLE: &str = "CRATES in src-tauri/xtask/src/crate_rules.rs";

/// A crate of this workspace and the others of it that it knows.
struct Room {
    name: &'static str,
    /// What it is built of. Exactly these.
    knows: &'static [&'static str],
    /// What its tests know beyond that. Nothing that people run is built of these.
    tests_know: &'static [&'static str],
}

/// Who may know whom, as ARCHITECTURE.md tells it under "The rooms". What is not here is not allowed.
const CRATES: &[Room] = &[
    room("words", &[], &[]),
    room("rules", &["words"], &[]),
    // The oracle that the others are proven against: it shares no code with them, nor do its tests.
    room("simulator", &[], &[]),
    room("state-api", &["rules", "words"], &[]),
    room("mirror", &["rules", "words"], &[]),
    room("ledger", &["rules"], &[]),
    room("imports", &["rules", "words"], &[]),
    room("sheet", &["words"], &[]),
    room("sync", &["mirror", "rules", "state-api", "words"], &["simulator"]),
    room("outbox", &["ledger", "rules", "state-api", "words"], &["simulator"]),
    room("desk", DESK_KNOWS, &[]),
    room(SHELL, &["desk", "words"], &["virtual-window"]),
    room("trackside-tests", TESTS_KNOW, &[]),
    // A tool, and no room of the app: nothing that people run is built of it.
    room("virtual-window", &[], &[]),
    room("xtask", &["virtual-window"], &[]),
];

const DESK_KNOWS: &[&str] =
    &["imports", "ledger", "mirror", "outbox", "rules", "sheet", "simulator", "state-api", "sync", "words"];

/// The bridge knows the desk alone; the benches and the soak, programs of the same crate, go to the rooms themselves.
const TESTS_KNOW: &[&str] = &["desk", "ledger", "mirror", "outbox", "rules", "simulator", "state-api", "sync"];

const fn room(name: &'static str, knows: &'static [&'static str], tests_know: &'static [&'static str]) -> Room {
    Room { name, knows, tests_know }
}

/// Each crate knows whom the table says and nobody else, and nothing but the shell reaches Tauri.
pub fn check() -> Outcome<()> {
    let metadata = cargo::metadata()?;
    let mut wrong = differences(CRATES, &metadata);
    wrong.extend(who_reaches_tauri(&metadata)?);
    if wrong.is_empty() {
        say::line(&format!("{} crates know whom the table says, and only the shell knows Tauri", CRATES.len()));
        Ok(())
    } else {
        Err(Problem::new(wrong.join("\n")))
    }
}

/// What differs between the table and the workspace, each in a sentence: what, where, what now.
fn differences(table: &[Room], metadata: &Value) -> Vec<String> {
    let crates = cargo::packages(metadata);
    let unknown = crates.iter().filter(|(name, _)| table.iter().all(|room| room.name != *name)).map(|(name, package)| {
        format!(
            "`{name}` ({}) has no line in the table: give it one in {TABLE}, and say in ARCHITECTURE.md under \"The \
             rooms\" what it is for and whom it may know",
            manifest(metadata, package)
        )
    });
    let known = table.iter().flat_map(|room| match crates.iter().find(|(name, _)| *name == room.name) {
        Some((_, package)) => differences_of(room, package, &manifest(metadata, package)),
        None => {
            vec![format!("the table has `{}`, which is no crate of the workspace: take it out of {TABLE}", room.name)]
        }
    });
    unknown.chain(known).collect()
}

fn differences_of(room: &Room, package: &Value, manifest: &str) -> Vec<String> {
    let Room { name, knows, tests_know } = *room;
    let built_of = arrows(package, |kind| kind != Some("dev"));
    let tested_with = arrows(package, |kind| kind == Some("dev"));
    let new = built_of.iter().filter(|other| !knows.contains(other)).map(|other| {
        format!(
            "`{name}` knows `{other}` ({manifest}), an arrow that is not in the table: take the dependency out, or, where \
             the house is to change, draw the arrow in {TABLE} and in ARCHITECTURE.md"
        )
    });
    let new_in_tests =
        tested_with.iter().filter(|other| !knows.contains(other) && !tests_know.contains(other)).map(|other| {
            format!(
                "the tests of `{name}` know `{other}` ({manifest}, dev-dependencies), an arrow that is not in the table: \
                 take the dependency out, or draw the arrow in the tests' column of {TABLE}"
            )
        });
    let gone = knows.iter().filter(|other| !built_of.contains(other)).map(|other| {
        format!(
            "the table says that `{name}` knows `{other}`, and {manifest} no longer says so: take the arrow out of {TABLE} \
             and of ARCHITECTURE.md"
        )
    });
    let gone_from_tests = tests_know.iter().filter(|other| !tested_with.contains(other)).map(|other| {
        format!(
            "the table says that the tests of `{name}` know `{other}`, and the dev-dependencies of {manifest} no longer \
             say so: take the arrow out of {TABLE}"
        )
    });
    new.chain(new_in_tests).chain(gone).chain(gone_from_tests).collect()
}

/// The crates of this repository that `package` depends on in a way that `kind` picks: normal (`None`), build or dev.
/// On any system and under any feature. A crate from elsewhere has a source, and one of ours has none.
fn arrows(package: &Value, kind: impl Fn(Option<&str>) -> bool) -> Vec<&str> {
    let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
    dependencies
        .filter(|dependency| dependency.get("source").is_none_or(Value::is_null))
        .filter(|dependency| kind(dependency.get("kind").and_then(Value::as_str)))
        .filter_map(|dependency| dependency.get("name").and_then(Value::as_str))
        .collect()
}

/// Where `package` states its dependencies, as a person at the root finds it.
fn manifest(metadata: &Value, package: &Value) -> String {
    let text = |value: &Value, field| value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (root, file) = (text(metadata, "workspace_root"), text(package, "manifest_path"));
    Path::new(&file).strip_prefix(&root).map_or(file.clone(), |file| file.display().to_string())
}

/// Whoever depends on Tauri or a web view beside the shell, directly or through another crate.
fn who_reaches_tauri(metadata: &Value) -> Outcome<Option<String>> {
    let mut guilty = Vec::new();
    for (member, _) in cargo::packages(metadata).into_iter().filter(|(member, _)| *member != SHELL) {
        let tree = Call::cargo()
            .args(["tree", "--quiet", "--locked", "--edges", "all", "--target", "all", "--prefix", "none"])
            .args(["--format", "{p}", "--package", member])
            .output()?;
        guilty.extend(tauri_in(&tree).map(|found| format!("`{member}` depends on {found}")));
    }
    let all = guilty.join("; ");
    Ok((!guilty.is_empty())
        .then(|| format!("only the shell may know Tauri, but {all}: `cargo tree` tells through whom")))
}

fn tauri_in(tree: &str) -> Option<&str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .find(|name| *name == "tauri" || *name == "wry" || *name == "tao" || name.starts_with("tauri-"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A small house: `desk` is built of `rules` and of `words` (for its build script), and tested with `simulator`.
    const TABLE: &[Room] = &[
        room("rules", &[], &[]),
        room("words", &[], &[]),
        room("simulator", &[], &[]),
        room("desk", &["rules", "words"], &["simulator"]),
    ];

    fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Value {
        let dependencies: Vec<Value> = dependencies
            .iter()
            .map(|(name, kind)| json!({"name": name, "kind": kind, "source": null}))
            .chain([json!({"name": "sheet", "kind": null, "source": "registry+https://example.org"})])
            .collect();
        json!({"name": name, "manifest_path": format!("/house/{name}/Cargo.toml"), "dependencies": dependencies})
    }

    fn found(desk: &[(&str, Option<&str>)], more: &[&str]) -> Vec<String> {
        let others = ["rules", "words", "simulator"].iter().chain(more).map(|name| package(name, &[]));
        let packages: Vec<Value> = others.chain([package("desk", desk)]).collect();
        differences(TABLE, &json!({"packages": packages, "workspace_root": "/house"}))
    }

    const AS_IT_IS: &[(&str, Option<&str>)] = &[("rules", None), ("words", Some("build")), ("simulator", Some("dev"))];

    fn says(all: &[String], parts: &[&str]) {
        let [one] = all else { panic!("one sentence, and not {all:#?}") };
        assert!(parts.iter().all(|part| one.contains(part)), "{one}");
    }

    #[test]
    fn a_workspace_that_is_as_the_table_says_has_no_difference() {
        assert_eq!(found(AS_IT_IS, &[]), Vec::<String>::new(), "crates from elsewhere are nobody's arrow");
        let twice = [AS_IT_IS, &[("rules", Some("dev"))]].concat();
        assert_eq!(found(&twice, &[]), Vec::<String>::new(), "tests may know what their crate is built of");
    }

    #[test]
    fn a_crate_that_is_not_in_the_table_is_an_error() {
        says(&found(AS_IT_IS, &["attic"]), &["`attic` (attic/Cargo.toml) has no line in the table", "give it one"]);
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_an_error() {
        for kind in [None, Some("build")] {
            let desk = [AS_IT_IS, &[("simulator", kind)]].concat();
            let parts = ["`desk` knows `simulator` (desk/Cargo.toml)", "take the dependency out"];
            says(&found(&desk, &[]), &parts);
        }
        let outside = [AS_IT_IS, &[("elsewhere", None)]].concat();
        says(&found(&outside, &[]), &["`desk` knows `elsewhere`"]);
        let tested = [AS_IT_IS, &[("attic", Some("dev"))]].concat();
        says(&found(&tested, &[]), &["the tests of `desk` know `attic`", "the tests' column"]);
    }

    #[test]
    fn an_arrow_in_the_table_that_no_longer_exists_is_an_error() {
        says(
            &found(&AS_IT_IS[1..], &[]),
            &["`desk` knows `rules`, and desk/Cargo.toml no longer says so", "take the arrow out"],
        );
        let for_tests = [&[("rules", Some("dev"))], &AS_IT_IS[1..]].concat();
        says(&found(&for_tests, &[]), &["`desk` knows `rules`, and desk/Cargo.toml no longer says so"]);
        says(&found(&AS_IT_IS[..2], &[]), &["the tests of `desk` know `simulator`", "take the arrow out"]);
    }

    #[test]
    fn a_crate_in_the_table_that_no_longer_exists_is_an_error() {
        let gone = differences(&[room("attic", &[], &[])], &json!({"packages": [], "workspace_root": "/house"}));
        says(&gone, &["the table has `attic`, which is no crate of the workspace"]);
    }

    #[test]
    fn tauri_is_seen_under_any_of_its_names() {
        assert_eq!(tauri_in("desk v0.1.0\nserde v1.0.0\ntauri-plugin-dialog v2.8.0"), Some("tauri-plugin-dialog"));
        assert_eq!(tauri_in("desk v0.1.0\ntauriform v1.0.0\ntaotie v0.1.0"), None, "a name that only begins alike");
    }
}
