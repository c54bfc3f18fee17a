//! From the API's models of transfers to the mirror's records.

use mirror::{
    DeliveryDriverRecord, DeliveryPackageRecord, DeliveryRecord, DeliveryTransporterRecord, ReferenceRecord,
    TransferRecord,
};
use rules::{LabTestingState, Tag};
use state_api::{
    DeliveryPackage, DeliveryTransporter, Driver, Transfer, TransferDelivery, TransferType, TransporterDetail, Vehicle,
    WholesalePrice,
};

use crate::convert::{party, reference, rest, text};

/// What of a head has a field of its own in the mirror.
const HEAD_FIELDS: [&str; 31] = [
    "Id",
    "ManifestNumber",
    "InvoiceNumber",
    "ShipperFacilityLicenseNumber",
    "ShipperFacilityName",
    "Name",
    "TransporterFacilityLicenseNumber",
    "TransporterFacilityName",
    "DriverName",
    "DriverOccupationalLicenseNumber",
    "DriverVehicleLicenseNumber",
    "VehicleMake",
    "VehicleModel",
    "VehicleLicensePlateNumber",
    "PackageCount",
    "ReceivedPackageCount",
    "IsVoided",
    "CreatedDateTime",
    "CreatedByUserName",
    "LastModified",
    "DeliveryId",
    "RecipientFacilityLicenseNumber",
    "RecipientFacilityName",
    "ShipmentTypeName",
    "EstimatedDepartureDateTime",
    "ActualDepartureDateTime",
    "EstimatedArrivalDateTime",
    "ActualArrivalDateTime",
    "ReceivedDateTime",
    "OriginatingTemplateId",
    "RejectedPackagesReturned",
];

/// What of a delivery has one.
const DELIVERY_FIELDS: [&str; 14] = [
    "Id",
    "RecipientFacilityLicenseNumber",
    "RecipientFacilityName",
    "ShipmentTypeName",
    "InvoiceNumber",
    "PlannedRoute",
    "EstimatedDepartureDateTime",
    "ActualDepartureDateTime",
    "EstimatedArrivalDateTime",
    "ActualArrivalDateTime",
    "ReceivedDateTime",
    "GrossWeight",
    "GrossUnitOfWeightName",
    "RejectedPackagesReturned",
];

/// What of a package on a delivery has one.
const PACKAGE_FIELDS: [&str; 20] = [
    "PackageId",
    "PackageLabel",
    "SourceHarvestNames",
    "SourcePackageLabels",
    "ItemName",
    "ItemCategoryName",
    "ItemStrainName",
    "LabTestingState",
    "ProductionBatchNumber",
    "IsTradeSample",
    "IsDonation",
    "IsTestingSample",
    "ShipmentPackageState",
    "ShippedQuantity",
    "ShippedUnitOfMeasureName",
    "PackagedDate",
    "GrossWeight",
    "GrossUnitOfWeightName",
    "ReceivedQuantity",
    "ReceivedUnitOfMeasureName",
];

pub(crate) fn head(head: &Transfer) -> TransferRecord {
    TransferRecord {
        transfer_id: head.id,
        manifest: text(&head.manifest_number),
        name: text(&head.name),
        invoice: text(&head.invoice_number),
        shipper: party(head.shipper_facility_license_number.as_ref(), head.shipper_facility_name.as_ref()),
        recipient: party(head.recipient_facility_license_number.as_ref(), head.recipient_facility_name.as_ref()),
        transporter: party(head.transporter_facility_license_number.as_ref(), head.transporter_facility_name.as_ref()),
        driver: text(&head.driver_name),
        driver_occupational_license: text(&head.driver_occupational_license_number),
        driver_license: text(&head.driver_vehicle_license_number),
        vehicle_make: text(&head.vehicle_make),
        vehicle_model: text(&head.vehicle_model),
        vehicle_plate: text(&head.vehicle_license_plate_number),
        transfer_type: text(&head.shipment_type_name),
        delivery_id: head.delivery_id.filter(|id| *id != 0),
        packages: head.package_count.unwrap_or_default(),
        received_packages: head.received_package_count.unwrap_or_default(),
        voided: head.is_voided,
        created: head.created_date_time,
        created_by: text(&head.created_by_user_name),
        departs: head.estimated_departure_date_time,
        departed: head.actual_departure_date_time,
        arrives: head.estimated_arrival_date_time,
        arrived: head.actual_arrival_date_time,
        received: head.received_date_time,
        template_id: head.originating_template_id.filter(|id| *id != 0),
        last_modified: head.last_modified,
        rest: rest(head.to_json(), &HEAD_FIELDS),
    }
}

