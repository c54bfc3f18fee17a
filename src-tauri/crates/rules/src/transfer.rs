//! What can be told offline about a transfer before it goes to the state as a template.

use std::collections::HashMap;

use jiff::civil::{Date, DateTime};
use words::{Words, say};

use crate::dated::{RuleId, rule_on};
use crate::transfer_facts::{TransferColumn, TransferFacts, TransferField, TransferFinding, TransferLine};
use crate::transfer_lab::{lab_state_refusal, lab_states_in_words};
use crate::{
    AmountError, LicenseKind, LicenseNumber, Tag, TransferPackage, read_price, read_weight, time_words,
    transfer_obstacle,
};

/// Checks a transfer at `now`, the license's own time; the findings stand in the form's order. Empty: nothing speaks
/// against it. The lab testing states are judged by the rules of the day of departure.
pub fn check_transfer(transfer: &TransferFacts, now: DateTime) -> Vec<TransferFinding> {
    let mut check = Check { transfer, now, findings: Vec::new() };
    check.kind();
    let destination = check.destination();
    check.header();
    check.times();
    check.lines(destination.as_ref());
    check.findings
}

struct Check<'a> {
    transfer: &'a TransferFacts,
    now: DateTime,
    findings: Vec<TransferFinding>,
}

impl Check<'_> {
    /// Adds a finding, if its rule holds today.
    fn find(&mut self, rule: RuleId, field: TransferField, sentence: Words) {
        if let Some(found) = rule_on(rule, self.now.date()) {
            let (weight, source) = (found.weight, found.source.to_owned());
            self.findings.push(TransferFinding { rule, weight, field, sentence: sentence.to_string(), source });
        }
    }

    fn kind(&mut self) {
        let transfer = self.transfer;
        let Some(kind) = &transfer.kind else {
            self.find(RuleId::TransferType, TransferField::Type, say::rules_transfer_type());
            return;
        };
        if kind.requires_invoice_number && transfer.invoice_number.trim().is_empty() {
            let sentence = say::rules_transfer_invoice_number(&kind.name);
            self.find(RuleId::InvoiceNumber, TransferField::InvoiceNumber, sentence);
        }
        if kind.requires_destination_gross_weight {
            self.find(RuleId::DestinationGrossWeight, TransferField::Type, say::rules_transfer_load_weight());
        }
        if kind.requires_pdf_document {
            self.find(RuleId::PdfDocument, TransferField::Type, say::rules_transfer_pdf_document());
        }
    }

    /// The destination, where there is exactly one.
    fn destination(&mut self) -> Option<LicenseNumber> {
        let transfer = self.transfer;
        let field = TransferField::Destination;
        let [number] = given(&transfer.destinations) else {
            let sentence = match given(&transfer.destinations).len() {
                0 => say::rules_transfer_destination(),
                more => say::rules_transfer_destinations(more),
            };
            self.find(RuleId::OneDestination, field, sentence);
            return None;
        };
        let number = LicenseNumber::new(number);
        if number.as_str().eq_ignore_ascii_case(transfer.license.as_str()) {
            self.find(RuleId::NotToItself, field, say::rules_transfer_to_itself());
        } else if number.as_str().is_empty() {
            self.find(RuleId::OneDestination, field, say::rules_transfer_destination());
            return None;
        } else if !has_californian_form(number.as_str()) {
            self.find(RuleId::LicenseForm, field, say::rules_transfer_license_form(number.as_str()));
        }
        self.wholesale_parties(&number);
        Some(number)
    }

    fn wholesale_parties(&mut self, to: &LicenseNumber) {
        if !self.transfer.kind.as_ref().is_some_and(|kind| kind.wholesale) {
            return;
        }
        use LicenseKind as K;
        let sells = !matches!(self.transfer.license.kind(), K::Laboratory | K::Cultivator | K::Manufacturer);
        let buys = !matches!(to.kind(), K::Laboratory | K::Cultivator | K::Manufacturer | K::Distributor);
        if !sells || !buys {
            self.find(RuleId::WholesaleParties, TransferField::Type, say::rules_transfer_wholesale_parties());
        }
    }

    /// What a manifest names.
    fn header(&mut self) {
        use TransferField as F;
        let transfer = self.transfer;
        if transfer.planned_route.trim().is_empty() {
            self.find(RuleId::ManifestFields, F::PlannedRoute, say::rules_transfer_route());
        }
        let transporters = given(&transfer.transporters);
        match transporters {
            [number] if !number.trim().is_empty() => {
                if !has_californian_form(number.trim()) {
                    let sentence = say::rules_transfer_transporter_form(number.trim());
                    self.find(RuleId::LicenseForm, F::Transporter, sentence);
                }
            }
            [] | [_] => self.find(RuleId::ManifestFields, F::Transporter, say::rules_transfer_transporter()),
            more => {
                self.find(RuleId::OneTransporter, F::Transporter, say::rules_transfer_transporters(more.len()));
            }
        }
        for (text, field, sentence) in [
            (&transfer.driver_name, F::DriverName, say::rules_transfer_driver_name()),
            (&transfer.driver_license, F::DriverLicense, say::rules_transfer_driver_license()),
            (&transfer.vehicle_make, F::VehicleMake, say::rules_transfer_vehicle_make()),
            (&transfer.vehicle_model, F::VehicleModel, say::rules_transfer_vehicle_model()),
            (&transfer.vehicle_plate, F::VehiclePlate, say::rules_transfer_vehicle_plate()),
            (&transfer.phone, F::Phone, say::rules_transfer_phone()),
        ] {
            if text.trim().is_empty() {
                self.find(RuleId::ManifestFields, field, sentence);
            }
        }
    }

    fn times(&mut self) {
        let (departure, arrival) = (self.transfer.departure, self.transfer.arrival);
        if let (Some(leaves), Some(arrives)) = (departure, arrival)
            && arrives <= leaves
        {
            let sentence = say::rules_transfer_arrives_first(time_words(arrives), time_words(leaves));
            self.find(RuleId::ArrivalAfterDeparture, TransferField::Arrival, sentence);
        }
        match departure {
            None => self.find(RuleId::ManifestFields, TransferField::Departure, say::rules_transfer_departure()),
            Some(leaves) => self.departure(leaves),
        }
        if arrival.is_none() {
            self.find(RuleId::ManifestFields, TransferField::Arrival, say::rules_transfer_arrival());
        }
    }

    fn departure(&mut self, leaves: DateTime) {
        let field = TransferField::Departure;
        let since = self.now.duration_since(leaves);
        let clock = rule_on(RuleId::ReportWithin, self.now.date()).and_then(|rule| rule.figure);
        let late = clock.filter(|hours| !self.transfer.reported && since.as_secs() > i64::from(*hours) * 3600);
        if let Some(hours) = late {
            self.find(RuleId::ReportWithin, field, say::rules_transfer_late(time_words(leaves), hours));
        } else if since.is_positive() {
            self.find(RuleId::DepartureAhead, field, say::rules_transfer_departure_passed(time_words(leaves)));
        }
    }

    fn lines(&mut self, destination: Option<&LicenseNumber>) {
        let lines = &self.transfer.lines;
        if lines.is_empty() {
            self.find(RuleId::TransferNotEmpty, TransferField::Lines, say::rules_transfer_no_packages());
        }
        if let Some(limit) = rule_on(RuleId::TransferLimit, self.now.date()).and_then(|rule| rule.figure)
            && lines.len() > usize::try_from(limit).unwrap_or(usize::MAX)
        {
            self.find(RuleId::TransferLimit, TransferField::Lines, say::rules_transfer_too_many(lines.len(), limit));
        }
        let day = self.transfer.departure.unwrap_or(self.now).date();
        let mut first: HashMap<Tag, u32> = HashMap::new();
        for (number, line) in (1..).zip(lines) {
            self.tag(number, line, &mut first, destination, day);
            self.weight(number, line);
            self.price(number, line);
        }
    }

    fn tag(
        &mut self,
        number: u32,
        line: &TransferLine,
        first: &mut HashMap<Tag, u32>,
        destination: Option<&LicenseNumber>,
        day: Date,
    ) {
        let field = TransferField::Line { line: number, column: TransferColumn::Tag };
        let tag = match Tag::parse(&line.tag) {
            Ok(tag) => tag,
            Err(_) if line.tag.trim().is_empty() => {
                self.find(RuleId::TransferLineTag, field, say::rules_line_empty(number));
                return;
            }
            Err(why) => {
                self.find(RuleId::TransferLineTag, field, say::rules_line_no_tag(number, why.to_string()));
                return;
            }
        };
        if let Some(before) = first.get(&tag) {
            self.find(RuleId::TransferTagOnce, field, say::rules_line_twice(*before, number, tag.as_str()));
            return;
        }
        first.insert(tag.clone(), number);
        let Some(package) = &line.package else {
            self.find(RuleId::PackageKnown, field, say::rules_line_unknown_package(number, tag.as_str()));
            return;
        };
        if let Some(obstacle) = transfer_obstacle(package, destination, day) {
            let sentence = obstacle.said_of(say::rules_package_on_line(number, tag.as_str()));
            self.find(obstacle.rule(), field, sentence);
            return;
        }
        self.doubts(number, &tag, package, destination, day);
    }

    /// What the state would take and a person should look at.
    fn doubts(
        &mut self,
        number: u32,
        tag: &Tag,
        package: &TransferPackage,
        destination: Option<&LicenseNumber>,
        day: Date,
    ) {
        let field = TransferField::Line { line: number, column: TransferColumn::Tag };
        if let Some(to) = destination
            && let Some((rule, may_go)) = lab_state_refusal(&package.lab_state, to.kind(), day)
        {
            let (state, states) = (package.lab_state.said(), lab_states_in_words(may_go));
            let sentence = say::rules_line_lab_state(to.as_str(), number, state, states, tag.as_str());
            self.find(rule.id, field, sentence);
        }
        if let Some(draft) = package.drafts.first() {
            self.find(RuleId::OneDraft, field, say::rules_line_other_draft(draft, number, tag.as_str()));
        }
        if package.had_sales == Some(true) {
            self.find(RuleId::SoldFrom, field, say::rules_line_sold_from(number, tag.as_str()));
        }
    }

    fn weight(&mut self, number: u32, line: &TransferLine) {
        let field = TransferField::Line { line: number, column: TransferColumn::GrossWeight };
        let demanded = self.transfer.kind.as_ref().is_some_and(|kind| kind.requires_packages_gross_weight);
        match read_weight(&line.gross_weight, &line.gross_unit) {
            Ok(Some((weight, _))) if weight.is_zero() => {
                self.find(RuleId::ReadableAmount, field, say::rules_line_weight_zero(number));
            }
            Err(AmountError::UnknownUnit { .. } | AmountError::NotAWeight { .. }) | Ok(Some((_, None))) => {
                let field = TransferField::Line { line: number, column: TransferColumn::GrossUnit };
                self.find(RuleId::ReadableAmount, field, say::rules_line_weight_unit(number));
            }
            Err(why) => {
                self.find(RuleId::ReadableAmount, field, say::rules_line_weight_unread(number, why.to_string()));
            }
            Ok(None) if demanded => {
                self.find(RuleId::PackageGrossWeight, field, say::rules_line_weight_missing(number));
            }
            Ok(None | Some((_, Some(_)))) => {}
        }
    }

    fn price(&mut self, number: u32, line: &TransferLine) {
        let field = TransferField::Line { line: number, column: TransferColumn::Price };
        let demanded = self.transfer.kind.as_ref().is_some_and(|kind| kind.wholesale);
        match read_price(&line.price) {
            Err(why) => {
                self.find(RuleId::ReadableAmount, field, say::rules_line_price_unread(number, why.to_string()));
            }
            Ok(None) if demanded => {
                self.find(RuleId::WholesalePrice, field, say::rules_line_price_missing(number));
            }
            Ok(_) => {}
        }
    }
}

