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
pub(crate) mod step;
pub(crate) mod time;
