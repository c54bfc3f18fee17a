//! License numbers and what their prefix says.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A license number as the state writes it, for example `C10-0000123-LIC` (CONTRACT section 6).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(as = "String")]
pub struct LicenseNumber(String);

/// What kind of business a license number's prefix names. A hint for words and icons only: what a license may do is
/// what `FacilityType` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LicenseKind {
    /// `C8-`: testing laboratory.
    Laboratory,
    /// `C9-`: retailer without a storefront.
    DeliveryRetailer,
    /// `C10-` (and the older `A10-`, `M10-`): storefront retailer.
    Retailer,
    /// `C11-`, and `C13-` for transport only: distributor.
    Distributor,
    /// `C12-`: microbusiness.
    Microbusiness,
    /// `CCL`, `CAL`, `CML`, `PAL`, `PML`: cultivator.
    Cultivator,
    /// `CDPH-`: manufacturer.
    Manufacturer,
    /// Any other prefix.
    Other,
}

impl LicenseNumber {
    /// Takes a license number as the state or a setting gives it, spaces around dropped.
    pub fn new(number: impl AsRef<str>) -> Self {
        Self(number.as_ref().trim().to_owned())
    }

    /// The number's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the prefix says.
    pub fn kind(&self) -> LicenseKind {
        let prefix: String = self.0.chars().take_while(|c| *c != '-').collect();
        match prefix.as_str() {
            "C8" => LicenseKind::Laboratory,
            "C9" | "A9" | "M9" => LicenseKind::DeliveryRetailer,
            "C10" | "A10" | "M10" => LicenseKind::Retailer,
            "C11" | "A11" | "M11" | "C13" => LicenseKind::Distributor,
            "C12" | "A12" | "M12" => LicenseKind::Microbusiness,
            "CDPH" => LicenseKind::Manufacturer,
            other if ["CCL", "CAL", "CML", "PAL", "PML"].iter().any(|p| other.starts_with(p)) => {
                LicenseKind::Cultivator
            }
            _ => LicenseKind::Other,
        }
    }
}

impl fmt::Display for LicenseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_names_the_business() {
        for (number, kind) in [
            ("C10-0000123-LIC", LicenseKind::Retailer),
            ("C9-0000007-LIC", LicenseKind::DeliveryRetailer),
            ("C8-1000001-LIC", LicenseKind::Laboratory),
            ("C13-0000092-LIC", LicenseKind::Distributor),
            ("CCL21-0000345", LicenseKind::Cultivator),
            ("CDPH-10003456", LicenseKind::Manufacturer),
            ("402-X0001", LicenseKind::Other),
        ] {
            assert_eq!(LicenseNumber::new(number).kind(), kind, "{number}");
        }
    }
}
