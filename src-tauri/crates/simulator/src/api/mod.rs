//! The operations of the API, one file a group.

mod employees;
mod facilities;
mod items;
mod labtests;
mod packages;
mod places;
mod units;

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
    pub licence: bool,
    pub run: Run,
}

impl Operation {
    /// A GET of a licence.
    const fn get(
        route: &'static str,
        rights: &'static [&'static str],
        read: fn(&World, &Call) -> Result<Answer, Refusal>,
    ) -> Self {
        Self { method: "GET", route, rights, licence: true, run: Run::Read(read) }
    }

    /// A GET that takes no licence.
    const fn open(route: &'static str, read: fn(&World, &Call) -> Result<Answer, Refusal>) -> Self {
        Self { method: "GET", route, rights: &[], licence: false, run: Run::Read(read) }
    }
}

/// Every operation that the simulator answers.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    [
        facilities::OPERATIONS,
        employees::OPERATIONS,
        packages::OPERATIONS,
        items::OPERATIONS,
        places::OPERATIONS,
        labtests::OPERATIONS,
        units::OPERATIONS,
    ]
    .into_iter()
    .flatten()
}
