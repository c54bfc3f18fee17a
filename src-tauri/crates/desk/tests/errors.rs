//! The registry declares which errors each command may answer; the source says which it makes.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A function of desk: the functions that it calls, and the codes that it writes down itself.
#[derive(Default)]
struct Function {
    calls: BTreeSet<String>,
    codes: BTreeSet<String>,
}

/// What any command may answer.
const ALWAYS: [&str; 8] =
    ["BadRequest", "UnknownCommand", "StateFault", "File", "DiskFull", "NewerVersion", "FolderInUse", "Internal"];

/// Codes that a command meets and never answers, each with why.
const NEVER: [(&str, &str, &str); 2] = [
    ("drafts", "NotFound", "a draft that is deleted while the list is made is left out of it"),
    ("transfer_detail", "WrongKey", "what cannot be read now is told beside what is held"),
];

/// Whether a character may stand in a name.
fn of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The names in a text that stand behind this.
fn behind<'a>(text: &'a str, leads: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(leads).skip(1).filter_map(|rest| rest.split(|c| !of_name(c)).next())
}

/// The names of free functions that a line calls: not of methods, nor of functions of a type.
fn called(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.matches('(').count();
    line.split('(').take(pieces).filter_map(|piece| {
        let name = piece.rsplit(|c| !of_name(c)).next()?;
        let leads = piece.strip_suffix(name)?.chars().next_back();
        (!name.is_empty() && leads != Some('.') && leads != Some(':')).then_some(name)
    })
}

/// The function that a line begins, by the name under which it is called.
fn begun(line: &str, of_desk: bool, file: &str) -> Option<String> {
    let (_, rest) = line.split_once("fn ")?;
    let head = line.split("fn ").next()?.trim_start();
    let words = ["pub", "pub(crate)", "pub(super)", "async", "const"];
    if !head.split_whitespace().all(|word| words.contains(&word)) {
        return None;
    }
    let name: String = rest.chars().take_while(|c| of_name(*c)).collect();
    Some(match (line.starts_with(' '), of_desk) {
        (true, true) => format!("self.{name}"),
        (true, false) => format!("another type's, in {file}"),
        (false, _) => format!("{file}: {name}"),
    })
}

/// Every function of a file. Those of desk are called by `self.name`, free ones by their file and name.
fn read(path: &Path, functions: &mut BTreeMap<String, Function>) {
    let text = std::fs::read_to_string(path).unwrap();
    let (mut of_desk, mut name) = (false, String::new());
    let file = path.display().to_string();
    for line in text.lines().take_while(|line| *line != "#[cfg(test)]") {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line.starts_with("impl") {
            of_desk = line.starts_with("impl Desk {");
        }
        if let Some(begun) = begun(line, of_desk, &file) {
            name = begun;
        }
        let function = functions.entry(name.clone()).or_default();
        for own in ["self.", "desk."] {
            function.calls.extend(behind(line, own).map(|called| format!("self.{called}")));
        }
        function.calls.extend(called(line).map(|called| format!("{file}: {called}")));
        // Functions that are handed on: `ok_or_else(closed)`.
        function.calls.extend(behind(line, "_else(").map(|called| format!("{file}: {called}")));
        // A code that is looked at is not made.
        let made = line.rsplit("=>").next().unwrap();
        if !["==", "!=", "matches!", "| ErrorCode"].iter().any(|looked_at| line.contains(looked_at)) {
            function.codes.extend(behind(made, "ErrorCode::").map(str::to_owned));
        }
    }
}

fn sources(folder: &Path, functions: &mut BTreeMap<String, Function>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        // The registry names every command beside every other; the contract is types; the one conversion of the rooms'
        // errors is not called by name.
        let left_out = ["registry.rs", "contract", "errors.rs"];
        if left_out.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if path.is_dir() { sources(&path, functions) } else { read(&path, functions) }
    }
}

/// A function; a free one that its caller's file does not have is that of the only file that has it.
fn of_name_or_elsewhere<'a>(name: &str, functions: &'a BTreeMap<String, Function>) -> Option<&'a Function> {
    if let Some(found) = functions.get(name) {
        return Some(found);
    }
    let tail = name.rsplit_once(": ").map(|(_, tail)| format!(": {tail}"))?;
    let mut others = functions.iter().filter(|(other, _)| other.ends_with(&tail));
    others.next().filter(|_| others.next().is_none()).map(|(_, function)| function)
}

/// The codes that a command can reach by the functions that it calls.
fn reached(command: &str, functions: &BTreeMap<String, Function>) -> BTreeSet<String> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![format!("self.{command}")]);
    let mut codes = BTreeSet::new();
    while let Some(name) = open.pop() {
        let Some(function) = of_name_or_elsewhere(&name, functions) else { continue };
        if seen.insert(name) {
            codes.extend(function.codes.iter().cloned());
            open.extend(function.calls.iter().cloned());
        }
    }
    codes
}

#[test]
fn every_error_that_a_command_makes_is_declared_by_it() {
    let mut functions = BTreeMap::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut functions);
    let mut undeclared = Vec::new();
    for command in desk::COMMANDS {
        assert!(functions.contains_key(&format!("self.{command}")), "{command} is not found in the source");
        let declared: BTreeSet<String> =
            desk::errors_of(command).unwrap().iter().map(|code| format!("{code:?}")).collect();
        for code in reached(command, &functions) {
            let never = NEVER.iter().any(|(of, never, _)| of == command && *never == code);
            if !ALWAYS.contains(&code.as_str()) && !declared.contains(&code) && !never {
                undeclared.push(format!("{command}: {code}"));
            }
        }
    }
    assert!(undeclared.is_empty(), "made and not declared in the registry: {undeclared:#?}");
}

#[test]
fn the_reading_of_the_source_finds_what_is_handed_on() {
    let mut functions = BTreeMap::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut functions);
    let of = |command: &str| reached(command, &functions);
    assert!(of("draft_settle").contains("NotReady"), "by way of sending");
    assert!(of("draft_compare").contains("Locked"), "by way of a function of its file");
    assert!(of("receiving_scan").contains("NotFound"), "by way of a function that is handed on");
}
