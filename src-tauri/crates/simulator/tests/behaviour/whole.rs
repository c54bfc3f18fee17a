//! A request is whole or nothing: whatever it says, whatever becomes of it, and after every restart.

use std::path::Path;

use rusqlite::Connection;
use serde_json::{Value, json};
use simulator::{Simulator, SimulatorConfig, SimulatorError};

use crate::client::{State, config, number, text};
use crate::scenario::{quantity, stocked};

const TODAY: &str = "2026-05-20";

fn stored(path: &Path) -> SimulatorConfig {
    SimulatorConfig { packages: 150, store: Some(path.to_owned()), ..config() }
}

fn strain(name: &str) -> Value {
    json!({"Name": name, "TestingStatus": "None", "IndicaPercentage": 60, "SativaPercentage": 40})
}

fn receipt(external: &str, label: &str) -> Value {
    json!({"SalesDateTime": "2026-05-20T10:00:00.000", "ExternalReceiptNumber": external,
        "SalesCustomerType": "Consumer", "Transactions": [
            {"PackageLabel": label, "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 5}]})
}

#[tokio::test]
async fn numbers_beyond_every_amount_are_refused_change_nothing_and_the_store_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let state = State::with(stored(&path)).await;
    let r = state.retailer.as_str();
    let g = state.license("Medium Mixed-Light Tier 1");
    let stock = stocked(&state, r, 3.0).await;
    let plant = text(&state.all("/plants/v2/flowering", &g).await[0], "Label");
    let huge = "79000000000000000000000000000";
    let adjust = |label: &str, quantity: Value| {
        json!({"Label": label, "Quantity": quantity, "UnitOfMeasure": "Each", "AdjustmentReason": "Drying",
            "AdjustmentDate": TODAY})
    };
    let mut dear = receipt("dear", &stock[0]);
    let line =
        json!({"PackageLabel": stock[0], "Quantity": 1, "UnitOfMeasure": "Each", "TotalAmount": 900_000_000_000_u64});
    dear["Transactions"] = json!([line, line]);
    let mut dearest = receipt("dearest", &stock[0]);
    dearest["Transactions"][0]["TotalAmount"] = huge.into();
    let mut uneven = strain("Uneven");
    uneven["IndicaPercentage"] = huge.into();
    uneven["SativaPercentage"] = huge.into();
    let cut = json!({"Plant": plant, "Weight": huge, "UnitOfWeight": "Pounds", "DryingLocation": "Drying Barn",
        "HarvestName": "Too heavy", "ActualDate": TODAY});
    let before = (state.all("/packages/v2/active", r).await, state.all("/sales/v2/receipts/active", r).await);
    for (method, path, license, body) in [
        // The first row is good, and is undone with the second.
        ("POST", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!(1)), adjust(&stock[1], json!(huge))])),
        ("POST", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!(7.9e28))])),
        ("PUT", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!(huge))])),
        ("PUT", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!("1000000000000"))])),
        ("POST", "/sales/v2/receipts", r, json!([receipt("good", &stock[0]), dearest])),
        ("POST", "/sales/v2/receipts", r, json!([dear])),
        ("POST", "/strains/v2", g.as_str(), json!([uneven])),
        ("PUT", "/plants/v2/harvest", g.as_str(), json!([cut])),
    ] {
        let reply = state.write(method, path, license, body.clone()).await;
        assert_eq!(reply.status, 400, "{method} {path} {body}: {}", reply.text);
    }
    let after = (state.all("/packages/v2/active", r).await, state.all("/sales/v2/receipts/active", r).await);
    assert_eq!(after, before, "what was refused left no trace");
    // The largest amount that is taken can be added to no more.
    state.quietly("PUT", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!("999999999999"))])).await;
    let reply = state.write("POST", "/packages/v2/adjust", r, json!([adjust(&stock[0], json!(1))])).await;
    assert_eq!((reply.status, text(&reply.json()[0], "message").as_str()), (400, "Quantity is out of range."));
    let id = state.ids("POST", "/sales/v2/receipts", r, json!([receipt("kept", &stock[1])])).await[0];
    state.running.stop().await;

    let state = State::with(stored(&path)).await;
    assert_eq!(state.running.control().set_aside().unwrap(), []);
    let kept = state.one("/sales/v2/receipts/external/kept", &state.retailer).await;
    assert_eq!(number(&kept, "Id"), id, "what was answered is there");
    assert_eq!(quantity(&state, &state.retailer, &stock[0]).await, 999_999_999_999.0);
}

