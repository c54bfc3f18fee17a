//! A plain client and a state to ask.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;
use simulator::{Limits, Running, Simulator, SimulatorConfig, TagKind};

/// A window that holds everything.
pub const ALL: &str = "lastModifiedStart=2020-01-01T00:00:00Z&lastModifiedEnd=2030-01-01T00:00:00Z";

/// When the tests' story ends.
pub fn anchor() -> Timestamp {
    "2026-05-20T19:30:00Z".parse().unwrap()
}

/// A small state without limits whose clock stands.
pub fn config() -> SimulatorConfig {
    SimulatorConfig { packages: 400, limits: Limits::Off, now: Some(anchor()), ..SimulatorConfig::default() }
}

/// A state, and a client with keys for it.
pub struct State {
    pub running: Running,
    pub client: reqwest::Client,
    pub user_key: String,
    /// The storefront retailer's license.
    pub retailer: String,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error} in {}", self.text))
    }

    /// `Message` of a refusal.
    pub fn message(&self) -> String {
        self.json().get("Message").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// The rows of an envelope.
    pub fn rows(&self) -> Vec<Value> {
        self.json().get("Data").and_then(Value::as_array).cloned().unwrap_or_else(|| panic!("no Data: {}", self.text))
    }
}

pub fn http_client() -> reqwest::Client {
    // Another test of this process may have been first; either way there is one now.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().retry(reqwest::retry::never()).timeout(Duration::from_secs(20)).build().unwrap()
}

impl State {
    pub async fn start() -> Self {
        Self::with(config()).await
    }

    pub async fn with(config: SimulatorConfig) -> Self {
        let running = Simulator::start(config).await.unwrap();
        let user_key = running.keys().user_key;
        let retailer = running.control().retailer();
        Self { running, client: http_client(), user_key, retailer }
    }

    /// The license number of the license with this type.
    pub fn license(&self, kind: &str) -> String {
        let licenses = self.running.control().licenses();
        licenses.into_iter().find(|license| license.kind == kind).unwrap().number
    }

    /// A GET of a path with its query, as the full demo user.
    pub async fn get(&self, path: &str) -> Reply {
        self.try_get(path).await.unwrap()
    }

    pub async fn try_get(&self, path: &str) -> Result<Reply, reqwest::Error> {
        let software_key = self.running.keys().software_key;
        let request = self.client.get(format!("{}{path}", self.running.base_url()));
        let response = request.basic_auth(software_key, Some(&self.user_key)).send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Reply { status, headers, text: response.text().await? })
    }

    /// A write of a license, as the full demo user.
    pub async fn write(&self, method: &str, path: &str, license: &str, body: Value) -> Reply {
        let url = format!("{}{path}?licenseNumber={license}", self.running.base_url());
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let request =
            self.client.request(method, url).basic_auth(self.running.keys().software_key, Some(&self.user_key));
        let request = if body.is_null() { request } else { request.json(&body) };
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Reply { status, headers, text: response.text().await.unwrap() }
    }

    /// A write that must succeed and answer ids: one for each object.
    pub async fn ids(&self, method: &str, path: &str, license: &str, body: Value) -> Vec<u64> {
        let objects = body.as_array().map_or(1, Vec::len);
        let reply = self.write(method, path, license, body).await;
        assert_eq!(reply.status, 200, "{method} {path}: {}", reply.text);
        let answer = reply.json();
        assert_eq!(answer.get("Warnings"), Some(&Value::Null), "{method} {path}");
        let ids = answer.get("Ids").and_then(Value::as_array).unwrap().iter().filter_map(Value::as_u64);
        let ids: Vec<u64> = ids.collect();
        assert_eq!(ids.len(), objects, "{method} {path} answers one id an object");
        ids
    }

    /// A write that must succeed with not a byte of body.
    pub async fn quietly(&self, method: &str, path: &str, license: &str, body: Value) {
        let reply = self.write(method, path, license, body).await;
        assert_eq!((reply.status, reply.text.as_str()), (200, ""), "{method} {path}");
    }

    /// One object of a license by its path.
    pub async fn one(&self, path: &str, license: &str) -> Value {
        let reply = self.get(&format!("{path}?licenseNumber={license}")).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        reply.json()
    }

    /// So many new package tags.
    pub fn package_tags(&self, license: &str, count: u32) -> Vec<String> {
        self.running.control().issue_tags(license, TagKind::Package, count).unwrap()
    }

    /// So many new plant tags, consecutive.
    pub fn plant_tags(&self, license: &str, count: u32) -> Vec<String> {
        self.running.control().issue_tags(license, TagKind::Plant, count).unwrap()
    }

    /// One page of a list of the retailer, everything in its window.
    pub async fn list(&self, list: &str, query: &str) -> Reply {
        self.get(&format!("{list}?licenseNumber={}&{ALL}&{query}", self.retailer)).await
    }

    /// Every row of a list of a license.
    pub async fn all(&self, list: &str, license: &str) -> Vec<Value> {
        let reply = self.get(&format!("{list}?licenseNumber={license}&{ALL}")).await;
        assert_eq!(reply.status, 200, "{list} at {license}: {}", reply.text);
        reply.rows()
    }
}

/// A number of a JSON object.
pub fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or_else(|| panic!("{name} is not a whole number in {value}"))
}

/// A text of a JSON object; empty when it is null.
pub fn text(value: &Value, name: &str) -> String {
    value.get(name).unwrap_or_else(|| panic!("no {name}")).as_str().unwrap_or_default().to_owned()
}
