//! The check of a draft, with the place where each finding is mended.

use std::collections::BTreeMap;

use rules::{TransferColumn, TransferFacts, TransferField, TransferKind, TransferLine, Weight, check_transfer};
use rust_decimal::Decimal;
use words::say;

use super::form::NAME_ROOM;
use super::lines::Known;
use super::read::Loaded;
use crate::contract::{
    DeskError, DraftCheck, DraftField, DraftFind, DraftFinding, DraftLineField, DraftSpot, DraftStage, DraftTotal,
};
use crate::desk::Desk;
use crate::wording::california;

impl Desk {
    pub(crate) async fn draft_check(&self, request: DraftFind) -> Result<DraftCheck, DeskError> {
        let loaded = self.load(request.draft).await?;
        self.check_of(&loaded).await
    }

    pub(super) async fn check_of(&self, loaded: &Loaded) -> Result<DraftCheck, DeskError> {
        let license = loaded.license();
        let known = self.known(&license, loaded.tags(), Some(loaded.draft.head.id)).await?;
        let types = self.read(move |mirror| mirror.transfer_types(&license)).await?;
        let wanted = loaded.form.transfer_type.trim();
        let kind = types.iter().find(|kind| kind.name.eq_ignore_ascii_case(wanted)).map(|kind| TransferKind {
            name: kind.name.clone(),
            wholesale: kind.wholesale,
            requires_packages_gross_weight: kind.requires_packages_gross_weight,
            requires_destination_gross_weight: kind.requires_destination_gross_weight,
            requires_invoice_number: kind.requires_invoice,
            requires_pdf_document: kind.requires_pdf,
        });
        let facts = facts(loaded, kind, &known);
        let now = self.now().to_zoned(california::zone()).datetime();
        let mut findings: Vec<DraftFinding> = check_transfer(&facts, now)
            .into_iter()
            .map(|finding| DraftFinding {
                spot: spot(finding.field, loaded),
                weight: finding.weight,
                sentence: finding.sentence,
                source: finding.source,
            })
            .collect();
        findings.extend(name_too_long(loaded.form.name.trim()));
        findings.sort_by_key(|finding| finding.weight != Weight::Stop);
        let stops = findings.iter().filter(|finding| finding.weight == Weight::Stop).count();
        let packages = known.len();
        let sentence = match stops {
            0 => say::check_ready(packages, loaded.form.destination_words()),
            stops => say::check_to_fix(stops),
        };
        let sentence = sentence.to_string();
        Ok(DraftCheck { ready: stops == 0, sentence, totals: totals(&known), findings })
    }
}

/// A name of an older Trackside, or of a copy, may leave the template's mark no room.
fn name_too_long(name: &str) -> Option<DraftFinding> {
    let found = name.chars().count();
    (found > NAME_ROOM).then(|| DraftFinding {
        weight: Weight::Stop,
        sentence: say::check_name_too_long(found, NAME_ROOM).to_string(),
        source: say::check_name_source().to_string(),
        spot: DraftSpot::Field { field: DraftField::Name },
    })
}

fn facts(loaded: &Loaded, kind: Option<TransferKind>, known: &Known) -> TransferFacts {
    let form = &loaded.form;
    let line = |line: &ledger::DraftLine| TransferLine {
        tag: line.texts.tag.clone(),
        package: rules::Tag::parse(&line.texts.tag).ok().and_then(|tag| known.get(&tag).cloned()),
        gross_weight: line.texts.gross_weight.clone(),
        gross_unit: line.texts.gross_unit.clone(),
        price: line.texts.price.clone(),
    };
    TransferFacts {
        license: loaded.license(),
        kind,
        destinations: vec![form.recipient.trim().to_owned()],
        transporters: vec![form.transporter.trim().to_owned()],
        driver_name: form.driver_name.clone(),
        driver_license: form.driver_license.clone(),
        vehicle_make: form.vehicle_make.clone(),
        vehicle_model: form.vehicle_model.clone(),
        vehicle_plate: form.vehicle_plate.clone(),
        phone: form.phone.clone(),
        planned_route: form.route.clone(),
        invoice_number: form.invoice.clone(),
        departure: form.departure_time(),
        arrival: form.arrival_time(),
        reported: !matches!(loaded.way.stage, DraftStage::Draft | DraftStage::Queued | DraftStage::Trouble),
        lines: loaded.draft.lines.iter().map(line).collect(),
    }
}

fn spot(field: TransferField, loaded: &Loaded) -> DraftSpot {
    let field = match field {
        TransferField::Type => DraftField::TransferType,
        TransferField::Destination => DraftField::Recipient,
        TransferField::PlannedRoute => DraftField::Route,
        TransferField::Departure => DraftField::Departure,
        TransferField::Arrival => DraftField::Arrival,
        TransferField::Transporter => DraftField::Transporter,
        TransferField::DriverName => DraftField::DriverName,
        TransferField::DriverLicense => DraftField::DriverLicense,
        TransferField::VehicleMake => DraftField::VehicleMake,
        TransferField::VehicleModel => DraftField::VehicleModel,
        TransferField::VehiclePlate => DraftField::VehiclePlate,
        TransferField::Phone => DraftField::Phone,
        TransferField::InvoiceNumber => DraftField::Invoice,
        TransferField::Lines => return DraftSpot::Lines,
        TransferField::Line { line, column } => {
            let place = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
            let Some(line) = place.and_then(|place| loaded.draft.lines.get(place)) else { return DraftSpot::Lines };
            let field = match column {
                TransferColumn::Tag => DraftLineField::Tag,
                TransferColumn::GrossWeight => DraftLineField::GrossWeight,
                TransferColumn::GrossUnit => DraftLineField::GrossUnit,
                TransferColumn::Price => DraftLineField::Price,
            };
            return DraftSpot::Line { line: line.id, field };
        }
    };
    DraftSpot::Field { field }
}

fn totals(known: &Known) -> Vec<DraftTotal> {
    let mut sums: BTreeMap<&str, (Decimal, i64)> = BTreeMap::new();
    for package in known.values() {
        let (sum, packages) = sums.entry(&package.quantity.unit).or_default();
        *sum += package.quantity.amount;
        *packages += 1;
    }
    let total = |(unit, (sum, packages)): (&str, (Decimal, i64))| DraftTotal {
        unit: unit.to_owned(),
        quantity: sum.normalize().to_string(),
        packages,
    };
    sums.into_iter().map(total).collect()
}
