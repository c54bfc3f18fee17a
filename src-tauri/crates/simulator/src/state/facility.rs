//! Licenses, the people who work there, and what a user key may do.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::table::FacilityId;
use super::values::Text;

/// What a license is, from which follows what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacilityKind {
    Retailer,
    DeliveryRetailer,
    Microbusiness,
    Distributor,
    Cultivator,
    Laboratory,
}

impl FacilityKind {
    /// `License.LicenseType`.
    pub fn license_type(self) -> &'static str {
        match self {
            Self::Retailer => "Retailer",
            Self::DeliveryRetailer => "Retailer Nonstorefront",
            Self::Microbusiness => "Microbusiness",
            Self::Distributor => "Distributor",
            Self::Cultivator => "Medium Mixed-Light Tier 1",
            Self::Laboratory => "Testing Laboratory",
        }
    }

    /// The `FacilityType` flags that are true for it. Closed loop: nobody has the opening-balance flags.
    pub fn flags(self) -> BTreeSet<&'static str> {
        let mut flags: BTreeSet<&'static str> = EVERYBODY.iter().copied().collect();
        let more: &[&[&str]] = match self {
            Self::Retailer => &[PACKAGES, RETAIL],
            Self::DeliveryRetailer => &[PACKAGES, RETAIL],
            Self::Microbusiness => &[PACKAGES, RETAIL, GROW, MAKE],
            Self::Distributor => &[PACKAGES, MAKE],
            Self::Cultivator => &[PACKAGES, GROW],
            Self::Laboratory => &[&["CanTestPackages", "TestsRequireLabSample"]],
        };
        flags.extend(more.iter().flat_map(|list| list.iter().copied()));
        flags
    }
}

const EVERYBODY: &[&str] = &[
    "IsRetail",
    "IsMedical",
    "CanAssignLocationsToPackages",
    "CanUpdateLocationsOnPackages",
    "EnableSublocations",
    "CanViewSourcePackages",
];

const PACKAGES: &[&str] = &[
    "CanCreateDerivedPackages",
    "CanCreateTradeSamplePackages",
    "CanSubmitPackagesForTesting",
    "CanRequirePackageSampleLabTestBatches",
    "EnableExternalIdentifier",
    "CanManageItemBrands",
];

const RETAIL: &[&str] = &[
    "CanSellToConsumers",
    "CanSellToPatients",
    "CanSellToExternalPatients",
    "CanSellToCaregivers",
    "RetailSalesToNonResidentConsumer",
    "AdvancedSales",
    "CanDeliverSalesToConsumers",
    "CanDeliverSalesToPatients",
    "SalesDeliveryAllowPlannedRoute",
    "SalesDeliveryAllowAddress",
    "SalesDeliveryAllowCity",
    "SalesDeliveryAllowState",
    "SalesDeliveryAllowCounty",
    "SalesDeliveryAllowZip",
    "RetailerDelivery",
    "RetailerDeliveryRequirePrice",
    "RetailerDeliveryAllowPartialPackages",
    "CanReceiveAssociateProductLabel",
];

const GROW: &[&str] = &[
    "CanGrowPlants",
    "CanClonePlantBatches",
    "CanTagPlantBatches",
    "CanAssignLocationsToPlantBatches",
    "CanUpdatePlantStrains",
    "CanCreateImmaturePlantPackagesFromPlants",
    "CanPackageWaste",
    "CanSubmitHarvestsForTesting",
    "CanRequireHarvestSampleLabTestBatches",
    "CanReportStrainProperties",
];

const MAKE: &[&str] = &[
    "CanInfuseProducts",
    "CanRecordProcessingJobs",
    "CanRequestProductRemediation",
    "CanRemediatePackagesWithFailedLabResults",
    "CanRequestProductDecontamination",
    "CanDecontaminatePackagesWithFailedLabResults",
    "CanCreateProcessValidationPackages",
    "CanTrackFinishedGoods",
    "CanDestroyProduct",
    "CanRecordProductForDestruction",
];

