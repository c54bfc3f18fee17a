//! The operations of the API, one file a group.

mod additives;
mod balance;
mod employees;
mod facilities;
mod harvests;
mod item_writes;
mod items;
mod labtests;
mod package_changes;
mod package_create;
mod packages;
mod pdf;
mod place_writes;
mod places;
mod plant_batches;
mod plants;
mod retail_deliveries;
mod sales;
mod tags;
mod transfers;
mod transporters;
mod units;
mod waste;

use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::state::World;

/// How an operation runs.
#[derive(Clone, Copy)]
pub enum Run {
    Read(fn(&World, &Call) -> Result<Answer, Refusal>),
    Write(fn(&mut World, &Call) -> Result<Answer, Refusal>),
}

/// One operation of the API.
pub struct Operation {
    pub method: &'static str,
    /// The path with `{name}` for its parameters.
    pub route: &'static str,
    /// The rights that the user needs, by the names of CONTRACT's Appendix A; all of them.
    pub rights: &'static [&'static str],
    /// Whether it takes `licenseNumber`.
    pub license: bool,
    pub run: Run,
}

impl Operation {
    /// A GET of a license.
    const fn get(
        route: &'static str,
        rights: &'static [&'static str],
        read: fn(&World, &Call) -> Result<Answer, Refusal>,
    ) -> Self {
        Self { method: "GET", route, rights, license: true, run: Run::Read(read) }
    }

    /// A write of a license.
    const fn write(
        method: &'static str,
        route: &'static str,
        rights: &'static [&'static str],
        write: fn(&mut World, &Call) -> Result<Answer, Refusal>,
    ) -> Self {
        Self { method, route, rights, license: true, run: Run::Write(write) }
    }

    /// A GET of an object that any license of the user may be party to: no license is named, the user counts.
    const fn of_user(
        route: &'static str,
        rights: &'static [&'static str],
        read: fn(&World, &Call) -> Result<Answer, Refusal>,
    ) -> Self {
        Self { method: "GET", route, rights, license: false, run: Run::Read(read) }
    }

    /// A GET that takes no license.
    const fn open(route: &'static str, read: fn(&World, &Call) -> Result<Answer, Refusal>) -> Self {
        Self { method: "GET", route, rights: &[], license: false, run: Run::Read(read) }
    }
}

/// Every operation that the simulator answers.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    [
        additives::OPERATIONS,
        employees::OPERATIONS,
        facilities::OPERATIONS,
        harvests::OPERATIONS,
        item_writes::OPERATIONS,
        items::OPERATIONS,
        labtests::OPERATIONS,
        package_changes::OPERATIONS,
        package_create::OPERATIONS,
        packages::OPERATIONS,
        place_writes::OPERATIONS,
        places::OPERATIONS,
        plant_batches::OPERATIONS,
        plants::OPERATIONS,
        retail_deliveries::OPERATIONS,
        sales::OPERATIONS,
        tags::OPERATIONS,
        transfers::OPERATIONS,
        transporters::OPERATIONS,
        units::OPERATIONS,
        waste::OPERATIONS,
    ]
    .into_iter()
    .flatten()
}
