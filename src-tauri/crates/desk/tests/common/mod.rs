//! A desk as the tests use it: real databases in a scratch folder, a simulator behind real TCP, keys in memory.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "test support; each test uses its part of it"
)]

pub mod filter;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use desk::contract::{DeskError, DeskEvent, Keychain};
use desk::{Desk, DeskConfig, Host, HostError, KeyEntry, KeyStore, KeyStoreError, StoredKeys};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use simulator::{Running, Simulator, SimulatorConfig};

/// Keys that outlive a desk, as a keychain's do.
#[derive(Clone, Default)]
pub struct MemoryKeys(Arc<Mutex<Entries>>);

#[derive(Default)]
struct Entries {
    keys: HashMap<String, StoredKeys>,
    /// As a Mac's keychain refuses the entries of a program that was replaced: they can be deleted by hand alone.
    refused: Vec<String>,
}

impl Entries {
    fn allows(&self, account: &str) -> Result<(), KeyStoreError> {
        if self.refused.iter().any(|refused| refused == account) {
            return Err(KeyStoreError("the user name or passphrase you entered is not correct".into()));
        }
        Ok(())
    }
}

impl KeyStore for MemoryKeys {
    fn kind(&self) -> Keychain {
        Keychain::System
    }
    fn entry(&self, account: &str) -> KeyEntry {
        KeyEntry { keeper: "The keychain".into(), entry: format!("the entry {account} in Keychain Access") }
    }
    fn put(&self, account: &str, keys: &StoredKeys) -> Result<(), KeyStoreError> {
        let mut entries = self.0.lock().unwrap();
        entries.allows(account)?;
        entries.keys.insert(account.into(), keys.clone());
        Ok(())
    }
    fn get(&self, account: &str) -> Result<Option<StoredKeys>, KeyStoreError> {
        let entries = self.0.lock().unwrap();
        entries.allows(account)?;
        Ok(entries.keys.get(account).cloned())
    }
    fn remove(&self, account: &str) -> Result<(), KeyStoreError> {
        let mut entries = self.0.lock().unwrap();
        entries.allows(account)?;
        entries.keys.remove(account);
        Ok(())
    }
}

impl MemoryKeys {
    pub fn count(&self) -> usize {
        self.0.lock().unwrap().keys.len()
    }
    pub fn user_keys(&self) -> Vec<String> {
        self.0.lock().unwrap().keys.values().map(|keys| keys.user.expose_secret().to_owned()).collect()
    }
    pub fn lose(&self) {
        self.0.lock().unwrap().keys.clear();
    }
    /// From now on the entries that there are are refused.
    pub fn refuse_what_there_is(&self) {
        let mut entries = self.0.lock().unwrap();
        entries.refused = entries.keys.keys().cloned().collect();
    }
    /// The person allows them.
    pub fn allow(&self) {
        self.0.lock().unwrap().refused.clear();
    }
    /// The person deletes them by hand.
    pub fn delete_by_hand(&self) {
        let mut entries = self.0.lock().unwrap();
        entries.refused.clear();
        entries.keys.clear();
    }
}

/// Saves into a folder; remembers links, notifications and how often the app was closed.
#[derive(Default)]
pub struct FolderHost {
    pub folder: PathBuf,
    pub links: Mutex<Vec<String>>,
    pub notes: Mutex<Vec<String>>,
    pub chosen: Mutex<Vec<PathBuf>>,
    pub opened: Mutex<Vec<PathBuf>>,
    pub shown: Mutex<Vec<PathBuf>>,
    pub quits: std::sync::atomic::AtomicUsize,
}

impl Host for FolderHost {
    fn save_file(&self, suggested: &str) -> BoxFuture<'_, Result<Option<PathBuf>, HostError>> {
        let path = self.folder.join(suggested);
        async move { Ok(Some(path)) }.boxed()
    }
    fn open_link(&self, url: &str) -> Result<(), HostError> {
        self.links.lock().unwrap().push(url.into());
        Ok(())
    }
    fn open_files(&self) -> BoxFuture<'_, Result<Vec<PathBuf>, HostError>> {
        let chosen = self.chosen.lock().unwrap().clone();
        async move { Ok(chosen) }.boxed()
    }
    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        self.opened.lock().unwrap().push(path.to_path_buf());
        Ok(())
    }
    fn open_saved(&self, path: &Path) -> Result<(), HostError> {
        self.opened.lock().unwrap().push(path.to_path_buf());
        Ok(())
    }
    fn show_saved(&self, path: &Path) -> Result<(), HostError> {
        self.shown.lock().unwrap().push(path.to_path_buf());
        Ok(())
    }
    fn notify(&self, title: &str, body: &str) -> Result<(), HostError> {
        self.notes.lock().unwrap().push(format!("{title}: {body}"));
        Ok(())
    }
    fn quit(&self) {
        self.quits.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
}

/// A desk with everything around it.
pub struct Bench {
    pub desk: Desk,
    pub host: Arc<FolderHost>,
    pub events: Arc<Mutex<Vec<Value>>>,
}

/// Opens a desk on a folder; `api` is a simulator's base URL.
pub async fn open(folder: &Path, keys: &MemoryKeys, api: Option<String>) -> Result<Bench, DeskError> {
    let host = Arc::new(FolderHost { folder: folder.to_path_buf(), ..FolderHost::default() });
    let events: Arc<Mutex<Vec<Value>>> = Arc::default();
    let sink = events.clone();
    let desk = Desk::start(DeskConfig {
        data_dir: folder.to_path_buf(),
        host: host.clone(),
        keychain: Arc::new(keys.clone()),
        events: Arc::new(move |event: &DeskEvent| sink.lock().unwrap().push(json!(event))),
        api,
        clock: desk::system_clock(),
        person: "Ada".into(),
        outbox_timing: Some(desk::settle_within(2)),
    })
    .await?;
    Ok(Bench { desk, host, events })
}

impl Bench {
    /// Calls a command that must succeed.
    pub async fn call(&self, name: &str, request: Value) -> Value {
        match self.desk.call(name, request.clone()).await {
            Ok(answer) => answer,
            Err(fault) => panic!("{name} {request}: {fault:?}"),
        }
    }

    /// Calls a command that must fail, and gives its code.
    pub async fn refused(&self, name: &str, request: Value) -> DeskError {
        match self.desk.call(name, request.clone()).await {
            Ok(answer) => panic!("{name} {request} should have been refused, not {answer}"),
            Err(fault) => fault,
        }
    }

    /// Asks for the sync's status until it is as wanted.
    pub async fn until(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let status = self.call("sync_status", json!({})).await;
            if wanted(&status) {
                return status;
            }
            assert!(start.elapsed() < Duration::from_secs(120), "{what} never came: {status:#}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn until_up_to_date(&self) -> Value {
        self.until("up to date", |status| status["headline"]["is"] == "up_to_date").await
    }
}

/// A small state without limits.
pub async fn state(packages: u32) -> Running {
    let config = SimulatorConfig { packages, limits: simulator::Limits::Off, ..SimulatorConfig::default() };
    Simulator::start(config).await.unwrap()
}

/// A request to connect all that `keys` open.
pub fn keys_of(software: &str, user: &str) -> Value {
    json!({"state": "CA", "environment": "sandbox", "software_key": software, "user_key": user})
}

/// The tab of packages of one license.
pub fn packages(tab: &str, licenses: &[&str]) -> Value {
    json!({"collection": "packages", "tab": tab, "licenses": licenses, "search": "", "filters": [], "sort": []})
}
