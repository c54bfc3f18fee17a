//! One HTTP request and its whole answer. No retries here.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{ACCEPT, CONTENT_TYPE, DATE, HeaderMap, LOCATION, RETRY_AFTER};
use secrecy::ExposeSecret;
use words::say;

use crate::error::{ApiError, Fault, SetupError, Unreachable};
use crate::host::{ApiHost, ApiKeys};
use crate::http::{Http, NoAnswer, Settings, chain};

/// What stands above an answer's body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) date: Option<Timestamp>,
    pub(crate) retry_after: Option<Duration>,
    /// It says that a web page follows.
    pub(crate) is_html: bool,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
}

impl Head {
    pub(crate) fn of(response: &reqwest::Response) -> Self {
        let headers = response.headers();
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let date = date_of(headers);
        Self {
            status: response.status().as_u16(),
            date,
            retry_after: retry_after_of(headers, date),
            is_html: text(CONTENT_TYPE)
                .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html")),
            location: text(LOCATION).map(str::to_owned),
        }
    }
}

/// An answer, whatever its status.
pub(crate) struct Answer {
    pub(crate) head: Head,
    pub(crate) body: Vec<u8>,
}

/// The wire.
#[derive(Clone)]
pub(crate) struct Transport {
    http: Arc<Http>,
    host: ApiHost,
    keys: ApiKeys,
}

/// How long a connection of reads may idle.
pub(crate) const IDLE: Duration = Duration::from_secs(20);

impl Transport {
    pub(crate) fn new(settings: Settings, keys: ApiKeys) -> Result<Self, SetupError> {
        let host = settings.host.clone();
        Ok(Self { http: Arc::new(Http::new(settings)?), host, keys })
    }

    /// GETs a path with its query.
    pub(crate) async fn get(&self, path: &str, query: &[(&str, String)]) -> Result<Answer, ApiError> {
        let url = format!("{}{path}", self.host.base_url());
        let request = self
            .http
            .client()
            .get(url)
            .query(query)
            .header(ACCEPT, "application/json")
            .basic_auth(self.keys.software.expose_secret(), Some(self.keys.user.expose_secret()));
        let mut response = request.send().await.map_err(|error| self.no_answer(path, &error))?;
        let head = Head::of(&response);
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() <= LARGEST => body.extend_from_slice(&chunk),
                Ok(Some(_)) => {
                    let said = say::reading_answer_page_too_long().to_string();
                    return Err(fault(path, Fault::Unreadable, head.status, &said));
                }
                Ok(None) => break,
                Err(error) if error.is_timeout() => {
                    return Err(ApiError::Unreachable { why: Unreachable::TimedOut, detail: chain(&error) });
                }
                Err(error) => return Err(fault(path, Fault::CutOff, head.status, &chain(&error))),
            }
        }
        Ok(Answer { head, body })
    }

    fn no_answer(&self, path: &str, error: &reqwest::Error) -> ApiError {
        let detail = chain(error);
        match self.http.no_answer(error) {
            NoAnswer::Between(what) => ApiError::Between { what, detail },
            NoAnswer::Unreachable(why) => ApiError::Unreachable { why, detail },
            NoAnswer::Unmade => fault(path, Fault::Unreadable, 0, &detail),
        }
    }
}

/// Largest answer that is read: lists without pages, such as the tags of a large license, are a few megabytes.
const LARGEST: usize = 64 << 20;

fn fault(path: &str, fault: Fault, status: u16, state_said: &str) -> ApiError {
    ApiError::StateFault { call: format!("GET {path}"), fault, status: Some(status), state_said: state_said.to_owned() }
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
        assert!(crate::trust::tls().is_ok());
    }
}
