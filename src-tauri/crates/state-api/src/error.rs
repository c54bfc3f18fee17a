//! What can go wrong with a call, whether waiting helps, and what the state said about it.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;
use words::{Words, say};

use crate::between::{Between, moment};

/// A call that did not succeed. Every variant keeps what the state said, in its own words, or nothing where it did not
/// speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// The state does not accept the keys at all. Permanent until a person enters others.
    WrongKey {
        /// The state's words.
        state_said: String,
    },
    /// The keys are good and this is not permitted to them, or the license is not theirs. Permanent.
    NotPermitted {
        /// Method and path.
        call: String,
        /// The state's words.
        state_said: String,
    },
    /// There is no such record or route. Permanent.
    NotFound {
        /// Method and path.
        call: String,
        /// The state's words.
        state_said: String,
    },
    /// The state refused the request as it was made. Permanent.
    BadRequest {
        /// Method and path.
        call: String,
        /// The state's words, one line a refused row.
        state_said: String,
    },
    /// The state found the request too large: more than ten objects (CONTRACT section 3). Permanent.
    TooLarge {
        /// Method and path.
        call: String,
        /// The state's words.
        state_said: String,
    },
    /// The state asked for patience. Passing.
    RateLimited {
        /// No call of this license leaves before then.
        until: Timestamp,
        /// The state's words.
        state_said: String,
    },
    /// The state's own fault. Passing.
    StateFault {
        /// Method and path.
        call: String,
        /// What kind.
        fault: Fault,
        /// The HTTP status, where there was an answer.
        status: Option<u16>,
        /// The state's words.
        state_said: String,
    },
    /// Something between this computer and the state answered in its place, or kept the call from it. It says nothing
    /// about keys, rights or records. Passes once a person has mended it.
    Between {
        /// What.
        what: Between,
        /// What it said, or what the system said.
        detail: String,
    },
    /// The state could not be reached. Passing.
    Unreachable {
        /// How.
        why: Unreachable,
        /// What the system said.
        detail: String,
    },
}

/// How the state failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Fault {
    /// A 5xx, or a 400 whose words are those of a broken server.
    Failed,
    /// 502, 503, 504, or a page of the state's own server: most often maintenance.
    NotAvailable,
    /// The answer ended in the middle.
    CutOff,
    /// The answer is complete and is not what the contract says.
    Unreadable,
}

/// How a connection failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unreachable {
    /// The host's name could not be looked up: most often there is no network at all.
    NoName,
    /// Nobody accepted the connection.
    NoConnection,
    /// No connection or no answer in time.
    TimedOut,
    /// The connection closed before an answer began.
    Cut,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::WrongKey { .. } => say::reading_call_wrong_key(),
            Self::NotPermitted { call, .. } => say::reading_call_not_permitted(call),
            Self::NotFound { call, .. } => say::reading_call_not_found(call),
            Self::BadRequest { call, state_said } => say::reading_call_refused(call, state_said),
            Self::TooLarge { call, .. } => say::reading_call_too_large(call),
            Self::RateLimited { until, .. } => say::reading_call_asked_to_wait(moment(*until)),
            Self::StateFault { call, fault, .. } => say::reading_call_fault(call, fault.words()),
            Self::Between { what, .. } => return what.fmt(f),
            Self::Unreachable { why, .. } => say::reading_call_no_answer(why.words()),
        };
        words.fmt(f)
    }
}

impl Fault {
    fn words(self) -> Words {
        match self {
            Self::Failed => say::reading_fault_failed(),
            Self::NotAvailable => say::reading_fault_not_available(),
            Self::CutOff => say::reading_fault_cut_off(),
            Self::Unreadable => say::reading_fault_unreadable(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl Unreachable {
    fn words(self) -> Words {
        match self {
            Self::NoName => say::reading_unreachable_no_name(),
            Self::NoConnection => say::reading_unreachable_no_connection(),
            Self::TimedOut => say::reading_unreachable_timed_out(),
            Self::Cut => say::reading_unreachable_cut(),
        }
    }
}

impl fmt::Display for Unreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

impl ApiError {
    /// Whether the same call may succeed later with nothing changed.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::RateLimited { .. } | Self::StateFault { .. } | Self::Between { .. } | Self::Unreachable { .. } => {
                true
            }
            Self::WrongKey { .. }
            | Self::NotPermitted { .. }
            | Self::NotFound { .. }
            | Self::BadRequest { .. }
            | Self::TooLarge { .. } => false,
        }
    }

    /// Whether trying again within seconds may help: not where a person has to mend something first.
    pub(crate) fn passes_soon(&self) -> bool {
        self.is_passing() && !matches!(self, Self::Between { .. })
    }

    /// What the state (or, without an answer, the system) said, as plain words. May be empty.
    pub fn state_said(&self) -> &str {
        match self {
            Self::WrongKey { state_said }
            | Self::NotPermitted { state_said, .. }
            | Self::NotFound { state_said, .. }
            | Self::BadRequest { state_said, .. }
            | Self::TooLarge { state_said, .. }
            | Self::RateLimited { state_said, .. }
            | Self::StateFault { state_said, .. } => state_said,
            Self::Between { detail, .. } | Self::Unreachable { detail, .. } => detail,
        }
    }
}

/// A client could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// The system's certificate store or the TLS library failed.
    #[error("secure connections cannot be set up on this computer: {0}")]
    Tls(String),
    /// The HTTP library refused its settings.
    #[error("the HTTP client cannot be set up: {0}")]
    Http(String),
}

