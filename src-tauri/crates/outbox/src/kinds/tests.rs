use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use rules::Tag;
use serde_json::Value;

use super::*;
use crate::holds::Holds as _;
use crate::holds::{PackageHolds, ReceiptHolds};
use crate::judge::{facts, judge};
use crate::snapshot::{ReceiptSnapshot, TemplateFound, TemplateSnapshot};
use crate::tell::skipped;

pub(super) fn tag() -> Tag {
    Tag::from_state("ABCDEF012345670000010041")
}

pub(super) fn day() -> Date {
    Date::constant(2026, 11, 22)
}

/// A package with this about it.
pub(super) fn package(change: impl FnOnce(&mut PackageSnapshot)) -> Snapshot {
    let mut package = PackageSnapshot {
        quantity: Some(Decimal::TEN),
        unit: "Grams".into(),
        finished: false,
        location: Some("Vault".into()),
        sublocation: None,
        note: None,
        item: Some("Shake".into()),
        last_modified: Some(Timestamp::UNIX_EPOCH),
    };
    change(&mut package);
    Snapshot::Package(package)
}

/// A receipt that is final or is not.
pub(super) fn receipt(is_final: bool) -> Snapshot {
    Snapshot::Receipt(ReceiptSnapshot { is_final, last_modified: Some(Timestamp::UNIX_EPOCH) })
}

/// The list of templates: the one that is looked for, by id and name, and so many others.
pub(super) fn listed(found: Option<(i64, &str)>, others: u64) -> Snapshot {
    let found = found.map(|(id, name)| TemplateFound {
        id,
        name: name.into(),
        packages: Some(12),
        voided: false,
        last_modified: Some(Timestamp::UNIX_EPOCH),
    });
    Snapshot::Template(TemplateSnapshot { found, others, strangers: 0 })
}

fn mark() -> Mark {
    Mark::from_random(0x12_3456_789A)
}

#[test]
fn each_body_has_the_fields_of_the_states_own_example() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api/data/examples/requests");
    if !examples.is_dir() {
        skipped("reference data not present");
        return;
    }
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for write in one_of_each() {
        let Some(name) = write.kind().about().example else { continue };
        let body: Value = serde_json::from_str(&write.body(&mark()).unwrap()).unwrap();
        let example = std::fs::read_to_string(examples.join(format!("{name}.json"))).unwrap();
        let example: Value = serde_json::from_str(&example).unwrap();
        assert_eq!(keys(&body), keys(&example[0]), "{name}");
        let parts = ["/Destinations/0", "/Destinations/0/Transporters/0", "/Destinations/0/Packages/0"];
        for part in parts.iter().filter(|_| name.starts_with("Transfers__")) {
            let (ours, theirs) = (body.pointer(part).unwrap(), example[0].pointer(part).unwrap());
            assert_eq!(keys(ours), keys(theirs), "{name} {part}");
        }
    }
}

