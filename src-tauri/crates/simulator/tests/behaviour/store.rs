//! The store.

use std::path::Path;

use simulator::{PackageEdit, Simulator, SimulatorConfig, SimulatorError};

use crate::client::{State, config, text};

fn stored(path: &Path) -> SimulatorConfig {
    SimulatorConfig { packages: 150, store: Some(path.to_owned()), ..config() }
}

#[tokio::test]
async fn what_was_done_is_there_after_a_restart_and_gone_after_a_reset() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let state = State::with(stored(&path)).await;
    let control = state.running.control();
    let label = control.active_labels(&state.retailer).first().unwrap().clone();
    control.advance(jiff::SignedDuration::from_hours(2)).unwrap();
    let edit = PackageEdit { note: Some("kept".into()), ..PackageEdit::default() };
    control.edit_package(&state.retailer, &label, edit).unwrap();
    let made = control.create_packages(&state.retailer, 2).unwrap();
    let before = state.all("/packages/v2/active", &state.retailer).await;
    let keys = state.running.keys();
    state.running.stop().await;

    // A wish for another story does not win over the stored one.
    let other = SimulatorConfig { seed: 99, packages: 300, ..stored(&path) };
    let state = State::with(other).await;
    assert_eq!(state.running.keys(), keys);
    assert_eq!(state.all("/packages/v2/active", &state.retailer).await, before);
    assert_eq!(state.running.control().now(), "2026-05-20T21:30:00Z".parse().unwrap(), "the clock stays moved");
    state.running.control().reset().unwrap();
    let after = state.all("/packages/v2/active", &state.retailer).await;
    assert_eq!(after.len() + made.len(), before.len());
    assert!(after.iter().all(|row| text(row, "Note") != "kept"));
    state.running.stop().await;
    let state = State::with(stored(&path)).await;
    assert_eq!(state.all("/packages/v2/active", &state.retailer).await, after, "the reset is stored too");
}

#[tokio::test]
async fn what_was_written_through_the_api_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state.db");
    let config = SimulatorConfig { packages: 400, ..stored(&path) };
    let state = State::with(config.clone()).await;
    let done = crate::scenario::evaluate(&state).await;
    let lists = |state: &State| {
        let (grower, retailer) = (done.grower.clone(), state.retailer.clone());
        let lab = state.license("Testing Laboratory");
        [
            ("/packages/v2/active", grower.clone()),
            ("/packages/v2/inactive", grower.clone()),
            ("/packages/v2/transferred", grower.clone()),
            ("/plants/v2/inactive", grower.clone()),
            ("/harvests/v2/active", grower.clone()),
            ("/items/v2/active", grower.clone()),
            ("/transfers/v2/templates/outgoing", grower.clone()),
            ("/transfers/v2/outgoing", grower),
            ("/sales/v2/receipts/inactive", retailer.clone()),
            ("/packages/v2/active", retailer),
            ("/packages/v2/labsamples", lab),
        ]
    };
    let mut before = Vec::new();
    for (list, license) in lists(&state) {
        before.push(state.all(list, &license).await);
    }
    // Refused requests are not done again.
    let refused = state.write("POST", "/strains/v2", &done.grower, serde_json::json!([{"Name": "x"}])).await;
    assert_eq!(refused.status, 400);
    state.running.stop().await;
    let state = State::with(config).await;
    for ((list, license), before) in lists(&state).into_iter().zip(before) {
        assert_eq!(state.all(list, &license).await, before, "{list}");
    }
    let next = state.ids("POST", "/sublocations/v2", &done.grower, serde_json::json!([{"Name": "New"}])).await;
    assert_eq!(next.len(), 1, "and it goes on");
}

#[tokio::test]
async fn a_file_that_is_no_store_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.db");
    std::fs::write(&path, "Dear state, this is not a database at all, whatever its name says.").unwrap();
    assert!(matches!(Simulator::start(stored(&path)).await, Err(SimulatorError::Store(_))));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Dear state"));
}
