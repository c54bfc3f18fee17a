use jiff::Timestamp;
use rules::Tag;

use super::*;
use crate::snapshot::ReceiptSnapshot;

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
    Write::Finish { tag: tag(), date: "2026-11-22".parse().unwrap() }
}

fn adjust() -> Write {
    Write::Adjust {
        tag: tag(),
        by: Decimal::from(-2),
        unit: "Grams".into(),
        reason: "Drying".into(),
        note: None,
        date: "2026-11-22".parse().unwrap(),
    }
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
        (Write::Unfinish { tag: tag() }, package()),
        (Write::Location { tag: tag(), location: "Back Room".into(), sublocation: None, date }, moved),
        (Write::Note { tag: tag(), note: "kept cool".into() }, noted),
        (Write::Note { tag: tag(), note: String::new() }, package()),
        (Write::Item { tag: tag(), item: "shake".into() }, other_item),
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
    assert_eq!(verdict(&finish(), &Reading::of(Snapshot::NotThere)), Verdict::Doubt, "it left the licence");
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
    let write = Write::Finalize { receipt: 7 };
    let judged = |now| judge(&write, &mark(), Some(&receipt(false, 1)), &Reading::of(now));
    assert_eq!(judged(receipt(true, 2)), Verdict::Confirmed);
    assert_eq!(judged(receipt(false, 1)), Verdict::ProvenAbsent);
    assert_eq!(judged(receipt(false, 2)), Verdict::Doubt);
    let undo = Write::Unfinalize { receipt: 7 };
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