#[test]
fn a_write_is_stored_and_read_again_as_it_was() {
    for write in one_of_each() {
        let text = serde_json::to_string(&write).unwrap();
        assert!(text.starts_with(&format!(r#"{{"kind":"{}","#, write.kind())), "the stored name: {text}");
        assert_eq!(serde_json::from_str::<Write>(&text).unwrap(), write, "{text}");
        assert_eq!(Kind::from_code(write.kind().code()), Some(write.kind()));
    }
}

#[test]
fn the_list_makes_each_kind_once() {
    let kinds: Vec<Kind> = one_of_each().iter().map(Write::kind).collect();
    assert_eq!(kinds, Kind::ALL, "one of each, in order");
    let codes: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(codes.len(), Kind::ALL.len(), "a stored name means one kind: {codes:?}");
}

#[test]
fn each_kind_has_words_and_a_way() {
    let titles: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.words()).collect();
    assert_eq!(titles.len(), Kind::ALL.len(), "two kinds are called alike: {titles:?}");
    for write in one_of_each() {
        let (kind, path) = (write.kind(), write.path());
        assert!(path.starts_with(kind.path()) && path.starts_with('/'), "{path}");
        assert!((1..=OBJECTS_PER_REQUEST).contains(&kind.objects_per_request()), "{kind}");
        let documented = kind.about().example.is_some();
        assert_eq!(documented, kind.method() != Method::Delete, "{kind}: the state documents what it takes a body for");
        let line = write.report().line(None).to_string();
        assert!(line.contains(&write.entity().name()) || matches!(write.entity(), Entity::Draft(_)), "{line}");
        assert!(!write.entity().key().is_empty());
    }
}

/// The day in the body is the day that the 24 hours are counted from.
#[test]
fn each_kind_is_dated_as_its_body_is() {
    for write in one_of_each() {
        let body: Value = serde_json::from_str(&write.body(&mark()).unwrap()).unwrap();
        let dated = body.as_object().unwrap().iter().find(|(name, _)| name.ends_with("Date"));
        let dated = dated.map(|(_, day)| day.as_str().unwrap().parse::<Date>().unwrap());
        assert_eq!(write.report().day(), dated, "{}", write.kind());
    }
}

#[test]
fn each_kind_is_proven_by_what_it_reads() {
    let mark = mark();
    let tried = Tried { mark: &mark, first: Some(Timestamp::UNIX_EPOCH), now: Timestamp::UNIX_EPOCH };
    for (write, before, recorded) in each_recorded(&mark) {
        let kind = write.kind();
        let question = write.report().question(&tried);
        let answers = match (&question, &recorded.snapshot) {
            (Question::Package { .. }, Snapshot::Package(_)) => recorded.adjustments.is_none(),
            (Question::PackageAndAdjustments { .. }, Snapshot::Package(_)) => recorded.adjustments.is_some(),
            (Question::Receipt { .. }, Snapshot::Receipt(_)) => true,
            (Question::Template { .. }, Snapshot::Template(_)) => true,
            (
                Question::Package { .. }
                | Question::PackageAndAdjustments { .. }
                | Question::Receipt { .. }
                | Question::Template { .. },
                Snapshot::Package(_) | Snapshot::Receipt(_) | Snapshot::Template(_) | Snapshot::NotThere,
            ) => false,
        };
        assert!(answers, "{kind} is proven by something else than it reads: {question:?}");
        assert_eq!(judge(&write, &mark, Some(&before), &recorded), Verdict::Confirmed, "{kind}");
        let absent =
            Reading { snapshot: before.clone(), adjustments: recorded.adjustments.as_ref().map(|_| Vec::new()) };
        assert_eq!(judge(&write, &mark, Some(&before), &absent), Verdict::ProvenAbsent, "{kind}");
        assert_eq!(judge(&write, &mark, None, &absent), Verdict::Doubt, "{kind}: what was there before is not known");
        assert!(!write.report().already_so(&before), "{kind}");
        let facts = facts(&write, &mark, Some(&before), &recorded);
        assert!(facts.len() >= 2 && facts.iter().all(|fact| !fact.what.is_empty()), "{kind}: {facts:?}");
    }
}

/// What a grid shows meanwhile is what a reading shows afterwards.
#[test]
fn each_kind_changes_what_its_entity_holds_and_nothing_else() {
    let package = PackageHolds {
        quantity: Decimal::TEN,
        unit: "Grams".into(),
        finished: false,
        finished_on: None,
        location: "Vault".into(),
        sublocation: String::new(),
        item: "Shake".into(),
        note: String::new(),
    };
    for write in one_of_each() {
        let changed = [false, true].map(|done| {
            let before = PackageHolds { finished: done, ..package.clone() };
            let mut after = before.clone();
            after.apply(&write);
            before != after
        });
        let opened = [false, true].map(|is_final| {
            let mut after = ReceiptHolds { is_final };
            after.apply(&write);
            after.is_final != is_final
        });
        let (of_package, of_receipt) = match write.entity() {
            Entity::Package(_) => (true, false),
            Entity::Receipt(_) => (false, true),
            Entity::Plant(_) | Entity::PlantBatch(_) | Entity::Harvest(_) | Entity::Draft(_) | Entity::Template(_) => {
                (false, false)
            }
        };
        assert_eq!(changed.contains(&true), of_package, "{}", write.kind());
        assert_eq!(opened.contains(&true), of_receipt, "{}", write.kind());
    }
}

/// Rows of ledgers that people have: what is stored never changes its form.
#[test]
fn what_older_versions_stored_is_read_and_written_to_the_letter() {
    let tag = "1A4060300002199000003445";
    let rows = [
        format!(r#"{{"kind":"finish","tag":"{tag}","date":"2026-11-22"}}"#),
        format!(r#"{{"kind":"unfinish","tag":"{tag}"}}"#),
        format!(
            r#"{{"kind":"adjust","tag":"{tag}","by":"-2.50","unit":"Grams","reason":"Drying","note":null,"date":"2026-11-22"}}"#
        ),
        format!(
            r#"{{"kind":"location","tag":"{tag}","location":"Vault","sublocation":"Shelf 1","date":"2026-11-22"}}"#
        ),
        format!(r#"{{"kind":"note","tag":"{tag}","note":"kept cool"}}"#),
        format!(r#"{{"kind":"item","tag":"{tag}","item":"Shake"}}"#),
        r#"{"kind":"finalize","receipt":7}"#.to_owned(),
        r#"{"kind":"unfinalize","receipt":7}"#.to_owned(),
        r#"{"kind":"template_delete","draft":null,"id":7,"name":"Tomorrow"}"#.to_owned(),
    ];
    for row in rows {
        let write: Write = serde_json::from_str(&row).unwrap();
        assert_eq!(serde_json::to_string(&write).unwrap(), row);
    }
    let texts: Vec<String> = one_of_each().iter().map(|write| serde_json::to_string(write).unwrap()).collect();
    let of = |kind: &str| texts.iter().find(|text| text.contains(&format!(r#""kind":"{kind}""#))).unwrap().as_str();
    assert!(of("template_create").starts_with(r#"{"kind":"template_create","draft":3,"template":{"name":"#));
    let update = r#"{"kind":"template_update","draft":3,"id":7,"delivery":9,"template":{"name":"#;
    assert!(of("template_update").starts_with(update));
}
