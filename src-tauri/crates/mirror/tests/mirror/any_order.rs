//! The state's records, given in any order and again, are the same rows: pages come as calls return, what was read first
//! may be read again, and a first load reads the newest first.

use mirror::view::{Collection, PackageTab, ViewSpec};
use mirror::{
    Mirror, PackageList, PackageRecord, PageWrite, Records, ReferenceKind, ReferenceRecord, TransferDetailRecord,
    TransferList, TransferRecord, TransferredRecord,
};
use proptest::prelude::*;
use rules::LicenseNumber;
use rust_decimal::Decimal;
use serde_json::json;

use crate::common::*;
use crate::labs::sample;
use crate::transfers::{carried, delivery, manifest};

const LISTS: [PackageList; 4] =
    [PackageList::Active, PackageList::OnHold, PackageList::InTransit, PackageList::Inactive];

/// One record as one license has it. What it says follows from what it is, since the state sends of one state of a
/// record one text.
#[derive(Debug, Clone, PartialEq)]
struct Given {
    at_grower: bool,
    what: What,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    Package { id: i64, modified: i64, list: usize, received: bool },
    Left { id: i64, accepted: i64 },
    Sample { id: i64, modified: i64, test: usize },
    Head { list: usize, id: i64, modified: i64 },
    Below { template: bool, id: i64, returned: bool },
    Reference { id: i64, inactive: bool },
}

fn given() -> impl Strategy<Value = Given> {
    let what = prop_oneof![
        6 => (1_i64..5, 1_i64..6, 0..LISTS.len(), any::<bool>())
            .prop_map(|(id, modified, list, received)| What::Package { id, modified, list, received }),
        3 => (1_i64..5, 1_i64..6).prop_map(|(id, accepted)| What::Left { id, accepted }),
        3 => (1_i64..3, 1_i64..4, 0..3_usize).prop_map(|(id, modified, test)| What::Sample { id, modified, test }),
        3 => (0..4_usize, 1_i64..4, 1_i64..5).prop_map(|(list, id, modified)| What::Head { list, id, modified }),
        2 => (any::<bool>(), 1_i64..4, any::<bool>())
            .prop_map(|(template, id, returned)| What::Below { template, id, returned }),
        2 => (1_i64..3, any::<bool>()).prop_map(|(id, inactive)| What::Reference { id, inactive }),
    ];
    (any::<bool>(), what).prop_map(|(at_grower, what)| Given { at_grower, what })
}

impl Given {
    fn license(&self) -> LicenseNumber {
        if self.at_grower { cultivator() } else { retailer() }
    }

    /// Whether the state could not have sent both: two texts for one state of one record.
    fn contradicts(&self, other: &Self) -> bool {
        if self == other || self.at_grower != other.at_grower {
            return false;
        }
        match (&self.what, &other.what) {
            // Of one change of a package there is one text, whichever lists it was read from meanwhile.
            (
                What::Package { id, modified, received, .. },
                What::Package { id: other, modified: then, received: so, .. },
            ) => (id, modified) == (other, then) && received != so,
            (What::Left { id, .. }, What::Left { id: other, .. }) => id == other,
            (What::Below { template, id, .. }, What::Below { template: other, id: one, .. }) => {
                (template, id) == (other, one)
            }
            _ => false,
        }
    }

