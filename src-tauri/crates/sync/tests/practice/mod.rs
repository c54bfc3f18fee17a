//! A simulated state, a mirror and a syncer between them; and the state's truth, read by other means.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use mirror::view::{Collection, PackageTab, ViewSpec};
use mirror::{Interrupt, Mirror, ReferenceKind};
use rules::{LabTestingState, LicenseNumber};
use rust_decimal::Decimal;
use serde_json::Value;
use simulator::{Control, Running, Simulator, SimulatorConfig};
use state_api::{ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Clock, Limits, NoFreezeStore, Patience, Timeouts};
use sync::{RunReport, SyncConfig, SyncError, Syncer};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

/// A clock that is wrong by so many seconds.
pub struct WrongClock(pub i64);

impl Clock for WrongClock {
    fn now(&self) -> Timestamp {
        Timestamp::now().checked_add(jiff::SignedDuration::from_secs(self.0)).unwrap()
    }
}

/// A clock that goes with the state's.
struct StateClock(Control);

impl Clock for StateClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }
}

/// Everything that a test needs.
pub struct Practice {
    pub state: Running,
    pub dir: TempDir,
    pub config: SyncConfig,
    pub clock_off: i64,
    /// The local clock goes with the state's, also where the test moves that.
    pub one_clock: bool,
    pub timeouts: Timeouts,
    /// Whom calls go to instead of the state itself.
    pub through: Option<SocketAddr>,
}

/// A state without limits, with so many packages.
pub fn simulator_config(packages: u32) -> SimulatorConfig {
    SimulatorConfig { packages, limits: simulator::Limits::Off, ..SimulatorConfig::default() }
}

impl Practice {
    pub async fn new(packages: u32) -> Self {
        Self::with(simulator_config(packages)).await
    }

    pub async fn with(config: SimulatorConfig) -> Self {
        let patience =
            Patience { tries: 5, first_pause: Duration::from_millis(2), longest_pause: Duration::from_secs(20) };
        Self {
            state: Simulator::start(config).await.expect("the simulator starts"),
            dir: TempDir::new().expect("a folder"),
            config: SyncConfig { patience, ..SyncConfig::default() },
            clock_off: 0,
            one_clock: false,
            timeouts: Timeouts::default(),
            through: None,
        }
    }

    pub fn control(&self) -> Control {
        self.state.control()
    }

    pub fn retailer(&self) -> LicenseNumber {
        LicenseNumber::new(self.control().retailer())
    }

    pub fn mirror(&self) -> Mirror {
        open(self.dir.path())
    }

    pub fn client(&self, user_key: &str) -> Client {
        self.client_with(user_key, Limits::unpaced(30), Arc::new(NoFreezeStore))
    }

    pub fn client_with(&self, user_key: &str, limits: Limits, freezes: Arc<dyn state_api::FreezeStore>) -> Client {
        let keys = self.state.keys();
        let host = ApiHost::loopback(self.through.unwrap_or(self.state.address())).unwrap();
        let clock: Arc<dyn Clock> =
            if self.one_clock { Arc::new(StateClock(self.control())) } else { Arc::new(WrongClock(self.clock_off)) };
        let budget = Arc::new(CallBudget::new(limits, freezes).with_clock(clock.clone()));
        let mut config = ClientConfig::new(host, ApiKeys::new(&keys.software_key, user_key), budget);
        config.clock = clock;
        config.timeouts = self.timeouts;
        Client::new(config).unwrap()
    }

    pub fn syncer(&self, mirror: &Mirror) -> Syncer {
        Syncer::new(self.client(&self.state.keys().user_key), mirror.clone(), self.config)
    }

    /// One run of the retailer, not cancelled.
    pub async fn run(&self, mirror: &Mirror) -> Result<RunReport, SyncError> {
        run(&self.syncer(mirror), &self.retailer()).await
    }

    /// Asserts that the mirror holds what the state holds for a license, record by record.
    pub async fn assert_equal(&self, mirror: &Mirror, license: &LicenseNumber) {
        let truth = truth(&self.state, license).await;
        let mirrored = mirrored(mirror, license);
        for (list, records) in &truth {
            let ours = &mirrored[list];
            let missing: Vec<_> = records.iter().filter(|(id, _)| !ours.contains_key(*id)).take(3).collect();
            assert!(missing.is_empty(), "{list}: {} of {} missing: {missing:?}", records.len(), ours.len());
            let too_many: Vec<_> = ours.iter().filter(|(id, _)| !records.contains_key(*id)).take(3).collect();
            assert!(too_many.is_empty(), "{list}: not in the state: {too_many:?}");
            for (id, record) in records {
                assert_eq!(&ours[id], record, "{list} {id}: the mirror (left) differs from the state (right)");
            }
        }
    }
}

