//! Files as each released format left them, with data in every table, moved forward.

use std::collections::BTreeSet;

use rules::LicenseNumber;

use super::*;
use crate::view::{Collection, PackageTab, ViewSpec};
use crate::{Interrupt, Mirror, fingerprint, open};

/// Rows that a file of a format has beside those of the formats before it, in every table that it brought.
const DATA: [(i64, &str); 3] = [
    (
        10,
        "INSERT INTO license (number, name, facility, as_of) VALUES ('C10-0000001-LIC', 'Corner Shop', 1, 7);
         INSERT INTO cursor (license_id, stream, cursor) VALUES (1, 'packages_active', '{\"read\":1}');
         INSERT INTO freeze (key, until) VALUES ('host license', 1790000000000000);
         INSERT INTO change (revision, collection, license, tab, records) VALUES (1, 1, 'C10-0000001-LIC', 1, 3);
         UPDATE feed SET revision = 1;
         INSERT INTO sweep (license_id) VALUES (1);
         INSERT INTO reference (license_id, kind, key, name, rest) VALUES (1, 5, 'Grams', 'Grams', '{}');
         INSERT INTO package (license_id, package_id, list, tag, item, quantity, unit, last_modified) VALUES
            (1, 11, 1, '1A4060300002199000000011', 'Blue Dream', 2500000, 'g', 5),
            (1, 12, 1, '1A4060300002199000000012', 'OG Kush', 1000000, 'ea', 6),
            (1, 13, 4, '1A4060300002199000000013', 'OG Kush', 0, 'ea', 4);
         INSERT INTO package_words (rowid, words) VALUES (1, '000000011'), (2, '000000012'), (3, '000000013');
         INSERT INTO package_rest (id, rest) VALUES (1, '{\"ExpirationDate\":\"2026-12-05T00:00:00\"}'),
            (2, '{\"ExpirationDate\":\"soon\"}'), (3, '{\"ExpirationDate\":\"2026-11-01\"}');
         INSERT INTO transferred (license_id, transferred_id, package_id, tag, source_harvests, source_packages, item,
            category, item_strain, quantity, quantity_exact, unit, lab_state, lab_testing, manifest, recipient,
            recipient_license, recipient_name, shipment_state, departed, received, rest, seen_at, fingerprint)
         VALUES (1, 21, 14, '1A4060300002199000000014', '', '', 'Shake', '', '', 1000000, '', 'g', '', '', '7', '', '', '',
            'Accepted', '2026-01-01T00:00:00Z', '', '{}', 0, 0);
         INSERT INTO lab_sample (license_id, package_id, tag, source_packages, item, category, item_strain, quantity,
            quantity_exact, unit, lab_testing, packaged_date, packaged_by, received_from, production_batch, note,
            laboratory_license, laboratory_name, last_modified, seen_at, record, fingerprint, words)
         VALUES (1, 31, '1A4060300002199000000031', '', 'Sample', '', '', 1000000, '', 'g', '', '', '', '', '', '', '', '',
            1, 0, '{}', 0, 0);
         INSERT INTO lab_test (sample, print, stamp, test, tested, result_released, released, sample_passed, passed, level,
            comment, informational) VALUES (1, 1, 1, 'Pesticides', '', 0, '', 1, 1, '', '', 0);
         INSERT INTO transfer (license_id, list, transfer_id, number, manifest, last_modified, seen_at, fingerprint, record)
         VALUES (1, 2, 41, '0000000041', '0000000041', 1, 0, 0, '{}');
         INSERT INTO transfer_detail (license_id, template, transfer_id, stamp, seen_at, fingerprint) VALUES (1, 0, 41, 1, 0, 0);
         INSERT INTO transfer_delivery (detail_id, delivery_id, record) VALUES (1, 51, '{}');
         INSERT INTO transfer_package (detail_id, delivery_row, tag, state, record)
         VALUES (1, 1, '1A4060300002199000000014', 'Shipped', '{}');",
    ),
    (11, "UPDATE filling SET filled_from = 3 WHERE what = 'package.expiration';"),
    (
        12,
        "INSERT INTO listed (license_id, list, key, name, rest) VALUES (1, 1, '7', 'Blue Dream Eighth', '{}');
         INSERT INTO listed_words (rowid, words) VALUES (2, 'blue dream eighth');",
    ),
];

/// The tables that are called otherwise since.
const RENAMED: [(&str, &str); 1] = [("reference", "listed")];

