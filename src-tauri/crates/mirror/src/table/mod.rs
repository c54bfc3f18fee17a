//! One file a table: its SQL, its reads and writes.

pub(crate) mod change;
pub(crate) mod cursor;
pub(crate) mod freeze;
pub(crate) mod lab_sample;
pub(crate) mod lab_test;
pub(crate) mod license;
pub(crate) mod package;
pub(crate) mod package_rest;
pub(crate) mod reference;
pub(crate) mod sweep;
pub(crate) mod text;
pub(crate) mod transfer;
pub(crate) mod transfer_delivery;
pub(crate) mod transfer_detail;
pub(crate) mod transfer_package;
pub(crate) mod transferred;

/// Every table, in the order of creation.
pub(crate) const CREATE: [&str; 15] = [
    license::CREATE,
    cursor::CREATE,
    freeze::CREATE,
    change::CREATE,
    sweep::CREATE,
    reference::CREATE,
    package::CREATE,
    package_rest::CREATE,
    transferred::CREATE,
    lab_sample::CREATE,
    lab_test::CREATE,
    transfer::CREATE,
    transfer_detail::CREATE,
    transfer_delivery::CREATE,
    transfer_package::CREATE,
];
