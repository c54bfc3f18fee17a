//! One HTTP request and its whole answer. No retries here.

use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{ACCEPT, DATE, HeaderMap, RETRY_AFTER};
use secrecy::ExposeSecret;

use crate::client::Timeouts;
use crate::error::{ApiError, Fault, SetupError, Unreachable};
use crate::host::{ApiHost, ApiKeys};

/// An answer, whatever its status.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) date: Option<Timestamp>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Vec<u8>,
}

/// The wire.
#[derive(Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
    host: ApiHost,
    keys: ApiKeys,
}

impl Transport {
    pub(crate) fn new(host: ApiHost, keys: ApiKeys, timeouts: &Timeouts) -> Result<Self, SetupError> {
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls()?)
            .https_only(!host.is_loopback())
            // Retries are decided where the budget and the lanes are known; a redirect would carry keys elsewhere.
            .retry(reqwest::retry::never())
            .redirect(reqwest::redirect::Policy::none())
            .gzip(true)
            .connect_timeout(timeouts.connect)
            .read_timeout(timeouts.silence)
            .timeout(timeouts.total)
            .pool_idle_timeout(Duration::from_secs(20))
            .user_agent(concat!("Trackside/", env!("CARGO_PKG_VERSION")));
        // A proxy of the surroundings must not see what goes to the demo.
        let builder = if host.is_loopback() { builder.no_proxy() } else { builder };
        let http = builder.build().map_err(|error| SetupError::Http(chain(&error)))?;
        Ok(Self { http, host, keys })
    }

    /// GETs a path with its query.
    pub(crate) async fn get(&self, path: &str, query: &[(&str, String)]) -> Result<Answer, ApiError> {
        let url = format!("{}{path}", self.host.base_url());
        let request = self
            .http
            .get(url)
            .query(query)
            .header(ACCEPT, "application/json")
            .basic_auth(self.keys.software.expose_secret(), Some(self.keys.user.expose_secret()));
        let mut response = request.send().await.map_err(|error| no_answer(path, &error))?;
        let status = response.status().as_u16();
        let date = date_of(response.headers());
        let retry_after = retry_after_of(response.headers(), date);
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() <= LARGEST => body.extend_from_slice(&chunk),
                Ok(Some(_)) => return Err(fault(path, Fault::Unreadable, status, "longer than any page can be")),
                Ok(None) => break,
                Err(error) if error.is_timeout() => {
                    return Err(ApiError::Unreachable { why: Unreachable::TimedOut, detail: chain(&error) });
                }
                Err(error) => return Err(fault(path, Fault::CutOff, status, &chain(&error))),
            }
        }
        Ok(Answer { status, date, retry_after, body })
    }
}

/// Largest answer that is read: lists without pages, such as the tags of a large licence, are a few megabytes.
const LARGEST: usize = 64 << 20;

fn fault(path: &str, fault: Fault, status: u16, state_said: &str) -> ApiError {
    ApiError::StateFault { call: format!("GET {path}"), fault, status: Some(status), state_said: state_said.to_owned() }
}

pub(crate) fn tls() -> Result<rustls::ClientConfig, SetupError> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let refused = |error: rustls::Error| SetupError::Tls(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(refused)?
        .with_platform_verifier()
        .map_err(refused)?
        .with_no_client_auth())
}

/// Why no answer began.
fn no_answer(path: &str, error: &reqwest::Error) -> ApiError {
    let why = if error.is_timeout() {
        Unreachable::TimedOut
    } else if sources(error).any(|e| e.is::<rustls::Error>() || inner_is_tls(e)) {
        Unreachable::NotSecure
    } else if sources(error).any(|e| e.to_string().contains("dns error")) {
        Unreachable::NoName
    } else if error.is_connect() {
        Unreachable::NoConnection
    } else if error.is_builder() {
        return fault(path, Fault::Unreadable, 0, &chain(error));
    } else {
        Unreachable::Cut
    };
    ApiError::Unreachable { why, detail: chain(error) }
}

/// Whether an I/O error wraps one of TLS.
fn inner_is_tls(error: &(dyn Error + 'static)) -> bool {
    let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    inner.is_some_and(|inner| inner.is::<rustls::Error>())
}

fn sources(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(Some(error as &(dyn Error + 'static)), |e: &&(dyn Error + 'static)| {
        let error: &(dyn Error + 'static) = *e;
        error.source()
    })
}

/// The causes of an error in one line, without the URL: it is in the log line already.
pub(crate) fn chain(error: &reqwest::Error) -> String {
    let texts: Vec<String> = sources(error).skip(1).map(ToString::to_string).collect();
    if texts.is_empty() { "the connection failed".to_owned() } else { texts.join(": ") }
}

pub(crate) fn date_of(headers: &HeaderMap) -> Option<Timestamp> {
    http_date(headers.get(DATE)?.to_str().ok()?)
}

/// `Retry-After` in seconds, or as a date (counted from the answer's own `Date`, so that no clock matters).
pub(crate) fn retry_after_of(headers: &HeaderMap, date: Option<Timestamp>) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let left = http_date(text)?.duration_since(date?);
    Some(Duration::try_from(left).unwrap_or_default())
}

fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text).ok().map(|at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(retry_after: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Sun, 08 Feb 2026 07:05:59 GMT".parse().unwrap());
        headers.insert(RETRY_AFTER, retry_after.parse().unwrap());
        headers
    }

    #[test]
    fn patience_is_asked_for_in_seconds_or_as_a_date() {
        for (text, seconds) in [("7", Some(7)), ("Sun, 08 Feb 2026 07:06:09 GMT", Some(10)), ("soon", None)] {
            let headers = headers(text);
            let asked = retry_after_of(&headers, date_of(&headers));
            assert_eq!(asked, seconds.map(Duration::from_secs), "{text}");
        }
        let past = headers("Sun, 08 Feb 2026 07:00:00 GMT");
        assert_eq!(retry_after_of(&past, date_of(&past)), Some(Duration::ZERO));
    }

    #[test]
    fn secure_connections_can_be_set_up() {
        assert!(tls().is_ok());
    }
}
