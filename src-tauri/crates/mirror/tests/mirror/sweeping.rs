//! Full readings, cursors, ages, freezes: what sync keeps in the mirror beside records.

use mirror::{Mirror, PackageList, PageWrite, Records};

use crate::common::*;

#[test]
fn a_sweep_tells_what_it_did_not_see() {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    store(&mirror, &retailer(), PackageList::Active, (1..=5).map(package).collect());
    store(&mirror, &retailer(), PackageList::Inactive, vec![package(6)]);
    store(&mirror, &cultivator(), PackageList::Active, vec![package(7)]);
    let sweep = mirror.begin_sweep(&retailer()).unwrap();
    let seen = |ids: &[i64], sweep| PageWrite {
        sweep: Some(sweep),
        ..page(
            &retailer(),
            Records::Packages { list: PackageList::Active, rows: ids.iter().map(|id| package(*id)).collect() },
        )
    };
    assert_eq!(mirror.store_page(seen(&[1, 2, 4], sweep)).unwrap().changed, 0, "seen again, unchanged");
    store(&mirror, &retailer(), PackageList::Active, vec![package(4)]);
    assert_eq!(mirror.unseen(&retailer(), sweep, 10).unwrap(), [(3, tag(3)), (5, tag(5)), (6, tag(6))]);
    let read = [PackageList::Active];
    assert_eq!(mirror.unseen_in(&retailer(), sweep, &read, 10).unwrap(), [(3, tag(3)), (5, tag(5))]);
    assert_eq!(mirror.unseen(&retailer(), sweep, 1).unwrap().len(), 1);
    assert_eq!(mirror.forget(&retailer(), &[3, 5, 99]).unwrap().changed, 2);
    assert_eq!(ids(&mirror, &active(&[retailer()])), [4, 2, 1]);
    let next = mirror.begin_sweep(&retailer()).unwrap();
    assert!(next > sweep, "a sweep's number never comes back");
    assert_eq!(mirror.unseen_in(&retailer(), next, &read, 10).unwrap().len(), 3);
    assert!(mirror.unseen(&laboratory(), next, 10).unwrap().is_empty());
}

#[test]
fn what_sync_keeps_survives_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    {
        let mirror = Mirror::open(dir.path()).unwrap().mirror;
        mirror.note_run(&retailer(), minute(5)).unwrap();
        mirror.freeze_save("key", Some(minute(7))).unwrap();
        mirror.freeze_save("other", Some(minute(8))).unwrap();
        mirror.freeze_save("other", None).unwrap();
        let mut write = page(&retailer(), Records::None);
        write.cursor = Some("c".to_owned());
        mirror.store_page(write).unwrap();
    }
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    assert_eq!(mirror.as_of(&retailer()).unwrap(), Some(minute(5)));
    assert_eq!(mirror.as_of(&cultivator()).unwrap(), None);
    assert_eq!(mirror.freeze_load("key").unwrap(), Some(minute(7)));
    assert_eq!(mirror.freeze_load("other").unwrap(), None);
    assert_eq!(mirror.cursors(&retailer()).unwrap(), [("packages".to_owned(), "c".to_owned())]);
    mirror.forget_license(&retailer()).unwrap();
    assert!(mirror.cursors(&retailer()).unwrap().is_empty());
    assert_eq!(mirror.as_of(&retailer()).unwrap(), None);
}
