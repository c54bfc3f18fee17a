//! The demo state while it runs: a state API on this computer, with six made-up licenses.

use std::path::Path;

use simulator::{Limits, Running, Simulator, SimulatorConfig};
use state_api::{ApiHost, ApiKeys};
use words::say;

use crate::contract::{DeskError, ErrorCode};

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