/// Longest text kept of what the state said.
const LONGEST: usize = 600;

/// Reduces an error body to words: `[{row, message}]`, `{"Message"}`, text, or HTML (CONTRACT section 4).
pub(crate) fn words_of(body: &str) -> String {
    let body = body.trim().trim_start_matches('\u{feff}');
    let words = match serde_json::from_str::<Value>(body) {
        Ok(value) => words_of_json(&value),
        Err(_) if looks_like_html(body) => words_of_html(body),
        Err(_) => body.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    words.chars().take(LONGEST).collect()
}

/// Whether a body is a page for a browser.
pub(crate) fn looks_like_html(body: &str) -> bool {
    body.trim_start().starts_with('<')
}

fn words_of_json(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(rows) => rows.iter().map(words_of_row).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("\n"),
        Value::Object(_) => words_of_row(value),
        other => other.to_string(),
    }
}

/// One row's words. The row number is 0-based in the state's answer and 1-based for a person.
fn words_of_row(row: &Value) -> String {
    let Value::Object(fields) = row else { return words_of_json(row) };
    let find = |name: &str| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let message = ["message", "title", "error", "error_description"]
        .iter()
        .find_map(|name| find(name).and_then(Value::as_str))
        .map_or_else(|| row.to_string(), str::to_owned);
    match find("row").and_then(Value::as_i64) {
        Some(number) => say::reading_answer_row(message, number.saturating_add(1)).to_string(),
        None => message,
    }
}

fn words_of_html(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        let name: String = after.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
        let closing = format!("</{name}");
        let skipped = match name.as_str() {
            "script" | "style" => after.find(&closing).and_then(|at| after.get(at..)),
            _ => Some(after),
        };
        rest = skipped.and_then(|text| text.split_once('>')).map_or("", |(_, text)| text);
    }
    words.push_str(rest);
    let words = words.replace("&nbsp;", " ").replace("&amp;", "&").replace("&lt;", "<").replace("&#39;", "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Texts that a broken server wrote into a 400 (CONTRACT section 4: New York, 2026).
const BROKEN_SERVER: [&str; 6] = [
    "Could not load file or assembly",
    "An error has occurred while executing",
    "Object reference not set",
    "Timeout expired",
    "deadlock",
    "System.",
];

/// Whether a 400's words are those of a server's own failure, not of a mistake in the request.
pub(crate) fn is_servers_own_fault(words: &str) -> bool {
    BROKEN_SERVER.iter().any(|text| words.contains(text))
}

/// Texts with which the state refuses the keys themselves, not what they ask for.
const KEY_WORDS: [&str; 5] = ["api key", "invalid key", "key is not valid", "key is invalid", "invalid credentials"];

/// Whether a 401's words are about the keys as such.
pub(crate) fn is_about_the_keys(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    KEY_WORDS.iter().any(|text| words.contains(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_refusal_becomes_words() {
        let cases = [
            (
                r#"[{"row":0,"message":"Tag X is not valid."},{"row":2,"message":"Name was not specified."}]"#,
                "Row 1: Tag X is not valid.\nRow 3: Name was not specified.",
            ),
            (r#"{"Message":"No data was submitted."}"#, "No data was submitted."),
            (r#""just text""#, "just text"),
            (
                "The provided API key is only valid\r\n for V1 API endpoints.",
                "The provided API key is only valid for V1 API endpoints.",
            ),
            (
                "<html><head><style>p{color:red}</style><title>Sorry</title></head><body><p>We&nbsp;are down</p></body></html>",
                "Sorry We are down",
            ),
            ("", ""),
            ("<", ""),
            (r#"{"unknown":1}"#, r#"{"unknown":1}"#),
        ];
        for (body, words) in cases {
            assert_eq!(words_of(body), words, "{body}");
        }
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(words_of(&"a".repeat(10_000)).chars().count(), LONGEST);
    }

    #[test]
    fn a_broken_server_is_known_by_its_words() {
        assert!(is_servers_own_fault("Could not load file or assembly 'System.Data.SqlClient"));
        assert!(!is_servers_own_fault("pageSize must be a positive number between 1 and 20"));
    }
}
