//! One file a table: its SQL, its reads and writes.

pub(crate) mod account;
pub(crate) mod attempt;
pub(crate) mod audit;
pub(crate) mod content;
pub(crate) mod draft;
pub(crate) mod hold;
pub(crate) mod import;
pub(crate) mod intent;
pub(crate) mod layout;
pub(crate) mod receiving;
pub(crate) mod request;

/// The steps from an empty file to the newest format; a file that took some takes the rest. A step that was released
/// is never changed: what comes later is a step of its own.
pub(crate) const STEPS: [&[&str]; 4] = [
    &[request::CREATE, layout::CREATE, account::CREATE],
    &[intent::CREATE, attempt::CREATE, audit::CREATE, hold::CREATE],
    &[draft::CREATE, receiving::CREATE, import::CREATE],
    &[content::CREATE],
];
