//! What was asked of the state.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::Serialize;

/// One request as the server saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoggedRequest {
    /// Counted from 1 since the start.
    pub number: u64,
    /// The state's time when it came.
    pub at: Timestamp,
    /// The method; like what follows, cut where it is far longer than any of the API's.
    pub method: String,
    /// The path.
    pub path: String,
    /// The query as sent, empty without one.
    pub query: String,
    /// The license it named, empty without one.
    pub license: String,
    /// The status answered; 0 when the connection was closed without an answer.
    pub status: u16,
}

/// What was counted since the start, or since [`crate::Control::clear_requests`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counters {
    /// All requests to the API.
    pub requests: u64,
    /// Of these, GETs.
    pub gets: u64,
    /// 429 answers.
    pub too_many: u64,
    /// Requests that met a scripted fault.
    pub faults: u64,
    /// The most GETs that began within one second of the wall clock.
    pub most_gets_in_a_second: u64,
    /// The connections accepted.
    pub connections: u64,
}

/// The newest requests and the counters.
#[derive(Default)]
pub struct RequestLog {
    kept: VecDeque<LoggedRequest>,
    last: u64,
    pub counters: Counters,
    second: VecDeque<tokio::time::Instant>,
}

/// How many requests are kept.
const KEPT: usize = 50_000;
/// How many bytes are kept of a method or a license, and of a path or a query: many times what the API's have.
const LONGEST_NAME: usize = 64;
const LONGEST_TARGET: usize = 1_024;

/// What is longer ends with `…`.
fn cut(text: &mut String, longest: usize) {
    if text.len() > longest {
        text.truncate(text.floor_char_boundary(longest));
        text.push('…');
        text.shrink_to_fit();
    }
}

impl RequestLog {
    pub fn add(&mut self, mut request: LoggedRequest) {
        cut(&mut request.method, LONGEST_NAME);
        cut(&mut request.license, LONGEST_NAME);
        cut(&mut request.path, LONGEST_TARGET);
        cut(&mut request.query, LONGEST_TARGET);
        self.last += 1;
        request.number = self.last;
        self.counters.requests += 1;
        if request.status == 429 {
            self.counters.too_many += 1;
        }
        if request.method == "GET" {
            self.counters.gets += 1;
            let now = tokio::time::Instant::now();
            self.second.push_back(now);
            while self.second.front().is_some_and(|begun| now.duration_since(*begun).as_secs() >= 1) {
                self.second.pop_front();
            }
            self.counters.most_gets_in_a_second = self.counters.most_gets_in_a_second.max(self.second.len() as u64);
        }
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(request);
    }

    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.kept.iter().cloned().collect()
    }

    pub fn clear(&mut self) {
        self.kept.clear();
        self.second.clear();
        self.counters = Counters::default();
    }
}
