//! Transfers, templates and what is below them; who drives with what (CONTRACT section 5.7).

use base64::Engine as _;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rules::LabTestingState;
use rust_decimal::Decimal;

use crate::read::record;

record! {
    /// A row of `transfers/v2/incoming`, `outgoing`, `rejected` or `templates/outgoing`. The sender's lists leave
    /// recipient, type and planned times to the deliveries.
    Transfer {
        /// The state's id; templates have ids of their own.
        id: i64 = "Id",
        /// Ten digits; a template has none.
        manifest_number: Option<String> = "ManifestNumber",
        /// The sender's own number.
        invoice_number: Option<String> = "InvoiceNumber",
        /// Who sends it.
        shipper_facility_license_number: Option<String> = "ShipperFacilityLicenseNumber",
        /// That license's name.
        shipper_facility_name: Option<String> = "ShipperFacilityName",
        /// A template's name.
        name: Option<String> = "Name",
        /// Who carries it.
        transporter_facility_license_number: Option<String> = "TransporterFacilityLicenseNumber",
        /// That license's name.
        transporter_facility_name: Option<String> = "TransporterFacilityName",
        /// The driver.
        driver_name: Option<String> = "DriverName",
        /// The number that the driver works under.
        driver_occupational_license_number: Option<String> = "DriverOccupationalLicenseNumber",
        /// The driver's license to drive.
        driver_vehicle_license_number: Option<String> = "DriverVehicleLicenseNumber",
        /// The vehicle's make.
        vehicle_make: Option<String> = "VehicleMake",
        /// Its model.
        vehicle_model: Option<String> = "VehicleModel",
        /// Its plate.
        vehicle_license_plate_number: Option<String> = "VehicleLicensePlateNumber",
        /// How many packages.
        package_count: Option<i64> = "PackageCount",
        /// How many of these were accepted.
        received_package_count: Option<i64> = "ReceivedPackageCount",
        /// Voided by its sender.
        is_voided: bool = "IsVoided",
        /// When it was made.
        created_date_time: Option<Timestamp> = "CreatedDateTime",
        /// By whom.
        created_by_user_name: Option<String> = "CreatedByUserName",
        /// When anything about it last changed.
        last_modified: Option<Timestamp> = "LastModified",
        /// The delivery to this license; 0 in the sender's lists.
        delivery_id: Option<i64> = "DeliveryId",
        /// Who gets it.
        recipient_facility_license_number: Option<String> = "RecipientFacilityLicenseNumber",
        /// That license's name.
        recipient_facility_name: Option<String> = "RecipientFacilityName",
        /// The transfer type's name.
        shipment_type_name: Option<String> = "ShipmentTypeName",
        /// Planned, on the facility's own clock.
        estimated_departure_date_time: Option<DateTime> = "EstimatedDepartureDateTime",
        /// When it left.
        actual_departure_date_time: Option<Timestamp> = "ActualDepartureDateTime",
        /// Planned, on the facility's own clock.
        estimated_arrival_date_time: Option<DateTime> = "EstimatedArrivalDateTime",
        /// When it arrived, on the facility's own clock.
        actual_arrival_date_time: Option<DateTime> = "ActualArrivalDateTime",
        /// When it was received.
        received_date_time: Option<Timestamp> = "ReceivedDateTime",
        /// The template of which the manifest was made.
        originating_template_id: Option<i64> = "OriginatingTemplateId",
    }
}

record! {
    /// A delivery: one destination of a transfer or template.
    TransferDelivery {
        /// The state's id.
        id: i64 = "Id",
        /// Where it goes.
        recipient_facility_license_number: Option<String> = "RecipientFacilityLicenseNumber",
        /// That license's name.
        recipient_facility_name: Option<String> = "RecipientFacilityName",
        /// The transfer type's name.
        shipment_type_name: Option<String> = "ShipmentTypeName",
        /// The sender's own number.
        invoice_number: Option<String> = "InvoiceNumber",
        /// Planned, on the facility's own clock.
        estimated_departure_date_time: Option<DateTime> = "EstimatedDepartureDateTime",
        /// When it left.
        actual_departure_date_time: Option<Timestamp> = "ActualDepartureDateTime",
        /// Planned, on the facility's own clock; sent with a `Z` that means nothing.
        estimated_arrival_date_time: Option<DateTime> = "EstimatedArrivalDateTime",
        /// When it arrived, on the facility's own clock.
        actual_arrival_date_time: Option<DateTime> = "ActualArrivalDateTime",
        /// Weight of the whole delivery.
        gross_weight: Option<Decimal> = "GrossWeight",
        /// That weight's unit.
        gross_unit_of_weight_name: Option<String> = "GrossUnitOfWeightName",
        /// The way, in words.
        planned_route: Option<String> = "PlannedRoute",
        /// When it was received.
        received_date_time: Option<Timestamp> = "ReceivedDateTime",
        /// Refused packages are back with the sender.
        rejected_packages_returned: bool = "RejectedPackagesReturned",
    }
}

