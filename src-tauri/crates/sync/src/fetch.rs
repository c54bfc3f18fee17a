//! One page of one stream, whatever its kind.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;
use mirror::{PackageList, Records, ReferenceKind, ReferenceRecord, TransferList};
use rules::LicenseNumber;
use state_api::{ApiError, Client, Page, PageAsk};

use crate::plan::Span;
use crate::stream::Stream;
use crate::{convert, convert_transfer};

/// The most records a page has.
pub(crate) const PAGE: u64 = 20;

/// A page as it came, ready to be stored.
#[derive(Debug)]
pub(crate) struct Fetched {
    pub(crate) records: Records,
    /// What tells each record from all others of its list, to see pages that overlap: the state's id where there is
    /// one, else everything that the state says of it, since names and numbers come twice.
    pub(crate) keys: Vec<String>,
    /// What this page says as a whole: two readings of a page that say the same have the same.
    pub(crate) print: u64,
    pub(crate) total: u64,
    pub(crate) total_pages: u64,
    /// Which page the state says this is.
    pub(crate) page: u64,
    /// The greatest `LastModified`, in seconds; none for lists without it.
    pub(crate) highest: Option<i64>,
    /// The least `LastModified` on this page, in seconds; none for lists without it.
    pub(crate) oldest: Option<i64>,
}

impl Fetched {
    /// Whether the page has as many records as its own numbers promise, and is the one asked for.
    pub(crate) fn is_what_it_says(&self, asked: u64) -> bool {
        let found = self.keys.len() as u64;
        let promised = if self.total_pages <= 1 {
            self.total
        } else {
            self.total.saturating_sub(PAGE.saturating_mul(asked.saturating_sub(1))).min(PAGE)
        };
        // A page past the end is numbered as asked and empty; that is no contradiction.
        found == promised && self.page == asked
    }
}

fn fetched<T>(page: Page<T>, key: impl Fn(&T) -> String, records: impl Fn(&[T]) -> Records) -> Fetched {
    let keys: Vec<String> = page.records.iter().map(key).collect();
    Fetched {
        print: print_of(&keys),
        keys,
        records: records(&page.records),
        total: page.total,
        total_pages: page.total_pages,
        page: page.page,
        highest: None,
        oldest: None,
    }
}

/// Adds what the records' `LastModified` tell.
fn stamped(mut fetched: Fetched, stamps: Vec<Option<Timestamp>>) -> Fetched {
    fetched.highest = stamps.iter().flatten().max().map(|at| at.as_second());
    fetched.oldest = stamps.iter().flatten().min().map(|at| at.as_second());
    fetched.print =
        print_of(&(fetched.print, stamps.iter().map(|at| at.map(|at| at.as_nanosecond())).collect::<Vec<_>>()));
    fetched
}

