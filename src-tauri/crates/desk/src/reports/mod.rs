//! The Outbox page: its list, the story of each report, what a person decides, and the audit.

mod audit;
mod page;
mod story;
mod told;
