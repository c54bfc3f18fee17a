//! California's track-and-trace API, version 2, to run against: the demo's state, the tests' state, and every fault
//! that a real server and a real network have.
//!
//! It is an oracle, so it shares no code with the client: its own units, its own tags, its own rules, taken from the
//! contract and not from the rooms that it tests.
//!
//! ```no_run
//! # async fn example() -> Result<(), simulator::SimulatorError> {
//! let state = simulator::Simulator::start(simulator::SimulatorConfig::default()).await?;
//! println!("{} {}", state.base_url(), state.keys().user_key);
//! state.stop().await;
//! # Ok(())
//! # }
//! ```

// What requests say is calculated with here: every sum is checked, or says why it cannot overflow.
#[warn(clippy::arithmetic_side_effects)]
mod api;
mod config;
mod control;
#[warn(clippy::arithmetic_side_effects)]
mod deeds;
mod http;
mod journal;
mod server;
#[warn(clippy::arithmetic_side_effects)]
mod state;
mod story;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use config::{DemoKeys, Limits, LongerWindow, Options, SimulatorConfig};
pub use control::{Control, License};
pub use deeds::PackageEdit;
pub use http::faults::{Fault, FaultRule};
pub use http::log::{Counters, LoggedRequest};
pub use journal::SetAside;
pub use state::tag::TagKind;

/// Why a simulator did not start, or did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorError {
    /// The address is not on this machine only; the back door has no keys.
    #[error("the simulator listens on this machine only, not on {0}")]
    NotLoopback(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The store is damaged or not a store.
    #[error("the simulator's store cannot be read: {0}")]
    StoreUnreadable(String),
    /// Another simulator has the store open.
    #[error("the simulator's store {} is in use by another simulator; nothing of it was changed", .0.display())]
    StoreInUse(PathBuf),
    /// The store cannot be read or written.
    #[error("the simulator's store failed: {0}")]
    Store(#[from] rusqlite::Error),
    /// The state refused it.
    #[error("{0}")]
    Refused(String),
}

/// The state API on this machine.
pub struct Simulator;

impl Simulator {
    /// Every operation that is answered: its method, and its route with `{name}` for parameters.
    pub fn operations() -> Vec<(&'static str, &'static str)> {
        api::operations().map(|operation| (operation.method, operation.route)).collect()
    }

    /// Tells the story (or opens the store) and listens.
    ///
    /// # Errors
    /// When the address is not loopback or taken, or the store cannot be read.
    pub async fn start(config: SimulatorConfig) -> Result<Running, SimulatorError> {
        let wanted = config.listen;
        if !wanted.ip().is_loopback() {
            return Err(SimulatorError::NotLoopback(wanted));
        }
        let listener = TcpListener::bind(wanted).await.map_err(|error| SimulatorError::Listen(wanted, error))?;
        let address = listener.local_addr().map_err(|error| SimulatorError::Listen(wanted, error))?;
        // Telling a large story takes a while; other tasks go on meanwhile.
        let server = tokio::task::spawn_blocking(move || server::Server::open(config))
            .await
            .map_err(|error| SimulatorError::StoreUnreadable(error.to_string()))??;
        let server = Arc::new(server);
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(http::serve::run(Arc::clone(&server), listener, address, stopped));
        Ok(Running { address, server, stop, task: Some(task) })
    }
}

/// A simulator that runs; dropping it stops it.
pub struct Running {
    address: SocketAddr,
    server: Arc<server::Server>,
    stop: watch::Sender<bool>,
    task: Option<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it listens, as `http://127.0.0.1:PORT` without a slash at the end.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The keys it accepts.
    pub fn keys(&self) -> DemoKeys {
        self.server.keys.clone()
    }

    /// The back door.
    pub fn control(&self) -> Control {
        Control { server: Arc::clone(&self.server) }
    }

    /// Stops listening, closes every connection and lets go of the store.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if let Some(task) = self.task.take() {
            // The task ends by itself; that it was cancelled from elsewhere is the same to us.
            let _ = task.await;
        }
        self.server.close();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.server.close();
    }
}
