//! Two versions of one transfer: another user's change of the template, and what a person decides about it.

use std::sync::Arc;

use simulator::{Fault, FaultRule};
use state_api::{ApiHost, ApiKeys, CallBudget, ClientConfig, Limits, NoFreezeStore, WriteMethod, WriteOutcome, Writer};

use super::*;

const TEMPLATES: &str = "/transfers/v2/templates/outgoing";

/// Another program of another user of the same license.
struct Elsewhere {
    writer: Writer,
    sender: rules::LicenseNumber,
}

impl Elsewhere {
    fn new(yard: &Yard) -> Self {
        let keys = yard.state.keys();
        let address = yard.state.base_url().trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        let host = ApiHost::loopback(address).unwrap();
        let budget = Arc::new(CallBudget::new(Limits::published(), Arc::new(NoFreezeStore)));
        let config = ClientConfig::new(host, ApiKeys::new(&keys.software_key, &keys.user_key), budget);
        Self { writer: Writer::new(&config).unwrap(), sender: rules::LicenseNumber::new(&yard.sender) }
    }

    /// Replaces the packages and the route of the draft's template.
    async fn change(&self, draft: &Value, tags: &[String], route: &str) {
        let form = &draft["form"];
        let times = |of: &str| format!("{}:00.000", form[of].as_str().unwrap());
        let transporter = json!({
            "TransporterFacilityLicenseNumber": form["transporter"],
            "DriverOccupationalLicenseNumber": form["driver_employee_id"],
            "DriverName": form["driver_name"],
            "DriverLicenseNumber": form["driver_license"],
            "VehicleMake": form["vehicle_make"],
            "VehicleModel": form["vehicle_model"],
            "VehicleLicensePlateNumber": form["vehicle_plate"],
        });
        let packages: Vec<Value> = tags.iter().map(|tag| json!({"PackageLabel": tag})).collect();
        let destination = json!({
            "RecipientLicenseNumber": form["recipient"],
            "TransferTypeName": form["transfer_type"],
            "InvoiceNumber": form["invoice"],
            "PlannedRoute": route,
            "EstimatedDepartureDateTime": times("departure"),
            "EstimatedArrivalDateTime": times("arrival"),
            "Transporters": [transporter],
            "Packages": packages,
        });
        let name = format!("{} by another", form["name"].as_str().unwrap());
        let body = json!([{"TransferTemplateId": draft["template"], "Name": name, "Destinations": [destination]}]);
        let done = self.writer.send(WriteMethod::Put, TEMPLATES, &self.sender, body.to_string()).await;
        assert!(matches!(done, WriteOutcome::Accepted { .. }), "{done:?}");
    }
}

/// A draft that the state holds as a template, with so many packages.
async fn template(yard: &Yard, tags: usize) -> i64 {
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &yard.good_tags(tags).join("\n")).await;
    yard.fill(draft, 5).await;
    yard.send(draft, "send").await;
    yard.until_stage(draft, "template").await;
    draft
}

