//! What the desk needs of the machine it runs on, as two narrow traits: the shell has the real ones.

use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;
use secrecy::SecretString;
use words::say;

use crate::contract::Keychain;

/// Dialogs, the browser, notifications, and the app's end.
pub trait Host: Send + Sync {
    /// Asks the person where to save a file called `suggested`; none when they put the dialog away.
    ///
    /// # Errors
    /// [`HostError`] when no dialog could be shown.
    fn save_file(&self, suggested: &str) -> BoxFuture<'_, Result<Option<PathBuf>, HostError>>;

    /// Asks the person for files to read (CSV, TXT, TSV, XLSX); none when they put the dialog away.
    ///
    /// # Errors
    /// [`HostError`] when no dialog could be shown.
    fn open_files(&self) -> BoxFuture<'_, Result<Vec<PathBuf>, HostError>>;

    /// Opens a document that Trackside made, below its own data folder, in the system's viewer.
    ///
    /// # Errors
    /// [`HostError`] when the path lies elsewhere or no program opens it.
    fn open_file(&self, path: &Path) -> Result<(), HostError>;

    /// Opens a table (CSV or XLSX) that the person saved a moment ago, where they said, by the system's program for it.
    ///
    /// # Errors
    /// [`HostError`] when it is no table, or no program opens it.
    fn open_saved(&self, path: &Path) -> Result<(), HostError>;

    /// Shows a file that the person saved a moment ago in its folder.
    ///
    /// # Errors
    /// [`HostError`] when the system has nothing that shows folders.
    fn show_saved(&self, path: &Path) -> Result<(), HostError>;

    /// Opens one of the desk's fixed https links in the browser.
    ///
    /// # Errors
    /// [`HostError`] when no browser could be started.
    fn open_link(&self, url: &str) -> Result<(), HostError>;

    /// Shows a notification of the system's. Called only when a report comes to need the person, once for each batch of
    /// news; never with a key in it.
    ///
    /// # Errors
    /// [`HostError`] when the system shows none.
    fn notify(&self, title: &str, body: &str) -> Result<(), HostError>;

    /// Closes the app without asking again; what is under way is put down as in [`crate::Desk::stop`].
    fn quit(&self);
}

/// The machine refused; the text is its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct HostError(pub String);

/// A pair of keys.
#[derive(Debug, Clone)]
pub struct StoredKeys {
    /// The software (vendor) key.
    pub software: SecretString,
    /// The user key.
    pub user: SecretString,
}

/// How a person finds an account's entry where keys are kept, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEntry {
    /// What keeps the keys, as it begins a sentence: `The keychain`, `Windows Credential Manager`.
    pub keeper: String,
    /// The entry and where it is seen, within a sentence: `the entry “Trackside” … in Keychain Access`.
    pub entry: String,
}

/// Where keys are kept. Calls may block: the desk makes them off its async threads.
pub trait KeyStore: Send + Sync {
    /// Whether this is the system's keychain.
    fn kind(&self) -> Keychain;

    /// How a person finds an account's entry, for words. Asks nothing of the keychain. A store whose entries can be seen
    /// in a program says where.
    fn entry(&self, account: &str) -> KeyEntry {
        KeyEntry { keeper: say::accounts_keeper().to_string(), entry: say::accounts_entry(account).to_string() }
    }

    /// Keeps an account's keys, replacing those before.
    ///
    /// # Errors
    /// [`KeyStoreError`] when the keychain refused.
    fn put(&self, account: &str, keys: &StoredKeys) -> Result<(), KeyStoreError>;

    /// An account's keys; none when there are none.
    ///
    /// # Errors
    /// [`KeyStoreError`] when the keychain refused.
    fn get(&self, account: &str) -> Result<Option<StoredKeys>, KeyStoreError>;

    /// Forgets an account's keys; nothing happens when there are none.
    ///
    /// # Errors
    /// [`KeyStoreError`] when the keychain refused.
    fn remove(&self, account: &str) -> Result<(), KeyStoreError>;
}

/// The keychain refused; the text is the system's own and holds no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct KeyStoreError(pub String);
