//! Receiving lists and imports.

use ledger::{ImportRefusal, Ledger, LedgerError, NewImport, NewReceiving};
use rusqlite::Connection;

use crate::{noon, open, retailer};

fn remember<T: serde::Serialize + serde::de::DeserializeOwned>(
    ledger: &Ledger,
    request: &str,
    change: impl FnOnce(&ledger::Work<'_>) -> Result<T, LedgerError>,
) -> T {
    ledger.remember(request, "record", noon(), change).unwrap()
}

#[test]
fn a_receiving_list_keeps_each_scan_until_it_is_closed() {
    let dir = tempfile::tempdir().unwrap();
    let new = NewReceiving { license: retailer(), transfer: 41, manifest: "0000000041".into(), who: "Dana".into() };
    let id = {
        let ledger = open(&dir);
        let id = remember(&ledger, "r1", |work| work.receiving_start(&new, noon()));
        let scan = |request: &str, tags: &[&str]| {
            remember(&ledger, request, |work| work.receiving_scan(id, tags, noon())).unwrap()
        };
        let first = scan("r2", &["A", "B", "A"]);
        assert_eq!(scan("r2", &["A", "B", "A"]), first, "a scan that is told twice counts once");
        assert!(remember(&ledger, "r3", |work| work.receiving_unscan(id, first[1])));
        scan("r4", &["C"]);
        id
    };
    let ledger = open(&dir);
    let list = ledger.receiving(id).unwrap().unwrap();
    let tags: Vec<&str> = list.scans.iter().map(|scan| scan.tag.as_str()).collect();
    assert_eq!((tags, list.head.scans, list.head.closed_at), (vec!["A", "A", "C"], 3, None));
    assert!(remember(&ledger, "r5", |work| work.receiving_close(id, noon())));
    assert_eq!(remember(&ledger, "r6", |work| work.receiving_scan(id, &["D"], noon())), None);
    assert!(!remember(&ledger, "r7", |work| work.receiving_unscan(id, list.scans[0].id)));
    let of = |request: &str, transfer| remember(&ledger, request, |work| work.receivings_of(&retailer(), transfer));
    let closed: Vec<_> = of("r8", 41).iter().map(|list| (list.id, list.closed_at)).collect();
    assert_eq!(closed, [(id, Some(noon()))]);
    assert_eq!(of("r9", 42), []);
}

#[test]
fn an_import_is_known_again_by_its_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let refusal = |line: u32| ImportRefusal {
        line,
        text: "1.2E+23".into(),
        reason: "number".into(),
        sentence: "A spreadsheet turned this tag into a number.".into(),
    };
    let new = NewImport {
        license: retailer(),
        kind: "transfer_tags".into(),
        file_name: "tomorrow.csv".into(),
        sha256: "ab".repeat(32),
        draft: Some(7),
        who: "Dana".into(),
        rows: 192,
        accepted: 190,
        refusals: vec![refusal(3), refusal(90)],
    };
    let ledger = open(&dir);
    let first = remember(&ledger, "r1", |work| work.import_keep(&new, noon()));
    let renamed = NewImport { file_name: "again.csv".into(), draft: None, refusals: Vec::new(), ..new.clone() };
    let second = remember(&ledger, "r2", |work| work.import_keep(&renamed, noon()));
    let before = ledger.imports_of_file(&retailer(), &new.sha256).unwrap();
    assert_eq!(before.iter().map(|one| (one.id, one.refused)).collect::<Vec<_>>(), [(second, 0), (first, 2)]);
    assert_eq!((before[1].draft, before[0].draft), (Some(7), None));
    assert!(ledger.imports_of_file(&retailer(), "00").unwrap().is_empty());
    assert_eq!(ledger.import(first).unwrap().as_ref(), Some(&before[1]));
    assert_eq!(ledger.import_refusals(first, 1, 10).unwrap(), [refusal(90)]);
    let db = Connection::open(dir.path().join("ledger.db")).unwrap();
    for sql in ["DELETE FROM import_session", "DELETE FROM import_refusal", "UPDATE import_refusal SET text = ''"] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
}
