//! A draft as the template that the state gets, and what differs between a template that was sent and the one that the
//! state holds now.

use std::collections::BTreeSet;

use mirror::{TransferDelivery, TransferDetail};
use outbox::{Carrier, Template, TemplatePackage};
use rules::{Tag, read_price, read_weight};
use words::{Language, say};

use super::form::NAME_ROOM;
use crate::contract::{DraftDifference, DraftForm};

/// A line of a draft as typed.
pub(super) type Typed = ledger::LineTexts;

/// The draft as a template; none while a time, a tag or an amount cannot be read, which the check tells in words.
pub(super) fn template_of(form: &DraftForm, lines: &[Typed]) -> Option<Template> {
    let packages = lines.iter().filter(|line| !line.tag.trim().is_empty()).map(package).collect::<Option<Vec<_>>>()?;
    let given = |text: &String| text.trim().to_owned();
    Some(Template {
        name: name(form),
        recipient: form.destination()?,
        transfer_type: given(&form.transfer_type),
        invoice: Some(given(&form.invoice)).filter(|invoice| !invoice.is_empty()),
        route: given(&form.route),
        departs: form.departure_time()?,
        arrives: form.arrival_time()?,
        carrier: Carrier {
            license: given(&form.transporter),
            driver: given(&form.driver_name),
            driver_occupational: given(&form.driver_employee_id),
            driver_license: given(&form.driver_license),
            phone: given(&form.phone),
            make: given(&form.vehicle_make),
            model: given(&form.vehicle_model),
            plate: given(&form.vehicle_plate),
        },
        packages,
    })
}

/// The name without the mark. What a person typed is never cut: where it leaves the mark no room, the check says so.
/// A name that Trackside makes itself names the destination by its license where its name is too long, and is English
/// whatever is spoken: another language would look like another template.
fn name(form: &DraftForm) -> String {
    let title = form.title_in(Language::English);
    if title.chars().count() <= NAME_ROOM {
        return title;
    }
    DraftForm { recipient_name: String::new(), ..form.clone() }.title_in(Language::English)
}

fn package(line: &Typed) -> Option<TemplatePackage> {
    // The unit goes by the state's name for it, however it was typed.
    let gross = match read_weight(&line.gross_weight, &line.gross_unit).ok()? {
        Some((weight, unit)) => Some((weight, unit?.name.to_owned())),
        None => None,
    };
    Some(TemplatePackage { tag: Tag::parse(&line.tag).ok()?, gross, price: read_price(&line.price).ok()? })
}

/// What differs between two versions of one template.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Differences {
    /// In the head.
    pub fields: Vec<DraftDifference>,
    /// Tags that only the first has.
    pub only_here: Vec<String>,
    /// Tags that only the second has.
    pub only_there: Vec<String>,
}

impl Differences {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.only_here.is_empty() && self.only_there.is_empty()
    }
}

/// What differs between a template of ours and what the state holds. Names are not compared: ours carries a mark, and
/// each sending has its own. Prices and gross weights do not come back for templates.
pub(super) fn differences(here: &Template, there: &TransferDetail) -> Differences {
    let mut found = Differences::default();
    let delivery = there.deliveries.first();
    let carrier = carrier_of(there);
    let of = |part: fn(&TransferDelivery) -> &String| delivery.map(part).cloned().unwrap_or_default();
    let recipient = delivery.and_then(|d| d.recipient.as_ref()).or(there.recipient.as_ref());
    let pairs = [
        (
            say::check_differs_destination(),
            here.recipient.to_string(),
            recipient.map(|p| p.license.to_string()).unwrap_or_default(),
        ),
        (say::check_differs_type(), here.transfer_type.clone(), of(|d| &d.transfer_type)),
        (say::check_differs_invoice(), here.invoice.clone().unwrap_or_default(), of(|d| &d.invoice)),
        (say::check_differs_route(), here.route.clone(), of(|d| &d.route)),
        (say::check_differs_departure(), minutes(&here.departs.to_string()), minutes(&of(|d| &d.departs))),
        (say::check_differs_arrival(), minutes(&here.arrives.to_string()), minutes(&of(|d| &d.arrives))),
        (say::check_differs_transporter(), here.carrier.license.clone(), carrier.license),
        (say::check_differs_driver(), here.carrier.driver.clone(), carrier.driver),
        (say::check_differs_driver_license(), here.carrier.driver_license.clone(), carrier.driver_license),
        (say::check_differs_employee_id(), here.carrier.driver_occupational.clone(), carrier.driver_occupational),
        (say::check_differs_make(), here.carrier.make.clone(), carrier.make),
        (say::check_differs_model(), here.carrier.model.clone(), carrier.model),
        (say::check_differs_plate(), here.carrier.plate.clone(), carrier.plate),
    ];
    for (what, here, there) in pairs {
        // The state leaves some fields of templates out; what it does not tell cannot differ.
        if here.trim() != there.trim() && !there.trim().is_empty() {
            found.fields.push(DraftDifference { what: what.to_string(), here, there });
        }
    }
    if !there.deliveries.is_empty() {
        let ours: BTreeSet<String> = here.packages.iter().map(|package| package.tag.to_string()).collect();
        let theirs: BTreeSet<String> = packages_of(there).collect();
        found.only_here = ours.difference(&theirs).cloned().collect();
        found.only_there = theirs.difference(&ours).cloned().collect();
    }
    found
}

