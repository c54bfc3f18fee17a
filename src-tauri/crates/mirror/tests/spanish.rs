//! The grids' columns are headed in Spanish, and named as before. A test binary of its own: the language is the process's.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "mirror/common.rs"]
#[expect(dead_code, reason = "the other tests use the rest of it")]
mod common;

use common::*;
use mirror::view::Collection;
use mirror::{Mirror, PackageList};
use rules::LabTestingState;

#[test]
fn the_columns_are_headed_in_spanish() {
    words::Language::Spanish.speak();
    let heads: Vec<(String, String)> = Mirror::columns(Collection::Packages, None)
        .into_iter()
        .map(|column| (column.id, column.title))
        .take(5)
        .collect();
    let wanted = [
        ("tag", "Etiqueta"),
        ("item", "Artículo"),
        ("quantity", "Cantidad"),
        ("location", "Ubicación"),
        ("lab_testing", "Estado de laboratorio"),
    ];
    assert_eq!(heads, wanted.map(|(id, title)| (id.to_owned(), title.to_owned())));
}

/// What is read in Spanish is looked for in Spanish; the state's own words, which stand in files, are found as well.
#[test]
fn a_search_knows_lab_states_and_months_in_spanish() {
    words::Language::Spanish.speak();
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let mut failed = package(2);
    failed.lab_testing = LabTestingState::TestFailed;
    failed.packaged_date = Some("2026-09-15".parse().unwrap());
    store(&mirror, &retailer(), PackageList::Active, vec![package(1), failed]);
    for typed in ["reprobada", "test failed", "15 sept 2026", "15 septiembre"] {
        assert_eq!(ids(&mirror, &search(&[retailer()], typed)), [2], "“{typed}”");
    }
}