fn tables(db: &Connection) -> Vec<(String, String)> {
    let mut found = db.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name").unwrap();
    found.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Tables that a person's data is in, and how many rows each has.
fn rows(db: &Connection) -> Vec<(String, i64)> {
    let own = |name: &String| !name.contains("_words") && !name.starts_with("sqlite_") && name != "filling";
    let names: Vec<String> = {
        let mut found = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
        found.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let count = |name: String| {
        let rows = db.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap();
        (name, rows)
    };
    names.into_iter().filter(own).map(count).collect()
}

#[test]
fn a_file_of_every_released_format_keeps_its_rows_and_fills_what_it_lacks() {
    let fresh = tempfile::tempdir().unwrap();
    drop(Mirror::open(fresh.path()).unwrap());
    let wanted = tables(&open::writer(&open::path(fresh.path())).unwrap());
    let license = LicenseNumber::new("C10-0000001-LIC");
    for format in FIRST..=newest() {
        let dir = tempfile::tempdir().unwrap();
        let path = open::path(dir.path());
        let before = {
            let mut db = open::writer(&path).unwrap();
            let transaction = db.transaction().unwrap();
            let mut behind = 0;
            for (number, data) in DATA.iter().filter(|(number, _)| *number <= format) {
                take(&transaction, behind, *number).unwrap();
                transaction.execute_batch(data).unwrap();
                behind = *number;
            }
            assert_eq!(behind, format, "every format has its data");
            transaction.pragma_update(None, "application_id", open::APPLICATION).unwrap();
            transaction.commit().unwrap();
            let mut rows = rows(&db);
            if format == FIRST {
                assert!(rows.iter().all(|(_, rows)| *rows > 0), "every table has data: {rows:?}");
            }
            for (name, _) in &mut rows {
                if let Some((_, now)) = RENAMED.iter().find(|(then, _)| name == then) {
                    *name = (*now).to_owned();
                }
            }
            rows.sort();
            rows
        };
        let opened = Mirror::open(dir.path()).unwrap();
        assert!(opened.rebuilt_from.is_none(), "format {format}");
        let mirror = opened.mirror;
        {
            let db = open::writer(&path).unwrap();
            assert_eq!(tables(&db), wanted, "format {format} becomes what a new file is");
            let kept: Vec<_> =
                rows(&db).into_iter().filter(|(name, _)| before.iter().any(|(known, _)| known == name)).collect();
            assert_eq!(kept, before, "format {format}");
        }
        assert!(mirror.freeze_load("host license").unwrap().is_some(), "format {format}");
        let revision = mirror.revision().unwrap();
        let mut portions = 0;
        while mirror.fill_new_columns().unwrap() {
            portions += 1;
        }
        assert_eq!(portions, 1, "format {format}");
        let spec = ViewSpec {
            collection: Collection::Packages,
            tab: Some(PackageTab::Active),
            licenses: vec![license.clone()],
            search: String::new(),
            filters: Vec::new(),
            sort: Vec::new(),
        };
        let view = mirror.open_view(&spec, &Interrupt::new()).unwrap();
        let shown = mirror.package_rows(&view, 0, 9).unwrap();
        let days: Vec<_> = shown.iter().flatten().map(|row| (row.package_id, row.expiration.as_str())).collect();
        assert_eq!(days, [(12, ""), (11, "2026-12-05")], "format {format}: what is no day stays blank");
        let told: Vec<_> = mirror.changes_since(revision).unwrap().by.into_iter().map(|(at, n)| (at.tab, n)).collect();
        assert_eq!(
            told,
            match format {
                // The third row had been filled before that file was closed.
                11.. => vec![(Some(PackageTab::Active), 1)],
                _ => vec![(Some(PackageTab::Active), 1), (Some(PackageTab::Inactive), 1)],
            }
        );
        assert!(!mirror.fill_new_columns().unwrap(), "nothing is left");
        let units = mirror.references(&license, crate::ReferenceKind::Units).unwrap();
        assert_eq!(units.len(), 1, "format {format}: what a list had is in it");
    }
}

#[test]
fn a_file_from_before_the_first_release_and_a_damaged_one_are_begun_anew_and_the_freezes_stay() {
    let until = jiff::Timestamp::from_second(1_790_000_000).unwrap();
    for damage in [
        |db: &Connection| db.pragma_update(None, "user_version", 9).unwrap(),
        // Not a mirror's mark: somebody else's file, or one whose header is damaged.
        |db: &Connection| db.pragma_update(None, "application_id", 1).unwrap(),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let mirror = Mirror::open(dir.path()).unwrap().mirror;
        mirror.freeze_save("host license", Some(until)).unwrap();
        drop(mirror);
        damage(&open::writer(&open::path(dir.path())).unwrap());
        let again = Mirror::open(dir.path()).unwrap().mirror;
        assert_eq!(again.freeze_load("host license").unwrap(), Some(until));
    }
}

#[test]
fn a_step_that_was_released_is_as_it_was() {
    for step in all() {
        let print = fingerprint::of_text(step.sql).cast_unsigned();
        assert_eq!(
            print, step.print,
            "this text changed (its print is now {print:#x}); add a step instead: {}",
            step.sql
        );
    }
}

#[test]
fn a_tables_steps_have_growing_numbers_and_none_is_left_out() {
    for steps in table::STEPS {
        assert!(steps.is_sorted_by(|one, next| one.number < next.number), "{}", steps[0].sql);
    }
    let numbers: BTreeSet<i64> = all().iter().map(|step| step.number).collect();
    assert!(numbers.iter().copied().eq(FIRST..=newest()), "{numbers:?}");
}
