//! A mirror of a million packages, for benches: built once and kept under `target/`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use mirror::{FacilityRecord, Mirror, PackageList, PackageRecord, PageWrite, Records};
use rules::{LabTestingState, LicenseNumber, Party, Tag};
use rust_decimal::Decimal;
use serde_json::json;

/// Raised when the generated packages or the mirror's tables change, so that an old mirror is not measured.
const GENERATION: u32 = 10;

/// Where such a mirror is kept.
pub fn folder(packages: u64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../target/bench-views-{packages}-{GENERATION}"))
}

/// The tag of the package with a number.
pub fn tag(number: u64) -> String {
    format!("1A4060300002199{number:09}")
}

/// The license in whose books three quarters of the packages are.
pub fn retailer() -> LicenseNumber {
    LicenseNumber::new("C10-0000001-LIC")
}

/// The other license.
pub fn grower() -> LicenseNumber {
    LicenseNumber::new("CCL21-0000002")
}

/// Builds the mirror through the same door that sync uses, three quarters of it in the retailer's books. Nothing is done
/// where it is built already.
pub fn build(dir: &Path, packages: u64) {
    let whole = dir.join("whole");
    if whole.exists() {
        return;
    }
    drop(std::fs::remove_dir_all(dir));
    let begun = Instant::now();
    let mirror = Mirror::open(dir).expect("an empty mirror").mirror;
    let facility = |license, name: &str| FacilityRecord {
        license,
        name: name.to_owned(),
        license_type: String::new(),
        rest: json!({}),
    };
    mirror
        .store_facilities(&[facility(retailer(), "Harbor Street Collective"), facility(grower(), "Tule Farm")])
        .expect("names");
    let words = Words::new();
    let mut rng = Rng(42);
    let mut id = 0;
    let mut pages = Vec::new();
    while id < packages {
        let rows: Vec<_> = (id..packages.min(id + 2_000)).map(|id| package(id + 1, &words, &mut rng)).collect();
        id += rows.len() as u64;
        let license = if (id / 2_000) % 4 == 3 { grower() } else { retailer() };
        let records = Records::Packages { list: PackageList::Active, rows };
        let at = Timestamp::UNIX_EPOCH;
        pages.push(PageWrite { license, stream: "bench".to_owned(), records, cursor: None, sweep: None, at });
        if pages.len() == 10 || id == packages {
            mirror.store_pages(&pages).expect("stored");
            pages.clear();
        }
        if id.is_multiple_of(100_000) {
            eprintln!("  {id} packages after {:.0?}", begun.elapsed());
        }
    }
    println!(
        "built in {:.1?}, {:.0} packages a second",
        begun.elapsed(),
        packages as f64 / begun.elapsed().as_secs_f64()
    );
    std::fs::write(whole, "").expect("a mark that it is whole");
}

/// Items as a state has them.
pub struct Words {
    items: Vec<(String, String, String)>,
}

impl Default for Words {
    fn default() -> Self {
        Self::new()
    }
}

impl Words {
    /// The same every time.
    pub fn new() -> Self {
        let mut rng = Rng(1);
        let named =
            ["Blue Dream", "OG Kush", "Sour Diesel", "Gelato", "Wedding Cake", "Jack Herer", "Zkittlez", "Runtz"];
        let strains: Vec<String> =
            named.iter().map(|name| (*name).to_owned()).chain((1..=200).map(|n| format!("Cut {n}"))).collect();
        let categories = [
            "Flower",
            "Flower (packaged - each)",
            "Shake",
            "Pre-Roll Flower",
            "Edible (weight - each)",
            "Vape Cartridge (weight - each)",
            "Other Concentrate (weight)",
            "Topical (weight)",
            "Capsule (weight - each)",
            "Flower (packaged eighth - each)",
        ];
        let items = (0..3_000)
            .map(|_| {
                let strain = strains[rng.below(strains.len())].clone();
                let category = categories[rng.below(categories.len())];
                let kind = category.split(" (").next().unwrap_or(category);
                (format!("{strain} {kind} {}g", 1 + rng.below(28)), category.to_owned(), strain)
            })
            .collect();
        Self { items }
    }
}

/// The package with a number.
pub fn package(id: u64, words: &Words, rng: &mut Rng) -> PackageRecord {
    let (item, category, strain) = &words.items[rng.below(words.items.len())];
    let number = rng.below(40);
    let sender =
        Party { license: LicenseNumber::new(format!("C11-{number:07}-LIC")), name: format!("Distributor {number}") };
    let received = rng.below(10) < 7;
    let source = 1 + rng.below(id as usize) as u64;
    let day = rng.below(700) as i64;
    let at = Timestamp::from_second(1_700_000_000 + day * 86_400 + rng.below(86_400) as i64).expect("a time");
    let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let states = ["TestPassed", "NotSubmitted", "SubmittedForTesting", "NotRequired", "TestFailed"];
    PackageRecord {
        package_id: id as i64,
        tag: Tag::from_state(tag(id)),
        source_harvests: harvest(id, words),
        source_packages: tag(source),
        location: format!("Vault {}", 1 + rng.below(20)),
        sublocation: String::new(),
        item: item.clone(),
        category: category.clone(),
        item_strain: strain.clone(),
        quantity: Decimal::new(rng.below(5_000_000) as i64, 3),
        unit: if category.contains("each") { "ea" } else { "g" }.to_owned(),
        unit_name: if category.contains("each") { "Each" } else { "Grams" }.to_owned(),
        production_batch: if id.is_multiple_of(5) { format!("B-{:06}", id / 5) } else { String::new() },
        lab_testing: LabTestingState::from(states[rng.below(states.len())].to_owned()),
        lab_testing_date: Some(date),
        trade_sample: id.is_multiple_of(97),
        donation: false,
        testing_sample: id.is_multiple_of(89),
        hold: false,
        packaged_date: Some(date),
        received: received.then_some(at),
        received_manifest: if received { format!("{:010}", id / 40) } else { String::new() },
        received_from: received.then_some(sender),
        packaged_by: None,
        item_origin: None,
        is_finished: false,
        finished: None,
        manifest: String::new(),
        note: if id.is_multiple_of(50) { format!("Counted by hand on shelf {}", id % 400) } else { String::new() },
        last_modified: Some(at),
        rest: json!({
            "PackageType": "Product",
            "OriginalPackageQuantity": 12,
            "IsProductionBatch": id.is_multiple_of(5),
            "ExpirationDate": expires(id, date),
        }),
    }
}

/// A year behind the packaging; every fifth package has none.
fn expires(id: u64, packaged: Date) -> Option<String> {
    (!id.is_multiple_of(5)).then(|| packaged.saturating_add(1.year()).to_string())
}

/// As growers name them: strain, month, and a number of their own; 300 packages from each.
fn harvest(id: u64, words: &Words) -> String {
    let number = id / 300;
    let strain = words.items.get(number as usize % words.items.len()).map(|(.., strain)| strain.as_str());
    let (year, month) = (2022 + number / 12 % 4, 1 + number % 12);
    format!("{} {year}-{month:02} F{number}", strain.unwrap_or_default())
}

/// A small generator (xorshift): the same packages every time.
pub struct Rng(pub u64);

impl Rng {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}
