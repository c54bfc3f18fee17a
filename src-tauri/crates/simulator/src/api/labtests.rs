//! Lab tests: types, sets, results, and how a laboratory records, documents and releases them.

use std::collections::BTreeSet;

use base64::Engine as _;
use jiff::SignedDuration;
use rust_decimal::Decimal;

use super::Operation;
use super::item_writes::store_file;
use super::package_create::usable;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::http::paging;
use crate::state::World;
use crate::state::doc::{Doc, fields};
use crate::state::item::CategoryRow;
use crate::state::lab::{LabResult, LabRow, ResultRow};
use crate::state::package::{Life, Package};
use crate::state::values::{LabState, Text, pacific_date};
use crate::story::assays::MATRICES;
use crate::story::catalogue::CATEGORIES;

const RIGHTS: &[&str] = &["View Packages", "Manage Packages Inventory"];
const TEST: &str = "CanTestPackages";

pub const OPERATIONS: &[Operation] = &[
    Operation::open("/labtests/v2/states", |_, _| Answer::json(&LabState::ALL.map(LabState::name))),
    Operation::open("/labtests/v2/types", |world, call| {
        let types: Vec<_> = world.test_types.iter().collect();
        paging::page(call, &types, Some)
    }),
    Operation::open("/labtests/v2/batches", |world, call| {
        let sets: Vec<(usize, &'static str)> = (1..).zip(MATRICES).collect();
        paging::page(call, &sets, |(id, name)| Some(set_doc(world, id, name)))
    }),
    Operation::get("/labtests/v2/results", RIGHTS, results),
    Operation::get("/labtests/v2/labtestdocument/{id}", RIGHTS, document),
    Operation::write("POST", "/labtests/v2/record", RIGHTS, |world, call| {
        call.needs(world, TEST)?;
        object::ids(world, call, |world, row| record(world, call, row))
    }),
    Operation::write("PUT", "/labtests/v2/labtestdocument", RIGHTS, |world, call| {
        call.needs(world, TEST)?;
        object::quietly(world, call, |world, row| {
            let id = row.id("LabTestResultId")?;
            let mine = unreleased(world, call, id)?;
            let (name, encoded) = (row.text("DocumentFileName")?, row.text("DocumentFileBase64")?);
            let file = store_file(world, call, name, encoded, &["pdf"])?;
            world.lab_results.update(mine.id, |result| {
                result.document = Some(file);
                result.modified = call.now;
            });
            Ok(id)
        })
    }),
    Operation::write("PUT", "/labtests/v2/results/release", RIGHTS, |world, call| {
        call.needs(world, TEST)?;
        object::quietly(world, call, |world, row| release(world, call, row))
    }),
];

fn set_doc(world: &World, id: usize, name: &'static str) -> Doc {
    let types: Vec<_> = world.test_types.iter().filter(|test| test.batch == name).collect();
    let categories: Vec<Doc> = (1_usize..)
        .zip(CATEGORIES)
        .filter(|(_, category)| category.tests == Some(name))
        .map(|(place, category)| {
            fields! {
                "ProductCategoryId": format!("ProductCategory-{place}"),
                "ProductCategory": CategoryRow { category, numbers: true },
                "RequireLabTestBatch": true,
            }
        })
        .collect();
    fields! {
        "Id": id,
        "Name": name,
        "LabTestTypeCount": types.len(),
        "LabTestTypes": types,
        "ItemCategoryCount": categories.len(),
        "ItemCategories": categories,
        "RequiresAllFromLabTestBatch": true,
    }
}

/// The results that concern a package: those of itself as a sample, and those of samples taken from it or from what it
/// was made of.
fn results(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let facility = call.facility()?;
    let id: Option<u64> = call.query.get("packageId").and_then(|id| id.parse().ok());
    let id = id.ok_or_else(|| Refusal::bad_request("packageId was not specified."))?;
    let package = world.packages.get(id).filter(|package| package.facility == facility);
    let package =
        package.ok_or_else(|| Refusal::not_found(format!("Package {id} does not exist in the current Facility.")))?;
    let labels: BTreeSet<&str> =
        std::iter::once(&package.label).chain(&package.source_labels).map(|label| &**label).collect();
    let concerned = |result: &LabResult| {
        world.packages.get(result.package).is_some_and(|sample| {
            labels.contains(&*sample.label) || sample.source_labels.iter().any(|label| labels.contains(&**label))
        })
    };
    let visible = |result: &LabResult| result.released.is_some() || result.facility == facility;
    let rows: Vec<&LabRow> = world
        .lab_results
        .iter()
        .filter(|(_, result)| visible(result) && concerned(result))
        .flat_map(|(_, result)| result.rows.clone())
        .filter_map(|row| world.lab_rows.get(row))
        .collect();
    paging::page(call, &rows, |row| Some(ResultRow { world, package: id, row }))
}

fn document(world: &World, call: &Call) -> Result<Answer, Refusal> {
    let id = call.id()?;
    let facility = call.facility()?;
    let result = world.lab_results.iter().map(|(_, result)| result).find(|result| result.document == Some(id));
    let mine = result.filter(|result| {
        let taken_here = world.packages.get(result.package).is_some_and(|sample| {
            sample.source_labels.iter().any(|label| world.packages.find(facility, label).is_some())
        });
        result.facility == facility || taken_here
    });
    let file = mine.and_then(|_| world.files.get(id));
    let file = file.ok_or_else(|| Refusal::not_found(format!("Lab Test Document {id} does not exist.")))?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(file.encoded.as_bytes()).unwrap_or_default();
    Ok(Answer::Document { content_type: "application/pdf", bytes })
}

/// Records all tests of a sample at once. A result beyond its action level cannot be called passed.
fn record(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let label = row.text("Label")?;
    let sample = usable(world, facility, label)?.clone();
    if !sample.testing_sample {
        return Err(Wrong::Row(format!("Package {label} is not a testing sample.")));
    }
    if world.lab_results.iter().any(|(_, result)| result.package == sample.id) {
        return Err(Wrong::Row(format!("Package {label} already has lab test results.")));
    }
    let performed = row.past_date("ResultDate", call)?;
    let set = world.items.get(sample.item).and_then(|item| item.category.tests);
    let mut tests: Vec<(u32, Decimal, bool, Option<Text>)> = Vec::new();
    for row in row.objects("Results")? {
        let name = row.text("LabTestTypeName")?;
        let known = world.test_types.iter().enumerate().find(|(_, test)| test.name.eq_ignore_ascii_case(name));
        let (place, test) = known.ok_or_else(|| format!("Lab Test Type {name} is not valid."))?;
        let place = u32::try_from(place).unwrap_or_default();
        if tests.iter().any(|test| test.0 == place) {
            return Err(Wrong::Row(format!("Lab Test Type {name} is specified more than once.")));
        }
        let (level, passed) = (row.number("Quantity")?, row.flag("Passed")?);
        let beyond = test.action_level.is_some_and(|most| level > most) || (test.pass_fail && !level.is_zero());
        if beyond && passed {
            return Err(Wrong::Row(format!("Lab Test Type {name} exceeds the action level and cannot pass.")));
        }
        tests.push((place, level, passed, row.maybe_kept("Notes")?));
    }
    let missing = world
        .test_types
        .iter()
        .enumerate()
        .find(|(place, test)| Some(test.batch) == set && !tests.iter().any(|given| given.0 as usize == *place));
    if let Some((_, test)) = missing {
        return Err(Wrong::Row(format!("Lab Test Type {} is required.", test.name)));
    }
    let document = match (row.maybe_text("DocumentFileName")?, row.maybe_text("DocumentFileBase64")?) {
        (Some(name), Some(encoded)) => Some(store_file(world, call, name, encoded, &["pdf"])?),
        (Some(_), None) => return Err(object::not_specified("DocumentFileBase64")),
        (None, Some(_)) => return Err(object::not_specified("DocumentFileName")),
        (None, None) => None,
    };
    let rows: Vec<u64> = tests
        .iter()
        .map(|(test, level, passed, comment)| {
            world.lab_rows.insert(|_| LabRow {
                facility,
                result: 0,
                package: sample.id,
                test: *test,
                level: *level,
                passed: *passed,
                comment: comment.clone(),
                modified: call.now,
            })
        })
        .collect();
    let result = world.lab_results.insert(|id| LabResult {
        id,
        facility,
        package: sample.id,
        performed,
        passed: tests.iter().all(|test| test.2),
        released: None,
        expires: None,
        document,
        rows: rows.clone(),
        modified: call.now,
    });
    for row in rows {
        world.lab_rows.update(row, |row| row.result = result);
    }
    for id in concerned_packages(world, &sample) {
        world.packages.update(id, |package| {
            package.lab_state = LabState::TestingInProgress;
            package.lab_state_date = pacific_date(call.now);
            package.lab_performed = Some(performed);
            package.lab_recorded = Some(pacific_date(call.now));
            package.modified = call.now;
        });
    }
    Ok(result)
}

/// A result of this laboratory that is not released yet.
fn unreleased(world: &World, call: &Call, id: u64) -> Result<LabResult, Wrong> {
    let facility = call.facility()?;
    let found = world.lab_results.get(id).filter(|result| result.facility == facility).cloned();
    let result = found.ok_or_else(|| format!("Lab Test Result {id} does not exist in the current Facility."))?;
    if result.released.is_some() {
        return Err(Wrong::Row(format!("Lab Test Result {id} has been released and cannot be changed.")));
    }
    Ok(result)
}

/// Record, then the document, then the release: which tells the source package and all that was made of it.
fn release(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let label = row.text("PackageLabel")?;
    let sample = usable(world, call.facility()?, label)?.clone();
    let found = world.lab_results.iter().find(|(_, result)| result.package == sample.id).map(|(id, _)| id);
    let id = found.ok_or_else(|| format!("Package {label} has no lab test results."))?;
    let result = unreleased(world, call, id)?;
    if result.document.is_none() {
        return Err(Wrong::Row(format!("A Certificate of Analysis is required to release the results of {label}.")));
    }
    let expires = call.now.checked_add(SignedDuration::from_hours(24 * 365)).ok();
    world.lab_results.update(id, |result| {
        result.released = Some(call.now);
        result.expires = expires;
        result.modified = call.now;
    });
    for package in concerned_packages(world, &sample) {
        world.packages.update(package, |package| {
            let again = package.remediated.is_some() || package.decontaminated.is_some();
            package.lab_state = match (result.passed, again) {
                (true, false) => LabState::TestPassed,
                (true, true) => LabState::RetestPassed,
                (false, false) => LabState::TestFailed,
                (false, true) => LabState::RetestFailed,
            };
            package.needs_remediation = !result.passed;
            package.lab_state_date = pacific_date(call.now);
            package.lab_expires = expires.filter(|_| result.passed);
            package.modified = call.now;
        });
    }
    Ok(id)
}

/// The sample, what it was taken from, and what else was made of that without becoming another product; at every
/// license that still has it.
fn concerned_packages(world: &World, sample: &Package) -> Vec<u64> {
    let mut labels: BTreeSet<Text> = sample.source_labels.iter().cloned().collect();
    labels.insert(Text::clone(&sample.label));
    let mut ids: BTreeSet<u64> = BTreeSet::new();
    loop {
        let mut found: BTreeSet<Text> = BTreeSet::new();
        for (id, package) in world.packages.iter() {
            let mine = labels.contains(&package.label)
                || (package.item == sample.item
                    && !package.testing_sample
                    && package.source_labels.iter().any(|label| labels.contains(label)));
            let here = matches!(package.life, Life::Active | Life::InTransit);
            if mine && here && package.item == sample.item && ids.insert(id) {
                found.insert(Text::clone(&package.label));
            }
        }
        if found.is_empty() {
            return ids.into_iter().collect();
        }
        labels.extend(found);
    }
}
