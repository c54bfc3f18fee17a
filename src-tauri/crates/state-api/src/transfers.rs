//! Reads of transfers, templates, drivers and vehicles. What is below a transfer is asked by id alone; the license is
//! named here only so that the call counts against its share of the budget.

use rules::LicenseNumber;
use words::say;

use crate::client::Client;
use crate::endpoints::{PAGE_SIZE, PageAsk, of};
use crate::error::{ApiError, Fault};
use crate::models::{
    DeliveryPackage, DeliveryTransporter, Driver, ManifestPdf, Transfer, TransferDelivery, TransferType,
    TransporterDetail, Vehicle, WholesalePrice,
};
use crate::read::{FromFields, Page, read_one, read_page};

/// The lists in which a license's transfers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferList {
    /// What comes in.
    Incoming,
    /// What goes out.
    Outgoing,
    /// What went out and was refused. This list takes no window.
    Rejected,
    /// Templates of what goes out.
    Templates,
}

impl TransferList {
    fn path(self) -> &'static str {
        match self {
            Self::Incoming => "/transfers/v2/incoming",
            Self::Outgoing => "/transfers/v2/outgoing",
            Self::Rejected => "/transfers/v2/rejected",
            Self::Templates => "/transfers/v2/templates/outgoing",
        }
    }

    /// Whether it takes a window of `LastModified` (CONTRACT, Appendix A).
    pub fn takes_window(self) -> bool {
        self != Self::Rejected
    }
}

/// What a delivery belongs to: templates' are on routes of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeliveryOf {
    /// A manifest, coming in or going out.
    Transfer,
    /// A template.
    Template,
}

impl DeliveryOf {
    fn root(self) -> &'static str {
        match self {
            Self::Transfer => "/transfers/v2",
            Self::Template => "/transfers/v2/templates/outgoing",
        }
    }
}

