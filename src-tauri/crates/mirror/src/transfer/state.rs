//! How far a transfer is, in words, and what its row shows: pure.

use rules::Party;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

use super::record::{DeliveryRecord, TransferList, TransferRecord};

/// How far a manifest is. A template is nowhere on this way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// It has a number and has not left.
    Registered,
    /// It has left.
    InTransit,
    /// Every package was accepted.
    Received,
    /// Every package was refused.
    Rejected,
    /// Some packages were accepted, others were refused or are still to come.
    Partly,
    /// The state says that it was voided.
    Voided,
    /// It was in the state's list and is there no more; as a rule it was voided.
    Gone,
}

impl TransferState {
    /// All of them.
    const ALL: [Self; 7] =
        [Self::Registered, Self::InTransit, Self::Received, Self::Rejected, Self::Partly, Self::Voided, Self::Gone];

    /// In the person's language.
    pub fn said(self) -> Words {
        match self {
            Self::Registered => say::states_transfer_registered(),
            Self::InTransit => say::states_transfer_in_transit(),
            Self::Received => say::states_transfer_received(),
            Self::Rejected => say::states_transfer_rejected(),
            Self::Partly => say::states_transfer_partly(),
            Self::Voided => say::states_transfer_voided(),
            Self::Gone => say::states_transfer_gone(),
        }
    }

    /// As SQLite stores it, and as files say it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Registered => "Registered",
            Self::InTransit => "In transit",
            Self::Received => "Received",
            Self::Rejected => "Rejected",
            Self::Partly => "Partly received",
            Self::Voided => "Voided",
            Self::Gone => "No longer listed",
        }
    }

    /// From its words, as SQLite stores it; a template has none.
    pub(crate) fn from_words(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.words() == words)
    }
}

/// How far a transfer is, from its head and its deliveries where they were read.
fn state_of(
    list: TransferList,
    record: &TransferRecord,
    deliveries: &[DeliveryRecord],
    gone: bool,
) -> Option<TransferState> {
    if list.is_template() {
        return None;
    }
    if record.voided {
        return Some(TransferState::Voided);
    }
    let packages = || deliveries.iter().flat_map(|delivery| &delivery.packages);
    let is = |states: &[&str]| packages().filter(|package| states.contains(&package.state.as_str())).count();
    let (all, accepted, refused) = match packages().count() {
        0 => {
            let accepted = record.received_packages.max(0);
            let over = record.received.is_some() || list == TransferList::Rejected;
            (record.packages.max(accepted), accepted, if over { record.packages - accepted } else { 0 })
        }
        all => (count(all), count(is(&["Accepted"])), count(is(&["Rejected", "Returned"]))),
    };
    let departed = record.departed.is_some() || deliveries.iter().any(|delivery| delivery.departed.is_some());
    Some(match (accepted, refused) {
        (accepted, _) if accepted > 0 && accepted >= all => TransferState::Received,
        (0, refused) if refused > 0 && refused >= all => TransferState::Rejected,
        (accepted, refused) if accepted > 0 || refused > 0 => TransferState::Partly,
        _ if gone => TransferState::Gone,
        _ if departed => TransferState::InTransit,
        _ => TransferState::Registered,
    })
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// What a row shows beside what its head says itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Shown {
    /// The other side: who sends what comes in, who gets what goes out.
    pub(crate) other: Option<Party>,
    pub(crate) transfer_type: String,
    pub(crate) driver: String,
    pub(crate) vehicle: String,
    pub(crate) departs: Option<jiff::civil::DateTime>,
    pub(crate) departed: Option<jiff::Timestamp>,
    pub(crate) arrives: Option<jiff::civil::DateTime>,
    pub(crate) arrived: Option<jiff::civil::DateTime>,
    pub(crate) received: Option<jiff::Timestamp>,
    pub(crate) received_packages: i64,
    pub(crate) state: Option<TransferState>,
}

impl Shown {
    /// What the head leaves out is taken from the first delivery that has it. `told` is who got the manifest as the
    /// list of transferred packages tells.
    pub(crate) fn of(
        list: TransferList,
        record: &TransferRecord,
        deliveries: &[DeliveryRecord],
        gone: bool,
        told: Option<Party>,
    ) -> Self {
        let first = |text: &String, of: fn(&DeliveryRecord) -> &String| match text.is_empty() {
            true => deliveries.iter().map(of).find(|text| !text.is_empty()).cloned().unwrap_or_default(),
            false => text.clone(),
        };
        let recipient = || {
            let delivered = deliveries.iter().find_map(|delivery| delivery.recipient.clone());
            record.recipient.clone().or(delivered).or(told)
        };
        let driver = deliveries.iter().flat_map(|delivery| &delivery.drivers).next();
        let vehicle = match driver.filter(|_| record.vehicle_plate.is_empty() && record.vehicle_make.is_empty()) {
            Some(of) => vehicle(&of.make, &of.model, &of.plate),
            None => vehicle(&record.vehicle_make, &record.vehicle_model, &record.vehicle_plate),
        };
        let accepted = deliveries.iter().flat_map(|d| &d.packages).filter(|p| p.state == "Accepted").count();
        Self {
            other: if list == TransferList::Incoming { record.shipper.clone() } else { recipient() },
            transfer_type: first(&record.transfer_type, |delivery| &delivery.transfer_type),
            driver: match record.driver.is_empty() {
                true => driver.map(|driver| driver.name.clone()).unwrap_or_default(),
                false => record.driver.clone(),
            },
            vehicle,
            departs: record.departs.or_else(|| deliveries.iter().find_map(|delivery| delivery.departs)),
            departed: record.departed.or_else(|| deliveries.iter().find_map(|delivery| delivery.departed)),
            arrives: record.arrives.or_else(|| deliveries.iter().find_map(|delivery| delivery.arrives)),
            arrived: record.arrived.or_else(|| deliveries.iter().find_map(|delivery| delivery.arrived)),
            received: record.received.or_else(|| deliveries.iter().find_map(|delivery| delivery.received)),
            received_packages: record.received_packages.max(count(accepted)),
            state: state_of(list, record, deliveries, gone),
        }
    }
}

fn vehicle(make: &str, model: &str, plate: &str) -> String {
    let parts: Vec<&str> = [make, model, plate].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
