//! The operating system's keychain: Credential Manager on Windows, Keychain Services on macOS, the Secret Service
//! elsewhere.

use desk::contract::Keychain;
use desk::{KeyEntry, KeyStore, KeyStoreError, StoredKeys};
use keyring::{Entry, Error};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// An account that nobody has, to see whether the keychain answers.
const NOBODY: &str = "nobody";

/// The system's keychain. One entry an account, so that its two keys are replaced and removed together.
pub struct SystemKeychain {
    service: String,
}

/// An entry's content. JSON, because one of the keychains keeps only text.
#[derive(Serialize, Deserialize)]
struct Content<Text> {
    software: Text,
    user: Text,
}

impl SystemKeychain {
    /// The keychain, with entries under the name `service`.
    ///
    /// # Errors
    /// The system's words when there is no keychain here or it does not answer.
    pub fn open(service: &str) -> Result<Self, KeyStoreError> {
        if let Err(fault) = Entry::store_status() {
            return Err(refused(fault));
        }
        let keychain = Self { service: service.to_owned() };
        keychain.get(NOBODY)?;
        Ok(keychain)
    }

    fn entry(&self, account: &str) -> Result<Entry, KeyStoreError> {
        Entry::new(&self.service, account).map_err(|fault| refused(&fault))
    }
}

impl KeyStore for SystemKeychain {
    fn kind(&self) -> Keychain {
        Keychain::System
    }

    fn entry(&self, account: &str) -> KeyEntry {
        super::words::of(std::env::consts::OS, &self.service, account)
    }

    fn put(&self, account: &str, keys: &StoredKeys) -> Result<(), KeyStoreError> {
        let content = Content { software: keys.software.expose_secret(), user: keys.user.expose_secret() };
        let text = serde_json::to_string(&content).map(Zeroizing::new);
        let text = text.map_err(|_| KeyStoreError("the keys cannot be written as text".into()))?;
        self.entry(account)?.set_password(&text).map_err(|fault| refused(&fault))
    }

    fn get(&self, account: &str) -> Result<Option<StoredKeys>, KeyStoreError> {
        let text = match self.entry(account)?.get_password() {
            Ok(text) => Zeroizing::new(text),
            Err(Error::NoEntry) => return Ok(None),
            Err(fault) => return Err(refused(&fault)),
        };
        // What the parser says may quote the keys, so it is not passed on.
        let content: Content<String> = serde_json::from_str(&text).map_err(|_| {
            KeyStoreError("the keychain's entry for this account is not one that Trackside wrote".into())
        })?;
        Ok(Some(StoredKeys { software: SecretString::from(content.software), user: SecretString::from(content.user) }))
    }

    fn remove(&self, account: &str) -> Result<(), KeyStoreError> {
        match self.entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(fault) => Err(refused(&fault)),
        }
    }
}

/// The system's words. Only `Display`: `Debug` of some of these errors holds what the entry holds.
fn refused(fault: &Error) -> KeyStoreError {
    KeyStoreError(fault.to_string())
}
