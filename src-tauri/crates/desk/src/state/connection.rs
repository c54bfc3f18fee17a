//! An account's connection to the state: where its calls go, with which keys, within which budget.

use std::sync::Arc;

use outbox::StateWire;
use state_api::Client;
use sync::Syncer;

/// A connection to the state.
#[derive(Clone)]
pub(crate) struct Connection {
    pub client: Client,
    /// Tells budgets apart without telling keys.
    pub budget_key: String,
    pub syncer: Arc<Syncer>,
    /// For reports: the same keys and budget.
    pub wire: StateWire,
}