/// A list that holds one empty text holds nothing.
fn given(texts: &[String]) -> &[String] {
    match texts {
        [only] if only.trim().is_empty() => &[],
        texts => texts,
    }
}

/// Whether a number has one of the forms of California's licenses: `C10-0000123-LIC`, `CDPH-10003456`,
/// `CCL21-0000345` and their older kin (CONTRACT section 6). Others may exist, so this never stops anything.
fn has_californian_form(number: &str) -> bool {
    let digits = |text: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let number = number.to_ascii_uppercase();
    let parts: Vec<&str> = number.split('-').collect();
    match parts.as_slice() {
        [kind, running, "LIC"] => {
            kind.strip_prefix(['A', 'C', 'M']).is_some_and(|kind| digits(kind, 1..=2)) && digits(running, 7..=7)
        }
        ["CDPH", running] => digits(running, 7..=8),
        ["CDPH", running, suffix] => digits(running, 7..=8) && suffix.len() == 1,
        [kind, running] => {
            let year = ["CCL", "CAL", "CML", "PAL", "PML"].iter().find_map(|prefix| kind.strip_prefix(prefix));
            year.is_some_and(|year| digits(year, 2..=2)) && digits(running, 7..=7)
        }
        _ => false,
    }
}

#[cfg(test)]
#[path = "transfer_tests.rs"]
mod tests;
