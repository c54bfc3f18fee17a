use jiff::Timestamp;
use rules::Tag;
use rust_decimal::Decimal;

use super::*;
use crate::kinds::{
    Adjust, Finalize, Finish, Item, Location, Note, TemplateCreate, TemplateDelete, TemplateUpdate, Unfinalize,
    Unfinish,
};
use crate::snapshot::{AdjustmentRow, ReceiptSnapshot, TemplateFound, TemplateSnapshot};
use crate::template::tests::template;

fn already_so(write: &Write, snapshot: &Snapshot) -> bool {
    write.report().already_so(snapshot)
}

fn made(write: &Write, reading: &Reading) -> Option<i64> {
    write.report().made(reading)
}

fn tag() -> Tag {
    Tag::from_state("1A4060300002199000003445")
}

fn mark() -> Mark {
    Mark::from_random(7)
}

fn at(second: i64) -> Option<Timestamp> {
    Timestamp::from_second(second).ok()
}

fn package() -> PackageSnapshot {
    PackageSnapshot {
        quantity: Some(Decimal::new(100, 1)),
        unit: "Grams".into(),
        finished: false,
        location: Some("Vault".into()),
        sublocation: None,
        note: None,
        item: Some("Blue Dream Eighth".into()),
        last_modified: at(100),
    }
}

fn reading(package: PackageSnapshot) -> Reading {
    Reading::of(Snapshot::Package(package))
}

fn with_rows(package: PackageSnapshot, notes: &[&str]) -> Reading {
    let row = |note: &&str| AdjustmentRow {
        quantity: Some(Decimal::from(-2)),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: (*note).to_owned(),
        by: "A. Person".into(),
    };
    Reading { adjustments: Some(notes.iter().map(row).collect()), ..reading(package) }
}

fn finish() -> Write {
    Write::Finish(Finish { tag: tag(), date: "2026-11-22".parse().unwrap() })
}

fn adjust() -> Write {
    Write::Adjust(Adjust {
        tag: tag(),
        by: Decimal::from(-2),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: None,
        date: "2026-11-22".parse().unwrap(),
    })
}

fn verdict(write: &Write, reading: &Reading) -> Verdict {
    judge(write, &mark(), Some(&Snapshot::Package(package())), reading)
}

#[test]
fn a_field_that_is_as_wanted_confirms() {
    let finished = PackageSnapshot { finished: true, last_modified: at(200), ..package() };
    let moved = PackageSnapshot { location: Some("BACK ROOM ".into()), ..package() };
    let noted = PackageSnapshot { note: Some(" kept cool".into()), ..package() };
    let other_item = PackageSnapshot { item: Some("Shake".into()), ..package() };
    let date = "2026-11-22".parse().unwrap();
    let cases = [
        (finish(), finished.clone()),
        (Write::Unfinish(Unfinish { tag: tag() }), package()),
        (Write::Location(Location { tag: tag(), location: "Back Room".into(), sublocation: None, date }), moved),
        (Write::Note(Note { tag: tag(), note: "kept cool".into() }), noted),
        (Write::Note(Note { tag: tag(), note: String::new() }), package()),
        (Write::Item(Item { tag: tag(), item: "shake".into() }), other_item),
    ];
    for (write, snapshot) in cases {
        assert_eq!(verdict(&write, &reading(snapshot.clone())), Verdict::Confirmed, "{write:?}");
        assert!(already_so(&write, &Snapshot::Package(snapshot)), "{write:?} needs no sending");
    }
}

#[test]
fn an_untouched_package_proves_absence() {
    assert_eq!(verdict(&finish(), &reading(package())), Verdict::ProvenAbsent);
    assert_eq!(verdict(&adjust(), &with_rows(package(), &["older"])), Verdict::ProvenAbsent);
    let gone = Reading::of(Snapshot::NotThere);
    assert_eq!(judge(&finish(), &mark(), Some(&Snapshot::NotThere), &gone), Verdict::ProvenAbsent);
}

#[test]
fn a_package_that_somebody_touched_is_doubt() {
    let touched = PackageSnapshot { last_modified: at(101), ..package() };
    assert_eq!(verdict(&finish(), &reading(touched.clone())), Verdict::Doubt, "finished and unfinished again?");
    assert_eq!(verdict(&adjust(), &with_rows(touched, &[])), Verdict::Doubt);
    assert_eq!(verdict(&finish(), &Reading::of(Snapshot::NotThere)), Verdict::Doubt, "it left the license");
    assert_eq!(judge(&finish(), &mark(), None, &reading(package())), Verdict::Doubt, "nothing to compare with");
}

#[test]
fn an_adjustment_is_known_by_its_mark_alone() {
    let lower = PackageSnapshot { quantity: Some(Decimal::from(8)), last_modified: at(200), ..package() };
    let note = format!("scale was off {}", mark());
    assert_eq!(verdict(&adjust(), &with_rows(lower.clone(), &["other", &note])), Verdict::Confirmed);
    assert_eq!(
        verdict(&adjust(), &with_rows(lower.clone(), &[])),
        Verdict::Doubt,
        "an equal quantity may be another person's work, or the list was empty by mistake"
    );
    assert_eq!(verdict(&adjust(), &reading(package())), Verdict::Doubt, "the list was not read");
    let sold_since = PackageSnapshot { quantity: Some(Decimal::from(3)), last_modified: at(300), ..package() };
    assert_eq!(verdict(&adjust(), &with_rows(sold_since, &[&note])), Verdict::Confirmed, "whatever happened after");
    assert!(!already_so(&adjust(), &Snapshot::Package(lower)), "a difference is never already there");
}

