//! No sentence stands outside the catalogues. The page's sentences are held to it by its linter, those of Rust here.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Rooms whose words no user of Trackside reads: they are made for tests and for us, or hold the catalogues.
const NOT_READ: &[&str] = &["simulator", "bridge", "faults", "virtual-window", "words", "xtask"];

/// Files that hold what others say, which is no sentence of ours.
const OF_OTHERS: &[(&str, &str)] = &[
    ("rules/src/lab_state.rs", "the state's names of its lab testing states, as its files have them"),
    ("mirror/src/transfer/state.rs", "how far a manifest is, as files say it and SQLite stores it"),
    ("rules/src/dated.rs", "titles of the state's papers"),
    ("state-api/src/error.rs", "what the state's server writes when it fails"),
    ("state-api/src/origin.rs", "what the state's server writes when it fails"),
];

/// Macros whose words reach a log, a terminal or a developer.
const NOT_SAID: &[&str] = &[
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "span",
    "println",
    "eprintln",
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "debug_assert",
    "debug_assert_eq",
];

#[test]
fn no_sentence_of_rust_stands_outside_the_catalogues() {
    let mut found = Vec::new();
    let mut read = 0;
    for file in sources() {
        let place = file.display().to_string().replace('\\', "/");
        if OF_OTHERS.iter().any(|(other, _)| place.ends_with(other)) {
            continue;
        }
        let tokens: TokenStream = fs::read_to_string(&file).unwrap().parse().unwrap();
        each_literal(tokens, &mut |text| {
            if is_said(text) {
                found.push(format!("{place}: {text}"));
            }
        });
        read += 1;
    }
    assert!(read > 100, "the sources were not found: {read} files");
    assert!(found.is_empty(), "these belong into words/*/*.ftl:\n{}", found.join("\n"));
}

#[test]
fn a_sentence_is_told_from_a_name() {
    let code = "/// Some words of a comment.\n\
                #[error(\"Some words of a log\")] struct One;\n\
                fn two() { tracing::warn!(\"Some words of a log\"); sql(\"SELECT a FROM b\"); name(\"Packaged\") }\n\
                fn three() -> String { format!(\"Package {tag} is on hold.\") }\n\
                fn four() { say(\"no package was found.\") }\n\
                #[cfg(test)] mod tests { const WORDS: &str = \"Some words of a test\"; }\n\
                const FIVE: &str = \"This computer\";";
    let mut found = Vec::new();
    each_literal(code.parse().unwrap(), &mut |text| {
        if is_said(text) {
            found.push(text.to_owned());
        }
    });
    assert_eq!(found, ["Package {tag} is on hold.", "no package was found.", "This computer"]);
}

/// The rooms' sources, without their tests.
fn sources() -> Vec<PathBuf> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned();
    let rooms = fs::read_dir(home.join("crates")).unwrap().map(|room| room.unwrap().path());
    let rooms = rooms.filter(|room| !NOT_READ.iter().any(|name| room.ends_with(name)));
    let mut folders: Vec<PathBuf> = rooms.chain([home]).map(|room| room.join("src")).collect();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            if path.is_dir() && stem != "tests" && stem != "bin" {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && stem != "tests" {
                files.push(path);
            }
        }
    }
    files
}

/// Words with spaces that begin as a sentence or end as one.
fn is_said(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (Some(first), Some(second), Some(last)) = (words.first(), words.get(1), words.last()) else { return false };
    let is_lower = |word: &str| word.starts_with(|letter: char| letter.is_lowercase() || letter == '{');
    let mut letters = first.trim_end_matches(',').chars();
    let begins = letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_lowercase() || letter == '’')
        && is_lower(second);
    let ends = last.trim_end_matches(['.', '?', '!', '…']);
    let ends = ends.len() < last.len()
        && ends.ends_with(char::is_alphanumeric)
        && words.iter().filter(|word| is_lower(word)).count() > 2;
    begins || ends
}

/// Each string that stands in code: not in an attribute (a comment for documentation is one), a test or a log's macro.
fn each_literal(tokens: TokenStream, tell: &mut impl FnMut(&str)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                at += usize::from(matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == '!'));
                let attribute = tokens.get(at).map(|group| group.to_string().replace(' ', ""));
                at += 1;
                if attribute.is_some_and(|words| words.starts_with("[cfg(test)]")) {
                    at += past_item(tokens.get(at..).unwrap_or_default());
                }
            }
            TokenTree::Ident(name) if NOT_SAID.iter().any(|not_said| name == not_said) => {
                let is_macro = matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
                at += if is_macro { 2 } else { 0 };
            }
            TokenTree::Group(group) => each_literal(group.stream(), tell),
            TokenTree::Literal(literal) => {
                let words = literal.to_string();
                if let Some((_, rest)) = words.split_once('"') {
                    tell(rest.trim_end_matches('#').trim_end_matches('"'));
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// How many tokens the item has that begins here: up to its body or its semicolon.
fn past_item(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |last| last + 1)
}