record! {
    /// A package on a delivery.
    DeliveryPackage {
        /// The state's id of the package in the sender's books.
        package_id: i64 = "PackageId",
        /// The tag.
        package_label: String = "PackageLabel",
        /// Names of the harvests it comes from, comma-separated.
        source_harvest_names: Option<String> = "SourceHarvestNames",
        /// Tags of the packages it comes from, comma-separated.
        source_package_labels: Option<String> = "SourcePackageLabels",
        /// The item's name.
        item_name: Option<String> = "ItemName",
        /// Its category.
        item_category_name: Option<String> = "ItemCategoryName",
        /// Its strain.
        item_strain_name: Option<String> = "ItemStrainName",
        /// The lab testing state.
        lab_testing_state: Option<LabTestingState> = "LabTestingState",
        /// The production batch.
        production_batch_number: Option<String> = "ProductionBatchNumber",
        /// A sample for the trade.
        is_trade_sample: bool = "IsTradeSample",
        /// A donation.
        is_donation: bool = "IsDonation",
        /// A sample for a laboratory.
        is_testing_sample: bool = "IsTestingSample",
        /// `Shipped`, `Accepted`, `Rejected` or `Returned`.
        shipment_package_state: Option<String> = "ShipmentPackageState",
        /// How much left.
        shipped_quantity: Option<Decimal> = "ShippedQuantity",
        /// Its unit's name.
        shipped_unit_of_measure_name: Option<String> = "ShippedUnitOfMeasureName",
        /// When it was packaged: a day with a midnight behind it.
        packaged_date: Option<DateTime> = "PackagedDate",
        /// With its packing, where a state sends it; the documents name the unit only.
        gross_weight: Option<Decimal> = "GrossWeight",
        /// That weight's unit.
        gross_unit_of_weight_name: Option<String> = "GrossUnitOfWeightName",
        /// How much arrived.
        received_quantity: Option<Decimal> = "ReceivedQuantity",
        /// Its unit's name.
        received_unit_of_measure_name: Option<String> = "ReceivedUnitOfMeasureName",
    }
}

impl DeliveryPackage {
    /// The day on which it was packaged.
    pub fn packaged_day(&self) -> Option<Date> {
        self.packaged_date.map(DateTime::date)
    }
}

record! {
    /// The wholesale prices of a package on a delivery.
    WholesalePrice {
        /// The state's id of the package in the sender's books.
        package_id: i64 = "PackageId",
        /// The tag.
        package_label: String = "PackageLabel",
        /// The sender's price.
        shipper_wholesale_price: Option<Decimal> = "ShipperWholesalePrice",
        /// The recipient's price.
        receiver_wholesale_price: Option<Decimal> = "ReceiverWholesalePrice",
    }
}

record! {
    /// A license that carries a delivery.
    DeliveryTransporter {
        /// Which.
        transporter_facility_license_number: Option<String> = "TransporterFacilityLicenseNumber",
        /// Its name.
        transporter_facility_name: Option<String> = "TransporterFacilityName",
        /// `Outbound` or `Return`.
        transporter_direction: Option<String> = "TransporterDirection",
    }
}

