//! The back door's HTTP face: `/simulator/...`, without keys, since the server listens on loopback only.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Json, Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use super::faults::FaultRule;
use crate::SimulatorError;
use crate::config::Limits;
use crate::control::Control;
use crate::deeds::{Deed, PackageEdit};
use crate::server::Server;
use crate::state::table::Shelf;

type Outcome = Result<Json<Value>, (StatusCode, Json<Value>)>;

fn refused(error: SimulatorError) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!({ "message": error.to_string() })))
}

/// The routes. They say what [`Control`] says.
pub fn router(control: Control) -> Router<Arc<Server>> {
    let licenses = |State(control): State<Control>| async move { Json(json!(control.licenses())) };
    let keys = |State(control): State<Control>| async move {
        let keys = &control.server.keys;
        Json(json!({
            "softwareKey": keys.software_key,
            "userKey": keys.user_key,
            "withoutPackages": keys.without_packages,
            "withoutLicenses": keys.without_licenses,
            "emptyLicense": keys.empty_license,
            "retailerOnly": keys.retailer_only,
        }))
    };
    let requests = |State(control): State<Control>| async move { Json(json!(control.requests())) };
    let counters = |State(control): State<Control>| async move { Json(json!(control.counters())) };
    let clear_requests = |State(control): State<Control>| async move {
        control.clear_requests();
        Json(Value::Null)
    };
    let clear_faults = |State(control): State<Control>| async move {
        control.clear_faults();
        Json(Value::Null)
    };
    let add_fault = |State(control): State<Control>, Json(rule): Json<FaultRule>| async move {
        Json(json!({ "rule": control.add_fault(rule) }))
    };
    let hits = |State(control): State<Control>, Path(rule): Path<u64>| async move {
        Json(json!({ "hits": control.fault_hits(rule) }))
    };
    let clock = |State(control): State<Control>| async move { Json(json!({ "now": control.now() })) };
    let set_aside = |State(control): State<Control>| async move {
        control.set_aside().map(|all| Json(json!(all))).map_err(refused)
    };
    let reset =
        |State(control): State<Control>| async move { control.reset().map(|()| Json(Value::Null)).map_err(refused) };
    Router::new()
        .route("/simulator/licenses", get(licenses))
        .route("/simulator/keys", get(keys))
        .route("/simulator/requests", get(requests).delete(clear_requests))
        .route("/simulator/counters", get(counters))
        .route("/simulator/faults", post(add_fault).delete(clear_faults))
        .route("/simulator/faults/{rule}", get(hits))
        .route("/simulator/clock", get(clock).post(advance))
        .route("/simulator/limits", post(limits))
        .route("/simulator/reset", post(reset))
        .route("/simulator/set-aside", get(set_aside))
        .route("/simulator/packages", post(create_packages))
        .route("/simulator/packages/{label}", post(edit_package))
        .route("/simulator/deeds", post(act))
        .route("/simulator/{*rest}", delete(|| async { StatusCode::NOT_FOUND }))
        .with_state(control)
}

#[derive(Deserialize)]
struct Advance {
    /// How far the clock moves, in seconds; below zero, back.
    seconds: i64,
}

async fn advance(State(control): State<Control>, Json(by): Json<Advance>) -> Outcome {
    control.act(Deed::Advance { seconds: by.seconds }).map(Json).map_err(refused)
}

#[derive(Deserialize)]
struct SetLimits {
    /// `published` or `off`.
    limits: String,
}

async fn limits(State(control): State<Control>, Json(set): Json<SetLimits>) -> Outcome {
    match set.limits.as_str() {
        "published" => control.set_limits(Limits::Published),
        "off" => control.set_limits(Limits::Off),
        other => {
            return Err(refused(SimulatorError::Refused(format!("{other} is neither published nor off"))));
        }
    }
    Ok(Json(Value::Null))
}

#[derive(Deserialize)]
struct Create {
    license: String,
    count: u32,
}

async fn create_packages(State(control): State<Control>, Json(create): Json<Create>) -> Outcome {
    let deed = Deed::CreatePackages { license: create.license, count: create.count };
    control.act(deed).map(Json).map_err(refused)
}

#[derive(Deserialize)]
struct Edit {
    license: String,
    #[serde(flatten)]
    edit: PackageEdit,
}

async fn edit_package(State(control): State<Control>, Path(label): Path<String>, Json(edit): Json<Edit>) -> Outcome {
    control.act(Deed::EditPackage { license: edit.license, label, edit: edit.edit }).map(Json).map_err(refused)
}

async fn act(State(control): State<Control>, Json(deed): Json<Deed>) -> Outcome {
    control.act(deed).map(Json).map_err(refused)
}

/// Another user puts the license's first active package on hold: it leaves the list, and every later row moves up.
pub fn shift_first_package(server: &Server, license: &str) {
    let first = {
        let world = server.world();
        world.license(license).and_then(|facility| {
            let ids = world.packages.window(facility.id, Shelf::Active, jiff::Timestamp::MIN, jiff::Timestamp::MAX);
            ids.first().and_then(|id| world.packages.get(*id)).map(|package| package.label.to_string())
        })
    };
    if let Some(label) = first {
        let edit = PackageEdit { on_hold: Some(true), ..PackageEdit::default() };
        // The fault only needs a change; a store that cannot be written shows in the next write of the test itself.
        let _ = server.act(Deed::EditPackage { license: license.to_owned(), label, edit });
    }
}
