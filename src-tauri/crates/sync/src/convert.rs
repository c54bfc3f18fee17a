//! From the API's models to the mirror's records. What has no column in the mirror is kept as JSON, so nothing that the
//! state sends is lost.

use mirror::{FacilityRecord, LabSampleRecord, PackageRecord, ReferenceRecord, TransferredRecord};
use rules::{LabTestingState, LicenseNumber, Party, Tag};
use serde_json::{Map, Value};
use state_api::{
    AdjustReason, AvailableTag, Employee, Facility, Item, ItemCategory, LabSample, Location, Package, Strain,
    TransferredPackage, UnitOfMeasure,
};

/// What of a package has a column of its own in the mirror.
const PACKAGE_COLUMNS: [&str; 28] = [
    "Id",
    "Label",
    "SourceHarvestNames",
    "SourcePackageLabels",
    "LocationName",
    "SublocationName",
    "Quantity",
    "UnitOfMeasureName",
    "UnitOfMeasureAbbreviation",
    "ItemFromFacilityLicenseNumber",
    "ItemFromFacilityName",
    "PackagedByFacilityLicenseNumber",
    "PackagedByFacilityName",
    "Note",
    "PackagedDate",
    "LabTestingState",
    "LabTestingStateDate",
    "ProductionBatchNumber",
    "IsTradeSample",
    "IsDonation",
    "IsTestingSample",
    "ReceivedDateTime",
    "ReceivedFromManifestNumber",
    "ReceivedFromFacilityLicenseNumber",
    "ReceivedFromFacilityName",
    "IsFinished",
    "FinishedDate",
    "LastModified",
];

/// What of a transferred row has one.
const TRANSFERRED_COLUMNS: [&str; 17] = [
    "Id",
    "PackageId",
    "PackageLabel",
    "SourceHarvestNames",
    "SourcePackageLabels",
    "ProductName",
    "ProductCategoryName",
    "ItemStrainName",
    "ShippedQuantity",
    "ShippedUnitOfMeasureAbbreviation",
    "LabTestingStateName",
    "ManifestNumber",
    "RecipientFacilityLicenseNumber",
    "RecipientFacilityName",
    "ShipmentPackageStateName",
    "ActualDepartureDateTime",
    "ReceivedDateTime",
];

pub(crate) fn rest(mut all: Map<String, Value>, columns: &[&str]) -> Value {
    all.retain(|name, _| !columns.contains(&name.as_str()));
    Value::Object(all)
}

pub(crate) fn party(license: Option<&String>, name: Option<&String>) -> Option<Party> {
    let license = license.filter(|l| !l.trim().is_empty())?;
    Some(Party { license: LicenseNumber::new(license), name: name.cloned().unwrap_or_default() })
}

pub(crate) fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

pub(crate) fn facility(facility: &Facility) -> Option<FacilityRecord> {
    Some(FacilityRecord {
        license: facility.license_number()?,
        name: facility.shown_name().to_owned(),
        license_type: facility.license_type().to_owned(),
        rest: Value::Object(facility.to_json()),
    })
}

pub(crate) fn package(package: &Package) -> PackageRecord {
    let item = package.item.as_deref();
    PackageRecord {
        package_id: package.id,
        tag: Tag::from_state(package.label.as_str()),
        source_harvests: text(&package.source_harvest_names),
        source_packages: text(&package.source_package_labels),
        location: text(&package.location_name),
        sublocation: text(&package.sublocation_name),
        item: item.map(|i| i.name.clone()).unwrap_or_default(),
        category: item.map(|i| i.product_category_name.clone()).unwrap_or_default(),
        item_strain: item.map(|i| text(&i.strain_name)).unwrap_or_default(),
        quantity: package.quantity.unwrap_or_default(),
        unit: abbreviation(&package.unit_of_measure_abbreviation, &package.unit_of_measure_name),
        unit_name: unit_name(&package.unit_of_measure_name, &package.unit_of_measure_abbreviation),
        production_batch: text(&package.production_batch_number),
        lab_testing: package.lab_testing_state.clone().unwrap_or(LabTestingState::Other(String::new())),
        lab_testing_date: package.lab_testing_state_date,
        trade_sample: package.is_trade_sample,
        donation: package.is_donation,
        testing_sample: package.is_testing_sample,
        hold: package.is_held(),
        packaged_date: package.packaged_date,
        received: package.received_date_time,
        received_manifest: text(&package.received_from_manifest_number),
        received_from: party(
            package.received_from_facility_license_number.as_ref(),
            package.received_from_facility_name.as_ref(),
        ),
        packaged_by: party(
            package.packaged_by_facility_license_number.as_ref(),
            package.packaged_by_facility_name.as_ref(),
        ),
        item_origin: party(
            package.item_from_facility_license_number.as_ref(),
            package.item_from_facility_name.as_ref(),
        ),
        is_finished: package.is_finished,
        finished: package.finished_date.or(package.archived_date),
        manifest: package
            .extra
            .get("TransferManifestNumber")
            .or_else(|| package.extra.get("ManifestNumber"))
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        note: text(&package.note),
        last_modified: package.last_modified,
        rest: rest(package.to_json(), &PACKAGE_COLUMNS),
    }
}

