//! A transfer's page: the head in lines, its way in steps, its deliveries with their packages.

use mirror::{TransferDetail as Found, TransferDriver, TransferPackage as FoundPackage};
use rules::{Party, amount_words};

use super::amount;
use crate::contract::{
    DeskError, TransferDelivery, TransferDetail, TransferFact, TransferFind, TransferList, TransferPackage,
    TransferStep,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn transfer_detail(&self, request: TransferFind) -> Result<TransferDetail, DeskError> {
        let (found, missing) = self.transfer_now(&request).await?;
        Ok(page(request.list, found, missing))
    }
}

fn page(list: TransferList, found: Found, missing: Option<DeskError>) -> TransferDetail {
    let has_manifest = list != TransferList::Templates;
    TransferDetail {
        id: found.head.transfer_id,
        title: if has_manifest { format!("Manifest {}", found.head.number) } else { found.head.number.clone() },
        facts: facts(&found),
        steps: steps(list, &found),
        deliveries: found.deliveries.into_iter().map(delivery).collect(),
        missing,
        has_manifest,
    }
}

fn facts(found: &Found) -> Vec<TransferFact> {
    let head = &found.head;
    let mut facts = Facts::default();
    facts.words("Status", &head.state);
    facts.words("Type", &head.transfer_type);
    facts.words("From", &party(found.shipper.as_ref()));
    facts.words("To", &party(found.recipient.as_ref()));
    facts.words("Transporter", &party(found.transporter.as_ref()));
    facts.words("Driver", &driver(&found.driver));
    facts.words("Vehicle", &vehicle(&found.driver));
    facts.words("Invoice", &found.invoice);
    facts.words("Departure (planned)", &local(&head.departs));
    facts.words("Arrival (planned)", &local(&head.arrives));
    facts.words("Packages", &head.packages.to_string());
    if head.received_packages > 0 {
        facts.words("Packages received", &head.received_packages.to_string());
    }
    facts.at("Last changed", &head.last_modified);
    facts.at("Read from the state", &found.as_of);
    facts.0
}

fn steps(list: TransferList, found: &Found) -> Vec<TransferStep> {
    let head = &found.head;
    let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let step = |title: &str, at: Option<String>, by: &str| TransferStep { title: title.into(), at, by: by.into() };
    let mut steps = vec![step(
        if list == TransferList::Templates { "Template made" } else { "Registered" },
        filled(&head.created),
        &head.created_by,
    )];
    if list == TransferList::Templates {
        return steps;
    }
    steps.push(step("Departed", filled(&head.departed), ""));
    let to = found.recipient.as_ref().map(|party| party.name.clone()).unwrap_or_default();
    let ended = match head.stage {
        Some(mirror::TransferState::Rejected) => "Rejected",
        Some(mirror::TransferState::Partly) => "Partly received",
        Some(mirror::TransferState::Voided) => "Voided",
        _ => "Received",
    };
    let at = filled(&head.received).or_else(|| filled(&head.last_modified).filter(|_| ended != "Received"));
    let by = if at.is_some() { to.as_str() } else { "" };
    steps.push(step(ended, at, by));
    steps
}

fn delivery(found: mirror::TransferDelivery) -> TransferDelivery {
    let mut facts = Facts::default();
    facts.words("Type", &found.transfer_type);
    facts.words("Invoice", &found.invoice);
    facts.words("Route", &found.route);
    facts.words("Departure (planned)", &local(&found.departs));
    facts.at("Departed", &found.departed);
    facts.words("Arrival (planned)", &local(&found.arrives));
    facts.words("Arrived", &local(&found.arrived));
    facts.at("Received", &found.received);
    facts.words("Gross weight", &amount(&found.gross_weight, &found.gross_unit));
    let drivers = found.drivers.iter().map(|of| [driver(of), vehicle(of)]).map(|parts| joined(&parts));
    let carriers = found.transporters.iter().map(|of| {
        let whose = party(Some(&of.transporter));
        if of.direction.is_empty() || of.direction == "Outbound" { whose } else { format!("{whose}, {}", of.direction) }
    });
    TransferDelivery {
        id: found.delivery_id,
        recipient: party(found.recipient.as_ref()),
        facts: facts.0,
        transporters: carriers.chain(drivers).filter(|line| !line.is_empty()).collect(),
        packages: found.packages.into_iter().map(package).collect(),
    }
}

fn package(found: FoundPackage) -> TransferPackage {
    let dollars = |price: &str| match price.parse() {
        Ok(price) => format!("${}", amount_words(price)),
        Err(_) if price.is_empty() => String::new(),
        Err(_) => format!("$ {price}"),
    };
    TransferPackage {
        shipped: amount(&found.quantity, &found.unit),
        received: amount(&found.received_quantity, &found.received_unit),
        gross_weight: amount(&found.gross_weight, &found.gross_unit),
        shipper_price: dollars(&found.shipper_price),
        receiver_price: dollars(&found.receiver_price),
        tag: found.tag,
        item: found.item,
        category: found.category,
        strain: found.item_strain,
        lab_testing: found.lab_testing,
        state: found.state,
    }
}

/// Lines of a head; what is not told is left out.
#[derive(Default)]
struct Facts(Vec<TransferFact>);

impl Facts {
    fn words(&mut self, label: &str, value: &str) {
        self.put(label, value, false);
    }

    fn at(&mut self, label: &str, value: &str) {
        self.put(label, value, true);
    }

    fn put(&mut self, label: &str, value: &str, instant: bool) {
        if !value.trim().is_empty() {
            self.0.push(TransferFact { label: label.to_owned(), value: value.trim().to_owned(), instant });
        }
    }
}

pub(super) fn party(party: Option<&Party>) -> String {
    match party {
        Some(party) if party.name.is_empty() => party.licence.to_string(),
        Some(party) => format!("{} ({})", party.name, party.licence),
        None => String::new(),
    }
}

fn driver(of: &TransferDriver) -> String {
    let licence = if of.driver_licence.is_empty() { String::new() } else { format!("licence {}", of.driver_licence) };
    let id = match of.occupational_licence.as_str() {
        "" => String::new(),
        id => format!("employee {id}"),
    };
    joined(&[of.name.clone(), licence, id])
}

fn vehicle(of: &TransferDriver) -> String {
    let parts = [&of.make, &of.model, &of.plate].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// `2026-11-24 09:30`, the place's own time.
fn local(time: &str) -> String {
    time.chars().take("2026-11-24T09:30".len()).collect::<String>().replace('T', " ")
}
