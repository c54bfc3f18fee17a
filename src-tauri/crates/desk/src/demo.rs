//! The demo state: a state API on this computer, with six made-up licenses, so that a newcomer can try everything.

use std::path::Path;

use simulator::{Limits, Running, Simulator, SimulatorConfig};
use state_api::{ApiHost, ApiKeys};
use words::say;

use crate::contract::{AppSnapshot, Changed, DeskError, Empty, ErrorCode, Requested};
use crate::desk::Desk;

/// The demo account's id; there is one at most.
pub(crate) const DEMO: &str = "demo";

/// How many packages the demo state has, over all licenses.
const PACKAGES: u32 = 3_000;

/// The running demo state.
pub(crate) struct DemoState {
    running: Running,
}

impl DemoState {
    /// Starts it from its file in `folder`, which is made the first time.
    pub async fn start(folder: &Path) -> Result<Self, DeskError> {
        let config = SimulatorConfig {
            packages: PACKAGES,
            limits: Limits::Published,
            store: Some(folder.join("demo-state.db")),
            ..SimulatorConfig::default()
        };
        match Simulator::start(config).await {
            Ok(running) => Ok(Self { running }),
            Err(fault) => Err(DeskError {
                code: ErrorCode::Internal,
                message: say::desk_demo_not_started().to_string(),
                next: say::desk_demo_not_started_next().to_string(),
                details: fault.to_string(),
                retry: true,
            }),
        }
    }

    /// Where it listens: loopback.
    pub fn host(&self) -> Result<ApiHost, DeskError> {
        ApiHost::loopback(self.running.address()).map_err(|fault| DeskError::internal(fault.to_string()))
    }

    /// Its keys, which are no secret: they open nothing but this.
    pub fn keys(&self) -> ApiKeys {
        let keys = self.running.keys();
        ApiKeys::new(&keys.software_key, &keys.user_key)
    }

    pub async fn stop(self) {
        self.running.stop().await;
    }
}

impl Desk {
    pub(crate) async fn demo_start(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.once("demo_start", &request.request_id, async {
            if self.accounts().has(DEMO) {
                return Ok(Changed { changed: false });
            }
            self.connect_demo().await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.app_snapshot(Empty {}).await
    }

    pub(crate) async fn demo_reset(&self, request: Requested) -> Result<AppSnapshot, DeskError> {
        self.once("demo_reset", &request.request_id, async {
            // What waits was meant for the state as it was.
            let licenses = self.accounts().licenses_of(DEMO);
            self.give_up_reports_of(&request.request_id, &licenses).await?;
            self.forget_account(DEMO).await?;
            self.remove_demo_file().await?;
            self.connect_demo().await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.app_snapshot(Empty {}).await
    }

    /// Starts the demo state unless it runs; gives where it is and its keys.
    pub(crate) async fn demo_running(&self) -> Result<(ApiHost, ApiKeys), DeskError> {
        let mut demo = self.inner.demo.lock().await;
        if demo.is_none() {
            *demo = Some(DemoState::start(&self.inner.data_dir).await?);
        }
        match demo.as_ref() {
            Some(state) => Ok((state.host()?, state.keys())),
            None => Err(DeskError::internal("the demo state is gone")),
        }
    }

    pub(crate) async fn stop_demo(&self) {
        if let Some(demo) = self.inner.demo.lock().await.take() {
            demo.stop().await;
        }
    }

    async fn remove_demo_file(&self) -> Result<(), DeskError> {
        let folder = self.inner.data_dir.clone();
        crate::desk::blocking(move || {
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
