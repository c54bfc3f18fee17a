//! One file a table: its SQL, its reads and writes.

pub(crate) mod change;
pub(crate) mod cursor;
pub(crate) mod filling;
pub(crate) mod freeze;
pub(crate) mod lab_sample;
pub(crate) mod lab_test;
pub(crate) mod leaving;
pub(crate) mod license;
pub(crate) mod listed;
pub(crate) mod package;
pub(crate) mod package_rest;
pub(crate) mod sweep;
pub(crate) mod text;
pub(crate) mod transfer;
pub(crate) mod transfer_delivery;
pub(crate) mod transfer_detail;
pub(crate) mod transfer_package;
pub(crate) mod transferred;
pub(crate) mod upsert;

use crate::steps::Step;

/// Every table's steps, in the order in which the tables need each other.
pub(crate) const STEPS: [&[Step]; 16] = [
    license::STEPS,
    cursor::STEPS,
    freeze::STEPS,
    change::STEPS,
    sweep::STEPS,
    listed::STEPS,
    filling::STEPS,
    package::STEPS,
    package_rest::STEPS,
    transferred::STEPS,
    lab_sample::STEPS,
    lab_test::STEPS,
    transfer::STEPS,
    transfer_detail::STEPS,
    transfer_delivery::STEPS,
    transfer_package::STEPS,
];