/// `FacilityType` begins with three flags and four limits that are null in California.
const FIRST_FLAGS: [&str; 3] = ["IsMedical", "IsRetail", "IsHemp"];

const LIMITS: [&str; 4] = [
    "RestrictHarvestPlantRestoreTimeHours",
    "TotalMemberPatientsAllowed",
    "RestrictWholesalePriceEditDays",
    "RestrictPlantBatchAdjustmentTimeHours",
];

/// The other flags of `FacilityType`, in the documented order.
const FLAGS: [&str; 87] = [
    "CanGrowPlants",
    "CanCreateOpeningBalancePlantBatches",
    "CanClonePlantBatches",
    "CanTagPlantBatches",
    "CanAssignLocationsToPlantBatches",
    "PlantsRequirePatientAffiliation",
    "PlantBatchesCanContainMotherPlants",
    "CanUpdatePlantStrains",
    "CanTrackVegetativePlants",
    "CanCreateImmaturePlantPackagesFromPlants",
    "CanPackageVegetativePlants",
    "CanPackageWaste",
    "CanReportHarvestSchedules",
    "CanSubmitHarvestsForTesting",
    "CanRequireHarvestSampleLabTestBatches",
    "CanReportStrainProperties",
    "CanCreateOpeningBalancePackages",
    "CanCreateDerivedPackages",
    "CanAssignLocationsToPackages",
    "CanUpdateLocationsOnPackages",
    "PackagesRequirePatientAffiliation",
    "CanCreateTradeSamplePackages",
    "CanDonatePackages",
    "CanSubmitPackagesForTesting",
    "CanCreateProcessValidationPackages",
    "CanRequirePackageSampleLabTestBatches",
    "CanReturnPackageQuantity",
    "CanRequestProductRemediation",
    "CanRemediatePackagesWithFailedLabResults",
    "CanRequestProductDecontamination",
    "CanDecontaminatePackagesWithFailedLabResults",
    "CanInfuseProducts",
    "CanRecordProcessingJobs",
    "CanRecordProductForDestruction",
    "CanDestroyProduct",
    "CanTestPackages",
    "TestsRequireLabSample",
    "CanTransferFromExternalFacilities",
    "CanSellToConsumers",
    "CanSellToPatients",
    "CanSellToExternalPatients",
    "CanSellToCaregivers",
    "RetailSalesToNonResidentConsumer",
    "AdvancedSales",
    "SalesRequirePatientNumber",
    "SalesRequireExternalPatientNumber",
    "SalesRequireExternalPatientIdentificationMethod",
    "SalesRequireCaregiverNumber",
    "SalesRequireCaregiverPatientNumber",
    "CanDeliverSalesToConsumers",
    "DeliverySalesToNonResidentConsumer",
    "SalesDeliveryAllowPlannedRoute",
    "SalesDeliveryAllowAddress",
    "SalesDeliveryAllowCity",
    "SalesDeliveryAllowState",
    "SalesDeliveryAllowCounty",
    "SalesDeliveryAllowZip",
    "SalesDeliveryRequireZone",
    "EnableExternalIdentifier",
    "SalesDeliveryRequireConsumerId",
    "CanDeliverSalesToPatients",
    "SalesDeliveryRequirePatientNumber",
    "SalesDeliveryRequireRecipientName",
    "IsSalesDeliveryHub",
    "CanHaveMemberPatients",
    "CanReportPatientCheckIns",
    "CanSpecifyPatientSalesLimitExemption",
    "CanReportPatientsAdverseResponses",
    "RetailerDelivery",
    "RetailerDeliveryAllowTradeSamples",
    "RetailerDeliveryAllowDonations",
    "RetailerDeliveryRequirePrice",
    "RetailerDeliveryAllowPartialPackages",
    "CanCreatePartialPackages",
    "CanAdjustSourcePackagesWithPartials",
    "CanReportOperationalExceptions",
    "CanReportAdulteration",
    "CanDownloadProductLabel",
    "CanReceiveAssociateProductLabel",
    "CanUseComplianceLabel",
    "CanTrackFinishedGoods",
    "CanOnlyReceiveFinishedGoods",
    "CanViewSourcePackages",
    "EnableSublocations",
    "TaxExemptReportingFeesFacilityType",
    "TaxExemptTagOrdersFacilityType",
    "CanAccessCatalog",
];

