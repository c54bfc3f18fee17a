//! A transfer's page: the head in lines, its way in steps, its deliveries with their packages.

use mirror::{TransferDetail as Found, TransferDriver, TransferPackage as FoundPackage};
use rules::{Party, amount_words, time_words};
use words::{Words, say};

use super::amount;
use crate::contract::{
    DeskError, Fact, TransferDelivery, TransferDetail, TransferFind, TransferList, TransferPackage, TransferStep,
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
        title: if has_manifest {
            say::desk_transfer_manifest(&found.head.number).to_string()
        } else {
            found.head.number.clone()
        },
        facts: facts(&found),
        steps: steps(list, &found),
        deliveries: found.deliveries.into_iter().map(delivery).collect(),
        missing,
        has_manifest,
    }
}

fn facts(found: &Found) -> Vec<Fact> {
    let head = &found.head;
    let mut facts = Facts::default();
    let stage = head.stage.map(|stage| stage.said().to_string());
    facts.words(&say::desk_transfer_status(), stage.as_deref().unwrap_or(&head.state));
    facts.words(&say::desk_transfer_type(), &head.transfer_type);
    facts.words(&say::desk_transfer_from(), &party(found.shipper.as_ref()));
    facts.words(&say::desk_transfer_to(), &party(found.recipient.as_ref()));
    facts.words(&say::desk_transfer_transporter(), &party(found.transporter.as_ref()));
    facts.words(&say::desk_transfer_driver(), &driver(&found.driver));
    facts.words(&say::desk_transfer_vehicle(), &vehicle(&found.driver));
    facts.words(&say::desk_transfer_invoice(), &found.invoice);
    facts.words(&say::desk_transfer_departure_planned(), &local(&head.departs));
    facts.words(&say::desk_transfer_arrival_planned(), &local(&head.arrives));
    facts.words(&say::desk_transfer_packages(), &head.packages.to_string());
    if head.received_packages > 0 {
        facts.words(&say::desk_transfer_packages_received(), &head.received_packages.to_string());
    }
    facts.at(&say::desk_transfer_last_changed(), &head.last_modified);
    facts.at(&say::desk_transfer_read(), &found.as_of);
    facts.0
}

fn steps(list: TransferList, found: &Found) -> Vec<TransferStep> {
    let head = &found.head;
    let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let step = |title: Words, at: Option<String>, by: &str| {
        let title = title.to_string();
        TransferStep { title, at, by: by.into(), bad: false }
    };
    let mut steps = vec![step(
        if list == TransferList::Templates { say::desk_step_template() } else { say::desk_step_registered() },
        filled(&head.created),
        &head.created_by,
    )];
    if list == TransferList::Templates {
        return steps;
    }
    steps.push(step(say::desk_step_departed(), filled(&head.departed), ""));
    let to = found.recipient.as_ref().map(|party| party.name.clone()).unwrap_or_default();
    let (ended, received) = match head.stage {
        Some(mirror::TransferState::Rejected) => (say::desk_step_rejected(), false),
        Some(mirror::TransferState::Partly) => (say::desk_step_partly(), false),
        Some(mirror::TransferState::Voided) => (say::desk_step_voided(), false),
        _ => (say::desk_step_received(), true),
    };
    let at = filled(&head.received).or_else(|| filled(&head.last_modified).filter(|_| !received));
    let by = if at.is_some() { to.as_str() } else { "" };
    steps.push(TransferStep { bad: !received, ..step(ended, at, by) });
    steps
}

fn delivery(found: mirror::TransferDelivery) -> TransferDelivery {
    let mut facts = Facts::default();
    facts.words(&say::desk_transfer_type(), &found.transfer_type);
    facts.words(&say::desk_transfer_invoice(), &found.invoice);
    facts.words(&say::desk_transfer_route(), &found.route);
    facts.words(&say::desk_transfer_departure_planned(), &local(&found.departs));
    facts.at(&say::desk_transfer_departed(), &found.departed);
    facts.words(&say::desk_transfer_arrival_planned(), &local(&found.arrives));
    facts.words(&say::desk_transfer_arrived(), &local(&found.arrived));
    facts.at(&say::desk_transfer_received(), &found.received);
    facts.words(&say::desk_transfer_gross_weight(), &amount(&found.gross_weight, &found.gross_unit));
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
struct Facts(Vec<Fact>);

impl Facts {
    fn words(&mut self, label: &Words, value: &str) {
        self.put(label, value, false);
    }

    fn at(&mut self, label: &Words, value: &str) {
        self.put(label, value, true);
    }

    fn put(&mut self, label: &Words, value: &str, instant: bool) {
        if !value.trim().is_empty() {
            self.0.push(Fact { label: label.to_string(), value: value.trim().to_owned(), instant });
        }
    }
}

pub(super) fn party(party: Option<&Party>) -> String {
    match party {
        Some(party) if party.name.is_empty() => party.license.to_string(),
        Some(party) => format!("{} ({})", party.name, party.license),
        None => String::new(),
    }
}

fn driver(of: &TransferDriver) -> String {
    let license = match of.driver_license.as_str() {
        "" => String::new(),
        number => say::desk_driver_license(number).to_string(),
    };
    let id = match of.occupational_license.as_str() {
        "" => String::new(),
        id => say::desk_driver_employee(id).to_string(),
    };
    joined(&[of.name.clone(), license, id])
}

fn vehicle(of: &TransferDriver) -> String {
    let parts = [&of.make, &of.model, &of.plate].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// `Nov 24, 2026, 9:30 AM`, the place's own time; what is no time as it stands.
fn local(time: &str) -> String {
    time.parse().map_or_else(|_| time.to_owned(), time_words)
}