record! {
    /// A driver and a vehicle of a delivery.
    TransporterDetail {
        /// The driver.
        driver_name: Option<String> = "DriverName",
        /// The number that the driver works under.
        driver_occupational_license_number: Option<String> = "DriverOccupationalLicenseNumber",
        /// The driver's license to drive.
        driver_vehicle_license_number: Option<String> = "DriverVehicleLicenseNumber",
        /// The leg of the way that is this driver's.
        driver_layover_leg: Option<String> = "DriverLayoverLeg",
        /// The vehicle's make.
        vehicle_make: Option<String> = "VehicleMake",
        /// Its model.
        vehicle_model: Option<String> = "VehicleModel",
        /// Its plate.
        vehicle_license_plate_number: Option<String> = "VehicleLicensePlateNumber",
    }
}

record! {
    /// A type of transfer and what it demands.
    TransferType {
        /// In California `Transfer`, `Return`, `Wholesale Manifest`.
        name: String = "Name",
        /// `Standard` or `Wholesale`.
        transaction_type: Option<String> = "TransactionType",
        /// A license may send it to another.
        for_licensed_shipments: bool = "ForLicensedShipments",
        /// The delivery needs a gross weight.
        requires_destination_gross_weight: bool = "RequiresDestinationGrossWeight",
        /// Each package needs one.
        requires_packages_gross_weight: bool = "RequiresPackagesGrossWeight",
        /// The invoice's number is needed.
        requires_invoice_number: bool = "RequiresInvoiceNumber",
        /// A PDF is needed.
        requires_pdf_document: bool = "RequiresPDFDocument",
    }
}

record! {
    /// A driver of a license's own list.
    Driver {
        /// The state's id.
        id: i64 = "Id",
        /// The number that the driver works under.
        employee_id: Option<String> = "EmployeeId",
        /// The driver's name.
        name: String = "Name",
        /// The license to drive.
        drivers_license_number: Option<String> = "DriversLicenseNumber",
    }
}

record! {
    /// A vehicle of a license's own list.
    Vehicle {
        /// The state's id.
        id: i64 = "Id",
        /// Its make.
        make: Option<String> = "Make",
        /// Its model.
        model: Option<String> = "Model",
        /// Its plate.
        license_plate_number: Option<String> = "LicensePlateNumber",
    }
}

record! {
    /// A manifest as a PDF.
    ManifestPdf {
        /// The file in base 64.
        file_contents: String = "FileContents",
        /// As the state calls it; `application/octet-stream` in its documents.
        content_type: Option<String> = "ContentType",
        /// The state's name for the file.
        file_download_name: Option<String> = "FileDownloadName",
    }
}

impl ManifestPdf {
    /// The file itself; none when what the state sent is no PDF.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let bytes = base64::engine::general_purpose::STANDARD.decode(self.file_contents.trim()).ok()?;
        bytes.starts_with(b"%PDF").then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_one;

    fn pdf(contents: &[u8]) -> ManifestPdf {
        let contents = base64::engine::general_purpose::STANDARD.encode(contents);
        read_one(&format!(r#"{{"FileContents":"{contents}","FileDownloadName":"Manifest-1.pdf"}}"#)).unwrap()
    }

    #[test]
    fn only_a_pdf_is_handed_on() {
        assert_eq!(pdf(b"%PDF-1.4 ...").bytes().as_deref(), Some(&b"%PDF-1.4 ..."[..]));
        assert_eq!(pdf(b"<html>sorry</html>").bytes(), None);
        let cut = ManifestPdf { file_contents: "iVBORw0KGgo...[cut]".to_owned(), ..pdf(b"") };
        assert_eq!(cut.bytes(), None);
    }

    #[test]
    fn planned_times_are_the_clock_on_the_wall() {
        let delivery: TransferDelivery = read_one(
            r#"{"Id":1,"EstimatedDepartureDateTime":"2016-10-11T14:48:30.000","EstimatedArrivalDateTime":"2016-10-11T16:50:00Z",
                "ActualArrivalDateTime":"0001-01-01T00:00:00.000"}"#,
        )
        .unwrap();
        let at = |time: Option<DateTime>| time.map(|time| time.to_string());
        assert_eq!(at(delivery.estimated_departure_date_time).as_deref(), Some("2016-10-11T14:48:30"));
        assert_eq!(at(delivery.estimated_arrival_date_time).as_deref(), Some("2016-10-11T16:50:00"));
        assert_eq!(delivery.actual_arrival_date_time, None);
    }
}