impl Client {
    /// A page of one of the lists.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn transfers(&self, list: TransferList, ask: PageAsk<'_>) -> Result<Page<Transfer>, ApiError> {
        let window = ask.window.filter(|_| list.takes_window());
        self.list(list.path(), PageAsk { window, ..ask }).await
    }

    /// The deliveries of a transfer or template.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] (or `NotPermitted`) when it is not there any more; any other [`ApiError`].
    pub async fn transfer_deliveries(
        &self,
        of: DeliveryOf,
        license: &LicenseNumber,
        id: i64,
    ) -> Result<Vec<TransferDelivery>, ApiError> {
        self.all(&format!("{}/{id}/deliveries", of.root()), license, |row: &TransferDelivery| Some(row.id)).await
    }

    /// The packages of a delivery.
    ///
    /// # Errors
    /// As [`Client::transfer_deliveries`].
    pub async fn delivery_packages(
        &self,
        of: DeliveryOf,
        license: &LicenseNumber,
        delivery: i64,
    ) -> Result<Vec<DeliveryPackage>, ApiError> {
        let path = format!("{}/deliveries/{delivery}/packages", of.root());
        self.all(&path, license, |row: &DeliveryPackage| Some(row.package_id)).await
    }

    /// The wholesale prices of a manifest's delivery; templates have no such route.
    ///
    /// # Errors
    /// [`ApiError::NotPermitted`] without the wholesale right (CONTRACT section 7); any other [`ApiError`].
    pub async fn wholesale_prices(
        &self,
        license: &LicenseNumber,
        delivery: i64,
    ) -> Result<Vec<WholesalePrice>, ApiError> {
        let path = format!("/transfers/v2/deliveries/{delivery}/packages/wholesale");
        self.all(&path, license, |row: &WholesalePrice| Some(row.package_id)).await
    }

    /// Who carries a delivery.
    ///
    /// # Errors
    /// As [`Client::transfer_deliveries`].
    pub async fn delivery_transporters(
        &self,
        of: DeliveryOf,
        license: &LicenseNumber,
        delivery: i64,
    ) -> Result<Vec<DeliveryTransporter>, ApiError> {
        self.all(&format!("{}/deliveries/{delivery}/transporters", of.root()), license, |_| None).await
    }

    /// Who drives a delivery with what.
    ///
    /// # Errors
    /// As [`Client::transfer_deliveries`].
    pub async fn transporter_details(
        &self,
        of: DeliveryOf,
        license: &LicenseNumber,
        delivery: i64,
    ) -> Result<Vec<TransporterDetail>, ApiError> {
        self.all(&format!("{}/deliveries/{delivery}/transporters/details", of.root()), license, |_| None).await
    }

    /// The types of transfer that a license may use.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn transfer_types(&self, ask: PageAsk<'_>) -> Result<Page<TransferType>, ApiError> {
        self.list("/transfers/v2/types", ask).await
    }

    /// The states that a package on a delivery can be in.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn shipment_package_states(&self) -> Result<Vec<String>, ApiError> {
        let path = "/transfers/v2/deliveries/packages/states";
        Ok(self.get(path, None, &[], crate::read::read_values).await?.records)
    }

    /// A license's drivers.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn drivers(&self, ask: PageAsk<'_>) -> Result<Page<Driver>, ApiError> {
        self.list("/transporters/v2/drivers", ask).await
    }

    /// A license's vehicles.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn vehicles(&self, ask: PageAsk<'_>) -> Result<Page<Vehicle>, ApiError> {
        self.list("/transporters/v2/vehicles", ask).await
    }

    /// A manifest as the state prints it.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn manifest_pdf(&self, license: &LicenseNumber, transfer: i64) -> Result<ManifestPdf, ApiError> {
        self.get(&format!("/transfers/v2/manifest/{transfer}/pdf"), Some(license), &of(license), read_one).await
    }

    /// A manifest as a web page, as the state wrote it.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn manifest_html(&self, license: &LicenseNumber, transfer: i64) -> Result<String, ApiError> {
        let path = format!("/transfers/v2/manifest/{transfer}/html");
        self.get_page(&path, Some(license), &of(license), |body| Ok(body.to_owned())).await
    }

    /// All pages of a list that is asked by id: ten at most for a manifest of California's 200 packages. They count when
    /// they fitted together: one `Total`, the records add up to it, none came twice. Otherwise they shifted while they were
    /// read, and a record may be missing, so all are read again. Rows that are the state's own twice are believed when
    /// two readings, one after the other, are the same.
    async fn all<T: FromFields + PartialEq>(
        &self,
        path: &str,
        license: &LicenseNumber,
        id: impl Fn(&T) -> Option<i64>,
    ) -> Result<Vec<T>, ApiError> {
        let mut before: Option<Vec<T>> = None;
        let mut total = 0;
        for _ in 0..READINGS {
            let reading = self.reading(path, license).await?;
            let adds_up = reading.one_total && reading.rows.len() as u64 == reading.total;
            if adds_up && (reading.one_answer || apart(&reading.rows, &id) || before.as_ref() == Some(&reading.rows)) {
                return Ok(reading.rows);
            }
            tracing::info!(path, "pages shifted while they were read; reading them again");
            total = reading.total;
            before = adds_up.then_some(reading.rows);
        }
        Err(ApiError::StateFault {
            call: format!("GET {path}"),
            fault: Fault::Unreadable,
            status: Some(200),
            state_said: say::reading_answer_pages_apart(total).to_string(),
        })
    }

    /// Every page once.
    async fn reading<T: FromFields>(&self, path: &str, license: &LicenseNumber) -> Result<Reading<T>, ApiError> {
        let mut reading = Reading { rows: Vec::new(), total: 0, one_total: true, one_answer: true };
        for number in 1..=MOST_PAGES {
            let query = [("pageNumber", number.to_string()), ("pageSize", PAGE_SIZE.to_string())];
            let page: Page<T> = self.get(path, Some(license), &query, read_page).await?;
            reading.one_answer = number == 1;
            reading.one_total &= number == 1 || page.total == reading.total;
            reading.total = page.total;
            let empty = page.records.is_empty();
            reading.rows.extend(page.records);
            if empty || !reading.one_total || reading.rows.len() as u64 >= page.total {
                break;
            }
        }
        Ok(reading)
    }
}

/// All pages as they came.
struct Reading<T> {
    rows: Vec<T>,
    total: u64,
    /// Every page said the same `Total`.
    one_total: bool,
    /// It was one page.
    one_answer: bool,
}

/// Whether no record came twice: by its id, or without one as a whole. Few enough to compare each with each.
fn apart<T: PartialEq>(rows: &[T], id: impl Fn(&T) -> Option<i64>) -> bool {
    let same = |a: &T, b: &T| match (id(a), id(b)) {
        (Some(a), Some(b)) => a == b,
        (None, _) | (_, None) => a == b,
    };
    rows.iter().enumerate().all(|(at, row)| rows.iter().take(at).all(|before| !same(before, row)))
}

/// How often the pages of one list below a transfer are read until they fit together.
const READINGS: u32 = 4;

/// Pages of one list below a transfer at most.
const MOST_PAGES: u64 = 500;
