//! The desk's folders know only what stands below them: by paths, and by the methods of `Desk`, which need no path.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;

/// The floors, from the ground up: each part knows those of lower floors, and none of its own. A new part is drawn here
/// first; of the ground each file is one.
const FLOORS: &[&[&str]] = &[
    &["contract"],
    &["host"],
    &["wording"],
    &["kinds"],
    &["state"],
    &["desk"],
    &["ground::export", "ground::once", "ground::questions", "ground::reading", "ground::status"],
    &["ground::connections", "ground::outbox", "ground::saving"],
    &["ground::runs"],
    &["ground::telling"],
    FEATURES,
    &["registry", "start"],
];

/// What a person does with the desk. They meet on the ground and do not know each other.
const FEATURES: &[&str] = &["accounts", "actions", "app", "card", "drafts", "grids", "guide", "reports", "transfers"];

/// What a feature gives to the roof beside its commands.
const FOR_THE_ROOF: [&str; 1] = ["restore_accounts"];

/// A file of the desk.
struct Source {
    /// Its module: `["ground", "outbox", "news"]`.
    module: Vec<String>,
    /// Without comments; a chain of calls is one line.
    text: String,
}

impl Source {
    fn part(&self) -> String {
        part_of(&self.module)
    }

    /// The methods of `Desk` that stand here and are seen elsewhere in the crate.
    fn methods(&self) -> Vec<String> {
        let mut of_desk = false;
        let mut names = Vec::new();
        for line in self.text.lines() {
            if line.starts_with(|c: char| !c.is_whitespace()) {
                of_desk = line == "impl Desk {";
            }
            let is_seen = line.starts_with("    pub ") || line.starts_with("    pub(crate) ");
            if let Some((_, rest)) = line.split_once("fn ").filter(|_| of_desk && is_seen) {
                names.push(name_at(rest).to_owned());
            }
        }
        names
    }

    /// The parts that are named by paths from the crate's root.
    fn named(&self) -> Vec<String> {
        self.text.split("crate::").skip(1).flat_map(|rest| paths_at(rest, 2)).map(|path| part_of(&path)).collect()
    }

    /// Whether a path leads out of the part by `super`, so that it does not say where to.
    fn leads_out(&self) -> bool {
        let is_whole_part = self.module.len() == self.part().split("::").count();
        let own = self.text.split("#[cfg(test)]").next().unwrap();
        own.contains(if is_whole_part { "super::" } else { "super::super::" })
    }

    /// Whether a method is called or handed on here. One of the ground is called by what is surely a desk, since others
    /// have such names too; one of a feature by whatever it is called.
    fn calls(&self, method: &str, is_of_feature: bool) -> bool {
        let found = |lead: &str, ends: &dyn Fn(&str) -> bool| {
            let call = format!("{lead}{method}");
            self.text.split(&call).skip(1).any(ends)
        };
        let is_called = |rest: &str| rest.starts_with('(') || rest.starts_with("::<");
        let by: &[&str] = if is_of_feature { &["."] } else { &["self.", "desk."] };
        by.iter().any(|by| found(by, &is_called))
            || ["Self::", "Desk::"].iter().any(|by| found(by, &|rest| name_at(rest).is_empty()))
    }
}

/// The part that a path leads to.
fn part_of(path: &[String]) -> String {
    match path {
        [ground, file, ..] if ground == "ground" => format!("{ground}::{file}"),
        // The crate's face: it is named so by who calls it from outside.
        [first, ..] if first == "Desk" => "desk".to_owned(),
        [first, ..] => first.clone(),
        [] => String::new(),
    }
}

fn name_at(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap()
}

/// The first `depth` names of the path that a text begins with, or of each path of a group.
fn paths_at(text: &str, depth: usize) -> Vec<Vec<String>> {
    if let Some(group) = text.strip_prefix('{') {
        let (mut open, mut begins) = (0, true);
        let mut all = Vec::new();
        for (at, c) in group.char_indices() {
            if open == 0 && begins && !c.is_whitespace() && c != '}' {
                all.extend(paths_at(group.split_at(at).1, depth));
                begins = false;
            }
            match c {
                '{' => open += 1,
                '}' if open == 0 => break,
                '}' => open -= 1,
                ',' if open == 0 => begins = true,
                _ => {}
            }
        }
        return all;
    }
    let name = name_at(text);
    match text.strip_prefix(name).and_then(|rest| rest.strip_prefix("::")) {
        Some(rest) if depth > 1 => {
            let below = paths_at(rest, depth - 1).into_iter();
            below.map(|path| std::iter::once(name.to_owned()).chain(path).collect()).collect()
        }
        _ => vec![vec![name.to_owned()]],
    }
}

