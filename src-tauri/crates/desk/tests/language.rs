//! The language that a person chose. It is the process's, so this is one test, in a program of its own.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{MemoryKeys, keys_of, open, state};
use desk::contract::ErrorCode;
use serde_json::{Value, json};
use words::{Language, Words, say};

const LANGUAGES: [(Language, &str); 2] = [(Language::Spanish, "es-US"), (Language::English, "en-US")];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_follows_the_language_and_what_the_state_gets_does_not() {
    let (folder, keys, state) = (tempfile::tempdir().unwrap(), MemoryKeys::default(), state(60).await);
    let bench = open(folder.path(), &keys, Some(state.base_url())).await.unwrap();
    let licenses = state.control().licenses();
    let (sender, shop) = (&licenses[3].number, &licenses[0].number);
    let pair = keys_of(&state.keys().software_key, &state.keys().user_key);
    bench.call("account_connect", json!({"request_id": "connect", "keys": pair, "licenses": [sender]})).await;
    bench.until_up_to_date().await;
    let draft = ready(&bench, &state, sender, shop).await;

    for (language, tag) in LANGUAGES {
        bench.call("language_speak", json!({"language": tag})).await;
        let said = |words: Words| words.in_language(language);
        let gone = bench.desk.call("draft_open", json!({"draft": 99})).await.unwrap_err();
        assert_eq!((gone.code, gone.message), (ErrorCode::NotFound, said(say::check_deleted())), "{tag}");
        let check = bench.call("draft_check", json!({"draft": draft})).await;
        assert_eq!(check["sentence"], said(say::check_ready(1, shop)), "{tag}: {check:#}");
    }

    // Sent in the one language and looked at in the other, it is still what was sent.
    bench.call("language_speak", json!({"language": "es-US"})).await;
    let sent = bench.call("draft_send", json!({"request_id": "send", "draft": draft})).await;
    let spanish = sent["draft"]["head"]["title"].as_str().unwrap().to_owned();
    for (_, tag) in LANGUAGES {
        bench.call("language_speak", json!({"language": tag})).await;
        let now = bench.call("draft_open", json!({"draft": draft})).await;
        assert_eq!(now["head"]["changed_since_sent"], false, "{tag}: {:#}", now["head"]);
        assert_eq!(now["head"]["title"] == spanish.as_str(), tag == "es-US", "its title is said: {}", now["head"]);
    }
    bench.desk.stop().await;
}

/// A draft of one package that can be sent and bears no name.
async fn ready(bench: &common::Bench, state: &simulator::Running, sender: &str, shop: &str) -> i64 {
    let stock = state.control().create_packages(sender, 1).unwrap();
    let edit = simulator::PackageEdit {
        quantity: Some("12.5".parse().unwrap()),
        lab_state: Some("TestPassed".into()),
        ..simulator::PackageEdit::default()
    };
    state.control().edit_package(sender, &stock[0], edit).unwrap();
    bench.call("sync_start", json!({"licenses": [sender]})).await;
    bench.until_up_to_date().await;
    let made = bench.call("draft_new", json!({"request_id": "new", "license": sender})).await;
    let draft = made["draft"]["head"]["draft"].as_i64().unwrap();
    let pasted = json!({"source": "pasted", "text": stock[0]});
    let start = std::time::Instant::now();
    let mut request = 0;
    let added = loop {
        request += 1;
        let id = format!("paste-{request}");
        let added = bench.call("draft_tags_add", json!({"request_id": id, "draft": draft, "source": pasted})).await;
        if added["added"] == 1 || start.elapsed().as_secs() > 30 {
            break added;
        }
        bench.call("sync_start", json!({"licenses": [sender]})).await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    };
    assert_eq!(added["added"], 1, "{:#}", added["refused"]);
    let tomorrow = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_hours(24)).unwrap();
    let at = |hours: i64| {
        let at = tomorrow.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap();
        at.to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles").unwrap()).strftime("%Y-%m-%dT%H:%M").to_string()
    };
    let fields: Vec<Value> = [
        ("recipient", shop),
        ("transfer_type", "Transfer"),
        ("route", "I-5 north, exit 42"),
        ("departure", at(0).as_str()),
        ("arrival", at(2).as_str()),
        ("transporter", sender),
        ("driver_name", "Robin Reyes"),
        ("driver_license", "D1234567"),
        ("driver_employee_id", "E-77"),
        ("vehicle_make", "Ford"),
        ("vehicle_model", "Transit"),
        ("vehicle_plate", "8ABC123"),
        ("phone", "555-0100"),
        ("invoice", "INV-1"),
    ]
    .iter()
    .map(|(field, value)| json!({"field": field, "value": value}))
    .collect();
    bench.call("draft_set", json!({"request_id": "fill", "draft": draft, "fields": fields})).await;
    let line = added["draft"]["lines"][0]["line"].clone();
    for (field, value) in [("gross_weight", "2.5"), ("gross_unit", "Pounds"), ("price", "12.50")] {
        let set = json!({"request_id": field, "draft": draft, "lines": [line], "field": field, "value": value});
        bench.call("draft_line_set", set).await;
    }
    draft
}
