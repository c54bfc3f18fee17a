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

fn all<T, R>(rows: &[T], convert: impl Fn(&T) -> R) -> Vec<R> {
    rows.iter().map(convert).collect()
}

/// A page of a small list. Where the state gives its records no id, all that it says of one is its key: names come twice.
fn listed<T>(kind: ReferenceKind, page: Page<T>, convert: impl Fn(&T) -> ReferenceRecord) -> Fetched {
    let key = |row: &T| {
        let record = convert(row);
        let id = record.rest.get("Id").map(ToString::to_string);
        if id.is_some_and(|id| id == record.key) { record.key } else { record.rest.to_string() }
    };
    fetched(page, key, |rows| Records::References { kind, rows: all(rows, &convert) })
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
        Stream::Items => listed(ReferenceKind::Items, client.items(ask).await?, convert::item),
        Stream::Strains => listed(ReferenceKind::Strains, client.strains(ask).await?, convert::strain),
        Stream::Locations => listed(ReferenceKind::Locations, client.locations(ask).await?, convert::location),
        Stream::InactiveItems => listed(ReferenceKind::InactiveItems, client.inactive_items(ask).await?, convert::item),
        Stream::InactiveStrains => {
            listed(ReferenceKind::InactiveStrains, client.inactive_strains(ask).await?, convert::strain)
        }
        Stream::InactiveLocations => {
            listed(ReferenceKind::InactiveLocations, client.inactive_locations(ask).await?, convert::location)
        }
        Stream::PackageTags => {
            listed(ReferenceKind::PackageTags, one_page(client.package_tags(license).await?), convert::tag)
        }
        Stream::PlantTags => {
            listed(ReferenceKind::PlantTags, one_page(client.plant_tags(license).await?), convert::tag)
        }
        Stream::Categories => listed(ReferenceKind::Categories, client.item_categories(ask).await?, convert::category),
        Stream::Units => listed(ReferenceKind::Units, one_page(client.units().await?), convert::unit),
        Stream::Employees => listed(ReferenceKind::Employees, client.employees(ask).await?, convert::employee),
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
        Stream::TransferTypes => {
            listed(ReferenceKind::TransferTypes, client.transfer_types(ask).await?, convert_transfer::transfer_type)
        }
        Stream::Drivers => listed(ReferenceKind::Drivers, client.drivers(ask).await?, convert_transfer::driver),
        Stream::Vehicles => listed(ReferenceKind::Vehicles, client.vehicles(ask).await?, convert_transfer::vehicle),
        Stream::AdjustReasons => {
            listed(ReferenceKind::AdjustReasons, client.adjust_reasons(ask).await?, convert::adjust_reason)
        }
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
