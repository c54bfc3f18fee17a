//! Typed client of the state's API v2: hosts and keys, calls within the rate budget, what comes back as models, and
//! errors that say whether waiting helps. Reads are tried again while that helps; a write is sent once, in the same budget.
//!
//! Facts about the API are in CONTRACT.md of the state-api reference; sections are named where they matter.

mod between;
mod budget;
mod client;
mod clock;
mod endpoints;
mod error;
mod host;
mod http;
mod models;
mod origin;
mod read;
mod transfers;
mod transport;
mod trust;
mod write;

pub use between::Between;
pub use budget::{BudgetStatus, CallBudget, FreezeStore, Lane, Limits, NoFreezeStore, Permit, Scope};
pub use client::{Client, ClientConfig, Patience, Tally, Timeouts};
pub use clock::{Clock, SystemClock};
pub use endpoints::{PackageList, PageAsk, Window};
pub use error::{ApiError, Fault, SetupError, Unreachable};
pub use host::{ApiHost, ApiKeys, Environment, HostError};
pub use models::{
    AvailableTag, DeliveryPackage, DeliveryTransporter, Driver, Employee, EmployeeLicense, Facility, FacilityLicense,
    FacilityType, Item, ItemCategory, LabSample, Location, ManifestPdf, NumberOrName, Package, PackageItem, Strain,
    Transfer, TransferDelivery, TransferType, TransferredPackage, TransporterDetail, UnitOfMeasure, Vehicle,
    WholesalePrice,
};
pub use read::Page;
pub use transfers::{DeliveryOf, TransferList};
pub use write::{
    AdjustReason, Adjustment, LINGER_SECONDS, ReceiptState, TemplateState, WriteMethod, WriteOutcome, Writer,
};