/// The tags on a transfer's deliveries.
pub(super) fn packages_of(there: &TransferDetail) -> impl Iterator<Item = String> + '_ {
    there.deliveries.iter().flat_map(|delivery| &delivery.packages).map(|package| package.tag.clone())
}

/// Who carries a template, from its head and its delivery.
pub(super) fn carrier_of(there: &TransferDetail) -> Carrier {
    let delivery = there.deliveries.first();
    let driver = delivery.and_then(|delivery| delivery.drivers.first()).unwrap_or(&there.driver);
    let carrying = delivery.and_then(|delivery| delivery.transporters.first()).map(|t| &t.transporter);
    let carrying = carrying.or(there.transporter.as_ref());
    Carrier {
        license: carrying.map(|party| party.license.to_string()).unwrap_or_default(),
        driver: driver.name.clone(),
        driver_occupational: driver.occupational_license.clone(),
        driver_license: driver.driver_license.clone(),
        phone: String::new(),
        make: driver.make.clone(),
        model: driver.model.clone(),
        plate: driver.plate.clone(),
    }
}

/// The draft with everything that the state tells taken over; what it does not tell stays.
pub(super) fn taken_over(form: &DraftForm, there: &TransferDetail) -> DraftForm {
    let mut form = form.clone();
    let carrier = carrier_of(there);
    let delivery = there.deliveries.first();
    let take = |slot: &mut String, value: &str| {
        if !value.trim().is_empty() {
            value.trim().clone_into(slot);
        }
    };
    if let Some(party) = delivery.and_then(|delivery| delivery.recipient.as_ref()).or(there.recipient.as_ref()) {
        take(&mut form.recipient, party.license.as_str());
        take(&mut form.recipient_name, &party.name);
    }
    if let Some(delivery) = delivery {
        take(&mut form.transfer_type, &delivery.transfer_type);
        take(&mut form.invoice, &delivery.invoice);
        take(&mut form.route, &delivery.route);
        take(&mut form.departure, &minutes(&delivery.departs));
        take(&mut form.arrival, &minutes(&delivery.arrives));
        if let Some(carrying) = delivery.transporters.first() {
            take(&mut form.transporter_name, &carrying.transporter.name);
        }
    }
    take(&mut form.transporter, &carrier.license);
    take(&mut form.driver_name, &carrier.driver);
    take(&mut form.driver_license, &carrier.driver_license);
    take(&mut form.driver_employee_id, &carrier.driver_occupational);
    take(&mut form.vehicle_make, &carrier.make);
    take(&mut form.vehicle_model, &carrier.model);
    take(&mut form.vehicle_plate, &carrier.plate);
    form
}

/// `2026-11-24T09:30` of a time with or without seconds.
fn minutes(time: &str) -> String {
    time.chars().take("2026-11-24T09:30".len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_goes_with_the_states_name_for_its_unit_and_a_price_without_its_sign() {
        let line = |gross_weight: &str, gross_unit: &str, price: &str| Typed {
            tag: "1A4060300002199000003445".into(),
            gross_weight: gross_weight.into(),
            gross_unit: gross_unit.into(),
            price: price.into(),
        };
        let sent = |line: Typed| {
            let package = package(&line)?;
            let gross = package.gross.map(|(weight, unit)| format!("{weight} {unit}"));
            Some((gross.unwrap_or_default(), package.price.map(|price| price.to_string()).unwrap_or_default()))
        };
        let is = |gross: &str, price: &str| Some((gross.to_owned(), price.to_owned()));
        assert_eq!(sent(line("12.5", "lbs", "$1,200")), is("12.5 Pounds", "1200"));
        assert_eq!(sent(line("24 oz.", "", "$ 1,200.00")), is("24 Ounces", "1200.00"));
        assert_eq!(sent(line("", "Grams", "")), is("", ""));
        for unclear in [line("1,000", "Grams", ""), line("12", "", ""), line("2 lbs", "Grams", ""), line("", "", "1,5")]
        {
            assert_eq!(sent(unclear.clone()), None, "{unclear:?}");
        }
    }
}
