//! The ledger from outside, as desk uses it.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod disk;
mod drafts;
mod keeping;
mod mending;
mod outbox;
mod owning;
mod readers;
mod records;
mod small_disk;
#[path = "../../../../xtask/src/suite/skipped/tell.rs"]
mod tell;

use jiff::Timestamp;
use ledger::Ledger;
use rules::LicenseNumber;

fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn retailer() -> LicenseNumber {
    LicenseNumber::new("C10-0000001-LIC")
}

fn open(dir: &tempfile::TempDir) -> Ledger {
    Ledger::open(dir.path()).unwrap().ledger
}

/// Opens, remembers one layout, closes.
fn a_session(dir: &tempfile::TempDir, layout: &str) {
    open(dir).layout_put("packages.active", &retailer(), layout).unwrap();
}

fn layout(ledger: &Ledger) -> Option<String> {
    ledger.layout_get("packages.active", &retailer()).unwrap().0
}