/// Looks for news until the draft is as wanted.
async fn until(yard: &Yard, draft: i64, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    let start = Instant::now();
    loop {
        let found = yard.open(draft).await;
        if wanted(&found) {
            return found;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{what} never came: {found:#}");
        yard.bench.call("sync_start", json!({"licenses": [yard.sender]})).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn is_changed(draft: &Value) -> bool {
    draft["changed_there"] == true
}

fn is_settled(draft: &Value) -> bool {
    draft["changed_there"] == false && draft["head"]["stage"] == "template"
}

#[tokio::test(flavor = "multi_thread")]
async fn the_states_version_is_taken_over_whole_and_nothing_is_sent() {
    let yard = Yard::new().await;
    let draft = template(&yard, 3).await;
    let good = yard.good_tags(5);
    let theirs = [good[0].clone(), good[4].clone()];
    let before = yard.open(draft).await;
    Elsewhere::new(&yard).change(&before, &theirs, "Highway 1").await;
    let changed = until(&yard, draft, "the change", is_changed).await;
    assert_eq!(changed["form"]["route"], before["form"]["route"], "ours is kept until somebody chooses");

    // A reading below the template that falls into the change has half of it, until the next run finds the newer stamp.
    let mut compared = yard.bench.call("draft_compare", json!({"draft": draft})).await;
    let start = Instant::now();
    while compared["fields"] == json!([]) {
        assert!(start.elapsed() < Duration::from_secs(60), "the route never came: {compared:#}");
        yard.bench.call("sync_start", json!({"licenses": [yard.sender]})).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        compared = yard.bench.call("draft_compare", json!({"draft": draft})).await;
    }
    let route = json!({"what": "Route", "here": before["form"]["route"], "there": "Highway 1"});
    assert_eq!(compared["fields"], json!([route]), "what is alike is not shown");
    assert_eq!(compared["only_here"], json!([good[1], good[2]]));
    assert_eq!(compared["only_there"], json!([good[4]]));
    assert!(compared["changed_at"].as_str().unwrap().starts_with("20"));

    let settle = json!({"request_id": "theirs", "draft": draft, "take_theirs": true});
    let settled = yard.bench.call("draft_settle", settle.clone()).await;
    assert_eq!(settled["form"]["route"], "Highway 1");
    assert_eq!(tags_in(&settled), theirs);
    let price = |draft: &Value| draft["lines"][0]["price"].clone();
    assert_eq!(price(&settled), price(&before), "what the state does not tell of a line that stays is kept");
    assert_eq!((&settled["changed_there"], &settled["head"]["stage"]), (&json!(false), &json!("template")));
    let again = yard.bench.call("draft_settle", settle).await;
    assert_eq!(tags_in(&again), theirs, "repeated, it takes over nothing more");
    assert_eq!((yard.template_writes("POST"), yard.template_writes("PUT")), (1, 1), "the one PUT is theirs");

    // Changed once more on top of that.
    Elsewhere::new(&yard).change(&before, &theirs, "Highway 101").await;
    until(&yard, draft, "the second change", is_changed).await;
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ours_is_sent_again_once_and_counts() {
    let yard = Yard::new().await;
    let draft = template(&yard, 3).await;
    let before = yard.open(draft).await;
    Elsewhere::new(&yard).change(&before, &yard.good_tags(1), "Highway 1").await;
    until(&yard, draft, "the change", is_changed).await;

    let settle = json!({"request_id": "mine", "draft": draft, "take_theirs": false});
    let settled = yard.bench.call("draft_settle", settle.clone()).await;
    assert_eq!(settled["head"]["stage"], "queued");
    let again = yard.bench.call("draft_settle", settle).await;
    assert_eq!(again["intent"], settled["intent"], "repeated, it sends nothing more");
    let found = until(&yard, draft, "ours in the state", is_settled).await;
    assert_eq!((&found["form"], tags_in(&found)), (&before["form"], tags_in(&before)), "ours, unchanged");
    assert_eq!(found["template"], before["template"], "the same template");
    assert_eq!((yard.template_writes("POST"), yard.template_writes("PUT")), (1, 2), "theirs and ours");
    // The state has ours: what is registered now are its three packages.
    let id = found["template"].as_u64().unwrap();
    yard.control().register_template(&yard.sender, id).unwrap();
    yard.until_stage(draft, "registered").await;
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_waits_is_taken_back_when_its_draft_is_deleted() {
    let yard = Yard::new().await;
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &yard.good_tags(2).join("\n")).await;
    yard.fill(draft, 5).await;
    yard.control().set_dark(true);
    let sent = yard.send(draft, "send").await;
    assert_eq!(sent["outbox"]["waiting"], 1);
    let away = json!({"request_id": "away", "draft": draft, "template_too": false});
    let left = yard.bench.call("draft_delete", away.clone()).await;
    assert_eq!(left["drafts"], json!([]));
    let again = yard.bench.call("draft_delete", away).await;
    assert_eq!(again["drafts"], json!([]), "repeated, it is gone all the same");
    assert_eq!(yard.bench.call("app_snapshot", json!({})).await["outbox"]["waiting"], 0);
    yard.control().set_dark(false);
    // A later one goes its way: what was taken back was not only late.
    let other = yard.draft("other").await;
    let added = yard.paste(other, "again", &yard.good_tags(2).join("\n")).await;
    assert_eq!(added["added"], 2, "its packages are free again: {:#}", added["refused"]);
    yard.fill(other, 6).await;
    yard.send(other, "send-other").await;
    yard.until_stage(other, "template").await;
    assert_eq!(yard.template_writes("POST"), 1);
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voided_manifest_frees_the_draft() {
    let yard = Yard::new().await;
    let draft = template(&yard, 2).await;
    let id = yard.open(draft).await["template"].as_u64().unwrap();
    let manifest = yard.control().register_template(&yard.sender, id).unwrap();
    yard.until_stage(draft, "registered").await;
    yard.control().void_manifest(&yard.sender, &manifest).unwrap();
    let voided = yard.until_stage(draft, "voided").await;
    assert!(voided["head"]["stage_words"].as_str().unwrap().contains(&manifest), "{:#}", voided["head"]);
    assert_eq!(voided["editable"], true);
    yard.set(draft, "later", &[("route", "Highway 1")]).await;
    yard.bench.desk.stop().await;
}

/// A transfer of which nobody can tell whether the state recorded it: its answer was lost, and the list may not be read.
async fn undecided(yard: &Yard) -> (i64, i64) {
    let draft = yard.draft("load").await;
    yard.paste(draft, "tags", &yard.good_tags(2).join("\n")).await;
    yard.fill(draft, 5).await;
    let rule = |method: &str, fault| FaultRule::new(fault).method(method).route(TEMPLATES);
    yard.control().add_fault(rule("POST", Fault::CutAfterApplying).times(1));
    // The list is read once before anything is sent.
    yard.control().add_fault(rule("GET", Fault::Unauthorized).skip(1));
    yard.send(draft, "send").await;
    let start = Instant::now();
    let found = loop {
        let found = yard.open(draft).await;
        if found["head"]["stage"] == "trouble" {
            break found;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "nobody was asked: {found:#}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let story = yard.bench.call("outbox_story", json!({"intent": found["intent"]})).await;
    assert!(found["head"]["stage_words"].as_str().unwrap().contains("needs you"), "{story:#}");
    let locked = json!({"request_id": "too-early", "draft": draft});
    let locked = yard.bench.refused("draft_send", locked).await;
    assert_eq!(locked.code, desk::contract::ErrorCode::Locked, "it may be there already: {locked:?}");
    (draft, found["intent"].as_i64().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_a_person_saw_is_found_by_its_mark_and_changed_not_made_again() {
    let yard = Yard::new().await;
    let (draft, intent) = undecided(&yard).await;
    let decide = json!({"request_id": "seen", "intent": intent, "decision": "recorded"});
    yard.bench.call("outbox_decide", decide).await;
    let decided = yard.open(draft).await;
    assert_eq!((&decided["head"]["stage"], &decided["template"]), (&json!("template"), &Value::Null));
    // Until it was read there is nothing that could be changed, and nothing new is made in its place.
    yard.set(draft, "later", &[("route", "Highway 1")]).await;
    let early = yard.bench.refused("draft_send", json!({"request_id": "early", "draft": draft})).await;
    assert_eq!(early.code, desk::contract::ErrorCode::Locked, "{early:?}");
    yard.control().clear_faults();
    let found = until(&yard, draft, "its template", |draft| draft["template"].is_i64()).await;
    yard.send(draft, "change").await;
    let changed = until(&yard, draft, "the change", is_settled).await;
    assert_eq!(changed["template"], found["template"]);
    assert_eq!((yard.template_writes("POST"), yard.template_writes("PUT")), (1, 1), "changed, not made again");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ours_cannot_count_while_it_cannot_be_sent_and_nothing_is_compared_with_no_template() {
    let yard = Yard::new().await;
    let draft = yard.draft("early").await;
    let early = yard.bench.refused("draft_compare", json!({"draft": draft})).await;
    assert_eq!(early.code, desk::contract::ErrorCode::Locked, "{early:?}");

    let draft = template(&yard, 3).await;
    let before = yard.open(draft).await;
    Elsewhere::new(&yard).change(&before, &yard.good_tags(1), "Highway 1").await;
    until(&yard, draft, "the change", is_changed).await;
    // Meanwhile another user puts one of ours on hold.
    yard.control().hold(&yard.sender, &yard.good_tags(2)[1], true).unwrap();
    let stops = |draft: &Value| draft["lines"].as_array().unwrap().iter().any(|line| line["stops"] == true);
    until(&yard, draft, "the hold", stops).await;
    let mine = json!({"request_id": "mine", "draft": draft, "take_theirs": false});
    let refused = yard.bench.refused("draft_settle", mine).await;
    assert_eq!(refused.code, desk::contract::ErrorCode::NotReady, "{refused:?}");
    assert_eq!(yard.template_writes("PUT"), 1, "only theirs");
    yard.bench.desk.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn both_versions_chosen_by_many_at_once_leave_one_of_them_whole() {
    let yard = Yard::new().await;
    let draft = template(&yard, 3).await;
    let before = yard.open(draft).await;
    let theirs = yard.good_tags(5)[3..].to_vec();
    Elsewhere::new(&yard).change(&before, &theirs, "Highway 1").await;
    until(&yard, draft, "the change", is_changed).await;
    let calls = (0..8).map(|n| {
        let settle = json!({"request_id": format!("settle-{n}"), "draft": draft, "take_theirs": n % 2 == 0});
        let desk = yard.bench.desk.clone();
        tokio::spawn(async move { desk.call("draft_settle", settle).await })
    });
    for call in calls.collect::<Vec<_>>() {
        // Some come too late, and are told so.
        drop(call.await.unwrap());
    }
    let found = yard.open(draft).await;
    let tags = tags_in(&found);
    assert!(tags == theirs || tags == tags_in(&before), "one version whole, not something of both: {tags:?}");
    assert!(yard.template_writes("PUT") <= 2, "theirs, and ours once at most");
    yard.bench.desk.stop().await;
}
