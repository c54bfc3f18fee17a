//! What the answer to a write means: above all, whether the state can have carried it out.

use serde::Deserialize;
use serde_json::Value;
use words::{Words, say};

use crate::between::Between;
use crate::error::{is_about_the_keys, is_servers_own_fault, words_of};
use crate::origin::{Asked, between};
use crate::transport::Answer;

/// How a write ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteOutcome {
    /// Success, read to the end.
    Accepted {
        /// The ids of what was made; empty where the state gives none, as most PUTs do.
        ids: Vec<i64>,
        /// `Warnings`, where there are any.
        warnings: Option<String>,
    },
    /// The state refused it, and said so to the end of its answer.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The rows that are wrong (from 0) and why, where the state names rows.
        rows: Vec<(usize, String)>,
        /// The state's words.
        state_said: String,
    },
    /// The state does not accept the keys.
    KeyRefused {
        /// The state's words.
        state_said: String,
    },
    /// The state asked for patience before it looked at the write; or it had asked before, and nothing was sent.
    RateLimited {
        /// Nothing leaves for this license before then.
        until: jiff::Timestamp,
        /// The state's words.
        state_said: String,
    },
    /// No connection came about: no byte of the write left.
    NotSent {
        /// What the system said.
        detail: String,
    },
    /// Something between this computer and the state kept a connection from coming about: no byte of the write left.
    Blocked {
        /// What stands there.
        what: Between,
        /// What the system said.
        detail: String,
    },
    /// Something between this computer and the state answered. It most likely passed nothing on, but what is not the
    /// state's answer proves nothing.
    Foreign {
        /// What stands there.
        what: Between,
        /// What it said.
        detail: String,
    },
    /// The write may have been carried out: its answer did not come to its end, or does not tell.
    Unknown {
        /// What the line or the state did.
        detail: String,
    },
}

/// The success body of a POST, and of a few PUTs (CONTRACT section 4).
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase")]
struct Success {
    #[serde(default)]
    ids: Option<Vec<i64>>,
    #[serde(default)]
    warnings: Option<Value>,
}

/// Reads a success; none where it is not one of the state's.
fn success(text: &str) -> Option<Success> {
    let value: Value = serde_json::from_str(text).ok()?;
    let ours = value.get("Ids").is_some() || value.get("Warnings").is_some();
    if ours { serde_json::from_value(value).ok() } else { None }
}

/// What a complete answer means; none for 429, which the budget has to hear of.
pub(super) fn meaning(answer: &Answer) -> Option<WriteOutcome> {
    let text = String::from_utf8_lossy(&answer.body);
    let status = answer.head.status;
    if let Some(what) = between(Asked::Write, &answer.head, &answer.body) {
        return Some(WriteOutcome::Foreign { what, detail: words_of(&text) });
    }
    let unknown = |what: Words| {
        let said = words_of(&text);
        let detail = match said.as_str() {
            "" => say::reading_answer_status(status.to_string(), what),
            said => say::reading_answer_status_said(said, status.to_string(), what),
        };
        WriteOutcome::Unknown { detail: detail.to_string() }
    };
    Some(match status {
        200..=299 if text.trim().is_empty() => WriteOutcome::Accepted { ids: Vec::new(), warnings: None },
        200..=299 => match success(text.trim_start_matches('\u{feff}')) {
            Some(success) => WriteOutcome::Accepted {
                ids: success.ids.unwrap_or_default(),
                warnings: success.warnings.and_then(|warnings| text_of(&warnings)),
            },
            None => unknown(say::reading_fault_unreadable()),
        },
        429 => return None,
        // Some 400s are a broken server's (CONTRACT section 4).
        400 if is_servers_own_fault(&words_of(&text)) => unknown(say::reading_fault_failed()),
        401 | 403 if is_about_the_keys(&words_of(&text)) => WriteOutcome::KeyRefused { state_said: words_of(&text) },
        408 => unknown(say::reading_answer_gave_up()),
        400..=499 => WriteOutcome::Refused { status, rows: rows_of(&text), state_said: words_of(&text) },
        _ => unknown(say::reading_fault_failed()),
    })
}

