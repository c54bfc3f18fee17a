//! The client: a call's way through the budget, its retries, and what its answer means.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use tokio::time::Instant;
use words::say;

use crate::between::Between;
use crate::budget::{BudgetStatus, CallBudget, Lane, Permit};
use crate::clock::{Clock, SystemClock};
use crate::error::{ApiError, Fault, SetupError, is_about_the_keys, is_servers_own_fault, looks_like_html, words_of};
use crate::host::{ApiHost, ApiKeys};
use crate::http::Settings;
use crate::origin::{Asked, between};
use crate::read::ReadError;
use crate::transport::{Answer, IDLE, Transport};

/// How long the wire may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For a connection, its certificate looked at: Windows may ask the certificate's authority whether it still holds,
    /// and takes ten seconds to give that up where a firewall lets nothing but the state through.
    pub connect: Duration,
    /// Between two pieces of an answer.
    pub silence: Duration,
    /// For a call as a whole.
    pub total: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(30), silence: Duration::from_secs(30), total: Duration::from_secs(90) }
    }
}

/// How often a read is tried while its failures are passing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Tries in all, at least one.
    pub tries: u32,
    /// The first pause between two tries; each next is twice as long, with jitter.
    pub first_pause: Duration,
    /// The longest pause, and the longest freeze that is waited out.
    pub longest_pause: Duration,
}

impl Patience {
    /// A person waits: two tries.
    pub const SHORT: Self =
        Self { tries: 2, first_pause: Duration::from_millis(300), longest_pause: Duration::from_secs(5) };
    /// Nobody waits: six tries over about half a minute.
    pub const LONG: Self =
        Self { tries: 6, first_pause: Duration::from_millis(500), longest_pause: Duration::from_secs(90) };
}

/// What a client is made of.
#[derive(Clone)]
pub struct ClientConfig {
    /// Where calls go.
    pub host: ApiHost,
    /// With which keys.
    pub keys: ApiKeys,
    /// The budget of the software key, shared by all its clients.
    pub budget: Arc<CallBudget>,
    /// The local time.
    pub clock: Arc<dyn Clock>,
    /// How long the wire may take.
    pub timeouts: Timeouts,
    /// How often reads are tried.
    pub patience: Patience,
}

impl ClientConfig {
    /// The usual settings: the computer's clock, [`Timeouts::default`], [`Patience::SHORT`].
    pub fn new(host: ApiHost, keys: ApiKeys, budget: Arc<CallBudget>) -> Self {
        Self {
            host,
            keys,
            budget,
            clock: Arc::new(SystemClock),
            timeouts: Timeouts::default(),
            patience: Patience::SHORT,
        }
    }
}

/// Counts the requests that left through the clients it was given to, retries included.
#[derive(Debug, Clone, Default)]
pub struct Tally(Arc<AtomicU64>);

impl Tally {
    /// Requests so far.
    pub fn calls(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A client of the state's API for one pair of keys. Clones are cheap and share everything.
#[derive(Clone)]
pub struct Client {
    transport: Transport,
    budget: Arc<CallBudget>,
    clock: Arc<dyn Clock>,
    patience: Patience,
    lane: Lane,
    seen: Arc<Mutex<Option<ServerTime>>>,
    tally: Tally,
}

/// The state's time, from the last answer.
#[derive(Debug, Clone, Copy)]
struct ServerTime {
    said: Timestamp,
    at: Instant,
    local: Timestamp,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("lane", &self.lane).finish_non_exhaustive()
    }
}

impl Client {
    /// A client whose calls go in [`Lane::Interactive`]. No call is made yet.
    ///
    /// # Errors
    /// [`SetupError`] when secure connections cannot be set up on this computer.
    pub fn new(config: ClientConfig) -> Result<Self, SetupError> {
        let settings = Settings::new(config.host.clone(), config.timeouts, Some(IDLE))?;
        Self::over(settings, config)
    }

    /// A client that connects as told.
    pub(crate) fn over(settings: Settings, config: ClientConfig) -> Result<Self, SetupError> {
        Ok(Self {
            transport: Transport::new(settings, config.keys)?,
            budget: config.budget,
            clock: config.clock,
            patience: config.patience,
            lane: Lane::Interactive,
            seen: Arc::default(),
            tally: Tally::default(),
        })
    }

    /// The same client in another lane.
    pub fn in_lane(&self, lane: Lane) -> Self {
        Self { lane, ..self.clone() }
    }

    /// The same client with another patience.
    pub fn with_patience(&self, patience: Patience) -> Self {
        Self { patience, ..self.clone() }
    }

    /// The same client with a tally of its own.
    pub fn tallied(&self) -> (Self, Tally) {
        let tally = Tally::default();
        (Self { tally: tally.clone(), ..self.clone() }, tally)
    }

