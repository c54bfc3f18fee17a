//! The operations, typed. Paths and queries are CONTRACT's Appendix A.

use jiff::Timestamp;
use rules::{LicenseNumber, Tag};

use crate::client::Client;
use crate::error::ApiError;
use crate::models::{
    AvailableTag, Employee, Facility, Item, ItemCategory, LabSample, Location, Package, Strain, TransferredPackage,
    UnitOfMeasure,
};
use crate::read::{FromFields, Page, read_one, read_page, read_values};

/// The most records a page may have (CONTRACT section 2.1).
pub(crate) const PAGE_SIZE: u64 = 20;

/// A span of `LastModified`, both ends included. Without one the state silently answers about the last day only
/// (CONTRACT section 2.4), so lists that take a window always get one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// From.
    pub start: Timestamp,
    /// To.
    pub end: Timestamp,
}

/// The lists a package can be in at its license.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackageList {
    /// In the inventory.
    Active,
    /// Held.
    OnHold,
    /// Finished or discontinued.
    Inactive,
    /// On the road.
    InTransit,
}

impl PackageList {
    fn path(self) -> &'static str {
        match self {
            Self::Active => "/packages/v2/active",
            Self::OnHold => "/packages/v2/onhold",
            Self::Inactive => "/packages/v2/inactive",
            Self::InTransit => "/packages/v2/intransit",
        }
    }
}

/// Which page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageAsk<'a> {
    /// In whose books.
    pub license: &'a LicenseNumber,
    /// Modified when; only for lists that take a window.
    pub window: Option<Window>,
    /// Which page, 1-based.
    pub page: u64,
}

impl Client {
    /// Every place that the user key opens. The cheapest call that tells whether keys are good.
    ///
    /// # Errors
    /// [`ApiError::WrongKey`] for keys the state does not accept, and every passing error.
    pub async fn facilities(&self) -> Result<Vec<Facility>, ApiError> {
        Ok(self.get("/facilities/v2", None, &[], read_page).await?.records)
    }

    /// The license's people.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn employees(&self, ask: PageAsk<'_>) -> Result<Page<Employee>, ApiError> {
        self.list("/employees/v2", ask).await
    }

    /// A list of packages.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn packages(&self, list: PackageList, ask: PageAsk<'_>) -> Result<Page<Package>, ApiError> {
        self.list(list.path(), ask).await
    }

    /// Packages that left on a manifest.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn transferred(&self, ask: PageAsk<'_>) -> Result<Page<TransferredPackage>, ApiError> {
        self.list("/packages/v2/transferred", ask).await
    }

    /// A laboratory's samples, one row a test.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn lab_samples(&self, ask: PageAsk<'_>) -> Result<Page<LabSample>, ApiError> {
        self.list("/packages/v2/labsamples", ask).await
    }

    /// One package by the state's id, in whatever list it is.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] (or `NotPermitted`, CONTRACT section 10 point 8) when the license has none.
    pub async fn package(&self, license: &LicenseNumber, id: i64) -> Result<Package, ApiError> {
        self.get(&format!("/packages/v2/{id}"), Some(license), &of(license), read_one).await
    }

    /// One package by its tag.
    ///
    /// # Errors
    /// As [`Client::package`].
    pub async fn package_by_label(&self, license: &LicenseNumber, tag: &Tag) -> Result<Package, ApiError> {
        self.get(&format!("/packages/v2/{}", segment(tag.as_str())), Some(license), &of(license), read_one).await
    }

    /// The kinds of package, by name.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn package_types(&self) -> Result<Vec<String>, ApiError> {
        Ok(self.get("/packages/v2/types", None, &[], read_values).await?.records)
    }

    /// Items.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn items(&self, ask: PageAsk<'_>) -> Result<Page<Item>, ApiError> {
        self.list("/items/v2/active", ask).await
    }

    /// Items that are no longer used. The list takes no window.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn inactive_items(&self, ask: PageAsk<'_>) -> Result<Page<Item>, ApiError> {
        self.list("/items/v2/inactive", ask).await
    }

    /// Item categories.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn item_categories(&self, ask: PageAsk<'_>) -> Result<Page<ItemCategory>, ApiError> {
        self.list("/items/v2/categories", ask).await
    }

    /// Strains.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn strains(&self, ask: PageAsk<'_>) -> Result<Page<Strain>, ApiError> {
        self.list("/strains/v2/active", ask).await
    }

    /// Strains that are no longer used. The list takes no window.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn inactive_strains(&self, ask: PageAsk<'_>) -> Result<Page<Strain>, ApiError> {
        self.list("/strains/v2/inactive", ask).await
    }

    /// Locations.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn locations(&self, ask: PageAsk<'_>) -> Result<Page<Location>, ApiError> {
        self.list("/locations/v2/active", ask).await
    }

    /// Locations that are no longer used. The list takes no window.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn inactive_locations(&self, ask: PageAsk<'_>) -> Result<Page<Location>, ApiError> {
        self.list("/locations/v2/inactive", ask).await
    }

    /// Tags for packages that no package has yet: all of them in one answer.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn package_tags(&self, license: &LicenseNumber) -> Result<Vec<AvailableTag>, ApiError> {
        Ok(self.get("/tags/v2/package/available", Some(license), &of(license), read_page).await?.records)
    }

    /// Tags for plants that no plant has yet: all of them in one answer.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn plant_tags(&self, license: &LicenseNumber) -> Result<Vec<AvailableTag>, ApiError> {
        Ok(self.get("/tags/v2/plant/available", Some(license), &of(license), read_page).await?.records)
    }

    /// Units of measure: the same for every license, in one answer.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn units(&self) -> Result<Vec<UnitOfMeasure>, ApiError> {
        Ok(self.get("/unitsofmeasure/v2/active", None, &[], read_page).await?.records)
    }

    pub(crate) async fn list<T: FromFields>(&self, path: &str, ask: PageAsk<'_>) -> Result<Page<T>, ApiError> {
        let mut query = of(ask.license);
        if let Some(window) = ask.window {
            query.push(("lastModifiedStart", window.start.to_string()));
            query.push(("lastModifiedEnd", window.end.to_string()));
        }
        query.push(("pageNumber", ask.page.max(1).to_string()));
        query.push(("pageSize", PAGE_SIZE.to_string()));
        self.get(path, Some(ask.license), &query, read_page).await
    }
}

pub(crate) fn of(license: &LicenseNumber) -> Vec<(&'static str, String)> {
    vec![("licenseNumber", license.as_str().to_owned())]
}

/// A text as one segment of a path, whatever is in it.
fn segment(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