fn text_of(warnings: &Value) -> Option<String> {
    match warnings {
        Value::Null => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// The rows of `[{"row":0,"message":"..."}]`; empty for any other form.
fn rows_of(body: &str) -> Vec<(usize, String)> {
    let Ok(Value::Array(entries)) = serde_json::from_str::<Value>(body) else { return Vec::new() };
    entries
        .iter()
        .filter_map(|entry| {
            let find = |name: &str| {
                let fields = entry.as_object()?.iter();
                fields.clone().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
            };
            let row = usize::try_from(find("row")?.as_u64()?).ok()?;
            Some((row, find("message").and_then(Value::as_str).unwrap_or_default().to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Head;

    fn answer(status: u16, body: &str) -> Answer {
        Answer { head: Head { status, ..Head::default() }, body: body.as_bytes().to_vec() }
    }

    fn of(status: u16, body: &str) -> WriteOutcome {
        meaning(&answer(status, body)).unwrap()
    }

    #[test]
    fn an_empty_200_is_a_success() {
        assert_eq!(of(200, ""), WriteOutcome::Accepted { ids: Vec::new(), warnings: None });
        assert_eq!(
            of(200, r#"{"Ids":[7,8],"Warnings":null}"#),
            WriteOutcome::Accepted { ids: vec![7, 8], warnings: None }
        );
        assert_eq!(
            of(200, r#"{"Ids":[7],"Warnings":"late"}"#),
            WriteOutcome::Accepted { ids: vec![7], warnings: Some("late".into()) }
        );
    }

    #[test]
    fn a_refusal_names_its_rows() {
        let body = r#"[{"row":2,"message":"Tag X is not valid."},{"Row":0,"Message":"No."}]"#;
        assert_eq!(
            of(400, body),
            WriteOutcome::Refused {
                status: 400,
                rows: vec![(2, "Tag X is not valid.".into()), (0, "No.".into())],
                state_said: "Row 3: Tag X is not valid.\nRow 1: No.".into(),
            }
        );
        for status in [401, 403, 404, 409, 413, 422] {
            let refused = of(status, r#"{"Message":"No data was submitted."}"#);
            assert!(matches!(refused, WriteOutcome::Refused { rows, .. } if rows.is_empty()), "{status}");
        }
    }

    #[test]
    fn what_may_have_happened_is_never_called_a_refusal() {
        for (status, body) in [
            (200, r#"{"Ids":[7"#),
            (200, r#"{"blocked":true}"#),
            (400, r#"{"Message":"Could not load file or assembly 'X'"}"#),
            (408, ""),
            (500, r#"{"Message":"An error has occurred while executing your request."}"#),
            (502, "<html></html>"),
            (503, "<html>We are down</html>"),
            (504, ""),
        ] {
            assert!(matches!(of(status, body), WriteOutcome::Unknown { .. }), "{status} {body}");
        }
    }

    #[test]
    fn keys_and_patience_are_no_refusals_of_the_write() {
        let keys = of(401, "The provided API key is only valid for V1 API endpoints.");
        assert!(matches!(keys, WriteOutcome::KeyRefused { .. }), "{keys:?}");
        assert_eq!(meaning(&answer(429, "")), None);
    }

    #[test]
    fn what_the_state_did_not_write_neither_accepts_nor_refuses() {
        let page = "<html><h1>This site is blocked</h1></html>";
        for (status, body) in [
            (200, page),
            (302, ""),
            (400, page),
            (401, page),
            (403, page),
            (403, ""),
            (403, "denied"),
            (404, page),
            (405, page),
            (407, page),
            (413, page),
            (429, page),
            (511, page),
        ] {
            assert!(
                matches!(of(status, body), WriteOutcome::Foreign { .. }),
                "{status} {body}: {:?}",
                of(status, body)
            );
        }
    }
}