/// Holds within one run of the program, no longer.
pub(crate) fn print_of(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The key of a record without an id: two of one name that differ in anything are two.
fn whole(record: serde_json::Map<String, serde_json::Value>) -> String {
    serde_json::Value::Object(record).to_string()
}

fn all<T, R>(rows: &[T], convert: impl Fn(&T) -> R) -> Vec<R> {
    rows.iter().map(convert).collect()
}

fn references(kind: ReferenceKind, rows: Vec<ReferenceRecord>) -> Records {
    Records::References { kind, rows }
}

/// What the state gives in one answer, as the one page that it is.
fn one_page<T>(records: Vec<T>) -> Page<T> {
    let total = records.len() as u64;
    Page { records, total, page: 1, total_pages: 1, records_on_page: total }
}

/// Reads a page. Lists without windows ignore the span.
pub(crate) async fn fetch(
    client: &Client,
    license: &LicenseNumber,
    stream: Stream,
    span: Option<Span>,
    page: u64,
) -> Result<Fetched, ApiError> {
    let ask = PageAsk { license, window: span.filter(|_| stream.takes_window()).map(Span::window), page };
    Ok(match stream {
        Stream::PackagesActive => packages(client, ask, state_api::PackageList::Active, PackageList::Active).await?,
        Stream::PackagesOnHold => packages(client, ask, state_api::PackageList::OnHold, PackageList::OnHold).await?,
        Stream::PackagesInactive => {
            packages(client, ask, state_api::PackageList::Inactive, PackageList::Inactive).await?
        }
        Stream::PackagesInTransit => {
            packages(client, ask, state_api::PackageList::InTransit, PackageList::InTransit).await?
        }
        Stream::PackagesTransferred => fetched(
            client.transferred(ask).await?,
            |row| row.id.to_string(),
            |rows| Records::Transferred(all(rows, convert::transferred)),
        ),
        Stream::LabSamples => {
            let page = client.lab_samples(ask).await?;
            let stamps = page.records.iter().map(|s| s.package.last_modified).collect();
            let fetched =
                fetched(page, convert::lab_test_key, |rows| Records::LabSamples(all(rows, convert::lab_sample)));
            stamped(fetched, stamps)
        }
        Stream::Items => fetched(
            client.items(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::Items, all(rows, convert::item)),
        ),
        Stream::Strains => fetched(
            client.strains(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::Strains, all(rows, convert::strain)),
        ),
        Stream::Locations => fetched(
            client.locations(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::Locations, all(rows, convert::location)),
        ),
        Stream::InactiveItems => fetched(
            client.inactive_items(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::InactiveItems, all(rows, convert::item)),
        ),
        Stream::InactiveStrains => fetched(
            client.inactive_strains(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::InactiveStrains, all(rows, convert::strain)),
        ),
        Stream::InactiveLocations => fetched(
            client.inactive_locations(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::InactiveLocations, all(rows, convert::location)),
        ),
        Stream::PackageTags => fetched(
            one_page(client.package_tags(license).await?),
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::PackageTags, all(rows, convert::tag)),
        ),
        Stream::PlantTags => fetched(
            one_page(client.plant_tags(license).await?),
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::PlantTags, all(rows, convert::tag)),
        ),
        Stream::Categories => fetched(
            client.item_categories(ask).await?,
            |row| whole(row.to_json()),
            |rows| references(ReferenceKind::Categories, all(rows, convert::category)),
        ),
        Stream::Units => fetched(
            one_page(client.units().await?),
            |row| whole(row.to_json()),
            |rows| references(ReferenceKind::Units, all(rows, convert::unit)),
        ),
        Stream::Employees => fetched(
            client.employees(ask).await?,
            |row| whole(row.to_json()),
            |rows| references(ReferenceKind::Employees, all(rows, convert::employee)),
        ),
        Stream::IncomingTransfers => {
            transfers(client, ask, state_api::TransferList::Incoming, TransferList::Incoming).await?
        }
        Stream::OutgoingTransfers => {
            transfers(client, ask, state_api::TransferList::Outgoing, TransferList::Outgoing).await?
        }
        Stream::RejectedTransfers => {
            transfers(client, ask, state_api::TransferList::Rejected, TransferList::Rejected).await?
        }
        Stream::TransferTemplates => {
            transfers(client, ask, state_api::TransferList::Templates, TransferList::Template).await?
        }
        // No list: what is below transfers is read by their ids.
        Stream::TransferDetails => Fetched {
            records: Records::TransferDetails(Vec::new()),
            keys: Vec::new(),
            print: 0,
            total: 0,
            total_pages: 1,
            page,
            highest: None,
            oldest: None,
        },
        Stream::TransferTypes => fetched(
            client.transfer_types(ask).await?,
            |row| whole(row.to_json()),
            |rows| references(ReferenceKind::TransferTypes, all(rows, convert_transfer::transfer_type)),
        ),
        Stream::Drivers => fetched(
            client.drivers(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::Drivers, all(rows, convert_transfer::driver)),
        ),
        Stream::Vehicles => fetched(
            client.vehicles(ask).await?,
            |row| row.id.to_string(),
            |rows| references(ReferenceKind::Vehicles, all(rows, convert_transfer::vehicle)),
        ),
        Stream::AdjustReasons => fetched(
            client.adjust_reasons(ask).await?,
            |row| whole(row.to_json()),
            |rows| references(ReferenceKind::AdjustReasons, all(rows, convert::adjust_reason)),
        ),
    })
}

async fn transfers(
    client: &Client,
    ask: PageAsk<'_>,
    list: state_api::TransferList,
    stored_as: TransferList,
) -> Result<Fetched, ApiError> {
    let page = client.transfers(list, ask).await?;
    let stamps = page.records.iter().map(|t| t.last_modified).collect();
    let fetched = fetched(
        page,
        |row| row.id.to_string(),
        |rows| Records::Transfers { list: stored_as, rows: all(rows, convert_transfer::head) },
    );
    Ok(stamped(fetched, stamps))
}

async fn packages(
    client: &Client,
    ask: PageAsk<'_>,
    list: state_api::PackageList,
    stored_as: PackageList,
) -> Result<Fetched, ApiError> {
    let page = client.packages(list, ask).await?;
    let stamps = page.records.iter().map(|p| p.last_modified).collect();
    let fetched = fetched(
        page,
        |row| row.id.to_string(),
        |rows| Records::Packages { list: stored_as, rows: all(rows, convert::package) },
    );
    Ok(stamped(fetched, stamps))
}