/// The last two flags of the documented order.
const LAST_FLAGS: [&str; 2] = ["CanTrackMotherPlantsAsGrowthPhase", "CanManageItemBrands"];

/// A license.
#[derive(Clone, Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub kind: FacilityKind,
    pub license: Text,
    pub name: Text,
    pub alias: Text,
    pub since: Date,
    pub until: Date,
    pub flags: BTreeSet<&'static str>,
    pub employees: Vec<Employee>,
}

impl Facility {
    /// Whether a `FacilityType` flag is set.
    pub fn may(&self, flag: &str) -> bool {
        self.flags.contains(flag)
    }
}

/// A person who works at a license.
#[derive(Clone, Debug)]
pub struct Employee {
    pub name: Text,
    pub license: Text,
    pub is_owner: bool,
    pub is_manager: bool,
}

impl Serialize for Facility {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let nothing = None::<()>;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("FacilityId", &self.id)?;
        map.serialize_entry("HireDate", "0001-01-01")?;
        map.serialize_entry("IsOwner", &false)?;
        map.serialize_entry("IsManager", &true)?;
        map.serialize_entry("IsFinancialContact", &false)?;
        map.serialize_entry("Email", &nothing)?;
        map.serialize_entry("Occupations", &[(); 0])?;
        map.serialize_entry("Name", &self.name)?;
        map.serialize_entry("Alias", &self.alias)?;
        map.serialize_entry("DisplayName", &self.alias)?;
        map.serialize_entry("CredentialedDate", &self.since)?;
        map.serialize_entry("SupportActivationDate", &nothing)?;
        map.serialize_entry("SupportExpirationDate", &nothing)?;
        map.serialize_entry("FacilityType", &Flags(&self.flags))?;
        map.serialize_entry("License", &License { facility: self, employee: None })?;
        map.serialize_entry("AllowTransferOfOnHoldPackages", &nothing)?;
        map.serialize_entry("AllowTransferOfOnRecallPackages", &nothing)?;
        map.end()
    }
}

struct Flags<'a>(&'a BTreeSet<&'static str>);

impl Serialize for Flags<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for flag in FIRST_FLAGS {
            map.serialize_entry(flag, &self.0.contains(flag))?;
        }
        for limit in LIMITS {
            map.serialize_entry(limit, &None::<()>)?;
        }
        for flag in FLAGS.into_iter().chain(LAST_FLAGS) {
            map.serialize_entry(flag, &self.0.contains(flag))?;
        }
        map.end()
    }
}

/// The `License` of a facility row, and of an employee row with the employee's own number.
pub struct License<'a> {
    pub facility: &'a Facility,
    pub employee: Option<&'a str>,
}

impl Serialize for License<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        let number: &str = &self.facility.license;
        map.serialize_entry("Number", self.employee.unwrap_or(number))?;
        map.serialize_entry("EmployeeLicenseNumber", self.employee.unwrap_or(number))?;
        map.serialize_entry("StartDate", &self.facility.since)?;
        map.serialize_entry("EndDate", &self.facility.until)?;
        map.serialize_entry("LicenseType", self.facility.kind.license_type())?;
        map.end()
    }
}

/// One employee row of `employees/v2`.
pub struct EmployeeRow<'a> {
    pub facility: &'a Facility,
    pub employee: &'a Employee,
}

impl Serialize for EmployeeRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("FullName", &self.employee.name)?;
        map.serialize_entry("License", &License { facility: self.facility, employee: Some(&self.employee.license) })?;
        map.serialize_entry("IsIndustryAdmin", &false)?;
        map.serialize_entry("IsOwner", &self.employee.is_owner)?;
        map.serialize_entry("IsManager", &self.employee.is_manager)?;
        map.end()
    }
}
