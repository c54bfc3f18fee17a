//! Templates in the practice state: one each, whatever happens to the line.

use outbox::{
    Carrier, Group, Mark, Reason, State, Template, TemplateCreate, TemplateDelete, TemplatePackage, TemplateUpdate,
    Write,
};
use rules::{LicenseNumber, Tag};
use simulator::{Fault, FaultRule, LongerWindow, Options};
use state_api::{PageAsk, TemplateState, Window};

use crate::{Shop, take_one, today};

const TEMPLATES: &str = "/transfers/v2/templates/outgoing";

fn on_templates(method: &str, fault: Fault) -> FaultRule {
    FaultRule::new(fault).method(method).route(TEMPLATES)
}

impl Shop {
    /// A template of these packages for a license that is not the shop's.
    async fn drafted(&self, name: &str, packages: usize) -> Template {
        let facilities = self.looker().facilities().await.unwrap();
        let other = facilities.iter().filter_map(|facility| facility.license.as_ref()).map(|license| &license.number);
        let other = other.into_iter().find(|number| number.as_str() != self.license.as_str());
        let package = |label: &str| TemplatePackage {
            tag: Tag::from_state(label),
            gross: Some(("2.50".parse().unwrap(), "Grams".to_owned())),
            price: Some("10.05".parse().unwrap()),
        };
        Template {
            name: name.into(),
            recipient: LicenseNumber::new(other.unwrap()),
            transfer_type: "Transfer".into(),
            invoice: Some("INV-1".into()),
            route: "I-5".into(),
            departs: today().at(8, 0, 0, 0),
            arrives: today().at(9, 30, 0, 0),
            carrier: Carrier { driver: "Robin".into(), plate: "T00-F4ST".into(), ..Carrier::default() },
            packages: self.packages(packages).await.iter().map(|found| package(&found.label)).collect(),
        }
    }

    async fn create(&self, request: &str, draft: i64, name: &str) -> outbox::IntentId {
        let template = Box::new(self.drafted(name, 2).await);
        self.submit(request, vec![Write::TemplateCreate(TemplateCreate { draft, template })]).await[0]
    }

    async fn templates(&self) -> Vec<TemplateState> {
        let start = "2015-01-01T00:00:00Z".parse().unwrap();
        let window = Some(Window { start, end: "2040-01-01T00:00:00Z".parse().unwrap() });
        let mut rows = Vec::new();
        for page in 1.. {
            let read = self.looker().template_states(PageAsk { license: &self.license, window, page }).await.unwrap();
            rows.extend(read.records);
            if page >= read.total_pages {
                break;
            }
        }
        rows
    }

