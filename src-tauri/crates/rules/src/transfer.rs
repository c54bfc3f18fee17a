//! What can be told offline about a transfer before it goes to the state as a template.

use std::collections::HashMap;

use jiff::civil::{Date, DateTime};

use crate::dated::{RuleId, rule_on};
use crate::transfer_facts::{TransferColumn, TransferFacts, TransferField, TransferFinding, TransferLine};
use crate::transfer_lab::{lab_state_refusal, lab_states_in_words};
use crate::{
    AmountError, LicenceKind, LicenceNumber, Tag, TransferPackage, read_price, read_weight, time_words,
    transfer_obstacle,
};

/// Checks a transfer at `now`, the licence's own time; the findings stand in the form's order. Empty: nothing speaks
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
    fn find(&mut self, rule: RuleId, field: TransferField, sentence: impl Into<String>) {
        if let Some(found) = rule_on(rule, self.now.date()) {
            let (weight, source) = (found.weight, found.source.to_owned());
            self.findings.push(TransferFinding { rule, weight, field, sentence: sentence.into(), source });
        }
    }

    fn kind(&mut self) {
        let transfer = self.transfer;
        let Some(kind) = &transfer.kind else {
            self.find(RuleId::TransferType, TransferField::Type, "Choose the type of this transfer.");
            return;
        };
        if kind.requires_invoice_number && transfer.invoice_number.trim().is_empty() {
            let sentence = format!("A {} needs an invoice number. Enter it.", kind.name);
            self.find(RuleId::InvoiceNumber, TransferField::InvoiceNumber, sentence);
        }
        if kind.requires_destination_gross_weight {
            self.find(
                RuleId::DestinationGrossWeight,
                TransferField::Type,
                "The state will ask for the gross weight of the whole load when this is registered on its site. Have it at hand.",
            );
        }
        if kind.requires_pdf_document {
            self.find(
                RuleId::PdfDocument,
                TransferField::Type,
                "The state will ask for a PDF document when this is registered on its site. Have it at hand.",
            );
        }
    }

    /// The destination, where there is exactly one.
    fn destination(&mut self) -> Option<LicenceNumber> {
        let transfer = self.transfer;
        let field = TransferField::Destination;
        let [number] = given(&transfer.destinations) else {
            let sentence = match given(&transfer.destinations).len() {
                0 => "Choose the licence to which this goes.".to_owned(),
                more => format!(
                    "This has {more} destinations. California allows one on a manifest: make a transfer for each."
                ),
            };
            self.find(RuleId::OneDestination, field, sentence);
            return None;
        };
        let number = LicenceNumber::new(number);
        if number.as_str().eq_ignore_ascii_case(transfer.licence.as_str()) {
            self.find(
                RuleId::NotToItself,
                field,
                "This is your own licence. Choose the licence to which the load goes.",
            );
        } else if number.as_str().is_empty() {
            self.find(RuleId::OneDestination, field, "Choose the licence to which this goes.");
            return None;
        } else if !has_californian_form(number.as_str()) {
            let sentence =
                format!("{number} does not look like a California licence number. Compare it with the licence.");
            self.find(RuleId::LicenceForm, field, sentence);
        }
        self.wholesale_parties(&number);
        Some(number)
    }

    fn wholesale_parties(&mut self, to: &LicenceNumber) {
        if !self.transfer.kind.as_ref().is_some_and(|kind| kind.wholesale) {
            return;
        }
        use LicenceKind as K;
        let sells = !matches!(self.transfer.licence.kind(), K::Laboratory | K::Cultivator | K::Manufacturer);
        let buys = !matches!(to.kind(), K::Laboratory | K::Cultivator | K::Manufacturer | K::Distributor);
        if !sells || !buys {
            self.find(
                RuleId::WholesaleParties,
                TransferField::Type,
                "A Wholesale Manifest goes from a distributor to a retailer. Choose Transfer unless you are sure.",
            );
        }
    }

    /// What a manifest names.
    fn header(&mut self) {
        use TransferField as F;
        let transfer = self.transfer;
        if transfer.planned_route.trim().is_empty() {
            self.find(RuleId::ManifestFields, F::PlannedRoute, "Describe the route that will be taken.");
        }
        let transporters = given(&transfer.transporters);
        match transporters {
            [number] if !number.trim().is_empty() => {
                if !has_californian_form(number.trim()) {
                    let sentence = format!(
                        "The transporter's number {} does not look like a California licence number. Compare it with the licence.",
                        number.trim()
                    );
                    self.find(RuleId::LicenceForm, F::Transporter, sentence);
                }
            }
            [] | [_] => self.find(RuleId::ManifestFields, F::Transporter, "Enter the licence that carries the load."),
            more => {
                let sentence = format!(
                    "This has {} transporters. California allows one on a manifest: make a transfer for each.",
                    more.len()
                );
                self.find(RuleId::OneTransporter, F::Transporter, sentence);
            }
        }
        for (text, field, sentence) in [
            (&transfer.driver_name, F::DriverName, "Enter the driver's name."),
            (&transfer.driver_licence, F::DriverLicence, "Enter the number of the driver's licence."),
            (&transfer.vehicle_make, F::VehicleMake, "Enter the vehicle's make."),
            (&transfer.vehicle_model, F::VehicleModel, "Enter the vehicle's model."),
            (&transfer.vehicle_plate, F::VehiclePlate, "Enter the vehicle's licence plate."),
            (&transfer.phone, F::Phone, "Enter the telephone number for questions about this load."),
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
            let sentence = format!(
                "It would arrive on {} and leave on {}. Let it arrive after it leaves.",
                time_words(arrives),
                time_words(leaves)
            );
            self.find(RuleId::ArrivalAfterDeparture, TransferField::Arrival, sentence);
        }
        match departure {
            None => self.find(RuleId::ManifestFields, TransferField::Departure, "Enter when the load leaves."),
            Some(leaves) => self.departure(leaves),
        }
        if arrival.is_none() {
            self.find(RuleId::ManifestFields, TransferField::Arrival, "Enter when the load arrives.");
        }
    }

    fn departure(&mut self, leaves: DateTime) {
        let field = TransferField::Departure;
        let since = self.now.duration_since(leaves);
        let clock = rule_on(RuleId::ReportWithin, self.now.date()).and_then(|rule| rule.figure);
        let late = clock.filter(|hours| !self.transfer.reported && since.as_secs() > i64::from(*hours) * 3600);
        if let Some(hours) = late {
            let sentence = format!(
                "It left on {} by this draft and is not reported yet. What happens is reported within {hours} hours: send it now, or correct the time.",
                time_words(leaves)
            );
            self.find(RuleId::ReportWithin, field, sentence);
        } else if since.is_positive() {
            let sentence = format!("The departure, {}, has passed. Enter when the load leaves.", time_words(leaves));
            self.find(RuleId::DepartureAhead, field, sentence);
        }
    }

    fn lines(&mut self, destination: Option<&LicenceNumber>) {
        let lines = &self.transfer.lines;
        if lines.is_empty() {
            self.find(RuleId::TransferNotEmpty, TransferField::Lines, "Add at least one package.");
        }
        if let Some(limit) = rule_on(RuleId::TransferLimit, self.now.date()).and_then(|rule| rule.figure)
            && lines.len() > usize::try_from(limit).unwrap_or(usize::MAX)
        {
            let sentence = format!(
                "This has {} packages; a transfer carries at most {limit}. Move some to another transfer.",
                lines.len()
            );
            self.find(RuleId::TransferLimit, TransferField::Lines, sentence);
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
        destination: Option<&LicenceNumber>,
        day: Date,
    ) {
        let field = TransferField::Line { line: number, column: TransferColumn::Tag };
        let tag = match Tag::parse(&line.tag) {
            Ok(tag) => tag,
            Err(_) if line.tag.trim().is_empty() => {
                let sentence = format!("Line {number} has no tag. Scan or type one, or remove the line.");
                self.find(RuleId::TransferLineTag, field, sentence);
                return;
            }
            Err(why) => {
                let sentence = format!("Line {number} has no tag: {why}. Correct it, or remove the line.");
                self.find(RuleId::TransferLineTag, field, sentence);
                return;
            }
        };
        if let Some(before) = first.get(&tag) {
            let sentence = format!("Package {tag} stands on line {before} and on line {number}. Remove one of them.");
            self.find(RuleId::TransferTagOnce, field, sentence);
            return;
        }
        first.insert(tag.clone(), number);
        let Some(package) = &line.package else {
            let sentence = format!(
                "Package {tag} on line {number} is not among this licence's packages as last read. Compare the tag, or remove the line."
            );
            self.find(RuleId::PackageKnown, field, sentence);
            return;
        };
        if let Some(obstacle) = transfer_obstacle(package, destination, day) {
            let sentence = format!("Package {tag} on line {number} {}", obstacle.words());
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
        destination: Option<&LicenceNumber>,
        day: Date,
    ) {
        let field = TransferField::Line { line: number, column: TransferColumn::Tag };
        if let Some(to) = destination
            && let Some((rule, may_go)) = lab_state_refusal(&package.lab_state, to.kind(), day)
        {
            let sentence = format!(
                "Package {tag} on line {number} is in lab testing state \u{201c}{}\u{201d}. If {to} is to sell it, it must be {}.",
                package.lab_state.words(),
                lab_states_in_words(may_go)
            );
            self.find(rule.id, field, sentence);
        }
        if let Some(draft) = package.drafts.first() {
            let sentence = format!(
                "Package {tag} on line {number} stands in another draft too: {draft}. It can leave only once; remove it from one."
            );
            self.find(RuleId::OneDraft, field, sentence);
        }
        if package.had_sales == Some(true) {
            let sentence = format!(
                "Package {tag} on line {number} has been sold from. Make sure that what is left is meant to go."
            );
            self.find(RuleId::SoldFrom, field, sentence);
        }
    }

    fn weight(&mut self, number: u32, line: &TransferLine) {
        let field = TransferField::Line { line: number, column: TransferColumn::GrossWeight };
        let demanded = self.transfer.kind.as_ref().is_some_and(|kind| kind.requires_packages_gross_weight);
        match read_weight(&line.gross_weight, &line.gross_unit) {
            Ok(Some((weight, _))) if weight.is_zero() => {
                let sentence = format!("The gross weight on line {number} is zero. Enter what the package weighs.");
                self.find(RuleId::ReadableAmount, field, sentence);
            }
            Err(AmountError::UnknownUnit { .. } | AmountError::NotAWeight { .. }) | Ok(Some((_, None))) => {
                let field = TransferField::Line { line: number, column: TransferColumn::GrossUnit };
                let sentence =
                    format!("The gross weight on line {number} needs a unit of weight, such as Grams or Pounds.");
                self.find(RuleId::ReadableAmount, field, sentence);
            }
            Err(why) => {
                let sentence = format!("The gross weight on line {number} cannot be read: {why}.");
                self.find(RuleId::ReadableAmount, field, sentence);
            }
            Ok(None) if demanded => {
                let sentence = format!("Line {number} has no gross weight. This type of transfer needs it.");
                self.find(RuleId::PackageGrossWeight, field, sentence);
            }
            Ok(None | Some((_, Some(_)))) => {}
        }
    }

    fn price(&mut self, number: u32, line: &TransferLine) {
        let field = TransferField::Line { line: number, column: TransferColumn::Price };
        let demanded = self.transfer.kind.as_ref().is_some_and(|kind| kind.wholesale);
        match read_price(&line.price) {
            Err(why) => {
                let sentence = format!("The wholesale price on line {number} cannot be read: {why}.");
                self.find(RuleId::ReadableAmount, field, sentence);
            }
            Ok(None) if demanded => {
                let sentence =
                    format!("Line {number} has no wholesale price. A Wholesale Manifest needs one for every package.");
                self.find(RuleId::WholesalePrice, field, sentence);
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

/// Whether a number has one of the forms of California's licences: `C10-0000123-LIC`, `CDPH-10003456`,
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
