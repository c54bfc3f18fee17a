//! The change feed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use mirror::view::{Collection, PackageTab};
use mirror::{Mirror, PackageList, Records, ReferenceKind, ReferenceRecord, Shown};
use serde_json::json;

use crate::common::*;

fn active_of(license: &rules::LicenseNumber) -> Shown {
    Shown { collection: Collection::Packages, license: license.clone(), tab: Some(PackageTab::Active) }
}

#[test]
fn a_package_that_changes_tabs_is_news_in_both() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, vec![package(1), package(2)]);
    let at = |tab| Shown { tab: Some(tab), ..active_of(&retailer()) };
    let since = mirror.revision().unwrap();
    store(&mirror, &retailer(), PackageList::OnHold, vec![package(1)]);
    let changes = mirror.changes_since(since).unwrap();
    assert_eq!(changes.by, [(at(PackageTab::Active), 1), (at(PackageTab::OnHold), 1)]);
    let since = changes.revision;
    mirror.forget(&retailer(), &[1]).unwrap();
    assert_eq!(mirror.changes_since(since).unwrap().by, [(at(PackageTab::OnHold), 1)], "what goes, goes from its tab");
}

#[test]
fn the_feed_counts_by_collection_and_license_and_survives_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    {
        let mirror = Mirror::open(dir.path()).unwrap().mirror;
        store(&mirror, &retailer(), PackageList::Active, vec![package(1), package(2)]);
        store(&mirror, &retailer(), PackageList::Active, vec![package(2), package(3)]);
        store(&mirror, &cultivator(), PackageList::Active, vec![package(7)]);
    }
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let all = mirror.changes_since(0).unwrap();
    assert_eq!(all.revision, 3);
    assert_eq!(all.by, [(active_of(&retailer()), 3), (active_of(&cultivator()), 1)]);
    assert!(all.complete);
    let last = mirror.changes_since(2).unwrap();
    assert_eq!(last.by, [(active_of(&cultivator()), 1)]);
    assert!(!mirror.changes_since(99).unwrap().complete, "a revision from before a rebuild: anything may have changed");
}

#[test]
fn a_reader_that_is_too_far_behind_is_told_to_begin_anew() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    for id in 1..=2_003 {
        mirror.forget(&retailer(), &[id - 1]).unwrap();
        store(&mirror, &retailer(), PackageList::Active, vec![package(id)]);
    }
    let changes = mirror.changes_since(0).unwrap();
    assert!(!changes.complete && changes.revision > 4_000);
    let kept: u64 = mirror.changes_since(changes.revision - 2_000).unwrap().by.iter().map(|(_, records)| records).sum();
    assert_eq!(kept, 2_000, "the last two thousand writes are remembered");
}

#[test]
fn hooks_hear_of_changed_records_and_of_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let heard = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&heard);
    mirror.on_change(Box::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
    }));
    let unit = ReferenceRecord { key: "Grams".to_owned(), name: "Grams".to_owned(), rest: json!({}) };
    let strain = ReferenceRecord { key: "7".to_owned(), name: "Blue Dream".to_owned(), rest: json!({"Id": 7}) };
    store(&mirror, &retailer(), PackageList::Active, vec![package(1)]);
    store(&mirror, &retailer(), PackageList::Active, vec![package(1)]);
    let listed = |kind, rows| page(&retailer(), Records::References { kind, rows });
    mirror.store_page(listed(ReferenceKind::Units, vec![unit])).unwrap();
    assert_eq!(heard.load(Ordering::SeqCst), 1, "an unchanged page and a list without a grid are no news for one");
    mirror.store_page(listed(ReferenceKind::Strains, vec![strain.clone()])).unwrap();
    mirror.store_page(listed(ReferenceKind::Strains, vec![strain.clone()])).unwrap();
    assert_eq!(heard.load(Ordering::SeqCst), 2, "a strain is news once");
    assert_eq!(mirror.references(&retailer(), ReferenceKind::Strains).unwrap(), [strain]);
    mirror.forget_license(&retailer()).unwrap();
    assert_eq!(heard.load(Ordering::SeqCst), 3);
    assert!(ids(&mirror, &active(&[retailer()])).is_empty());
    assert!(mirror.references(&retailer(), ReferenceKind::Strains).unwrap().is_empty());
}

#[test]
fn several_pages_in_one_write_are_one_write() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let pages: Vec<_> = (1..=3)
        .map(|id| {
            let mut page = page(&retailer(), Records::Packages { list: PackageList::Active, rows: vec![package(id)] });
            page.cursor = Some(format!("page {id}"));
            page
        })
        .collect();
    let stored = mirror.store_pages(&pages).unwrap();
    assert_eq!((stored.changed, stored.revision), (3, 1));
    assert_eq!(mirror.cursor(&retailer(), "packages").unwrap().as_deref(), Some("page 3"));
}
