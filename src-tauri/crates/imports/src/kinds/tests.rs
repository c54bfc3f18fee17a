//! What holds of every import, and of the state's own files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use words::Words;

use super::*;
use crate::heading::plain;
use crate::{Limits, Table, read_tables};

/// The state's sample files, by their names, and what each is.
const SAMPLES: [(&str, ImportKind); 19] = [
    ("Destroy_Immature_Plants", ImportKind::DestroyImmaturePlants),
    ("Destroy_Plants", ImportKind::DestroyPlants),
    ("Harvest_Plants", ImportKind::HarvestPlants),
    ("Immature_Plants_Additives", ImportKind::ImmaturePlantAdditives),
    ("Immature_Plants_Growth_Phase", ImportKind::ImmaturePlantGrowthPhase),
    ("Immature_Plants_Packages", ImportKind::ImmaturePlantPackages),
    ("Immature_Plants_Waste", ImportKind::ImmaturePlantWaste),
    ("Manicure_Plants", ImportKind::ManicurePlants),
    ("Package_Adj", ImportKind::PackageAdjustments),
    ("Package_Planting_From_Plant", ImportKind::PackagesFromPlants),
    ("Packages_from_Harvest", ImportKind::PackagesFromHarvests),
    ("Packages_from_Mother_Plant", ImportKind::PackagesFromMotherPlants),
    ("Plant_Batch_Adj", ImportKind::PlantBatchAdjustments),
    ("Plantings_from_Packages", ImportKind::PlantingsFromPackages),
    ("Plantings_from_Plants", ImportKind::PlantingsFromPlants),
    ("Plants_Additives", ImportKind::PlantAdditives),
    ("Plants_Location", ImportKind::PlantLocations),
    ("Plants_Waste", ImportKind::PlantWaste),
    ("Split_Plantings", ImportKind::SplitPlantings),
];

/// The state's documents, where they are at hand.
fn reference() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/state-api");
    if shared.is_dir() {
        return Some(shared);
    }
    skipped("reference data not present");
    None
}

#[expect(clippy::print_stderr, reason = "a test that looked at nothing says so")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

fn table(bytes: &[u8]) -> Table {
    let tables = read_tables("import.csv", bytes, Limits::TAG_LIST).unwrap();
    tables.tables.into_iter().next().unwrap()
}

/// Whether a row has what its columns ask of one another, as far as one row tells.
fn needs_are_met(about: &Import, row: &[&str]) -> bool {
    let cell = |heading: &str| {
        let at = about.columns.iter().position(|column| column.heading == heading).unwrap();
        row.get(at).copied().unwrap_or_default().trim()
    };
    about.columns.iter().all(|column| {
        let wanted = match column.needed {
            Needed::Always => true,
            Needed::WhenIs(other, word) => cell(other).eq_ignore_ascii_case(word),
            Needed::WhenFilled(other) => !cell(other).is_empty(),
            Needed::WhenBlank(other) => cell(other).is_empty(),
            Needed::WhenAboveZero(other) => !matches!(rules::read_number(cell(other)), Ok(Some(n)) if n.is_zero()),
            Needed::Never | Needed::WhenReasonAsks(_) => false,
        };
        !wanted || !cell(column.heading).is_empty()
    })
}

