//! Writes. A call sends its request once: no retries, no redirects, no connection that was idle and may be half dead.
//! What to do when the answer is lost is the outbox's to decide.

mod evidence;
mod outcome;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use rules::LicenseNumber;
use secrecy::ExposeSecret;
use words::say;

pub use evidence::{AdjustReason, Adjustment, ReceiptState, TemplateState};
pub use outcome::WriteOutcome;

use crate::budget::{CallBudget, Lane};
use crate::client::{ClientConfig, jitter};
use crate::clock::Clock;
use crate::error::{SetupError, words_of};
use crate::host::{ApiHost, ApiKeys};
use crate::http::{Http, NoAnswer, Settings, chain};
use crate::transport::{Answer, Head};

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
    http: Arc<Http>,
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
        // A connection that idled may have been closed by the other side; a write on it could be lost, or be sent again
        // by the HTTP library itself.
        let settings = Settings::new(config.host.clone(), config.timeouts, None)?;
        let linger = Some(Duration::from_secs(LINGER_SECONDS.into()));
        Self::over(Settings { linger, ..settings }, config)
    }

    /// A writer that connects as told.
    pub(crate) fn over(settings: Settings, config: &ClientConfig) -> Result<Self, SetupError> {
        let http = Arc::new(Http::new(settings)?);
        Ok(Self {
            http,
            host: config.host.clone(),
            keys: config.keys.clone(),
            budget: Arc::clone(&config.budget),
            clock: Arc::clone(&config.clock),
        })
    }

    /// Sends one write, `body` to the letter, when its turn in [`Lane::Submit`] has come. `path` is without license; an
    /// empty body is none, as the state's DELETEs want it.
    /// Dropping the future closes the connection; the state may then still carry the write out.
    pub async fn send(&self, method: WriteMethod, path: &str, license: &LicenseNumber, body: String) -> WriteOutcome {
        if let Some(until) = self.budget.frozen_until(Some(license)).filter(|until| *until > self.clock.now()) {
            return WriteOutcome::RateLimited { until, state_said: String::new() };
        }
        let permit = self.budget.acquire(Lane::Submit, Some(license)).await;
        let url = format!("{}{path}", self.host.base_url());
        let http = self.http.client();
        let request = match method {
            WriteMethod::Post => http.post(url),
            WriteMethod::Put => http.put(url),
            WriteMethod::Delete => http.delete(url),
        };
        let request = request
            .query(&[("licenseNumber", license.as_str())])
            .header(ACCEPT, "application/json")
            .basic_auth(self.keys.software.expose_secret(), Some(self.keys.user.expose_secret()));
        let request =
            if body.is_empty() { request } else { request.header(CONTENT_TYPE, "application/json").body(body) };
        let outcome = match self.http_answer(request).await {
            Err(outcome) => outcome,
            Ok(answer) => match outcome::meaning(&answer) {
                Some(outcome) => outcome,
                None => WriteOutcome::RateLimited {
                    until: permit.refused(answer.head.retry_after, jitter()),
                    state_said: words_of(&String::from_utf8_lossy(&answer.body)),
                },
            },
        };
        match &outcome {
            WriteOutcome::Accepted { .. } => permit.went_well(),
            other => tracing::warn!(path, license = license.as_str(), outcome = ?other, "a write was not accepted"),
        }
        outcome
    }

    /// The whole answer, or what is known without one.
    async fn http_answer(&self, request: reqwest::RequestBuilder) -> Result<Answer, WriteOutcome> {
        let mut response = match request.send().await {
            Ok(response) => response,
            Err(error) => return Err(self.no_answer(&error)),
        };
        let head = Head::of(&response);
        let status = head.status;
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() <= LARGEST => body.extend_from_slice(&chunk),
                Ok(Some(_)) => {
                    let detail = say::reading_answer_too_long(status.to_string()).to_string();
                    return Err(WriteOutcome::Unknown { detail });
                }
                Ok(None) => return Ok(Answer { head, body }),
                Err(error) => {
                    let detail = say::reading_answer_cut_off(chain(&error), status.to_string()).to_string();
                    return Err(WriteOutcome::Unknown { detail });
                }
            }
        }
    }

    /// What is known where no answer began: without a connection no byte of the write left.
    fn no_answer(&self, error: &reqwest::Error) -> WriteOutcome {
        let detail = chain(error);
        match self.http.no_answer(error) {
            NoAnswer::Between(what) if error.is_connect() => WriteOutcome::Blocked { what, detail },
            NoAnswer::Unmade => WriteOutcome::NotSent { detail },
            NoAnswer::Unreachable(_) if error.is_connect() => WriteOutcome::NotSent { detail },
            NoAnswer::Between(_) | NoAnswer::Unreachable(_) => WriteOutcome::Unknown { detail },
        }
    }
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
        let settings = Settings::new(config.host.clone(), config.timeouts, None).unwrap();
        let settings = Settings { linger: Some(Duration::from_secs(1)), ..settings };
        let writer = Writer::over(settings, &config).unwrap();
        let body = " ".repeat(64 << 20);
        let license = LicenseNumber::new("C10-0000123-LIC");
        let (outcome, _kept) =
            tokio::join!(writer.send(WriteMethod::Post, "/packages/v2/adjust", &license, body), deaf.accept());
        let WriteOutcome::Unknown { detail } = outcome else { panic!("{outcome:?}") };
        assert!(detail.contains("os error 110"), "the system's own word, not our patience: {detail}");
    }
}