pub fn open(dir: &Path) -> Mirror {
    Mirror::open(dir).expect("the mirror opens").mirror
}

pub async fn run(syncer: &Syncer, license: &LicenseNumber) -> Result<RunReport, SyncError> {
    syncer.run(license, CancellationToken::new(), Arc::new(|_| {})).await
}

type Records = BTreeMap<String, BTreeMap<String, Vec<String>>>;

const PACKAGE_LISTS: [(&str, &str); 4] = [
    ("active", "/packages/v2/active"),
    ("on hold", "/packages/v2/onhold"),
    ("inactive", "/packages/v2/inactive"),
    ("in transit", "/packages/v2/intransit"),
];

const TRANSFER_LISTS: [(Collection, &str); 4] = [
    (Collection::IncomingTransfers, "/transfers/v2/incoming"),
    (Collection::OutgoingTransfers, "/transfers/v2/outgoing"),
    (Collection::RejectedTransfers, "/transfers/v2/rejected"),
    (Collection::TransferTemplates, "/transfers/v2/templates/outgoing"),
];

/// Each with the columns that hold its key and its name.
const REFERENCE_LISTS: [(ReferenceKind, &str, &str, &str); 9] = [
    (ReferenceKind::Items, "/items/v2/active", "Id", "Name"),
    (ReferenceKind::Strains, "/strains/v2/active", "Id", "Name"),
    (ReferenceKind::Locations, "/locations/v2/active", "Id", "Name"),
    (ReferenceKind::Categories, "/items/v2/categories", "Name", "Name"),
    (ReferenceKind::Units, "/unitsofmeasure/v2/active", "Name", "Name"),
    (ReferenceKind::TransferTypes, "/transfers/v2/types", "Name", "Name"),
    (ReferenceKind::Drivers, "/transporters/v2/drivers", "Id", "Name"),
    (ReferenceKind::PackageTags, "/tags/v2/package/available", "Id", "Label"),
    (ReferenceKind::PlantTags, "/tags/v2/plant/available", "Id", "Label"),
];

/// What the state holds, read with a plain client and wide windows.
pub async fn truth(state: &Running, license: &LicenseNumber) -> Records {
    let mut all = Records::new();
    for (name, path) in PACKAGE_LISTS {
        let rows = rows(state, license, path).await;
        all.insert(name.to_owned(), rows.iter().map(|row| (id(row, "Id"), package_cells(row))).collect());
    }
    let transferred = rows(state, license, "/packages/v2/transferred").await;
    let cells = ["PackageLabel", "ProductName", "ManifestNumber", "ShippedQuantity"];
    let by_id = transferred.iter().map(|row| {
        let key = format!("{} {}", text(row, "PackageLabel"), text(row, "ManifestNumber"));
        (key, cells.iter().map(|cell| text(row, cell)).collect())
    });
    all.insert("transferred".to_owned(), by_id.collect());
    for (_, path) in TRANSFER_LISTS {
        let rows = rows(state, license, path).await;
        all.insert(path.to_owned(), rows.iter().map(|row| (id(row, "Id"), transfer_cells(row))).collect());
    }
    for (_, path, key, name) in REFERENCE_LISTS {
        let rows = rows(state, license, path).await;
        all.insert(path.to_owned(), rows.iter().map(|row| (id(row, key), vec![text(row, name)])).collect());
    }
    all
}

fn package_cells(row: &Value) -> Vec<String> {
    let item = &row["Item"];
    let lab = LabTestingState::from(text(row, "LabTestingState"));
    let location = [text(row, "LocationName"), text(row, "SublocationName")];
    let location: Vec<_> = location.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    vec![
        text(row, "Label"),
        text(row, "Quantity"),
        text(row, "UnitOfMeasureAbbreviation"),
        text(item, "Name"),
        text(item, "ProductCategoryName"),
        text(item, "StrainName"),
        lab.words().to_owned(),
        location.join(" / "),
        text(row, "Note"),
        text(row, "PackagedDate"),
        text(row, "ProductionBatchNumber"),
    ]
}

fn transfer_cells(row: &Value) -> Vec<String> {
    let number = [text(row, "ManifestNumber"), text(row, "Name")].into_iter().find(|number| !number.is_empty());
    let instant = |field: &str| text(row, field).parse::<Timestamp>().map(|at| at.to_string()).unwrap_or_default();
    vec![
        number.unwrap_or_default(),
        text(row, "DriverName"),
        text(row, "PackageCount"),
        text(row, "CreatedByUserName"),
        text(row, "OriginatingTemplateId"),
        instant("ActualDepartureDateTime"),
        instant("LastModified"),
    ]
}

