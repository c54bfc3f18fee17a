//! The back door over HTTP.

use serde_json::{Value, json};

use crate::client::{State, text};

async fn post(state: &State, path: &str, body: Value) -> (u16, Value) {
    let request = state.client.post(format!("{}/simulator/{path}", state.running.base_url()));
    let response = request.json(&body).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap_or(Value::Null))
}

async fn get(state: &State, path: &str) -> Value {
    let url = format!("{}/simulator/{path}", state.running.base_url());
    state.client.get(url).send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn everything_can_be_done_over_http_too() {
    let state = State::start().await;
    assert_eq!(get(&state, "licenses").await.as_array().map(Vec::len), Some(7));
    assert_eq!(get(&state, "keys").await.get("userKey"), Some(&state.user_key.clone().into()));

    let (_, rule) = post(&state, "faults", json!({"route": "/strains", "count": 1, "fault": "maintenance"})).await;
    let strains = format!("/strains/v2/active?licenseNumber={}", state.retailer);
    assert_eq!(state.get(&strains).await.status, 503);
    let number = rule.get("rule").and_then(Value::as_u64).unwrap();
    assert_eq!(get(&state, &format!("faults/{number}")).await, json!({"hits": 1}));
    let (status, _) = post(&state, "faults", json!({"fault": {"tooMany": {"retry_after": 3}}})).await;
    assert_eq!(status, 200);
    assert_eq!(state.get(&strains).await.headers.get("retry-after").unwrap(), "3");
    state.client.delete(format!("{}/simulator/faults", state.running.base_url())).send().await.unwrap();
    assert_eq!(state.get(&strains).await.status, 200);

    let (_, now) = post(&state, "clock", json!({"seconds": 3600})).await;
    assert_eq!(text(&now, "now"), "2026-05-20T20:30:00Z");

    let (_, made) = post(&state, "packages", json!({"license": state.retailer, "count": 3})).await;
    let labels = made.get("labels").and_then(Value::as_array).unwrap().clone();
    assert_eq!(labels.len(), 3);
    let label = labels[0].as_str().unwrap();
    let edit = json!({"license": state.retailer, "note": "by somebody else", "quantity": "2.5"});
    assert_eq!(post(&state, &format!("packages/{label}"), edit).await.0, 200);
    let package = state.get(&format!("/packages/v2/{label}?licenseNumber={}", state.retailer)).await.json();
    assert_eq!(text(&package, "Note"), "by somebody else");
    assert_eq!(package.get("Quantity"), Some(&2.5.into()));
    assert_eq!(text(&package, "LastModified"), "2026-05-20T20:30:00.000000+00:00");

    let missing = json!({"license": state.retailer, "note": "x"});
    let (status, refusal) = post(&state, "packages/1A4NOSUCHTAG", missing).await;
    assert_eq!(status, 400);
    assert!(text(&refusal, "message").contains("1A4NOSUCHTAG"));

    let log = get(&state, "requests").await;
    assert!(log.as_array().unwrap().iter().any(|entry| text(entry, "path") == "/strains/v2/active"));
    assert!(get(&state, "counters").await.get("tooMany").and_then(Value::as_u64) == Some(1));
    assert_eq!(post(&state, "limits", json!({"limits": "published"})).await.0, 200);
    assert_eq!(post(&state, "limits", json!({"limits": "none"})).await.0, 400);
    assert_eq!(post(&state, "reset", json!({})).await.0, 200);
    let gone = state.get(&format!("/packages/v2/{label}?licenseNumber={}", state.retailer)).await;
    assert_eq!(gone.status, 404, "reset is the story as it was first told");
}

#[tokio::test]
async fn the_log_tells_each_request_with_its_license_and_status() {
    let state = State::start().await;
    let path = format!("/packages/v2/active?licenseNumber={}&pageSize=21", state.retailer);
    state.get(&path).await;
    state.get("/facilities/v2").await;
    let log = state.running.control().requests();
    assert_eq!(log.len(), 2);
    let first = &log[0];
    assert_eq!((first.method.as_str(), first.path.as_str(), first.status), ("GET", "/packages/v2/active", 400));
    assert_eq!(first.license, state.retailer);
    assert!(first.query.contains("pageSize=21"));
    assert_eq!((log[1].number, log[1].license.as_str()), (2, ""));
}

#[tokio::test]
async fn only_this_machine_is_listened_on() {
    let config = simulator::SimulatorConfig { listen: "0.0.0.0:0".parse().unwrap(), ..crate::client::config() };
    assert!(matches!(simulator::Simulator::start(config).await, Err(simulator::SimulatorError::NotLoopback(_))));
}

#[tokio::test]
async fn the_program_says_its_address_and_keys_one_a_line() {
    use std::io::{BufRead as _, BufReader};
    let folder = tempfile::tempdir().unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_simulator"))
        .args(["--listen", "127.0.0.1:0", "--seed", "3", "--packages", "60", "--limits", "off", "--reset", "--store"])
        .arg(folder.path().join("state.db"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(program.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut said = std::collections::BTreeMap::new();
    let mut licenses = 0;
    for line in lines {
        let (name, value) = line.split_once(": ").unwrap();
        licenses += u32::from(name == "license");
        said.insert(name.to_owned(), value.to_owned());
        if licenses == 7 {
            break;
        }
    }
    let request = crate::client::http_client().get(format!("{}/facilities/v2", said["address"]));
    let answer = request.basic_auth(&said["software-key"], Some(&said["user-key"])).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    program.kill().unwrap();
    program.wait().unwrap();
}
