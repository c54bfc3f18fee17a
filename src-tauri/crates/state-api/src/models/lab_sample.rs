//! `GET /packages/v2/labsamples`: one row a test, each with the whole sample package (CONTRACT section 5.2).

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Package;
use crate::read::{Fields, FromFields, ReadError};

/// One test of one sample.
#[derive(Debug, Clone, PartialEq)]
pub struct LabSample {
    /// The laboratory's license.
    pub lab_facility_license_number: Option<String>,
    /// Its name.
    pub lab_facility_name: Option<String>,
    /// Whether the sample as a whole passed.
    pub overall_passed: bool,
    /// When it was tested.
    pub test_performed_date: Option<Date>,
    /// Whether the result is out.
    pub result_released: bool,
    /// When it came out.
    pub result_release_date_time: Option<Timestamp>,
    /// Name of the test.
    pub test_type_name: String,
    /// Whether this test passed.
    pub test_passed: bool,
    /// The measured level, in the unit that the test's name has.
    pub test_result_level: Option<Decimal>,
    /// The laboratory's words.
    pub test_comment: Option<String>,
    /// The result decides nothing.
    pub test_informational_only: bool,
    /// The sample; what has no field is in its `extra`.
    pub package: Package,
}

impl FromFields for LabSample {
    fn from_fields(fields: &mut Fields<'_>) -> Result<Self, ReadError> {
        // The test's columns first: the package keeps whatever is left.
        let name = "LabSample";
        Ok(Self {
            lab_facility_license_number: fields.take(name, "LabFacilityLicenseNumber")?,
            lab_facility_name: fields.take(name, "LabFacilityName")?,
            overall_passed: fields.take(name, "OverallPassed")?,
            test_performed_date: fields.take(name, "TestPerformedDate")?,
            result_released: fields.take(name, "ResultReleased")?,
            result_release_date_time: fields.take(name, "ResultReleaseDateTime")?,
            test_type_name: fields.take(name, "TestTypeName")?,
            test_passed: fields.take(name, "TestPassed")?,
            test_result_level: fields.take(name, "TestResultLevel")?,
            test_comment: fields.take(name, "TestComment")?,
            test_informational_only: fields.take(name, "TestInformationalOnly")?,
            package: Package::from_fields(fields)?,
        })
    }
}
