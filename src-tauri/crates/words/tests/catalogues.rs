//! Both catalogues say the same things, told the same.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use words::{Kind, Language, Words, say};

#[path = "../build/shape.rs"]
mod shape;

use self::shape::{Shape, shapes};

#[test]
fn a_sentence_is_said_in_both_languages() {
    let words = say::outbox_needs_you(1_u8);
    assert_eq!(words.in_language(Language::English), "1 needs you");
    assert_eq!(words.in_language(Language::Spanish), "1 requiere atención");
    assert_eq!(say::outbox_needs_you(12_345_usize).in_language(Language::English), "12,345 need you");
    assert_eq!(
        say::rules_tag_length(1_023_usize).in_language(Language::English),
        "a tag has 24 characters; this has 1,023"
    );
    let within = say::outbox_wrapped(&words);
    assert_eq!(within.in_language(Language::Spanish), "Antes: 1 requiere atención");
}

#[test]
fn what_was_kept_is_read_back() {
    let words = say::outbox_wrapped(say::outbox_next_try("2:05 PM"));
    let kept = serde_json::to_string(&words).unwrap();
    let read: Words = serde_json::from_str(&kept).unwrap();
    assert_eq!(read, words, "{kept}");
    let unknown: Words = serde_json::from_str(r#"{"id":"not-yet-known"}"#).unwrap();
    assert_eq!(unknown.to_string(), "not-yet-known");
}

#[test]
fn a_language_is_kept_by_the_tag_of_its_catalogue() {
    for language in Language::ALL {
        let kept = serde_json::to_value(language).unwrap();
        assert_eq!(kept, language.tag());
        assert_eq!(serde_json::from_value::<Language>(kept).unwrap(), language);
    }
}

/// The messages of a language: where each stands, and what it wants to know.
fn catalogue(language: Language) -> BTreeMap<String, (String, BTreeMap<String, Kind>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../words").join(language.tag());
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for Shape { id, wants, .. } in shapes(&fs::read_to_string(&path).unwrap()).unwrap() {
            let before = all.insert(id.clone(), (file.clone(), wants));
            assert!(before.is_none(), "{id} stands in {file} and in {}", before.unwrap().0);
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_messages_that_want_to_know_the_same() {
    let (english, spanish) = (catalogue(Language::English), catalogue(Language::Spanish));
    let names = |all: &BTreeMap<String, _>| all.keys().cloned().collect::<BTreeSet<_>>();
    let apart: Vec<_> = names(&english).symmetric_difference(&names(&spanish)).cloned().collect();
    assert!(apart.is_empty(), "in one language only: {apart:?}");
    for (id, (file, wants)) in &english {
        let (other_file, other_wants) = &spanish[id];
        assert_eq!(file, other_file, "{id}");
        assert_eq!(wants.keys().collect::<Vec<_>>(), other_wants.keys().collect::<Vec<_>>(), "{id}");
    }
    assert_eq!(english.len(), words::MESSAGES.len());
}

#[test]
fn a_choice_by_number_wants_a_number_and_every_other_variable_a_text() {
    let text = "a = { $n ->\n    [one] { $n } of { $name }\n   *[other] { $n }\n}\nb = { NUMBER($x) } { $y }\nc = { $k ->\n    [left] l\n   *[other] o\n}\n";
    let (texts, wants): (Vec<_>, Vec<_>) =
        shapes(text).unwrap().into_iter().map(|shape| (shape.text, shape.wants)).unzip();
    assert_eq!(texts, ["{ $n }", "{ \u{2026} } { $y }", "o"]);
    let kinds = |at: usize| wants[at].iter().map(|(name, kind)| (name.as_str(), *kind)).collect::<Vec<_>>();
    assert_eq!(kinds(0), [("n", Kind::Number), ("name", Kind::Text)]);
    assert_eq!(kinds(1), [("x", Kind::Number), ("y", Kind::Text)]);
    assert_eq!(kinds(2), [("k", Kind::Text)]);
}

#[test]
fn what_a_catalogue_may_not_do_is_said_with_its_place() {
    for (text, said) in [
        ("a = b\n\n}{\n", "line 3"),
        ("a =\n    .title = b\n", "a has no text"),
        ("a = b\n    .title = c\n", "a has attributes"),
        ("a = { b }\nb = c\n", "a: it speaks through b"),
        ("a = { LOUD($x) }\n", "a: there is no function LOUD"),
    ] {
        let fault = shapes(text).err().unwrap_or_default();
        assert!(fault.contains(said), "{text:?} gave {fault:?}");
    }
}