    /// How the budget stands.
    pub fn budget(&self) -> BudgetStatus {
        self.budget.status()
    }

    /// Calls of a license begun in the last 60 seconds.
    pub fn last_minute_of(&self, license: &LicenseNumber) -> u64 {
        self.budget.last_minute_of(license)
    }

    /// The state's time now, from the `Date` of its last answer; none before the first answer.
    pub fn server_now(&self) -> Option<Timestamp> {
        let seen = (*self.seen.lock().unwrap_or_else(PoisonError::into_inner))?;
        let since = SignedDuration::try_from(seen.at.elapsed()).ok()?;
        seen.said.checked_add(since).ok()
    }

    /// The local time, as the client's clock tells it.
    pub fn local_now(&self) -> Timestamp {
        self.clock.now()
    }

    /// How far the state's clock is ahead of the local one, to the second; none before the first answer.
    pub fn clock_skew(&self) -> Option<SignedDuration> {
        let seen = (*self.seen.lock().unwrap_or_else(PoisonError::into_inner))?;
        Some(seen.said.duration_since(seen.local))
    }

    /// GETs, waits for its turn, tries again while failures are passing, and reads the body.
    pub(crate) async fn get<T>(
        &self,
        path: &str,
        license: Option<&LicenseNumber>,
        query: &[(&str, String)],
        read: impl Fn(&str) -> Result<T, ReadError>,
    ) -> Result<T, ApiError> {
        let asked = if path.starts_with("/facilities/") { Asked::Facilities } else { Asked::Data };
        self.get_as(asked, path, license, query, read).await
    }

    /// The same for the few routes whose answer is a web page.
    pub(crate) async fn get_page<T>(
        &self,
        path: &str,
        license: Option<&LicenseNumber>,
        query: &[(&str, String)],
        read: impl Fn(&str) -> Result<T, ReadError>,
    ) -> Result<T, ApiError> {
        self.get_as(Asked::Manifest, path, license, query, read).await
    }

    async fn get_as<T>(
        &self,
        asked: Asked,
        path: &str,
        license: Option<&LicenseNumber>,
        query: &[(&str, String)],
        read: impl Fn(&str) -> Result<T, ReadError>,
    ) -> Result<T, ApiError> {
        let mut tried = 0;
        loop {
            self.expect_turn(license)?;
            let permit = self.budget.acquire(self.lane, license).await;
            let began = Instant::now();
            self.tally.0.fetch_add(1, Ordering::Relaxed);
            let outcome = self.once(&permit, asked, path, query, &read).await;
            drop(permit);
            tried += 1;
            let error = match outcome {
                Ok(read) => return Ok(read),
                Err(error) => error,
            };
            let again = error.passes_soon() && tried < self.patience.tries;
            let (took_ms, again_word) = (began.elapsed().as_millis(), if again { "again" } else { "given up" });
            let license_text = license.map_or("", LicenseNumber::as_str);
            let said = error.state_said();
            tracing::warn!(path, license = license_text, took_ms, tried, next = again_word, %error, said, "a call failed");
            if !again {
                return Err(error);
            }
            // After a 429 the budget itself holds the next try back.
            if !matches!(error, ApiError::RateLimited { .. }) {
                tokio::time::sleep(self.pause(tried)).await;
            }
        }
    }

    /// Refuses to wait for a freeze that is longer than this client's patience.
    fn expect_turn(&self, license: Option<&LicenseNumber>) -> Result<(), ApiError> {
        let Some(until) = self.budget.frozen_until(license) else { return Ok(()) };
        let left = Duration::try_from(until.duration_since(self.clock.now())).unwrap_or_default();
        if left <= self.patience.longest_pause {
            return Ok(());
        }
        Err(ApiError::RateLimited { until, state_said: String::new() })
    }

    async fn once<T>(
        &self,
        permit: &Permit,
        asked: Asked,
        path: &str,
        query: &[(&str, String)],
        read: impl Fn(&str) -> Result<T, ReadError>,
    ) -> Result<T, ApiError> {
        let answer = self.transport.get(path, query).await.map_err(|error| self.with_the_states_time(error))?;
        let status = answer.head.status;
        if let Some(what) = between(asked, &answer.head, &answer.body) {
            return Err(ApiError::Between { what, detail: words_of(&String::from_utf8_lossy(&answer.body)) });
        }
        if let Some(said) = answer.head.date {
            self.the_state_said(said);
        }
        let call = || format!("GET {path}");
        let fault =
            |fault, state_said: String| ApiError::StateFault { call: call(), fault, status: Some(status), state_said };
        if (200..=299).contains(&status) {
            let Ok(body) = std::str::from_utf8(&answer.body) else {
                return Err(fault(Fault::Unreadable, say::reading_answer_not_text().to_string()));
            };
            let read = read(body).map_err(|error| fault(Fault::Unreadable, error.to_string()))?;
            permit.went_well();
            return Ok(read);
        }
        Err(refusal(&answer, path, |retry_after| permit.refused(retry_after, jitter())))
    }

