//! What the trade and California fix, as pure functions and small types: tags, licence numbers, quantities,
//! units, lab states, who packaged a package. No I/O, no clock; every other room may know this one.

mod dated;
mod first_actions;
mod lab_state;
mod licence;
mod packaged_by;
mod quantity;
mod tag;
mod unit;

pub use dated::{DatedRule, RuleId, Weight, rule_on, rules_on};
pub use first_actions::{AdjustmentReason, Finding, PackageAction, PackageFacts, check_action};
pub use lab_state::LabTestingState;
pub use licence::{LicenceKind, LicenceNumber};
pub use packaged_by::{Evidence, PackagedBy, PackagedByBasis, Party, Statement, packaged_by};
pub use quantity::{Quantity, ScaledAmount, ScaledAmountError};
pub use tag::{Tag, TagError};
pub use unit::{QuantityKind, Unit, find_unit, units};
