//! Accounts: connecting keys and bringing them back, choosing licenses, keys and names, the demo.

mod connecting;
mod demo;
mod joining;
mod keys;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contract::DeskError;
use crate::desk::Desk;

impl Desk {
    /// As [`Desk::once`], for a command that decides upon which accounts there are. What it looks at stands in the
    /// keychain, in the ledger and in memory, so that no transaction holds it together: such commands go one after
    /// another.
    async fn deciding<T, F>(&self, command: &'static str, request_id: &str, work: F) -> Result<T, DeskError>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: Future<Output = Result<T, DeskError>>,
    {
        let in_turn = async {
            let _turn = self.inner.connections.deciding.lock().await;
            work.await
        };
        self.once(command, request_id, in_turn).await
    }
}
