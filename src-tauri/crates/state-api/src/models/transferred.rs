//! `GET /packages/v2/transferred`: what left on a manifest, seen by the sender (CONTRACT section 5.2).

use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::read::record;

record! {
    /// A package on a manifest that has arrived, or come back.
    TransferredPackage {
        /// The row's own id; one package may have several, one a manifest.
        id: i64 = "Id",
        /// The state's id of the package in the sender's books.
        package_id: i64 = "PackageId",
        /// The tag.
        package_label: String = "PackageLabel",
        /// The manifest.
        manifest_number: String = "ManifestNumber",
        /// To whom.
        recipient_facility_license_number: Option<String> = "RecipientFacilityLicenseNumber",
        /// That license's name.
        recipient_facility_name: Option<String> = "RecipientFacilityName",
        /// The item's name.
        product_name: Option<String> = "ProductName",
        /// Its category.
        product_category_name: Option<String> = "ProductCategoryName",
        /// Its strain.
        item_strain_name: Option<String> = "ItemStrainName",
        /// Names of the harvests it comes from, comma-separated.
        source_harvest_names: Option<String> = "SourceHarvestNames",
        /// Tags of the packages it comes from, comma-separated.
        source_package_labels: Option<String> = "SourcePackageLabels",
        /// The lab testing state's name.
        lab_testing_state_name: Option<String> = "LabTestingStateName",
        /// How much left.
        shipped_quantity: Option<Decimal> = "ShippedQuantity",
        /// Its unit's abbreviation.
        shipped_unit_of_measure_abbreviation: Option<String> = "ShippedUnitOfMeasureAbbreviation",
        /// How much arrived.
        received_quantity: Option<Decimal> = "ReceivedQuantity",
        /// Its unit's abbreviation.
        received_unit_of_measure_abbreviation: Option<String> = "ReceivedUnitOfMeasureAbbreviation",
        /// `Shipped`, `Accepted`, `Rejected` or `Returned`.
        shipment_package_state_name: Option<String> = "ShipmentPackageStateName",
        /// When it left.
        actual_departure_date_time: Option<Timestamp> = "ActualDepartureDateTime",
        /// When it arrived.
        received_date_time: Option<Timestamp> = "ReceivedDateTime",
    }
}
