//! Packages, in all their lists (CONTRACT section 5.2).

use jiff::Timestamp;
use jiff::civil::Date;
use rules::LabTestingState;
use rust_decimal::Decimal;

use super::NumberOrName;
use crate::read::record;

record! {
    /// A package as `packages/v2/active|onhold|inactive|intransit|{id}|{label}` send it.
    Package {
        /// The state's id, in this license's books: the same package has another id at another license.
        id: i64 = "Id",
        /// The tag.
        label: String = "Label",
        /// `Product`, `ImmaturePlant` and so on.
        package_type: Option<NumberOrName> = "PackageType",
        /// Names of the harvests it comes from, comma-separated.
        source_harvest_names: Option<String> = "SourceHarvestNames",
        /// Tags of the packages it comes from, comma-separated.
        source_package_labels: Option<String> = "SourcePackageLabels",
        /// Where it lies.
        location_name: Option<String> = "LocationName",
        /// Where in that place.
        sublocation_name: Option<String> = "SublocationName",
        /// How much is in it, in `unit_of_measure_name`.
        quantity: Option<Decimal> = "Quantity",
        /// The unit's name.
        unit_of_measure_name: String = "UnitOfMeasureName",
        /// The unit's abbreviation.
        unit_of_measure_abbreviation: String = "UnitOfMeasureAbbreviation",
        /// The license that the item was received from.
        item_from_facility_license_number: Option<String> = "ItemFromFacilityLicenseNumber",
        /// Its name.
        item_from_facility_name: Option<String> = "ItemFromFacilityName",
        /// Who packaged it. In no documented sample of the v2 API; read in case a state sends it.
        packaged_by_facility_license_number: Option<String> = "PackagedByFacilityLicenseNumber",
        /// That license's name.
        packaged_by_facility_name: Option<String> = "PackagedByFacilityName",
        /// Free text.
        note: Option<String> = "Note",
        /// When it was packaged.
        packaged_date: Option<Date> = "PackagedDate",
        /// How far testing is.
        lab_testing_state: Option<LabTestingState> = "LabTestingState",
        /// Since when it is that far.
        lab_testing_state_date: Option<Date> = "LabTestingStateDate",
        /// Whether it is a production batch.
        is_production_batch: bool = "IsProductionBatch",
        /// The production batch's number.
        production_batch_number: Option<String> = "ProductionBatchNumber",
        /// A trade sample.
        is_trade_sample: bool = "IsTradeSample",
        /// A donation.
        is_donation: bool = "IsDonation",
        /// A sample for a laboratory.
        is_testing_sample: bool = "IsTestingSample",
        /// When it was received on a manifest; none when it was made here.
        received_date_time: Option<Timestamp> = "ReceivedDateTime",
        /// The manifest it came on.
        received_from_manifest_number: Option<String> = "ReceivedFromManifestNumber",
        /// Who sent it.
        received_from_facility_license_number: Option<String> = "ReceivedFromFacilityLicenseNumber",
        /// That license's name.
        received_from_facility_name: Option<String> = "ReceivedFromFacilityName",
        /// On hold.
        is_on_hold: bool = "IsOnHold",
        /// On hold itself or through what it comes from.
        is_on_hold_combined: bool = "IsOnHoldCombined",
        /// Under investigation.
        is_on_investigation: bool = "IsOnInvestigation",
        /// Held by an investigation.
        is_on_investigation_hold: bool = "IsOnInvestigationHold",
        /// Recalled by an investigation.
        is_on_investigation_recall: bool = "IsOnInvestigationRecall",
        /// Recalled.
        is_on_recall: bool = "IsOnRecall",
        /// Recalled itself or through what it comes from.
        is_on_recall_combined: bool = "IsOnRecallCombined",
        /// When it was put away.
        archived_date: Option<Date> = "ArchivedDate",
        /// Finished.
        is_finished: bool = "IsFinished",
        /// When it was finished.
        finished_date: Option<Date> = "FinishedDate",
        /// When the state last changed anything of it.
        last_modified: Option<Timestamp> = "LastModified",
        /// What is in it.
        item: Option<Box<PackageItem>> = "Item",
    }
}

impl Package {
    /// Whether anything holds it back: hold, recall or investigation, its own or of what it comes from.
    pub fn is_held(&self) -> bool {
        self.is_on_hold
            || self.is_on_hold_combined
            || self.is_on_investigation
            || self.is_on_investigation_hold
            || self.is_on_investigation_recall
            || self.is_on_recall
            || self.is_on_recall_combined
    }
}

record! {
    /// The item inside a package. It writes enumerations as numbers where `/items/v2` writes names.
    PackageItem {
        /// The state's id of the item.
        id: Option<i64> = "Id",
        /// The item's name.
        name: String = "Name",
        /// Its category.
        product_category_name: String = "ProductCategoryName",
        /// The category's kind.
        product_category_type: Option<NumberOrName> = "ProductCategoryType",
        /// Counted, weighed or measured.
        quantity_type: Option<NumberOrName> = "QuantityType",
        /// The strain's name; none for what has no strain, an edible for example.
        strain_name: Option<String> = "StrainName",
    }
}
