//! The accounts and their connections, and who may change them.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use state_api::{ApiHost, ApiKeys};

use super::accounts::Accounts;
use super::budgets::Budgets;
use super::demo::DemoState;
use crate::contract::DeskError;

/// The accounts, what their connections are made of, and who may change which there are.
#[derive(Default)]
pub(crate) struct Connections {
    accounts: Mutex<Accounts>,
    pub budgets: Budgets,
    /// The demo state, while it runs.
    demo: tokio::sync::Mutex<Option<DemoState>>,
    /// Held by a command that decides upon which accounts there are, from its look at them to the end of its change.
    pub deciding: tokio::sync::Mutex<()>,
    /// Held by whoever changes which accounts there are, from its look at them to the end of what follows from it.
    pub changing: tokio::sync::Mutex<()>,
}

impl Connections {
    pub fn accounts(&self) -> MutexGuard<'_, Accounts> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the demo state, which keeps its file in `folder`, unless it runs; gives where it is and its keys.
    pub async fn demo_running(&self, folder: &Path) -> Result<(ApiHost, ApiKeys), DeskError> {
        let mut demo = self.demo.lock().await;
        if demo.is_none() {
            *demo = Some(DemoState::start(folder).await?);
        }
        match demo.as_ref() {
            Some(state) => Ok((state.host()?, state.keys())),
            None => Err(DeskError::internal("the demo state is gone")),
        }
    }

    /// Stops the demo state where it runs.
    pub async fn stop_demo(&self) {
        if let Some(demo) = self.demo.lock().await.take() {
            demo.stop().await;
        }
    }
}
