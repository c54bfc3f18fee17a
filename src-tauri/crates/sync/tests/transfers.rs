//! Transfers come down: a template of ours becomes a manifest, leaves, is received or refused, and the mirror follows.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

mod practice;

use std::sync::Arc;

use jiff::SignedDuration;
use mirror::view::{Collection, TransferRow};
use mirror::{Mirror, TransferDetail, TransferList, TransferState};
use practice::{Practice, run};
use rules::{LicenseNumber, Tag};
use serde_json::{Value, json};
use simulator::{Fault, FaultRule};
use sync::{Stream, Syncer};
use tokio_util::sync::CancellationToken;

/// What a template carries, and what people on the state's site do with it.
struct Clerk {
    practice: Practice,
    mirror: Mirror,
    sender: LicenseNumber,
    recipient: LicenseNumber,
}

impl Clerk {
    async fn new() -> Self {
        let practice = Practice::new(900).await;
        let license = |head: &str| {
            let all = practice.control().licenses();
            LicenseNumber::new(&all.iter().find(|l| l.number.starts_with(head)).unwrap().number)
        };
        let (sender, recipient) = (license("C11-"), practice.retailer());
        let mirror = practice.mirror();
        Self { practice, mirror, sender, recipient }
    }

    async fn sync(&self, license: &LicenseNumber) -> sync::RunReport {
        let report = if *license == self.recipient {
            self.practice.run(&self.mirror).await.unwrap()
        } else {
            run(&self.practice.syncer(&self.mirror), license).await.unwrap()
        };
        assert!(report.skipped.is_empty(), "{:?}", report.skipped);
        report
    }

    /// Packages of the sender that a shop may get.
    async fn sellable(&self, count: usize) -> Vec<String> {
        let rows = practice::rows(&self.practice.state, &self.sender, "/packages/v2/active").await;
        let ready = rows.iter().filter(|row| {
            row["LabTestingState"] == "TestPassed" && row["IsOnHold"] == false && row["Quantity"].as_f64() > Some(0.0)
        });
        let tags: Vec<String> = ready.take(count).map(|row| row["Label"].as_str().unwrap().to_owned()).collect();
        assert_eq!(tags.len(), count, "the distributor has enough to send");
        tags
    }

    /// Sends a template to the state, as the outbox will.
    async fn send_template(&self, name: &str, tags: &[String]) -> i64 {
        let packages: Vec<Value> = tags
            .iter()
            .map(|tag| json!({"PackageLabel": tag, "WholesalePrice": "12.50", "GrossWeight": 1.25, "GrossUnitOfWeightName": "Pounds"}))
            .collect();
        let body = json!([{
            "Name": name,
            "TransporterFacilityLicenseNumber": self.sender.as_str(),
            "DriverName": "Marguerite Ojeda",
            "DriverOccupationalLicenseNumber": "EMP-101",
            "DriverLicenseNumber": "D4471920",
            "VehicleMake": "Ford",
            "VehicleModel": "Transit",
            "VehicleLicensePlateNumber": "8TRK204",
            "Destinations": [{
                "RecipientLicenseNumber": self.recipient.as_str(),
                "InvoiceNumber": "INV-7",
                "TransferTypeName": "Wholesale Manifest",
                "PlannedRoute": "CA-12 W to US-101 S",
                "EstimatedDepartureDateTime": "2026-11-25T09:30:00",
                "EstimatedArrivalDateTime": "2026-11-25T12:00:00",
                "Packages": packages,
            }],
        }]);
        let answer = self.call(reqwest::Method::POST, "/transfers/v2/templates/outgoing", Some(&body)).await;
        answer["Ids"][0].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }

    async fn call(&self, method: reqwest::Method, path: &str, body: Option<&Value>) -> Value {
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let keys = self.practice.state.keys();
        let mut request = http
            .request(method, format!("{}{path}", self.practice.state.base_url()))
            .query(&[("licenseNumber", self.sender.as_str())])
            .basic_auth(&keys.software_key, Some(&keys.user_key));
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body.to_string());
        }
        let text = request.send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    fn register(&self, template: i64) -> String {
        self.practice.control().register_template(self.sender.as_str(), template.unsigned_abs()).unwrap()
    }

    fn rows(&self, license: &LicenseNumber, collection: Collection, search: &str) -> Vec<TransferRow> {
        practice::transfer_rows(&self.mirror, license, collection, search)
    }

    fn outgoing(&self, manifest: &str) -> TransferRow {
        let mut rows = self.rows(&self.sender, Collection::OutgoingTransfers, manifest);
        assert_eq!(rows.len(), 1, "one outgoing row of {manifest}");
        rows.remove(0)
    }

    fn detail(&self, license: &LicenseNumber, list: TransferList, id: i64) -> TransferDetail {
        self.mirror.transfer(license, list, id).unwrap().unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_becomes_a_manifest_and_is_received() {
    let clerk = Clerk::new().await;
    clerk.sync(&clerk.sender).await;
    let tags = clerk.sellable(25).await;
    let template = clerk.send_template("TS-1 Tuesday", &tags).await;
    clerk.sync(&clerk.sender).await;
    let templates = clerk.rows(&clerk.sender, Collection::TransferTemplates, "tuesday");
    assert_eq!(templates.len(), 1);
    let row = &templates[0];
    assert_eq!((row.transfer_id, row.number.as_str(), row.stage), (template, "TS-1 Tuesday", None));
    assert_eq!(row.other_license, clerk.recipient.as_str(), "from its delivery: the head does not tell");
    assert_eq!((row.packages, row.departs.as_str()), (25, "2026-11-25T09:30:00"));
    let detail = clerk.detail(&clerk.sender, TransferList::Template, template);
    assert!(detail.deliveries_current);
    let delivery = &detail.deliveries[0];
    assert_eq!(delivery.route, "CA-12 W to US-101 S");
    assert_eq!(delivery.packages.len(), 25, "both pages");
    assert!(!delivery.prices_known, "the state has no prices for templates");
    assert_eq!(delivery.drivers[0].plate, "8TRK204");

    let manifest = clerk.register(template);
    clerk.sync(&clerk.sender).await;
    let row = clerk.outgoing(&manifest);
    assert_eq!(row.stage, Some(TransferState::Registered));
    assert_eq!(row.template_id, Some(template));
    let made = clerk.mirror.transfers_of_template(&clerk.sender, template).unwrap();
    assert_eq!(made, std::slice::from_ref(&row));
    let detail = clerk.detail(&clerk.sender, TransferList::Outgoing, row.transfer_id);
    let package = &detail.deliveries[0].packages[0];
    assert_eq!((package.shipper_price.as_str(), package.state.as_str()), ("12.5", "Shipped"));
    let facts = clerk.mirror.package_facts(&clerk.sender, &[Tag::from_state(tags[0].as_str())]).unwrap();
    let facts = facts[0].as_ref().unwrap();
    assert_eq!((facts.list, facts.manifest.as_str()), (mirror::PackageList::InTransit, manifest.as_str()));

    let control = clerk.practice.control();
    control.depart(clerk.sender.as_str(), &manifest).unwrap();
    clerk.sync(&clerk.sender).await;
    clerk.sync(&clerk.recipient).await;
    let row = clerk.outgoing(&manifest);
    assert_eq!(row.stage, Some(TransferState::InTransit));
    assert!(!row.departed.is_empty());
    let coming = clerk.rows(&clerk.recipient, Collection::IncomingTransfers, &manifest);
    assert_eq!(
        (coming[0].stage, coming[0].other_license.as_str()),
        (Some(TransferState::InTransit), clerk.sender.as_str())
    );
    assert_eq!(coming[0].transfer_type, "Wholesale Manifest");

    control.receive(clerk.recipient.as_str(), &manifest, &[&tags[0], &tags[1]]).unwrap();
    clerk.sync(&clerk.sender).await;
    clerk.sync(&clerk.recipient).await;
    let row = clerk.outgoing(&manifest);
    assert_eq!((row.stage, row.received_packages), (Some(TransferState::Partly), 23));
    let rejected = clerk.rows(&clerk.sender, Collection::RejectedTransfers, "");
    assert_eq!(rejected.len(), 1, "{rejected:?}");
    assert_eq!((rejected[0].number.as_str(), rejected[0].stage), (manifest.as_str(), Some(TransferState::Partly)));
    let detail = clerk.detail(&clerk.sender, TransferList::Rejected, row.transfer_id);
    let refused = detail.deliveries[0].packages.iter().filter(|package| package.state == "Rejected").count();
    assert_eq!(refused, 2, "rejected and outgoing rows share what is below them");
    let coming = clerk.rows(&clerk.recipient, Collection::IncomingTransfers, &manifest);
    assert_eq!(coming[0].stage, Some(TransferState::Partly));

    control.take_back(clerk.sender.as_str(), &manifest).unwrap();
    clerk.sync(&clerk.sender).await;
    clerk.practice.assert_equal(&clerk.mirror, &clerk.sender).await;
    assert!(clerk.rows(&clerk.sender, Collection::RejectedTransfers, "").is_empty(), "what was taken back leaves");
    assert_eq!(clerk.outgoing(&manifest).stage, Some(TransferState::Partly));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manifest_is_found_by_what_it_carries_and_remembered_by_who_carried_it() {
    let clerk = Clerk::new().await;
    let tags = clerk.sellable(3).await;
    let template = clerk.send_template("TS-2 Wednesday", &tags).await;
    let manifest = clerk.register(template);
    clerk.sync(&clerk.sender).await;
    let found = |search: &str| {
        let rows = clerk.rows(&clerk.sender, Collection::OutgoingTransfers, search);
        rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(found(&tags[1]), [manifest.as_str()], "by a whole tag");
    assert_eq!(found(&tags[1][15..]), [manifest.as_str()], "by its running number");
    assert!(found(&tags[1][..10]).contains(&manifest), "by a part of its head");
    assert!(found(&manifest[4..]).contains(&manifest));
    assert!(found(clerk.recipient.as_str()).contains(&manifest));
    assert!(found("ojed 8trk").contains(&manifest), "by driver and plate");
    assert!(found("nobody").is_empty());

    let with = clerk.mirror.transfers_with_package(&clerk.sender, &Tag::from_state(tags[0].as_str())).unwrap();
    let lists: Vec<TransferList> = with.iter().map(|with| with.list).collect();
    assert!(lists.contains(&TransferList::Outgoing) && lists.contains(&TransferList::Template), "{lists:?}");
    let destinations = clerk.mirror.destinations(&clerk.sender).unwrap();
    let shop = destinations.iter().find(|seen| seen.license == clerk.recipient).unwrap();
    assert!(shop.times >= 2 && !shop.name.is_empty() && !shop.last.is_empty(), "{shop:?}");
    let drivers = clerk.mirror.drivers(&clerk.sender).unwrap();
    let driver = drivers.iter().find(|driver| driver.name == "Marguerite Ojeda").unwrap();
    assert!(driver.listed && driver.times >= 2 && driver.driver_license == "D4471920", "{drivers:?}");
    let vehicles = clerk.mirror.vehicles(&clerk.sender).unwrap();
    assert!(vehicles.iter().any(|vehicle| vehicle.plate == "8TRK204" && vehicle.listed), "{vehicles:?}");
    let carriers = clerk.mirror.transporters(&clerk.sender).unwrap();
    assert!(carriers.iter().any(|seen| seen.license == clerk.sender), "{carriers:?}");
    let types = clerk.mirror.transfer_types(&clerk.sender).unwrap();
    let names: Vec<&str> = types.iter().map(|kind| kind.name.as_str()).collect();
    assert_eq!(names, ["Return", "Transfer", "Wholesale Manifest"]);
    assert_eq!(types.iter().map(|kind| kind.wholesale).collect::<Vec<_>>(), [false, false, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_without_a_trace_is_noticed() {
    let clerk = Clerk::new().await;
    let tags = clerk.sellable(2).await;
    let kept = clerk.send_template("TS-3 kept", &tags[..1]).await;
    let deleted = clerk.send_template("TS-4 deleted", &tags[1..]).await;
    let manifest = clerk.register(kept);
    clerk.sync(&clerk.sender).await;
    assert_eq!(clerk.rows(&clerk.sender, Collection::TransferTemplates, "").len(), 2);
    clerk.call(reqwest::Method::DELETE, &format!("/transfers/v2/templates/outgoing/{deleted}"), None).await;
    let control = clerk.practice.control();
    control.void_manifest(clerk.sender.as_str(), &manifest).unwrap();
    control.advance(SignedDuration::from_hours(3)).unwrap();
    clerk.sync(&clerk.sender).await;
    let left: Vec<i64> =
        clerk.rows(&clerk.sender, Collection::TransferTemplates, "").iter().map(|row| row.transfer_id).collect();
    assert_eq!(left, [kept], "a deleted template is forgotten");
    assert!(clerk.mirror.transfer(&clerk.sender, TransferList::Template, deleted).unwrap().is_none());
    assert_eq!(clerk.outgoing(&manifest).stage, Some(TransferState::Gone), "somebody may be waiting for a manifest");
    let quiet = clerk.sync(&clerk.sender).await;
    assert!(quiet.calls <= 12 && quiet.changed == 0, "and is asked for no more: {quiet:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_was_taken_up_again_shipped_and_accepted_unseen_is_not_inactive() {
    let clerk = Clerk::new().await;
    let control = clerk.practice.control();
    let tag = clerk.sellable(1).await.remove(0);
    let finished = |finished| {
        let edit = simulator::PackageEdit { finished: Some(finished), ..simulator::PackageEdit::default() };
        control.edit_package(clerk.sender.as_str(), &tag, edit).unwrap();
    };
    let list = || {
        let facts = clerk.mirror.package_facts(&clerk.sender, &[Tag::from_state(tag.as_str())]).unwrap();
        facts[0].as_ref().unwrap().list
    };
    finished(true);
    clerk.sync(&clerk.sender).await;
    assert_eq!(list(), mirror::PackageList::Inactive);
    control.advance(SignedDuration::from_hours(1)).unwrap();
    finished(false);
    let template = clerk.send_template("TS-8 again", std::slice::from_ref(&tag)).await;
    let manifest = clerk.register(template);
    control.depart(clerk.sender.as_str(), &manifest).unwrap();
    control.advance(SignedDuration::from_hours(1)).unwrap();
    control.receive(clerk.recipient.as_str(), &manifest, &[]).unwrap();
    clerk.sync(&clerk.sender).await;
    assert_eq!(list(), mirror::PackageList::Transferred);
    clerk.practice.assert_equal(&clerk.mirror, &clerk.sender).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_changed_is_read_in_detail_and_old_ones_when_opened() {
    let clerk = Clerk::new().await;
    clerk.sync(&clerk.sender).await;
    let control = clerk.practice.control();
    let detailed = || {
        let below = |path: &str| path.contains("/deliveries");
        control.requests().iter().filter(|request| below(&request.path)).count()
    };
    let all = clerk.rows(&clerk.sender, Collection::OutgoingTransfers, "");
    let of = |row: &TransferRow| clerk.detail(&clerk.sender, TransferList::Outgoing, row.transfer_id);
    let unread: Vec<&TransferRow> = all.iter().filter(|row| of(row).deliveries_as_of.is_empty()).collect();
    assert!(!unread.is_empty() && unread.len() < all.len(), "{} of {} unread", unread.len(), all.len());
    assert!(unread.iter().all(|row| !row.departed.is_empty()), "what has not left is read however old it is");
    assert!(unread.iter().all(|row| !row.other.is_empty()), "their packages' list tells who got them");

    control.clear_requests();
    clerk.sync(&clerk.sender).await;
    assert_eq!(detailed(), 0, "nothing changed");
    let tags = clerk.sellable(1).await;
    clerk.send_template("TS-5", &tags).await;
    control.clear_requests();
    clerk.sync(&clerk.sender).await;
    assert_eq!(detailed(), 4, "deliveries, packages, transporters and their details of the one that is new");

    let old = unread[0];
    let syncer = clerk.practice.syncer(&clerk.mirror);
    assert!(syncer.fetch_transfer_detail(&clerk.sender, TransferList::Outgoing, old.transfer_id, false).await.unwrap());
    let read = of(old);
    assert!(read.deliveries_current && read.deliveries[0].packages.len() as i64 == old.packages, "{read:?}");
    assert!(read.deliveries[0].prices_known);
    assert!(
        !syncer.fetch_transfer_detail(&clerk.sender, TransferList::Incoming, 1, false).await.unwrap(),
        "not of this list"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_without_the_right_say_so_and_the_rest_goes_on() {
    let clerk = Clerk::new().await;
    for route in ["/transfers/v2/incoming", "/transfers/v2/outgoing", "/transfers/v2/rejected"] {
        clerk.practice.control().add_fault(FaultRule::new(Fault::Unauthorized).route(route));
    }
    let syncer = clerk.practice.syncer(&clerk.mirror);
    let heard = Arc::new(std::sync::Mutex::new(Vec::new()));
    let hears = Arc::clone(&heard);
    let tell = Arc::new(move |progress| hears.lock().unwrap().push(progress));
    let report = syncer.run(&clerk.sender, CancellationToken::new(), tell).await.unwrap();
    let out: Vec<Stream> = report.skipped.iter().map(|(stream, _)| *stream).collect();
    assert_eq!(out, [Stream::IncomingTransfers, Stream::OutgoingTransfers, Stream::RejectedTransfers]);
    assert!(report.skipped[0].1.starts_with("Your keys may not read this list"), "{:?}", report.skipped);
    assert!(clerk.mirror.as_of(&clerk.sender).unwrap().is_some(), "the other lists were read");
    let heard = heard.lock().unwrap();
    let last = heard.iter().rev().find(|progress| progress.collection == Stream::TransferDetails).unwrap();
    assert!(last.finished);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_faulty_transfer_holds_nothing_up_and_a_run_that_was_cut_goes_on() {
    let clerk = Clerk::new().await;
    let tags = clerk.sellable(2).await;
    let faulty = clerk.send_template("TS-6 faulty", &tags[..1]).await;
    clerk.send_template("TS-7 fine", &tags[1..]).await;
    let control = clerk.practice.control();
    let route = format!("/transfers/v2/templates/outgoing/{faulty}/deliveries");
    control.add_fault(FaultRule::new(Fault::ErrorBefore).route(&route));
    clerk.sync(&clerk.sender).await;
    let fine = clerk.rows(&clerk.sender, Collection::TransferTemplates, "fine").remove(0);
    assert!(clerk.detail(&clerk.sender, TransferList::Template, fine.transfer_id).deliveries_current);
    let detail = clerk.detail(&clerk.sender, TransferList::Template, faulty);
    assert!(!detail.deliveries_current && detail.deliveries.is_empty());
    control.clear_faults();

    let syncer: Syncer = clerk.practice.syncer(&clerk.mirror);
    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    let tell = Arc::new(move |progress: sync::Progress| {
        if progress.collection == Stream::TransferDetails && progress.total.is_some() {
            stop.cancel();
        }
    });
    syncer.run(&clerk.sender, cancel, tell).await.unwrap_err();
    clerk.sync(&clerk.sender).await;
    assert!(clerk.detail(&clerk.sender, TransferList::Template, faulty).deliveries_current, "the next run goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opened_transfer_is_read_once_and_not_asked_for_again_at_once_where_that_failed() {
    let clerk = Clerk::new().await;
    clerk.sync(&clerk.sender).await;
    let control = clerk.practice.control();
    let all = clerk.rows(&clerk.sender, Collection::OutgoingTransfers, "");
    let of = |row: &TransferRow| clerk.detail(&clerk.sender, TransferList::Outgoing, row.transfer_id);
    let unread: Vec<&TransferRow> = all.iter().filter(|row| of(row).deliveries_as_of.is_empty()).collect();
    let syncer = clerk.practice.syncer(&clerk.mirror);
    let open = |row: &TransferRow, again| {
        let (syncer, license, id) = (syncer.clone(), clerk.sender.clone(), row.transfer_id);
        async move { syncer.fetch_transfer_detail(&license, TransferList::Outgoing, id, again).await }
    };
    let asked = |row: &TransferRow| {
        let path = format!("/transfers/v2/{}/deliveries", row.transfer_id);
        control.requests().iter().filter(|request| request.path == path).count()
    };
    // A page that asks ten times at once.
    let many = futures_util::future::join_all((0..10).map(|_| open(unread[0], false))).await;
    assert!(many.into_iter().all(|read| read.unwrap()));
    assert_eq!(asked(unread[0]), 1, "one reading for all");

    let route = format!("/transfers/v2/{}/deliveries", unread[1].transfer_id);
    control.add_fault(FaultRule::new(Fault::ErrorBefore).route(&route));
    open(unread[1], false).await.unwrap_err();
    let before = asked(unread[1]);
    for _ in 0..5 {
        open(unread[1], false).await.unwrap_err();
    }
    assert_eq!(asked(unread[1]), before, "not asked for again before a pause");
    control.clear_faults();
    assert!(open(unread[1], true).await.unwrap(), "unless the person asks for it");
}