fn sources(folder: &Path, above: &[String], all: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut module = above.to_vec();
        module.extend((stem != "mod").then(|| stem.clone()));
        if path.is_dir() {
            sources(&path, &module, all);
        } else if stem != "lib" && above.len() + usize::from(stem != "mod") > 0 {
            let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            let chained = code.split("\n").fold(String::new(), |text, line| match line.trim_start() {
                link if link.starts_with('.') => text + link,
                _ => text + "\n" + line,
            });
            all.push(Source { module, text: chained });
        }
    }
}

fn desk() -> Vec<Source> {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[], &mut all);
    // The ground's own file says only which files it has.
    all.retain(|source| source.module != ["ground"]);
    all
}

fn floor_of(part: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&part))
}

/// Whether one part may know another.
fn may_know(part: &str, other: &str) -> bool {
    part == other || matches!((floor_of(part), floor_of(other)), (Some(own), Some(below)) if below < own)
}

#[test]
fn each_part_knows_only_what_stands_below_it() {
    let sources = desk();
    let mut wrong = Vec::new();
    for source in &sources {
        let (part, file) = (source.part(), source.module.join("/"));
        if floor_of(&part).is_none() {
            wrong.push(format!("{file}: {part} stands on no floor"));
        }
        if source.leads_out() {
            wrong.push(format!("{file} leaves its part by `super`: `crate` says where it goes"));
        }
        let unknown = source.named().into_iter().filter(|other| !may_know(&part, other));
        wrong.extend(unknown.map(|other| format!("{file} names {other}")));
        for other in sources.iter().filter(|other| !may_know(&part, &other.part())) {
            let is_of_feature = FEATURES.contains(&other.part().as_str());
            let called = other.methods().into_iter().filter(|method| source.calls(method, is_of_feature));
            wrong.extend(called.map(|method| format!("{file} calls {method} of {}", other.part())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_feature_shows_its_commands_and_nothing_else() {
    let mut shown = BTreeMap::new();
    for source in desk().iter().filter(|source| FEATURES.contains(&source.part().as_str())) {
        for line in source.text.lines().filter(|line| line.contains("pub(crate)") || line.contains("pub(in ")) {
            let name = line.split_once("fn ").map(|(_, rest)| name_at(rest)).unwrap_or_default().to_owned();
            shown.insert(name, line.trim().to_owned());
        }
    }
    let missing: Vec<_> = desk::COMMANDS.iter().filter(|command| shown.remove(**command).is_none()).collect();
    assert!(missing.is_empty(), "commands that stand in no feature: {missing:?}");
    shown.retain(|name, _| !FOR_THE_ROOF.contains(&name.as_str()));
    assert!(shown.is_empty(), "only commands are seen outside of their feature: {shown:#?}");
}

#[test]
fn the_reading_of_the_sources_finds_what_is_named() {
    let names = |text: &str| paths_at(text, 2).iter().map(|path| path.join("::")).collect::<Vec<_>>();
    assert_eq!(names("desk::{Desk, blocking};"), ["desk::Desk", "desk::blocking"]);
    assert_eq!(
        names("{ground::{once, outbox::status::of}, state::runs};"),
        ["ground::once", "ground::outbox", "state::runs"]
    );
    let source = |text: &str| Source { module: vec!["ground".into(), "runs".into()], text: text.into() };
    assert!(source("use super::status::status;").leads_out() && !source("#[cfg(test)]\nuse super::*;").leads_out());
    assert!(source("desk.once(").calls("once", false) && source("self.once::<T>(").calls("once", false));
    assert!(!source("map.read(").calls("read", false) && source("other.draft_send(").calls("draft_send", true));
    let methods: Vec<_> = desk().iter().flat_map(Source::methods).collect();
    let commands = desk::COMMANDS.iter().chain(&["once", "read", "outbox_status", "start"]);
    for method in commands {
        assert!(methods.iter().any(|found| found == method), "{method} is not found");
    }
}