#[tokio::test]
async fn a_refused_row_does_not_change_which_receipt_a_number_finds() {
    let state = State::start().await;
    let r = state.retailer.as_str();
    let stock = stocked(&state, r, 5.0).await;
    let two = json!([receipt("twice", &stock[0]), receipt("twice", &stock[1])]);
    let ids = state.ids("POST", "/sales/v2/receipts", r, two).await;
    let found = async || number(&state.one("/sales/v2/receipts/external/twice", r).await, "Id");
    assert_eq!(found().await, ids[1], "the newer one");
    let mut renamed = receipt("another", &stock[0]);
    renamed["Id"] = ids[0].into();
    let bad = json!({"Id": ids[1], "SalesDateTime": "never"});
    assert_eq!(state.write("PUT", "/sales/v2/receipts", r, json!([renamed, bad])).await.status, 400);
    assert_eq!(found().await, ids[1], "the refused request left no trace, not even in the order of numbers");
}

/// Changes the store of a simulator that does not run.
fn meddle(path: &Path, statements: &[&str]) {
    let store = Connection::open(path).unwrap();
    for statement in statements {
        assert_eq!(store.execute(statement, []).unwrap(), 1, "{statement}");
    }
}

#[tokio::test]
async fn what_cannot_be_done_again_is_set_aside_and_everything_else_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let state = State::with(stored(&path)).await;
    let r = state.retailer.clone();
    let mut ids = Vec::new();
    for name in ["One", "Two", "Three", "Four"] {
        ids.push(state.ids("POST", "/strains/v2", &r, json!([strain(name)])).await[0]);
    }
    let mut renamed = strain("Four and more");
    renamed["Id"] = ids[3].into();
    state.quietly("PUT", "/strains/v2", &r, json!([renamed])).await;
    let early = state.package_tags(&r, 2);
    let late = state.package_tags(&r, 1);
    state.running.stop().await;
    // Nobody can read one; one has no time; one was taken by a state that was as it is no more; two tags were issued
    // by a simulator that knew how.
    meddle(
        &path,
        &[
            "UPDATE journal SET what = '{\"Dream\": 1}' WHERE id = 1",
            "UPDATE journal SET at = 'yesterday' WHERE id = 2",
            "UPDATE journal SET what = replace(what, 'IndicaPercentage', 'IndicaShare') WHERE id = 3",
            "UPDATE journal SET what = replace(what, '\"count\":2', '\"count\":4000000000') WHERE id = 6",
        ],
    );
    let set_aside = async |state: &State| {
        let strains = state.all("/strains/v2/active", &r).await;
        let mine: Vec<(u64, String)> =
            strains.iter().map(|row| (number(row, "Id"), text(row, "Name"))).filter(|(id, _)| *id >= ids[0]).collect();
        assert_eq!(mine, [(ids[3], "Four and more".to_owned())], "the deeds after it found the strain they meant");
        let free: Vec<String> = state
            .one("/tags/v2/package/available", &r)
            .await
            .as_array()
            .unwrap()
            .iter()
            .map(|tag| text(tag, "Label"))
            .collect();
        assert!(free.contains(&late[0]) && !free.contains(&early[0]), "the tag that was answered is the one there");
        state.running.control().set_aside().unwrap()
    };
    let state = State::with(stored(&path)).await;
    let aside = set_aside(&state).await;
    assert_eq!(aside.iter().map(|deed| deed.number).collect::<Vec<_>>(), [1, 2, 3, 6]);
    assert!(aside[0].why.contains("not a deed") && aside[0].what.contains("Dream"), "{:?}", aside[0]);
    assert!(aside[1].why.contains("time") && aside[1].what.contains("Two"), "{:?}", aside[1]);
    assert!(aside[2].why.contains("IndicaPercentage was not specified"), "{:?}", aside[2]);
    let next = state.ids("POST", "/strains/v2", &r, json!([strain("Five")])).await;
    assert_eq!(next, [ids[3] + 1], "no id that was answered is given again");
    state.quietly("DELETE", &format!("/strains/v2/{}", next[0]), &r, Value::Null).await;
    state.running.stop().await;
    let state = State::with(stored(&path)).await;
    assert_eq!(set_aside(&state).await, aside, "it stays in the store, and nothing new came to it");
    state.running.control().reset().unwrap();
    assert_eq!(state.running.control().set_aside().unwrap(), [], "a new story has no past");
}

#[tokio::test]
async fn a_store_serves_one_simulator_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let state = State::with(stored(&path)).await;
    let control = state.running.control();
    let second = Simulator::start(stored(&path)).await;
    assert!(matches!(second, Err(SimulatorError::StoreInUse(of)) if of == path), "the second is told");
    let tags = state.package_tags(&state.retailer, 1);
    let retailer = state.retailer.clone();
    state.running.stop().await;
    // A hand that still holds the stopped one's back door does not hold its store.
    let state = State::with(stored(&path)).await;
    assert!(control.issue_tags(&retailer, simulator::TagKind::Package, 1).is_err(), "the stopped one writes no more");
    let free = state.one("/tags/v2/package/available", &retailer).await;
    assert!(free.as_array().unwrap().iter().any(|tag| text(tag, "Label") == tags[0]));
    drop(state.running);
    State::with(stored(&path)).await;
}