    fn page(&self) -> PageWrite {
        let records = match &self.what {
            What::Package { id, modified, list, received } => Records::Packages {
                list: LISTS[*list],
                rows: vec![PackageRecord {
                    item: format!("Item {modified}"),
                    quantity: Decimal::from(*modified),
                    location: format!("Shelf {modified}"),
                    received: received.then(|| minute(0)),
                    received_from: received.then(|| party(&distributor(), "Delta Freight")),
                    rest: json!({ "ExpirationDate": format!("2027-01-0{modified}") }),
                    last_modified: Some(minute(*modified * 10)),
                    ..package(*id)
                }],
            },
            What::Left { id, accepted } => Records::Transferred(vec![TransferredRecord {
                transferred_id: *id,
                package_id: *id,
                tag: tag(*id),
                source_harvests: String::new(),
                source_packages: String::new(),
                item: "Blue Dream Flower".to_owned(),
                category: "Flower".to_owned(),
                item_strain: String::new(),
                quantity: Decimal::from(*id),
                unit: "g".to_owned(),
                lab_testing: rules::LabTestingState::TestPassed,
                manifest: format!("{id:010}"),
                recipient: Some(party(&laboratory(), "Bay Analytics")),
                shipment_state: if accepted % 3 == 0 { "Shipped" } else { "Accepted" }.to_owned(),
                departed: Some(minute(1)),
                // Between two changes of packages, or at the very time of one.
                received: Some(minute(accepted * 10 - 5 * (accepted % 2))),
                rest: json!({}),
            }]),
            What::Sample { id, modified, test } => {
                let mut row = sample(*id, ["Lead (ug/g)", "Total THC (%)", ""][*test], (id + modified) % 2 == 0);
                row.package.last_modified = Some(minute(*modified));
                row.package.note = format!("as of {modified}");
                row.tested = Some(jiff::civil::date(2026, 6, 1 + i8::try_from(*test).unwrap()));
                Records::LabSamples(vec![row])
            }
            What::Head { list, id, modified } => Records::Transfers {
                list: TransferList::ALL[*list],
                rows: vec![TransferRecord {
                    driver: format!("Driver {modified}"),
                    manifest: if *list == 3 { String::new() } else { format!("{id:010}") },
                    name: if *list == 3 { format!("Template {id}") } else { String::new() },
                    last_modified: Some(minute(modified * 10 + 2)),
                    ..manifest(*id)
                }],
            },
            What::Below { template, id, returned } => Records::TransferDetails(vec![TransferDetailRecord {
                list: if *template { TransferList::Template } else { TransferList::Outgoing },
                transfer_id: *id,
                stamp: *id,
                deliveries: vec![delivery(*id, vec![carried(*id, if *returned { "Returned" } else { "Accepted" })])],
            }]),
            What::Reference { id, inactive } => {
                let kind = if *inactive { ReferenceKind::InactiveItems } else { ReferenceKind::Items };
                let rest = json!({ "ProductCategoryName": format!("Flower {inactive}") });
                let record = ReferenceRecord { key: id.to_string(), name: format!("Item {id}"), rest };
                Records::References { kind, rows: vec![record] }
            }
        };
        page(&self.license(), records)
    }
}

/// Everything that can be seen of it, but for the numbers that rows have in this file alone.
fn seen(mirror: &Mirror) -> Vec<String> {
    let mut all = Vec::new();
    let tabs =
        [PackageTab::Active, PackageTab::OnHold, PackageTab::Inactive, PackageTab::InTransit, PackageTab::Transferred];
    for license in [retailer(), cultivator()] {
        for collection in Collection::ALL {
            let tabs = if *collection == Collection::Packages { tabs.map(Some).to_vec() } else { vec![None] };
            for tab in tabs {
                let view =
                    open(mirror, &ViewSpec { collection: *collection, tab, ..active(std::slice::from_ref(&license)) });
                for mut row in mirror.rows(&view, 0, view.len()).unwrap().into_iter().flatten() {
                    row.remove("row");
                    all.push(format!("{collection:?} {tab:?} {}", serde_json::to_string(&row).unwrap()));
                }
            }
        }
        for id in 1..3 {
            all.extend(mirror.lab_tests(&license, id).unwrap().iter().map(|test| format!("{license} {id} {test:?}")));
        }
        all.push(format!("{:?}", mirror.references(&license, ReferenceKind::InactiveItems).unwrap()));
    }
    all.sort();
    all
}

fn stored(given: &[Given]) -> (tempfile::TempDir, Mirror) {
    let dir = tempfile::tempdir().unwrap();
    let mirror = Mirror::open(dir.path()).unwrap().mirror;
    for one in given {
        mirror.store_page(one.page()).unwrap();
    }
    (dir, mirror)
}

fn orders() -> impl Strategy<Value = (Vec<Given>, Vec<Given>)> {
    prop::collection::vec(given(), 1..14).prop_flat_map(|all| {
        let mut told: Vec<Given> = Vec::new();
        for one in all {
            if !told.iter().any(|other| other.contradicts(&one)) {
                told.push(one);
            }
        }
        (Just(told.clone()), Just(told).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_same_records_in_any_order_and_again_are_the_same_rows((one, other) in orders()) {
        let (_one, first) = stored(&one);
        let (_other, second) = stored(&other);
        let expected = seen(&first);
        prop_assert_eq!(&seen(&second), &expected, "in another order");
        for again in other {
            first.store_page(again.page()).unwrap();
        }
        prop_assert_eq!(seen(&first), expected, "again");
    }
}
