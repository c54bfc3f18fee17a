//! What a few letters may mean: items and locations of active packages, and manifests.

use mirror::{KnownFound, Mirror, PackageList, PackageRecord};
use rules::LicenseNumber;

use crate::common::*;

fn of(id: i64, item: &str, location: &str) -> PackageRecord {
    PackageRecord { item: item.to_owned(), location: location.to_owned(), ..package(id) }
}

fn filled() -> (tempfile::TempDir, Mirror) {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    let shop = vec![
        of(1, "Blue Dream Eighth", "Sales Floor"),
        of(2, "Blue Dream Eighth", "Vault"),
        of(3, "House Blend - Blue Dream", "Vault"),
        of(4, "Piña Kush", "Vault"),
        of(5, "Piña Kush", "Vault"),
        of(6, "Piña Kush", "Vault"),
    ];
    store(&mirror, &retailer(), PackageList::Active, shop);
    store(&mirror, &retailer(), PackageList::Inactive, vec![of(9, "Gone Haze", "Attic")]);
    store(&mirror, &cultivator(), PackageList::Active, vec![of(11, "Blue Dream Eighth", "Vault")]);
    (dir, mirror)
}

fn items(found: &KnownFound) -> Vec<(&str, i64)> {
    found.items.iter().map(|item| (item.name.as_str(), item.packages)).collect()
}

#[test]
fn an_item_is_found_by_every_word_and_what_begins_so_comes_first() {
    let (_dir, mirror) = filled();
    let both = [retailer(), cultivator()];
    let found = mirror.known(&both, "blue dream", 5).unwrap();
    assert_eq!(items(&found), [("Blue Dream Eighth", 3), ("House Blend - Blue Dream", 1)]);
    let found = mirror.known(&both, "dream BLEND", 5).unwrap();
    assert_eq!(items(&found), [("House Blend - Blue Dream", 1)]);
    let found = mirror.known(&[retailer()], "pina", 5).unwrap();
    assert_eq!(items(&found), [("Piña Kush", 3)], "without accents, as in the grid's search");
    let found = mirror.known(&[retailer()], "blue", 1).unwrap();
    assert_eq!(items(&found), [("Blue Dream Eighth", 2)], "of this license alone, and no more than asked for");
}

#[test]
fn what_no_active_package_has_is_not_offered() {
    let (_dir, mirror) = filled();
    let found = mirror.known(&[retailer(), cultivator()], "haze", 5).unwrap();
    assert_eq!(found, KnownFound::default());
    let found = mirror.known(&[cultivator()], "kush", 5).unwrap();
    assert_eq!(found, KnownFound::default(), "another license's");
    assert_eq!(mirror.known(&[retailer()], "  ", 5).unwrap(), KnownFound::default());
    assert_eq!(mirror.known(&[], "blue", 5).unwrap(), KnownFound::default());
}

#[test]
fn a_location_is_each_license_s_own() {
    let (_dir, mirror) = filled();
    let found = mirror.known(&[retailer(), cultivator()], "vau", 5).unwrap();
    let told: Vec<(&str, LicenseNumber, i64)> =
        found.locations.iter().map(|at| (at.name.as_str(), at.license.clone(), at.packages)).collect();
    assert_eq!(told, [("Vault", retailer(), 5), ("Vault", cultivator(), 1)]);
}