#[test]
fn a_receipt_is_known_by_is_final() {
    let receipt = |is_final, second| Snapshot::Receipt(ReceiptSnapshot { is_final, last_modified: at(second) });
    let write = Write::Finalize(Finalize { receipt: 7 });
    let judged = |now| judge(&write, &mark(), Some(&receipt(false, 1)), &Reading::of(now));
    assert_eq!(judged(receipt(true, 2)), Verdict::Confirmed);
    assert_eq!(judged(receipt(false, 1)), Verdict::ProvenAbsent);
    assert_eq!(judged(receipt(false, 2)), Verdict::Doubt);
    let undo = Write::Unfinalize(Unfinalize { receipt: 7 });
    assert!(already_so(&undo, &receipt(false, 1)));
}

#[test]
fn facts_stand_side_by_side() {
    let lower = PackageSnapshot { quantity: Some(Decimal::from(9)), last_modified: at(200), ..package() };
    let before = Snapshot::Package(package());
    let told = facts(&adjust(), &mark(), Some(&before), &with_rows(lower, &["other"]));
    let lines: Vec<String> =
        told.iter().map(|f| format!("{}: {} | {} | {}", f.what, f.before, f.wanted, f.now)).collect();
    assert_eq!(
        lines,
        [
            "Quantity: 10 Grams | 8 Grams | 9 Grams",
            "Adjustment: none | \u{2212}2 Grams [TS-00000007] | none with [TS-00000007] among 1",
            "Last changed: 1970-01-01T00:01:40Z |  | 1970-01-01T00:03:20Z",
        ]
    );
}

fn found(id: i64, name: &str) -> TemplateFound {
    TemplateFound { id, name: name.into(), packages: Some(12), voided: false, last_modified: at(id) }
}

fn listed(found: Option<TemplateFound>, others: u64, strangers: u64) -> Snapshot {
    Snapshot::Template(TemplateSnapshot { found, others, strangers })
}

#[test]
fn a_new_template_is_known_by_its_mark() {
    let write = Write::TemplateCreate(TemplateCreate { draft: 1, template: Box::new(template()) });
    let before = listed(None, 0, 0);
    let judged = |now| judge(&write, &mark(), Some(&before), &Reading::of(now));
    let ours = found(7, &format!("tomorrow {}", mark()));
    assert_eq!(judged(listed(Some(ours.clone()), 0, 0)), Verdict::Confirmed);
    assert_eq!(made(&write, &Reading::of(listed(Some(ours.clone()), 0, 0))), Some(7));
    assert_eq!(judged(listed(Some(TemplateFound { voided: true, ..ours.clone() }), 3, 1)), Verdict::Confirmed);
    assert_eq!(judged(listed(None, 1, 0)), Verdict::ProvenAbsent);
    assert_eq!(judged(listed(None, 0, 0)), Verdict::Doubt, "an empty list may be empty by mistake");
    assert_eq!(judged(listed(None, 9, 1)), Verdict::Doubt, "a new one without a mark may be ours, renamed");
    assert!(!already_so(&write, &listed(Some(ours), 1, 0)));
    let unknown_before = judge(&write, &mark(), None, &Reading::of(listed(None, 9, 0)));
    assert_eq!(unknown_before, Verdict::Doubt, "an older copy of the ledger proves nothing");
}

#[test]
fn a_changed_template_is_known_by_the_mark_of_that_change() {
    let write =
        Write::TemplateUpdate(TemplateUpdate { draft: None, id: 7, delivery: None, template: Box::new(template()) });
    let old = found(7, "Tomorrow [TS-0000000Z]");
    let before = listed(Some(old.clone()), 4, 0);
    let judged = |now| judge(&write, &mark(), Some(&before), &Reading::of(now));
    assert_eq!(judged(listed(Some(found(7, &mark().to_string())), 0, 0)), Verdict::Confirmed);
    assert_eq!(judged(listed(Some(old.clone()), 5, 0)), Verdict::ProvenAbsent);
    assert_eq!(judged(listed(Some(TemplateFound { packages: Some(3), ..old }), 4, 0)), Verdict::Doubt);
    assert_eq!(judged(listed(None, 4, 0)), Verdict::Doubt, "somebody deleted it");
    assert!(!already_so(&write, &before), "the list does not show what is in it");
}

#[test]
fn a_deleted_template_is_gone_from_a_list_that_shows_others() {
    let write = Write::TemplateDelete(TemplateDelete { draft: None, id: 7, name: "Tomorrow".into() });
    let before = listed(Some(found(7, "Tomorrow")), 4, 0);
    let judged = |now| judge(&write, &mark(), Some(&before), &Reading::of(now));
    assert_eq!(judged(listed(None, 4, 0)), Verdict::Confirmed);
    assert_eq!(judged(Snapshot::NotThere), Verdict::Confirmed, "the state does not know it");
    let voided = listed(Some(TemplateFound { voided: true, ..found(7, "Tomorrow") }), 0, 0);
    assert_eq!(judged(voided.clone()), Verdict::Confirmed);
    assert!(already_so(&write, &voided) && !already_so(&write, &before));
    assert_eq!(judged(before.clone()), Verdict::ProvenAbsent);
    assert_eq!(judged(listed(None, 0, 0)), Verdict::Doubt);
    assert_eq!(judged(listed(Some(found(7, "Later")), 4, 0)), Verdict::Doubt);
    let told = facts(&write, &mark(), Some(&before), &Reading::of(listed(None, 0, 0)));
    let lines: Vec<String> =
        told.iter().map(|f| format!("{}: {} | {} | {}", f.what, f.before, f.wanted, f.now)).collect();
    assert_eq!(
        lines,
        [
            "Template: Tomorrow | none | not among 0",
            "Voided: no | yes | not known",
            "Last changed: 1970-01-01T00:00:07Z |  | not known",
        ]
    );
}
