//! Writes. A call sends its request once: no retries, no redirects, no connection that was idle and may be half dead.
//! What to do when the answer is lost is the outbox's to decide.

mod evidence;
mod outcome;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use rules::LicenceNumber;
use secrecy::ExposeSecret;

pub use evidence::{AdjustReason, Adjustment, ReceiptState, TemplateState};
pub use outcome::WriteOutcome;

use crate::budget::{CallBudget, Lane};
use crate::client::{ClientConfig, jitter};
use crate::clock::Clock;
use crate::error::{SetupError, words_of};
use crate::host::{ApiHost, ApiKeys};
use crate::transport::{chain, date_of, retry_after_of, tls};

/// The methods of writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WriteMethod {
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
}

/// Sends writes for one pair of keys. Clones are cheap and share everything.
#[derive(Clone)]
pub struct Writer {
    http: reqwest::Client,
    host: ApiHost,
    keys: ApiKeys,
    budget: Arc<CallBudget>,
    clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("host", &self.host).finish_non_exhaustive()
    }
}

/// The longest answer to a write that is read.
const LARGEST: usize = 1 << 20;

/// For how many seconds after [`Writer::send`] has ended, however it did, bytes of the request may still leave this
/// computer: what the other side has not acknowledged stays with the system after the connection is closed, and is sent
/// again until the system gives up.
///
/// Linux is told when to (`TCP_USER_TIMEOUT`, which holds for closed connections too). The others cannot be told through
/// the HTTP library, so it is as long as they try: Windows five times more, each wait twice the last and at most a minute
/// (`TcpMaxDataRetransmissions`); BSD and macOS thirteen waits of at most 64 seconds (`TCP_MAXRXTSHIFT`,
/// `TCPTV_REXMTMAX`). What a proxy or a router on the way has acknowledged and keeps is beyond any bound of ours.
pub const LINGER_SECONDS: u32 = if cfg!(any(target_os = "linux", target_os = "android")) {
    20
} else if cfg!(windows) {
    6 * 60
} else {
    13 * 64
};

impl Writer {
    /// A writer of the same host, keys and budget as a client of this configuration. No call is made yet.
    ///
    /// # Errors
    /// [`SetupError`] when secure connections cannot be set up on this computer.
    pub fn new(config: &ClientConfig) -> Result<Self, SetupError> {
        Self::that_lingers(config, Duration::from_secs(LINGER_SECONDS.into()))
    }

