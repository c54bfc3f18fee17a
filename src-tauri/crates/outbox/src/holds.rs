//! What an entity holds once what waits for it is recorded: the values that reports change, and nothing else.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::kinds::Write;

/// The values of an entity that reports change, for a grid that shows what will be.
pub trait Holds: Clone {
    /// Itself, for a report to change.
    fn holding(&mut self) -> Holding<'_>;

    /// What a write makes of it. One of another entity makes nothing of it.
    fn apply(&mut self, write: &Write) {
        write.report().apply(self.holding());
    }
}

/// What a report changes, while it does.
#[derive(Debug)]
pub enum Holding<'a> {
    /// A package.
    Package(&'a mut PackageHolds),
    /// A sales receipt.
    Receipt(&'a mut ReceiptHolds),
}

/// The values of a package that reports change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageHolds {
    /// Exact, in `unit`.
    pub quantity: Decimal,
    /// The unit's name.
    pub unit: String,
    /// Finished or not.
    pub finished: bool,
    /// On which day.
    pub finished_on: Option<Date>,
    /// Location.
    pub location: String,
    /// Sublocation; may be empty.
    pub sublocation: String,
    /// Item name.
    pub item: String,
    /// Note.
    pub note: String,
}

/// The values of a receipt that reports change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptHolds {
    /// Whether it is final.
    pub is_final: bool,
}

impl Holds for PackageHolds {
    fn holding(&mut self) -> Holding<'_> {
        Holding::Package(self)
    }
}

impl Holds for ReceiptHolds {
    fn holding(&mut self) -> Holding<'_> {
        Holding::Receipt(self)
    }
}

impl<'a> Holding<'a> {
    /// A package; none where it is something else.
    pub fn package(self) -> Option<&'a mut PackageHolds> {
        match self {
            Self::Package(package) => Some(package),
            Self::Receipt(_) => None,
        }
    }

    /// A receipt; none where it is something else.
    pub fn receipt(self) -> Option<&'a mut ReceiptHolds> {
        match self {
            Self::Receipt(receipt) => Some(receipt),
            Self::Package(_) => None,
        }
    }
}
