//! Lines to the state: where an account's calls go, with which keys, within which budget.

use std::sync::Arc;

use outbox::StateWire;
use state_api::{ApiHost, ApiKeys, Client, ClientConfig, Facility};
use sync::{SyncConfig, Syncer};
use words::say;

use crate::contract::{AccountCheck, DeskError, Environment, ErrorCode};
use crate::desk::Desk;
use crate::state::clock::DeskClock;
use crate::state::connection::Connection;

impl Desk {
    /// Every facility that keys open; refuses empty keys and keys that open none.
    pub(crate) async fn facilities_of(&self, keys: &AccountCheck) -> Result<Vec<Facility>, DeskError> {
        if keys.software_key.trim().is_empty() {
            return Err(DeskError::bad_request(
                say::accounts_software_key_missing(),
                say::accounts_software_key_missing_next(),
            ));
        }
        if keys.user_key.trim().is_empty() {
            return Err(DeskError::bad_request(
                say::accounts_user_key_missing(),
                say::accounts_user_key_missing_next(),
            ));
        }
        let connection = self.connection(self.host_of(keys)?, ApiKeys::new(&keys.software_key, &keys.user_key))?;
        let facilities = connection.client.facilities().await?;
        if facilities.iter().all(|f| f.license_number().is_none()) {
            return Err(DeskError {
                code: ErrorCode::NoLicenses,
                message: say::accounts_no_licenses().to_string(),
                next: say::accounts_no_licenses_next().to_string(),
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
                return Err(DeskError::bad_request(
                    say::accounts_demo_without_keys(),
                    say::accounts_demo_without_keys_next(),
                ));
            }
        };
        let no_state =
            |_| DeskError::bad_request(say::accounts_not_a_state(state.trim()), say::accounts_not_a_state_next());
        let host = ApiHost::state(state, system).map_err(no_state)?;
        // In tests another server stands for the state; it is on this computer or it is refused.
        let Some(api) = &self.inner.config.api else { return Ok(host) };
        let address = api.strip_prefix("http://").and_then(|a| a.trim_end_matches('/').parse().ok());
        address.and_then(|a| ApiHost::loopback(a).ok()).ok_or_else(|| {
            DeskError::bad_request(say::accounts_not_this_computer(), say::accounts_not_this_computer_next())
        })
    }

    pub(crate) fn connection(&self, host: ApiHost, keys: ApiKeys) -> Result<Connection, DeskError> {
        let budget = self.inner.connections.budgets.of(&host, &keys, self.mirror(), self.inner.config.clock.clone());
        let budget_key = format!("{:p}", Arc::as_ptr(&budget));
        let clock = Arc::new(DeskClock(self.inner.config.clock.clone()));
        let config = ClientConfig { clock, ..ClientConfig::new(host, keys, budget) };
        let no_security = |fault: state_api::SetupError| DeskError {
            code: ErrorCode::Internal,
            message: say::accounts_no_security().to_string(),
            next: say::accounts_no_security_next().to_string(),
            details: fault.to_string(),
            retry: false,
        };
        let wire = StateWire::new(config.clone()).map_err(no_security)?;
        let client = Client::new(config).map_err(no_security)?;
        let syncer = Arc::new(Syncer::new(client.clone(), self.mirror(), SyncConfig::default()));
        Ok(Connection { client, budget_key, syncer, wire })
    }
}
