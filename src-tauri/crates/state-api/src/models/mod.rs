//! The records of the API as models. Fields that a grid, a card or a rule needs have a place of their own; everything
//! else is in `extra`. Names follow the state's own; shapes are CONTRACT's Appendix A.

mod facility;
mod item;
mod lab_sample;
mod package;
mod place;
mod tag;
mod transfer;
mod transferred;

pub use facility::{Employee, EmployeeLicense, Facility, FacilityLicense, FacilityType};
pub use item::{Item, ItemCategory, Strain, UnitOfMeasure};
pub use lab_sample::LabSample;
pub use package::{Package, PackageItem};
pub use place::Location;
pub use tag::AvailableTag;
pub use transfer::{
    DeliveryPackage, DeliveryTransporter, Driver, ManifestPdf, Transfer, TransferDelivery, TransferType,
    TransporterDetail, Vehicle, WholesalePrice,
};
pub use transferred::TransferredPackage;

use std::fmt;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::read::Field;

/// A value of an enumeration, which the state writes as a number in one place and as a name in another (CONTRACT
/// section 5.2). Kept as it was sent: the numbers' meaning is documented nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberOrName {
    /// As a number.
    Number(i64),
    /// As a name.
    Name(String),
}

impl fmt::Display for NumberOrName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl Field for Option<NumberOrName> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read(raw: &RawValue) -> Option<Self> {
        if raw.get().starts_with('"') {
            String::read(raw).map(|name| Some(NumberOrName::Name(name)))
        } else {
            i64::read(raw).map(|number| Some(NumberOrName::Number(number)))
        }
    }

    fn to_value(&self) -> Value {
        match self {
            None => Value::Null,
            Some(NumberOrName::Number(number)) => Value::from(*number),
            Some(NumberOrName::Name(name)) => Value::String(name.clone()),
        }
    }
}