/// What the mirror holds, in the same form, through its views.
pub fn mirrored(mirror: &Mirror, license: &LicenseNumber) -> Records {
    let mut all = Records::new();
    let tabs = [
        ("active", PackageTab::Active),
        ("on hold", PackageTab::OnHold),
        ("inactive", PackageTab::Inactive),
        ("in transit", PackageTab::InTransit),
        ("transferred", PackageTab::Transferred),
    ];
    for (name, tab) in tabs {
        let mut records = BTreeMap::new();
        for row in package_rows(mirror, license, tab) {
            if tab == PackageTab::Transferred {
                let cells = vec![row.tag.clone(), row.item, row.manifest.clone(), row.quantity];
                records.insert(format!("{} {}", row.tag, row.manifest), cells);
                continue;
            }
            let cells = vec![
                row.tag,
                row.quantity,
                row.unit,
                row.item,
                row.category,
                row.item_strain,
                row.lab_testing,
                row.location,
                row.note,
                row.packaged_date,
                row.production_batch,
            ];
            records.insert(row.package_id.to_string(), cells);
        }
        all.insert(name.to_owned(), records);
    }
    for (collection, path) in TRANSFER_LISTS {
        let rows = transfer_rows(mirror, license, collection, "").into_iter();
        let listed = rows.filter(|row| row.stage != Some(mirror::TransferState::Gone));
        let cells = |row: mirror::view::TransferRow| {
            vec![
                row.number,
                row.driver,
                row.packages.to_string(),
                row.created_by,
                row.template_id.map(|id| id.to_string()).unwrap_or_default(),
                row.departed,
                row.last_modified,
            ]
        };
        all.insert(path.to_owned(), listed.map(|row| (row.transfer_id.to_string(), cells(row))).collect());
    }
    for (kind, path, ..) in REFERENCE_LISTS {
        let records = mirror.references(license, kind).unwrap();
        all.insert(path.to_owned(), records.into_iter().map(|r| (r.key, vec![r.name])).collect());
    }
    all
}

/// All rows of a tab.
pub fn package_rows(mirror: &Mirror, license: &LicenseNumber, tab: PackageTab) -> Vec<mirror::view::PackageRow> {
    let spec = ViewSpec {
        collection: Collection::Packages,
        tab: Some(tab),
        licenses: vec![license.clone()],
        search: String::new(),
        filters: Vec::new(),
        sort: Vec::new(),
    };
    let view = mirror.open_view(&spec, &Interrupt::default()).unwrap();
    let mut rows = Vec::new();
    let mut from = 0;
    while from < view.len() {
        rows.extend(mirror.package_rows(&view, from, from + 1000).unwrap().into_iter().flatten());
        from += 1000;
    }
    rows
}

/// Rows of a grid of transfers that a search finds; all without one.
pub fn transfer_rows(
    mirror: &Mirror,
    license: &LicenseNumber,
    collection: Collection,
    search: &str,
) -> Vec<mirror::view::TransferRow> {
    let spec = ViewSpec {
        collection,
        tab: None,
        licenses: vec![license.clone()],
        search: search.to_owned(),
        filters: Vec::new(),
        sort: Vec::new(),
    };
    let view = mirror.open_view(&spec, &Interrupt::default()).unwrap();
    let mut rows = Vec::new();
    for from in (0..view.len()).step_by(1000) {
        rows.extend(mirror.transfer_rows(&view, from, from + 1000).unwrap().into_iter().flatten());
    }
    rows
}

/// All rows of a list.
pub async fn rows(state: &Running, license: &LicenseNumber, path: &str) -> Vec<Value> {
    // A client of its own, which has no provider of its own either; whoever installs it first is right.
    drop(rustls::crypto::ring::default_provider().install_default());
    let http = reqwest::Client::builder().no_proxy().build().unwrap_or_else(|_| panic!("a client"));
    let keys = state.keys();
    let mut rows = Vec::new();
    for page in 1.. {
        let query = [
            ("licenseNumber", license.as_str().to_owned()),
            ("lastModifiedStart", "2010-01-01T00:00:00Z".to_owned()),
            ("lastModifiedEnd", "2040-01-01T00:00:00Z".to_owned()),
            ("pageNumber", page.to_string()),
            ("pageSize", "20".to_owned()),
        ];
        let request = http.get(format!("{}{path}", state.base_url())).query(&query);
        let request = request.basic_auth(&keys.software_key, Some(&keys.user_key));
        let answer = request.send().await.unwrap().text().await.unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{path}: {answer}"));
        match answer {
            Value::Array(all) => return all,
            page => {
                let data = page["Data"].as_array().unwrap_or_else(|| panic!("{path}: {page}")).clone();
                if data.is_empty() {
                    return rows;
                }
                rows.extend(data);
            }
        }
    }
    rows
}

fn id(row: &Value, key: &str) -> String {
    text(row, key)
}

fn text(row: &Value, field: &str) -> String {
    match &row[field] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string().parse::<Decimal>().unwrap().normalize().to_string(),
        other => other.to_string(),
    }
}
