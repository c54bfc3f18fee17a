//! Where keys are kept: the system's keychain, and where there is none, this session's memory.

mod session;
mod system;
mod words;

use std::sync::Arc;

use desk::KeyStore;

pub use self::session::SessionOnly;
pub use self::system::SystemKeychain;

/// Under what name the system's keychain lists Trackside's keys.
pub const SERVICE: &str = "Trackside";

/// The system's keychain, or this session's memory where no keychain answers; [`KeyStore::kind`] says which. May block
/// while the system asks the person to unlock it.
#[must_use]
pub fn open(service: &str) -> Arc<dyn KeyStore> {
    match SystemKeychain::open(service) {
        Ok(keychain) => {
            tracing::info!("keys are kept in the system's keychain");
            Arc::new(keychain)
        }
        Err(reason) => {
            tracing::warn!(%reason, "there is no keychain: keys are kept for this session only");
            Arc::new(SessionOnly::default())
        }
    }
}
