//! Who answered. An answer is the state's by what it is, never by default: JSON of the shapes that the contract shows,
//! the page of the state's own server, or the empty body of a write that went well. Whatever else comes was written by
//! something in between.

use serde_json::Value;

use crate::between::Between;
use crate::error::{is_about_the_keys, looks_like_html, words_of};
use crate::transport::Head;

/// What was asked, since that decides what the state would answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Data.
    Data,
    /// The facilities, for which keys need no right. Whether a 401 without a body is the state's cannot be told; it is
    /// taken for it here, where a person may have mistyped a key and nothing is settled by it.
    Facilities,
    /// A manifest as a web page.
    Manifest,
    /// A write.
    Write,
}

/// Pages of the servers that the state's API runs on (IIS and ASP.NET, as its texts show; CONTRACT section 4 has 401
/// and 404 as HTML). Nothing else writes them.
const SERVERS_PAGES: [&str; 6] = [
    "401 - Unauthorized: Access is denied due to invalid credentials",
    "404 - File or directory not found",
    "HTTP Error 404. The requested resource is not found",
    "The resource cannot be found.",
    "500 - Internal server error",
    "Server Error in '/' Application",
];

/// What answered in the state's place; none where the answer is the state's own.
pub(crate) fn between(asked: Asked, head: &Head, body: &[u8]) -> Option<Between> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim();
    let status = head.status;
    let ours = match status {
        200..=299 => is_good(asked, head, text),
        // The state redirects nobody.
        300..=399 => return Some(Between::SignIn { at: head.location.as_deref().and_then(host_of) }),
        407 => return Some(Between::ProxySignIn { proxy: None }),
        511 => return Some(Between::SignIn { at: None }),
        // Said by load balancers and while the state is maintained; the contract has HTML for it.
        408 | 502..=504 => true,
        // What the state writes here is not known; a page is not for programs.
        429 => !looks_like_html(text),
        500..=599 => !looks_like_html(text) || is_servers_page(text),
        400..=499 => is_refusal(asked, status, text),
        _ => false,
    };
    if ours {
        return None;
    }
    let sign_in = (200..=299).contains(&status) && wants_sign_in(text);
    Some(if sign_in { Between::SignIn { at: None } } else { Between::Answered { status } })
}

/// Whether a 2xx is the state's.
fn is_good(asked: Asked, head: &Head, text: &str) -> bool {
    match asked {
        Asked::Manifest => text.to_ascii_lowercase().contains("manifest"),
        Asked::Write if text.is_empty() => !head.is_html,
        Asked::Data | Asked::Facilities | Asked::Write => begins_as_json(text),
    }
}

/// Whether a 4xx is the state's.
fn is_refusal(asked: Asked, status: u16, text: &str) -> bool {
    if text.is_empty() {
        return asked == Asked::Facilities && status == 401;
    }
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        return is_refusal_json(&value);
    }
    if looks_like_html(text) {
        // What a write came to is never taken from a page, unless it is about the keys, which settles nothing.
        return is_servers_page(text) && (asked != Asked::Write || is_about_the_keys(&words_of(text)));
    }
    matches!(status, 401 | 403) && is_about_the_keys(text)
}

/// `{"Message": ...}`, `[{"row": 0, "message": ...}]`, or a text (CONTRACT section 4).
fn is_refusal_json(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Object(fields) => fields.get("Message").is_some_and(Value::is_string),
        Value::Array(rows) => {
            let has = |row: &Value, name: &str| {
                row.as_object().is_some_and(|fields| fields.keys().any(|key| key.eq_ignore_ascii_case(name)))
            };
            !rows.is_empty() && rows.iter().all(|row| has(row, "row") && has(row, "message"))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn begins_as_json(text: &str) -> bool {
    text.starts_with(['{', '[', '"'])
}

fn is_servers_page(text: &str) -> bool {
    SERVERS_PAGES.iter().any(|page| text.contains(page))
}

/// Whether a page has a form for a password, or says that one should sign in.
fn wants_sign_in(text: &str) -> bool {
    let page = text.to_ascii_lowercase();
    let signs = ["type=\"password\"", "type='password'", "type=password", "sign in", "sign-in", "log in", "login"];
    looks_like_html(text) && signs.iter().any(|sign| page.contains(sign))
}

/// The host of an absolute address.
fn host_of(address: &str) -> Option<String> {
    let host = address.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host: String = host.chars().filter(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(*c)).take(100).collect();
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests;