pub(crate) fn transferred(row: &TransferredPackage) -> TransferredRecord {
    TransferredRecord {
        transferred_id: row.id,
        package_id: row.package_id,
        tag: Tag::from_state(row.package_label.as_str()),
        source_harvests: text(&row.source_harvest_names),
        source_packages: text(&row.source_package_labels),
        item: text(&row.product_name),
        category: text(&row.product_category_name),
        item_strain: text(&row.item_strain_name),
        quantity: row.shipped_quantity.unwrap_or_default(),
        unit: abbreviation(
            row.shipped_unit_of_measure_abbreviation.as_deref().unwrap_or_default(),
            row.extra.get("ShippedUnitOfMeasureName").and_then(Value::as_str).unwrap_or_default(),
        ),
        lab_testing: LabTestingState::from(text(&row.lab_testing_state_name)),
        manifest: row.manifest_number.clone(),
        recipient: party(row.recipient_facility_license_number.as_ref(), row.recipient_facility_name.as_ref()),
        shipment_state: text(&row.shipment_package_state_name),
        departed: row.actual_departure_date_time,
        received: row.received_date_time,
        rest: rest(row.to_json(), &TRANSFERRED_COLUMNS),
    }
}

pub(crate) fn lab_sample(sample: &LabSample) -> LabSampleRecord {
    LabSampleRecord {
        package: package(&sample.package),
        laboratory: party(sample.lab_facility_license_number.as_ref(), sample.lab_facility_name.as_ref()),
        overall_passed: sample.overall_passed,
        tested: sample.test_performed_date,
        result_released: sample.result_released,
        released: sample.result_release_date_time,
        test: sample.test_type_name.clone(),
        test_passed: sample.test_passed,
        test_level: sample.test_result_level,
        test_comment: text(&sample.test_comment),
        test_informational: sample.test_informational_only,
    }
}

/// What tells a row of the laboratory's list from the others: a test that was revoked and made again differs in its day,
/// its release or its result.
pub(crate) fn lab_test_key(of: &LabSample) -> String {
    format!(
        "{} {:?}",
        of.package.id,
        (
            &of.test_type_name,
            of.test_performed_date,
            of.result_released,
            of.result_release_date_time,
            of.test_passed,
            of.test_result_level,
            &of.test_comment,
            of.test_informational_only,
        )
    )
}

pub(crate) fn reference(key: String, name: &str, all: Map<String, Value>) -> ReferenceRecord {
    ReferenceRecord { key, name: name.to_owned(), rest: Value::Object(all) }
}

pub(crate) fn item(item: &Item) -> ReferenceRecord {
    reference(item.id.to_string(), &item.name, item.to_json())
}

pub(crate) fn strain(strain: &Strain) -> ReferenceRecord {
    reference(strain.id.to_string(), &strain.name, strain.to_json())
}

pub(crate) fn location(location: &Location) -> ReferenceRecord {
    reference(location.id.to_string(), &location.name, location.to_json())
}

pub(crate) fn tag(tag: &AvailableTag) -> ReferenceRecord {
    reference(tag.id.to_string(), &tag.label, tag.to_json())
}

pub(crate) fn category(category: &ItemCategory) -> ReferenceRecord {
    reference(category.name.clone(), &category.name, category.to_json())
}

pub(crate) fn unit(unit: &UnitOfMeasure) -> ReferenceRecord {
    reference(unit.name.clone(), &unit.name, unit.to_json())
}

pub(crate) fn adjust_reason(reason: &AdjustReason) -> ReferenceRecord {
    reference(reason.name.clone(), &reason.name, reason.to_json())
}

/// The state gives people no id. The number may be that of the place and so the same for all (the state's own sample has
/// it so), and people share names: a person is number, name and term together.
pub(crate) fn employee(employee: &Employee) -> ReferenceRecord {
    let license = employee.license.as_deref();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let key = [
        license.map(|l| l.employee_license_number.clone()).unwrap_or_default(),
        employee.full_name.clone(),
        day(license.and_then(|l| l.start_date)),
        day(license.and_then(|l| l.end_date)),
    ];
    reference(key.join(" | "), &employee.full_name, employee.to_json())
}

/// The unit's abbreviation, from its name where the state sends none: a cell is not blank for that. A name that this
/// program does not know stands for itself.
fn abbreviation(abbreviation: &str, name: &str) -> String {
    if !abbreviation.trim().is_empty() {
        return abbreviation.to_owned();
    }
    rules::find_unit(name.trim()).map_or_else(|| name.trim().to_owned(), |unit| unit.abbreviation.to_owned())
}

/// The unit's name, from its abbreviation where the state sends none.
fn unit_name(name: &str, abbreviation: &str) -> String {
    if !name.trim().is_empty() {
        return name.to_owned();
    }
    rules::find_unit(abbreviation.trim()).map(|unit| unit.name.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_without_abbreviation_is_shown_all_the_same() {
        assert_eq!(abbreviation("g", "Grams"), "g");
        assert_eq!(abbreviation("", "Grams"), "g");
        assert_eq!(abbreviation(" ", "Each"), "ea");
        assert_eq!(abbreviation("", "Bushels"), "Bushels", "one that is not known stands for itself");
        assert_eq!((unit_name("", "g").as_str(), unit_name("Grams", "").as_str()), ("Grams", "Grams"));
    }
}
