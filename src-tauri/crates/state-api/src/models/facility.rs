//! `GET /facilities/v2` and `GET /employees/v2`.

use jiff::civil::Date;
use rules::LicenseNumber;

use crate::read::record;

record! {
    /// A licensed place that the user key opens.
    Facility {
        /// The state's id of the place.
        facility_id: Option<i64> = "FacilityId",
        /// The business's name.
        name: String = "Name",
        /// The name by which its people know it.
        alias: String = "Alias",
        /// The name as the state's site shows it.
        display_name: String = "DisplayName",
        /// Since when its people have credentials.
        credentialed_date: Option<Date> = "CredentialedDate",
        /// What it may do.
        facility_type: Option<Box<FacilityType>> = "FacilityType",
        /// Its license.
        license: Option<Box<FacilityLicense>> = "License",
    }
}

impl Facility {
    /// The license number; none where the state sent none, and such a facility cannot be asked about.
    pub fn license_number(&self) -> Option<LicenseNumber> {
        self.license.as_ref().map(|l| LicenseNumber::new(&l.number)).filter(|n| !n.as_str().is_empty())
    }

    /// `License.LicenseType`, for example `Retailer`; empty where not stated.
    pub fn license_type(&self) -> &str {
        self.license.as_ref().map_or("", |l| l.license_type.as_str())
    }

    /// The name for a person: display name, else alias, else name.
    pub fn shown_name(&self) -> &str {
        [&self.display_name, &self.alias, &self.name]
            .into_iter()
            .find(|n| !n.trim().is_empty())
            .map_or("", String::as_str)
    }

    /// `CanTestPackages`: a laboratory.
    pub fn can_test(&self) -> bool {
        self.facility_type.as_ref().is_some_and(|t| t.can_test_packages)
    }

    /// `CanGrowPlants`.
    pub fn can_grow(&self) -> bool {
        self.facility_type.as_ref().is_some_and(|t| t.can_grow_plants)
    }

    /// `CanSellToConsumers` or `CanSellToPatients`.
    pub fn can_sell(&self) -> bool {
        self.facility_type.as_ref().is_some_and(|t| t.can_sell_to_consumers || t.can_sell_to_patients)
    }
}

record! {
    /// `FacilityType`: what the state lets a kind of facility do. The flags that decide here; the other eighty or so
    /// are in `extra`.
    FacilityType {
        /// A retailer.
        is_retail: bool = "IsRetail",
        /// Medicinal.
        is_medical: bool = "IsMedical",
        /// Grows plants.
        can_grow_plants: bool = "CanGrowPlants",
        /// Tests packages: a laboratory.
        can_test_packages: bool = "CanTestPackages",
        /// Sells to anybody of age.
        can_sell_to_consumers: bool = "CanSellToConsumers",
        /// Sells to patients.
        can_sell_to_patients: bool = "CanSellToPatients",
        /// Delivers what it sells.
        can_deliver_sales_to_consumers: bool = "CanDeliverSalesToConsumers",
        /// Makes packages from packages.
        can_create_derived_packages: bool = "CanCreateDerivedPackages",
        /// Makes packages from nothing; false in California after onboarding.
        can_create_opening_balance_packages: bool = "CanCreateOpeningBalancePackages",
    }
}

record! {
    /// A license.
    FacilityLicense {
        /// The license number.
        number: String = "Number",
        /// The number of the employee's own license.
        employee_license_number: String = "EmployeeLicenseNumber",
        /// First day.
        start_date: Option<Date> = "StartDate",
        /// Last day.
        end_date: Option<Date> = "EndDate",
        /// Kind, in the state's words.
        license_type: String = "LicenseType",
    }
}

record! {
    /// A person who works at a license.
    Employee {
        /// The person's name.
        full_name: String = "FullName",
        /// The person's license.
        license: Option<Box<EmployeeLicense>> = "License",
        /// May administer the license in the state's system.
        is_industry_admin: bool = "IsIndustryAdmin",
        /// An owner.
        is_owner: bool = "IsOwner",
        /// A manager.
        is_manager: bool = "IsManager",
    }
}

record! {
    /// An employee's license.
    EmployeeLicense {
        /// The license number of the place.
        number: String = "Number",
        /// The employee's own number.
        employee_license_number: String = "EmployeeLicenseNumber",
        /// First day.
        start_date: Option<Date> = "StartDate",
        /// Last day.
        end_date: Option<Date> = "EndDate",
        /// Kind, in the state's words.
        license_type: String = "LicenseType",
    }
}