#[test]
fn a_stored_name_means_one_kind() {
    let mut names = BTreeSet::new();
    for kind in ImportKind::ALL {
        assert_eq!(ImportKind::from_code(kind.code()), Some(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code(), "the page knows it by the same");
        assert!(kind.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{kind:?}");
        assert!(names.insert(kind.code()), "{kind:?} shares its name");
    }
    assert_eq!(names.len(), 19, "the state's page has nineteen");
}

#[test]
fn every_heading_leads_to_one_column() {
    for kind in ImportKind::ALL {
        let mut seen = BTreeSet::new();
        for column in kind.about().columns {
            for heading in column.headings() {
                assert!(seen.insert(plain(heading)), "{kind:?}: {heading} stands twice");
                assert!(
                    heading == column.heading || heading == plain(heading),
                    "{kind:?}: {heading} is never compared"
                );
                let found = kind.about().column_of(&format!("  {} ", heading.to_uppercase()));
                assert_eq!(found.map(|found| found.heading), Some(column.heading), "{kind:?}");
            }
        }
        assert!(kind.about().column_of("").is_none() && kind.about().column_of("No such column").is_none());
    }
}

#[test]
fn what_a_column_depends_on_is_there() {
    for kind in ImportKind::ALL {
        let about = kind.about();
        let there = |heading: &str| about.columns.iter().find(|column| column.heading == heading);
        for column in about.columns {
            let Some(on) = column.needed.on() else { continue };
            let other = there(on).unwrap_or_else(|| panic!("{kind:?}: {} depends on {on}", column.heading));
            assert_ne!(other.heading, column.heading);
            if let Needed::WhenIs(_, word) = column.needed {
                assert!(other.holds.fits(word), "{kind:?}: {on} is never {word}");
            }
        }
        if let Rows::Together { key, own } = about.rows {
            assert!(!key.is_empty() && !own.is_empty());
            let named: BTreeSet<_> = key.iter().chain(own).collect();
            assert_eq!(named.len(), key.len() + own.len(), "{kind:?}: a column names the record or adds to it");
            assert!(named.iter().all(|heading| there(heading).is_some()), "{kind:?}: {named:?}");
        }
    }
}

#[test]
fn each_kind_has_words_and_examples_that_fit() {
    let mut titles = BTreeSet::new();
    for kind in ImportKind::ALL {
        let about = kind.about();
        let said = |words: Words| words.to_string();
        assert!(titles.insert(said((about.title)())), "{kind:?} is called as another");
        assert!(!about.licenses.is_empty());
        assert!(about.examples.len() >= 2, "{kind:?}");
        for row in about.examples {
            assert_eq!(row.len(), about.columns.len(), "{kind:?}: {row:?}");
            for (column, cell) in about.columns.iter().zip(*row) {
                assert!(column.fits(cell), "{kind:?}: {cell:?} is no {}", column.heading);
                assert!(!cell.contains(['"', ',', '\r', '\n']), "{kind:?}: {cell:?} would have to be quoted");
            }
            assert!(needs_are_met(about, row), "{kind:?}: {row:?}");
        }
        let read = table(about.example().as_bytes());
        let rows = read.rows.iter().map(|row| row.cells().collect::<Vec<_>>());
        let headings: Vec<_> = about.columns.iter().map(|column| column.heading).collect();
        let examples = about.examples.iter().map(|row| row.to_vec());
        assert_eq!(rows.collect::<Vec<_>>(), [headings].into_iter().chain(examples).collect::<Vec<_>>(), "{kind:?}");
        assert_eq!(about.template().matches("\r\n").count(), 1, "{kind:?}: headings and nothing else");
    }
}

#[test]
fn the_examples_show_one_record_of_several_rows() {
    for kind in ImportKind::ALL {
        let about = kind.about();
        let Rows::Together { key, .. } = about.rows else { continue };
        let at = |heading: &&str| about.columns.iter().position(|column| column.heading == *heading).unwrap();
        let places: Vec<usize> = key.iter().map(at).collect();
        let records: BTreeSet<Vec<&str>> =
            about.examples.iter().map(|row| places.iter().map(|at| row[*at]).collect()).collect();
        assert!(records.len() < about.examples.len() && records.len() > 1, "{kind:?}: {records:?}");
    }
    let said = ImportKind::PlantAdditives.about().rows_words().to_string();
    assert!(said.contains(" in ActiveIngredientName and ActiveIngredientPercentage are one record"), "{said}");
    let said = ImportKind::PackagesFromHarvests.about().rows_words().to_string();
    assert!(said.contains("the same Tag are one record"), "{said}");
}

#[test]
fn a_note_of_an_adjustment_is_as_long_as_the_rules_say() {
    let about = ImportKind::PackageAdjustments.about();
    let day = "2026-11-27".parse().unwrap();
    let most = rules::rule_on(rules::RuleId::NoteLength, day).and_then(|rule| rule.figure).unwrap();
    let note = about.column_of("Reason Note").unwrap();
    assert_eq!(note.limit, Some(Limit::Letters(most)));
    assert!(note.fits(&"a".repeat(200)) && !note.fits(&"a".repeat(201)));
}

#[test]
fn a_file_that_lacks_what_is_needed_is_of_no_kind() {
    assert_eq!(ImportKind::of_headings(&["label", "LOCATION", "Actual Date"]), [ImportKind::PlantLocations]);
    assert_eq!(ImportKind::of_headings(&["Label", "ActualDate"]), []);
    assert_eq!(ImportKind::of_headings(&["Label", "Location", "ActualDate", "Weather"]), []);
    assert_eq!(ImportKind::of_headings(&[]), []);
}

#[test]
fn the_states_sample_files_are_known_and_fit() {
    let Some(shared) = reference() else { return };
    for (name, kind) in SAMPLES {
        let bytes = std::fs::read(shared.join(format!("data/data-import-csv/{name}.csv"))).unwrap();
        let read = table(&bytes);
        let mut rows = read.rows.iter().map(|row| row.cells().collect::<Vec<_>>());
        let headings = rows.next().unwrap();
        let found = ImportKind::of_headings(&headings);
        let twins = [ImportKind::ImmaturePlantPackages, ImportKind::PackagesFromMotherPlants];
        let wanted = if twins.contains(&kind) { twins.to_vec() } else { vec![kind] };
        assert_eq!(found, wanted, "{name}");
        let about = kind.about();
        let ours: Vec<_> = about.columns.iter().map(|column| column.heading).collect();
        assert_eq!(headings, ours, "{name}: every column in its order");
        let mut count = 0;
        for row in rows {
            for (column, cell) in about.columns.iter().zip(&row) {
                assert!(column.fits(cell), "{name}: {cell:?} is no {}", column.heading);
            }
            assert!(needs_are_met(about, &row), "{name}: {row:?}");
            count += 1;
        }
        assert!(count > 0, "{name} has rows");
    }
}

#[test]
fn each_call_is_one_of_californias() {
    let Some(shared) = reference() else { return };
    let contract = std::fs::read_to_string(shared.join("CONTRACT.md")).unwrap();
    for kind in ImportKind::ALL {
        let Way::Call(method, path) = kind.about().way else { panic!("{kind:?} goes nowhere") };
        let operation = format!("**`{} {path}`**", method.as_str());
        assert!(contract.contains(&operation), "{kind:?}: {operation}");
    }
}
