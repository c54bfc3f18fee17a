//! What the trade and California fix, as pure functions and small types: tags, license numbers, quantities,
//! units, amounts as people write them, California's days, lab states, who packaged a package. No I/O, no clock; every other room may know this one.

mod amount;
mod california;
mod dated;
mod first_actions;
mod lab_state;
mod license;
mod packaged_by;
mod quantity;
mod tag;
mod transfer;
mod transfer_facts;
mod transfer_lab;
mod transfer_package;
mod unit;

pub use amount::{
    AmountError, TypedAmount, amount_words, change_words, read_amount, read_number, read_price, read_quantity,
    read_weight,
};
pub use california::{
    begin_of_day, california, california_day, day_said, day_words, end_of_day, exact_instant_cell, instant_cell,
    instant_words, moment_words, month_words, time_cell, time_words,
};
pub use dated::{DatedRule, RuleId, Weight, rule_on, rules_on};
pub use first_actions::{AdjustmentReason, Finding, PackageAction, PackageFacts, check_action};
pub use lab_state::LabTestingState;
pub use license::{LicenseKind, LicenseNumber};
pub use packaged_by::{Evidence, PackagedBy, PackagedByBasis, Party, Statement, packaged_by};
pub use quantity::{Quantity, ScaledAmount, ScaledAmountError};
pub use tag::{Tag, TagError};
pub use transfer::check_transfer;
pub use transfer_facts::{TransferColumn, TransferFacts, TransferField, TransferFinding, TransferKind, TransferLine};
pub use transfer_lab::{lab_state_refusal, lab_states_in_words};
pub use transfer_package::{TransferObstacle, TransferPackage, transfer_obstacle};
pub use unit::{QuantityKind, Unit, find_unit, units};