    fn that_lingers(config: &ClientConfig, linger: Duration) -> Result<Self, SetupError> {
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls()?)
            .https_only(!config.host.is_loopback())
            .retry(reqwest::retry::never())
            .redirect(reqwest::redirect::Policy::none())
            // A connection that idled may have been closed by the other side; a write on it could be lost, or be sent
            // again by the HTTP library itself.
            .pool_max_idle_per_host(0)
            .gzip(true)
            .connect_timeout(config.timeouts.connect)
            .read_timeout(config.timeouts.silence)
            .timeout(config.timeouts.total)
            .user_agent(concat!("Trackside/", env!("CARGO_PKG_VERSION")));
        let builder = if config.host.is_loopback() { builder.no_proxy() } else { builder };
        let builder = give_up_after(builder, linger);
        let http = builder.build().map_err(|error| SetupError::Http(chain(&error)))?;
        Ok(Self {
            http,
            host: config.host.clone(),
            keys: config.keys.clone(),
            budget: Arc::clone(&config.budget),
            clock: Arc::clone(&config.clock),
        })
    }

    /// Sends one write, `body` to the letter, when its turn in [`Lane::Submit`] has come. `path` is without licence; an
    /// empty body is none, as the state's DELETEs want it.
    /// Dropping the future closes the connection; the state may then still carry the write out.
    pub async fn send(&self, method: WriteMethod, path: &str, licence: &LicenceNumber, body: String) -> WriteOutcome {
        if let Some(until) = self.budget.frozen_until(Some(licence)).filter(|until| *until > self.clock.now()) {
            return WriteOutcome::RateLimited { until, state_said: String::new() };
        }
        let permit = self.budget.acquire(Lane::Submit, Some(licence)).await;
        let url = format!("{}{path}", self.host.base_url());
        let request = match method {
            WriteMethod::Post => self.http.post(url),
            WriteMethod::Put => self.http.put(url),
            WriteMethod::Delete => self.http.delete(url),
        };
        let request = request
            .query(&[("licenseNumber", licence.as_str())])
            .header(ACCEPT, "application/json")
            .basic_auth(self.keys.software.expose_secret(), Some(self.keys.user.expose_secret()));
        let request =
            if body.is_empty() { request } else { request.header(CONTENT_TYPE, "application/json").body(body) };
        let outcome = match self.http_answer(request).await {
            Err(outcome) => outcome,
            Ok(Whole { status, retry_after, body }) => match outcome::meaning(status, &body) {
                Some(outcome) => outcome,
                None => WriteOutcome::RateLimited {
                    until: permit.refused(retry_after, jitter()),
                    state_said: words_of(&String::from_utf8_lossy(&body)),
                },
            },
        };
        match &outcome {
            WriteOutcome::Accepted { .. } => permit.went_well(),
            other => tracing::warn!(path, licence = licence.as_str(), outcome = ?other, "a write was not accepted"),
        }
        outcome
    }

    /// The whole answer, or what is known without one.
    async fn http_answer(&self, request: reqwest::RequestBuilder) -> Result<Whole, WriteOutcome> {
        let mut response = match request.send().await {
            Ok(response) => response,
            // Neither a connection nor a request: nothing left.
            Err(error) if error.is_connect() || error.is_builder() => {
                return Err(WriteOutcome::NotSent { detail: chain(&error) });
            }
            Err(error) => return Err(WriteOutcome::Unknown { detail: chain(&error) }),
        };
        let status = response.status().as_u16();
        let retry_after = retry_after_of(response.headers(), date_of(response.headers()));
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() <= LARGEST => body.extend_from_slice(&chunk),
                Ok(Some(_)) => {
                    let detail = format!("the state's answer ({status}) is longer than any answer can be");
                    return Err(WriteOutcome::Unknown { detail });
                }
                Ok(None) => return Ok(Whole { status, retry_after, body }),
                Err(error) => {
                    let detail = format!("the state's answer ({status}) was cut off: {}", chain(&error));
                    return Err(WriteOutcome::Unknown { detail });
                }
            }
        }
    }
}

/// Has the system give up what is not acknowledged for so long, where it can be told.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn give_up_after(builder: reqwest::ClientBuilder, linger: Duration) -> reqwest::ClientBuilder {
    builder.tcp_user_timeout(linger)
}

/// The system gives up when it will.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn give_up_after(builder: reqwest::ClientBuilder, _: Duration) -> reqwest::ClientBuilder {
    builder
}

struct Whole {
    status: u16,
    retry_after: Option<Duration>,
    body: Vec<u8>,
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use tokio::net::TcpListener;

    use super::*;
    use crate::budget::{Limits, NoFreezeStore};

    /// A state that takes the connection and reads nothing: what does not fit its window stays with the system.
    #[tokio::test]
    async fn the_system_gives_up_what_nobody_takes() {
        let deaf = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let budget = Arc::new(CallBudget::new(Limits::unpaced(1), Arc::new(NoFreezeStore)));
        let host = ApiHost::loopback(deaf.local_addr().unwrap()).unwrap();
        let config = ClientConfig::new(host, ApiKeys::new("software", "user"), budget);
        let writer = Writer::that_lingers(&config, Duration::from_secs(1)).unwrap();
        let body = " ".repeat(64 << 20);
        let licence = LicenceNumber::new("C10-0000123-LIC");
        let (outcome, _kept) =
            tokio::join!(writer.send(WriteMethod::Post, "/packages/v2/adjust", &licence, body), deaf.accept());
        let WriteOutcome::Unknown { detail } = outcome else { panic!("{outcome:?}") };
        assert!(detail.contains("os error 110"), "the system's own word, not our patience: {detail}");
    }
}