/// What was read below one delivery.
pub(crate) struct Below {
    pub(crate) packages: Vec<DeliveryPackage>,
    /// None where the state gives none.
    pub(crate) prices: Option<Vec<WholesalePrice>>,
    pub(crate) transporters: Vec<DeliveryTransporter>,
    pub(crate) drivers: Vec<TransporterDetail>,
}

pub(crate) fn delivery(delivery: &TransferDelivery, below: &Below) -> DeliveryRecord {
    let prices = below.prices.as_deref().unwrap_or_default();
    DeliveryRecord {
        delivery_id: delivery.id,
        recipient: party(
            delivery.recipient_facility_license_number.as_ref(),
            delivery.recipient_facility_name.as_ref(),
        ),
        transfer_type: text(&delivery.shipment_type_name),
        invoice: text(&delivery.invoice_number),
        route: text(&delivery.planned_route),
        departs: delivery.estimated_departure_date_time,
        departed: delivery.actual_departure_date_time,
        arrives: delivery.estimated_arrival_date_time,
        arrived: delivery.actual_arrival_date_time,
        received: delivery.received_date_time,
        gross_weight: delivery.gross_weight,
        gross_unit: text(&delivery.gross_unit_of_weight_name),
        rejected_returned: delivery.rejected_packages_returned,
        prices_known: below.prices.is_some(),
        rest: rest(delivery.to_json(), &DELIVERY_FIELDS),
        packages: below.packages.iter().map(|one| package(one, prices)).collect(),
        transporters: below.transporters.iter().filter_map(transporter).collect(),
        drivers: below.drivers.iter().map(driver_of).collect(),
    }
}

fn package(package: &DeliveryPackage, prices: &[WholesalePrice]) -> DeliveryPackageRecord {
    let price = prices.iter().find(|price| price.package_id == package.package_id);
    DeliveryPackageRecord {
        package_id: package.package_id,
        tag: Tag::from_state(package.package_label.as_str()),
        state: text(&package.shipment_package_state),
        item: text(&package.item_name),
        category: text(&package.item_category_name),
        item_strain: text(&package.item_strain_name),
        shipped: package.shipped_quantity,
        shipped_unit: text(&package.shipped_unit_of_measure_name),
        received: package.received_quantity,
        received_unit: text(&package.received_unit_of_measure_name),
        gross_weight: package.gross_weight,
        gross_unit: text(&package.gross_unit_of_weight_name),
        shipper_price: price.and_then(|price| price.shipper_wholesale_price),
        receiver_price: price.and_then(|price| price.receiver_wholesale_price),
        lab_testing: package.lab_testing_state.clone().unwrap_or(LabTestingState::Other(String::new())),
        production_batch: text(&package.production_batch_number),
        packaged_date: package.packaged_day(),
        source_harvests: text(&package.source_harvest_names),
        source_packages: text(&package.source_package_labels),
        trade_sample: package.is_trade_sample,
        donation: package.is_donation,
        testing_sample: package.is_testing_sample,
        rest: rest(package.to_json(), &PACKAGE_FIELDS),
    }
}

fn transporter(of: &DeliveryTransporter) -> Option<DeliveryTransporterRecord> {
    let transporter = party(of.transporter_facility_license_number.as_ref(), of.transporter_facility_name.as_ref())?;
    Some(DeliveryTransporterRecord { transporter, direction: text(&of.transporter_direction) })
}

fn driver_of(of: &TransporterDetail) -> DeliveryDriverRecord {
    DeliveryDriverRecord {
        name: text(&of.driver_name),
        occupational_license: text(&of.driver_occupational_license_number),
        driver_license: text(&of.driver_vehicle_license_number),
        layover_leg: text(&of.driver_layover_leg),
        make: text(&of.vehicle_make),
        model: text(&of.vehicle_model),
        plate: text(&of.vehicle_license_plate_number),
    }
}

pub(crate) fn transfer_type(of: &TransferType) -> ReferenceRecord {
    reference(of.name.clone(), &of.name, of.to_json())
}

pub(crate) fn driver(driver: &Driver) -> ReferenceRecord {
    reference(driver.id.to_string(), &driver.name, driver.to_json())
}

pub(crate) fn vehicle(vehicle: &Vehicle) -> ReferenceRecord {
    let name = [&vehicle.make, &vehicle.model, &vehicle.license_plate_number].map(text).join(" ");
    reference(vehicle.id.to_string(), name.trim(), vehicle.to_json())
}
