//! What is known of a package that bears on its going on a transfer, and what keeps it from going.

use jiff::civil::Date;
use words::{Text, Words, say};

use crate::dated::{RuleId, Weight};
use crate::transfer_lab::{lab_state_refusal, lab_states_in_words};
use crate::{LabTestingState, LicenseNumber, Quantity, Tag, day_words};

/// A package as the sender's books have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferPackage {
    /// Its tag.
    pub tag: Tag,
    /// Its item's name.
    pub item: String,
    /// Its item's category.
    pub category: String,
    /// Its item's strain; empty where the item has none.
    pub strain: String,
    /// What is in it, with what waits in the outbox for it already counted.
    pub quantity: Quantity,
    /// Its lab testing state.
    pub lab_state: LabTestingState,
    /// Whether it is finished.
    pub finished: bool,
    /// The day on which it was finished, where it is told.
    pub finished_on: Option<Date>,
    /// On hold, recalled or under investigation, itself or through what it comes from. False where the license may
    /// transfer what is on hold (`AllowTransferOfOnHoldPackages`).
    pub held: bool,
    /// The manifest on which it is on its way; empty text where its number is not known.
    pub in_transit: Option<String>,
    /// Whether it went to another license and is no longer here.
    pub transferred: bool,
    /// The names of the other drafts in which it stands; the one being worked on is not among them.
    pub drafts: Vec<String>,
    /// Whether something was sold from it, where the data tells.
    pub had_sales: Option<bool>,
    /// The day on which it was packaged.
    pub packaged: Option<Date>,
}

/// What keeps a package from going.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TransferObstacle {
    /// It is at another license.
    Transferred,
    /// It is on its way.
    InTransit {
        /// The manifest's number; may be empty.
        manifest: String,
    },
    /// It is finished.
    Finished {
        /// Since when, where it is told.
        on: Option<Date>,
    },
    /// It is on hold.
    OnHold,
    /// It is empty.
    NothingLeft,
    /// The destination may not receive this lab testing state.
    LabState {
        /// The package's state.
        state: LabTestingState,
        /// The destination.
        destination: LicenseNumber,
        /// What it may receive.
        may_go: &'static [LabTestingState],
    },
}

impl TransferObstacle {
    /// The rule that is not kept.
    pub fn rule(&self) -> RuleId {
        match self {
            Self::Transferred => RuleId::NotTransferred,
            Self::InTransit { .. } => RuleId::NotInTransit,
            Self::Finished { .. } => RuleId::UnfinishFirst,
            Self::OnHold => RuleId::NothingOnHold,
            Self::NothingLeft => RuleId::SomethingLeft,
            Self::LabState { .. } => RuleId::RetailLabState,
        }
    }

    /// What is wrong and what to do, in a sentence whose subject is `package`, as [`say::rules_package_here`].
    pub fn said_of(&self, package: impl Into<Text>) -> Words {
        match self {
            Self::Transferred => say::rules_obstacle_transferred(package),
            Self::InTransit { manifest } if manifest.is_empty() => say::rules_obstacle_in_transit(package),
            Self::InTransit { manifest } => say::rules_obstacle_in_transit_on(manifest, package),
            Self::Finished { on: Some(day) } => say::rules_obstacle_finished_on(day_words(*day), package),
            Self::Finished { on: None } => say::rules_obstacle_finished(package),
            Self::OnHold => say::rules_obstacle_on_hold(package),
            Self::NothingLeft => say::rules_obstacle_empty(package),
            Self::LabState { state, destination, may_go } => {
                let states = lab_states_in_words(may_go);
                say::rules_obstacle_lab_state(destination.as_str(), package, state.said(), states)
            }
        }
    }

    /// The same, to be read after the package's name: `is on hold. It cannot go until ...`.
    pub fn words(&self) -> String {
        self.said_of("").to_string().trim_start().to_owned()
    }
}

/// What keeps a package from going to a destination on a day; the weightiest first, and only what the state refuses.
/// Without a destination its lab testing state is not judged.
pub fn transfer_obstacle(
    package: &TransferPackage,
    destination: Option<&LicenseNumber>,
    day: Date,
) -> Option<TransferObstacle> {
    if let Some(manifest) = &package.in_transit {
        return Some(TransferObstacle::InTransit { manifest: manifest.clone() });
    }
    if package.transferred {
        return Some(TransferObstacle::Transferred);
    }
    if package.finished || package.finished_on.is_some() {
        return Some(TransferObstacle::Finished { on: package.finished_on });
    }
    if package.held {
        return Some(TransferObstacle::OnHold);
    }
    if package.quantity.amount <= rust_decimal::Decimal::ZERO {
        return Some(TransferObstacle::NothingLeft);
    }
    let to = destination?;
    let (rule, may_go) = lab_state_refusal(&package.lab_state, to.kind(), day)?;
    (rule.weight == Weight::Stop).then(|| TransferObstacle::LabState {
        state: package.lab_state.clone(),
        destination: to.clone(),
        may_go,
    })
}