    /// One of the site's own, so that the list is never empty.
    async fn begin(&mut self) -> i64 {
        let first = self.create("first", 1, "yesterday").await;
        self.until_over().await;
        assert_eq!(self.intent(first).progress.state, State::Confirmed, "{:?}", self.intent(first));
        self.intent(first).progress.made.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_made_changed_and_deleted() {
    let mut shop = Shop::new().await;
    let there = shop.templates().await.len();
    let id = shop.begin().await;
    let keep = shop.create("keep", 2, "keep").await;
    shop.until_over().await;
    let listed = shop.templates().await;
    let ours = listed.iter().find(|row| row.id == id).unwrap();
    assert_eq!((listed.len(), ours.package_count), (there + 2, Some(2)));
    assert_eq!(Mark::without(ours.name.as_deref().unwrap()), "yesterday");

    let template = Box::new(shop.drafted("tomorrow", 3).await);
    let update = Write::TemplateUpdate(TemplateUpdate { draft: Some(1), id, delivery: Some(5_000_000 + id), template });
    let delete = Write::TemplateDelete(TemplateDelete { draft: Some(1), id, name: "tomorrow".into() });
    let changed = shop.submit("r1", vec![update]).await[0];
    shop.until_over().await;
    assert_eq!(shop.intent(changed).progress.state, State::Confirmed, "{:?}", shop.intent(changed));
    let listed = shop.templates().await;
    let ours = listed.iter().find(|row| row.id == id).unwrap();
    assert_eq!((ours.package_count, Mark::without(ours.name.as_deref().unwrap())), (Some(3), "tomorrow"));

    let gone = shop.submit("r2", vec![delete.clone()]).await[0];
    shop.until_over().await;
    assert_eq!(shop.intent(gone).progress.state, State::Confirmed, "{:?}", shop.intent(gone));
    assert_eq!(shop.templates().await.len(), there + 1);
    let again = shop.submit("r3", vec![delete]).await[0];
    shop.until_over().await;
    assert_eq!(shop.intent(again).progress.reason, Some(Reason::AlreadySo));
    assert!(shop.intent(keep).progress.made.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_whose_answer_is_lost_is_there_once() {
    for (name, fault, requests) in [
        ("cut after applying", Fault::CutAfterApplying, 1),
        ("500 after applying", Fault::ErrorAfter, 1),
        ("cut before reading", Fault::CutBeforeReading, 2),
        ("503 with a web page", Fault::Maintenance, 2),
    ] {
        let mut shop = Shop::new().await;
        shop.begin().await;
        let there = shop.templates().await.len();
        shop.control().clear_requests();
        let cut = shop.control().add_fault(on_templates("POST", fault.clone()).times(1));
        // The list lies too: empty, and a page twice.
        shop.control().add_fault(on_templates("GET", Fault::EmptyPage).skip(1).times(2));
        let id = shop.create("r1", 2, "tomorrow").await;
        shop.until_over().await;
        assert_eq!(shop.control().fault_hits(cut), Some(1), "{name}");
        shop.control().clear_faults();
        assert_eq!(shop.intent(id).progress.state, State::Confirmed, "{name}: {:?}", shop.intent(id));
        let rows = shop.templates().await;
        assert_eq!(rows.len(), there + 1, "{name}: one template");
        let sent = shop.control().requests();
        let posts = sent.iter().filter(|request| request.method == "POST" && request.path == TEMPLATES).count();
        assert_eq!(posts, requests, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_template_of_all_that_is_lost_is_a_persons_matter() {
    let mut shop = Shop::new().await;
    for row in shop.templates().await {
        let delete =
            Write::TemplateDelete(TemplateDelete { draft: None, id: row.id, name: row.name.unwrap_or_default() });
        shop.submit(&format!("delete {}", row.id), vec![delete]).await;
    }
    shop.until_over().await;
    assert_eq!(shop.templates().await, [], "the last one is known to be gone, though the list shows no others");
    assert_eq!(shop.count(Group::NeedsYou), 0);
    shop.control().add_fault(on_templates("POST", Fault::CutBeforeReading).times(1));
    let id = shop.create("r1", 2, "tomorrow").await;
    shop.until_over().await;
    assert_eq!(shop.intent(id).progress.state, State::NeedsPerson, "an empty list proves nothing");
    shop.outbox.decide("r2", "Dana", id, outbox::Decision::SendAgain).await.unwrap();
    shop.until_over().await;
    assert_eq!(shop.intent(id).progress.state, State::Confirmed);
    assert_eq!(shop.templates().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_state_says_about_a_template_is_kept() {
    let mut shop = Shop::new().await;
    let template = Template { packages: Vec::new(), ..shop.drafted("empty", 1).await };
    let id = shop
        .submit("r1", vec![Write::TemplateCreate(TemplateCreate { draft: 1, template: Box::new(template) })])
        .await[0];
    shop.until_over().await;
    let Some(Reason::StateSaid { said }) = shop.intent(id).progress.reason else { panic!("{:?}", shop.intent(id)) };
    assert!(said.contains("Packages"), "{said}");
    let mended = Box::new(shop.drafted("mended", 1).await);
    let edit = shop
        .outbox
        .edit("r2", "Dana", id, Write::TemplateCreate(TemplateCreate { draft: 1, template: mended }))
        .await
        .unwrap();
    shop.until_over().await;
    assert_eq!(shop.intent(edit.made[0]).progress.state, State::Confirmed);
    assert_eq!(shop.ledger.draft_intents(1).unwrap(), [id.0, edit.made[0].0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_that_takes_a_day_at_most_is_enough() {
    for longer_window in [LongerWindow::Refused, LongerWindow::Cut] {
        let options = Options { max_window_hours: Some(24), longer_window, ..Options::default() };
        let mut shop = Shop::of(options).await;
        let id = shop.begin().await;
        let package = shop.packages(1).await.remove(0);
        let template = Box::new(shop.drafted("tomorrow", 1).await);
        let update = Write::TemplateUpdate(TemplateUpdate { draft: Some(1), id, delivery: None, template });
        let delete = Write::TemplateDelete(TemplateDelete { draft: Some(1), id, name: "tomorrow".into() });
        shop.control().add_fault(on_templates("PUT", Fault::CutAfterApplying).times(1));
        shop.control()
            .add_fault(FaultRule::new(Fault::CutBeforeReading).method("POST").route("/packages/v2/adjust").times(1));
        let ids = shop.submit("r1", vec![update, delete, take_one(&package)]).await;
        shop.until_over().await;
        for id in ids {
            assert_eq!(shop.intent(id).progress.state, State::Confirmed, "{longer_window:?}: {:?}", shop.intent(id));
        }
    }
}
