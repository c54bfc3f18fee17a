//! What the desk holds: plain structures with their own methods. None knows the desk, nor what is done with it.

pub(crate) mod accounts;
pub(crate) mod budgets;
pub(crate) mod clock;
pub(crate) mod connection;
pub(crate) mod connections;
pub(crate) mod copy;
pub(crate) mod demo;
pub(crate) mod feed;
pub(crate) mod files;
pub(crate) mod jobs;
pub(crate) mod notices;
pub(crate) mod page;
pub(crate) mod reports;
pub(crate) mod requests;
pub(crate) mod reviews;
pub(crate) mod runs;
pub(crate) mod saved;
pub(crate) mod sight;
pub(crate) mod views;