    /// Keeps the state's time.
    pub(crate) fn the_state_said(&self, said: Timestamp) {
        let seen = ServerTime { said, at: Instant::now(), local: self.clock.now() };
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
    }

    /// A certificate that ran out by this computer's clock, and not by the state's, shows that the clock is wrong.
    pub(crate) fn with_the_states_time(&self, error: ApiError) -> ApiError {
        match (error, self.server_now()) {
            (ApiError::Between { what: Between::RanOut { until, shows }, detail }, Some(now)) if now < until => {
                ApiError::Between { what: Between::Clock { shows }, detail }
            }
            (error, _) => error,
        }
    }

    /// The pause after so many tries: doubling, between half and the whole of it.
    fn pause(&self, tried: u32) -> Duration {
        let doubled = self.patience.first_pause.saturating_mul(1u32 << tried.saturating_sub(1).min(16));
        doubled.min(self.patience.longest_pause).mul_f64(0.5 + 0.5 * jitter())
    }
}

/// What an answer of the state's other than a success means (CONTRACT section 4).
fn refusal(answer: &Answer, path: &str, freeze: impl FnOnce(Option<Duration>) -> Timestamp) -> ApiError {
    let body = String::from_utf8_lossy(&answer.body);
    let state_said = words_of(&body);
    let call = format!("GET {path}");
    let status = answer.head.status;
    let fault =
        |fault, state_said| ApiError::StateFault { call: call.clone(), fault, status: Some(status), state_said };
    match status {
        // Facilities need no right but good keys, so there a refusal is about the keys.
        401 | 403 if path.starts_with("/facilities/") || is_about_the_keys(&state_said) => {
            ApiError::WrongKey { state_said }
        }
        401 | 403 => ApiError::NotPermitted { call, state_said },
        404 => ApiError::NotFound { call, state_said },
        413 => ApiError::TooLarge { call, state_said },
        429 => ApiError::RateLimited { until: freeze(answer.head.retry_after), state_said },
        400 if is_servers_own_fault(&state_said) => fault(Fault::Failed, state_said),
        408 => ApiError::Unreachable { why: crate::error::Unreachable::TimedOut, detail: state_said },
        400..=499 => ApiError::BadRequest { call, state_said },
        502..=504 => fault(Fault::NotAvailable, state_said),
        500..=599 => fault(if looks_like_html(&body) { Fault::NotAvailable } else { Fault::Failed }, state_said),
        _ => fault(Fault::NotAvailable, state_said),
    }
}

/// A number from 0 to 1, different each time: so that many computers do not come back together.
pub(crate) fn jitter() -> f64 {
    use std::hash::{BuildHasher, Hasher};
    let bits = std::hash::RandomState::new().build_hasher().finish();
    f64::from(u32::try_from(bits >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Head;

    fn meaning(status: u16, path: &str, body: &str) -> ApiError {
        let answer = Answer { head: Head { status, ..Head::default() }, body: body.as_bytes().to_vec() };
        refusal(&answer, path, |_| Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn a_401_is_about_keys_or_about_rights() {
        let keys = meaning(401, "/facilities/v2", "");
        assert!(matches!(keys, ApiError::WrongKey { .. }), "{keys:?}");
        let old = meaning(401, "/items/v2/active", "The provided API key is only valid for V1 API endpoints.");
        assert!(matches!(old, ApiError::WrongKey { .. }), "{old:?}");
        let right =
            meaning(401, "/packages/v2/active", r#"{"Message":"You do not have the View Packages permission."}"#);
        assert!(matches!(right, ApiError::NotPermitted { .. }), "{right:?}");
        assert!(!right.is_passing());
    }

    #[test]
    fn some_400s_are_the_states_own_fault() {
        let own = meaning(400, "/items/v2/active", r#"{"Message":"Could not load file or assembly 'X'"}"#);
        assert!(own.is_passing(), "{own:?}");
        let mine =
            meaning(400, "/items/v2/active", r#"{"Message":"pageSize must be a positive number between 1 and 20"}"#);
        assert!(matches!(mine, ApiError::BadRequest { .. }), "{mine:?}");
    }

    #[test]
    fn what_passes_and_what_does_not() {
        for (status, passing) in [(500, true), (503, true), (429, true), (404, false), (413, false)] {
            assert_eq!(meaning(status, "/items/v2/active", "<html>x</html>").is_passing(), passing, "{status}");
        }
    }
}
