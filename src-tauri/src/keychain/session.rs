//! Keys in memory, for a machine without a keychain.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::contract::Keychain;
use desk::{KeyEntry, KeyStore, KeyStoreError, StoredKeys};
use words::say;

/// Keys until the app closes. Nothing is written anywhere.
#[derive(Default)]
pub struct SessionOnly {
    keys: Mutex<HashMap<String, StoredKeys>>,
}

impl SessionOnly {
    /// A map is whole after any of the three calls, so a thread that died with the lock leaves nothing half done.
    fn keys(&self) -> MutexGuard<'_, HashMap<String, StoredKeys>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyStore for SessionOnly {
    fn kind(&self) -> Keychain {
        Keychain::SessionOnly
    }

    /// Never refused, so never shown.
    fn entry(&self, _: &str) -> KeyEntry {
        KeyEntry {
            keeper: say::accounts_keeper_session().to_string(),
            entry: say::accounts_entry_session().to_string(),
        }
    }

    fn put(&self, account: &str, keys: &StoredKeys) -> Result<(), KeyStoreError> {
        self.keys().insert(account.to_owned(), keys.clone());
        Ok(())
    }

    fn get(&self, account: &str) -> Result<Option<StoredKeys>, KeyStoreError> {
        Ok(self.keys().get(account).cloned())
    }

    fn remove(&self, account: &str) -> Result<(), KeyStoreError> {
        self.keys().remove(account);
        Ok(())
    }
}
