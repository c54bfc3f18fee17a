//! Lines to the state: where an account's calls go, with which keys, within which budget.

use std::sync::Arc;

use outbox::StateWire;
use state_api::{ApiHost, ApiKeys, Client, ClientConfig, Facility};
use sync::{SyncConfig, Syncer};

use crate::contract::{AccountCheck, DeskError, Environment, ErrorCode};
use crate::desk::Desk;
use crate::freezes::DeskClock;

/// A line to the state.
#[derive(Clone)]
pub(crate) struct Line {
    pub client: Client,
    /// Tells budgets apart without telling keys.
    pub budget_key: String,
    pub syncer: Arc<Syncer>,
    /// For reports: the same keys and budget.
    pub wire: StateWire,
}

impl Desk {
    /// Every facility that keys open; refuses empty keys and keys that open none.
    pub(crate) async fn facilities_of(&self, keys: &AccountCheck) -> Result<Vec<Facility>, DeskError> {
        for (key, name) in [(&keys.software_key, "software key"), (&keys.user_key, "user key")] {
            if key.trim().is_empty() {
                return Err(DeskError::bad_request(
                    format!("The {name} is missing. Nothing was sent."),
                    format!("Enter the {name}."),
                ));
            }
        }
        let line = self.line(self.host_of(keys)?, ApiKeys::new(&keys.software_key, &keys.user_key))?;
        let facilities = line.client.facilities().await?;
        if facilities.iter().all(|f| f.licence().is_none()) {
            return Err(DeskError {
                code: ErrorCode::NoLicences,
                message: "The keys are good, but no licence belongs to them.".into(),
                next:
                    "On the state's site, have the licence's account manager add this user to the licence, then make \
                       a new user key."
                        .into(),
                details: String::new(),
                retry: false,
            });
        }
        Ok(facilities)
    }

    pub(crate) fn host_of(&self, keys: &AccountCheck) -> Result<ApiHost, DeskError> {
        self.host(&keys.state, keys.environment)
    }

    pub(crate) fn host(&self, state: &str, environment: Environment) -> Result<ApiHost, DeskError> {
        let system = match environment {
            Environment::Production => state_api::Environment::Production,
            Environment::Sandbox => state_api::Environment::Sandbox,
            Environment::Demo => {
                return Err(DeskError::bad_request("The demo needs no keys.", "Choose “Try the demo state”."));
            }
        };
        let host = ApiHost::state(state, system)
            .map_err(|fault| DeskError::bad_request(format!("{fault}."), "Choose a state from the list."))?;
        // In tests another server stands for the state; it is on this computer or it is refused.
        let Some(api) = &self.inner.api else { return Ok(host) };
        let address = api.strip_prefix("http://").and_then(|a| a.trim_end_matches('/').parse().ok());
        address.and_then(|a| ApiHost::loopback(a).ok()).ok_or_else(|| {
            DeskError::bad_request("The address given for the state API is not on this computer.", "Start without it.")
        })
    }

    pub(crate) fn line(&self, host: ApiHost, keys: ApiKeys) -> Result<Line, DeskError> {
        let budget = self.inner.budgets.of(&host, &keys, self.mirror(), self.inner.clock.clone());
        let budget_key = format!("{:p}", Arc::as_ptr(&budget));
        let clock = Arc::new(DeskClock(self.inner.clock.clone()));
        let config = ClientConfig { clock, ..ClientConfig::new(host, keys, budget) };
        let no_security = |fault: state_api::SetupError| DeskError {
            code: ErrorCode::Internal,
            message: "Secure connections cannot be set up on this computer. Nothing was sent.".into(),
            next: "Update the operating system's certificates, then start Trackside again.".into(),
            details: fault.to_string(),
            retry: false,
        };
        let wire = StateWire::new(config.clone()).map_err(no_security)?;
        let client = Client::new(config).map_err(no_security)?;
        let syncer = Arc::new(Syncer::new(client.clone(), self.mirror(), SyncConfig::default()));
        Ok(Line { client, budget_key, syncer, wire })
    }
}
