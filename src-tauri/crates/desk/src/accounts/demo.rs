//! The demo state: a state API on this computer, with six made-up licenses, so that a newcomer can try everything.

use words::say;

use crate::contract::{AppSnapshot, Changed, DeskError, Environment, ErrorCode, Requested};
use crate::desk::{Desk, blocking};
use crate::state::accounts::{KnownLicense, Remembered, Way};

/// The demo account's id; there is one at most.
const DEMO: &str = "demo";

impl Desk {
    pub(crate) async fn demo_start(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.deciding("demo_start", &request.request_id, async {
            if self.accounts().has(DEMO) {
                return Ok(Changed { changed: false });
            }
            self.connect_demo().await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    pub(crate) async fn demo_reset(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.deciding("demo_reset", &request.request_id, async {
            // What waits was meant for the state as it was.
            let licenses = self.accounts().licenses_of(DEMO);
            self.give_up_reports_of(&request.request_id, &licenses).await?;
            self.forget_account(DEMO).await?;
            self.remove_demo_file().await?;
            self.connect_demo().await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    /// Starts the demo state if need be and connects it with all its licenses.
    async fn connect_demo(&self) -> Result<(), DeskError> {
        let (host, keys) = self.inner.connections.demo_running(&self.inner.config.data_dir).await?;
        let connection = self.connection(host, keys)?;
        let facilities = connection.syncer.facilities().await?;
        let licenses = facilities.iter().filter_map(|f| KnownLicense::of(f, |_| true)).collect();
        let (id, state, environment) = (DEMO.into(), "CA".into(), Environment::Demo);
        let account = Remembered { id, name: String::new(), state, environment, licenses };
        let _turn = self.inner.connections.changing.lock().await;
        self.remember(&account).await?;
        self.take_up(account, Way::Open(Box::new(connection))).await;
        Ok(())
    }

    async fn remove_demo_file(&self) -> Result<(), DeskError> {
        let folder = self.inner.config.data_dir.clone();
        blocking(move || {
            for name in ["demo-state.db", "demo-state.db-wal", "demo-state.db-shm"] {
                match std::fs::remove_file(folder.join(name)) {
                    Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => return Err(fault),
                    _ => {}
                }
            }
            Ok(())
        })
        .await?
        .map_err(|fault| DeskError {
            code: ErrorCode::File,
            message: say::desk_demo_not_reset().to_string(),
            next: say::desk_demo_not_reset_next().to_string(),
            details: fault.to_string(),
            retry: true,
        })
    }
}
