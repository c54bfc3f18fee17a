//! Call budgets: one for each software key and host, with the state's wishes for patience kept in the mirror, so that a
//! restart does not hammer it.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use mirror::Mirror;
use secrecy::{ExposeSecret, SecretString};
use state_api::{ApiHost, ApiKeys, CallBudget, FreezeStore, Limits};

use super::clock::{Clock, DeskClock};

/// Freezes in the mirror, under the host they belong to.
struct Freezes {
    mirror: Mirror,
    host: String,
}

impl FreezeStore for Freezes {
    fn load(&self, scope: &str) -> Option<Timestamp> {
        self.mirror.freeze_load(&format!("{} {scope}", self.host)).unwrap_or_else(|fault| {
            tracing::warn!(%fault, "a stored freeze could not be read");
            None
        })
    }

    fn save(&self, scope: &str, until: Timestamp) {
        if let Err(fault) = self.mirror.freeze_save(&format!("{} {scope}", self.host), Some(until)) {
            tracing::warn!(%fault, "a freeze could not be stored");
        }
    }
}

/// The state counts calls by software key: accounts that share one share its budget.
#[derive(Default)]
pub(crate) struct Budgets {
    known: Mutex<Vec<(ApiHost, SecretString, Arc<CallBudget>)>>,
}

impl Budgets {
    /// The budget of these keys at this host.
    pub fn of(&self, host: &ApiHost, keys: &ApiKeys, mirror: Mirror, clock: Clock) -> Arc<CallBudget> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |(h, k, _): &&(ApiHost, SecretString, Arc<CallBudget>)| {
            h == host && k.expose_secret() == keys.software.expose_secret()
        };
        if let Some((.., budget)) = known.iter().find(same) {
            return budget.clone();
        }
        let store = Arc::new(Freezes { mirror, host: host.base_url().to_owned() });
        let budget = CallBudget::new(Limits::published(), store).with_clock(Arc::new(DeskClock(clock)));
        let budget = Arc::new(budget);
        known.push((host.clone(), keys.software.clone(), budget.clone()));
        budget
    }

    /// Forgets them all: the mirror they store in is gone.
    pub fn clear(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
