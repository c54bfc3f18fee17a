//! The page's calls, passed to the desk by name.

use desk::contract::{DeskError, ErrorCode};
use serde_json::Value;
use tauri::Wry;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeResponseBody};
use words::say;

use crate::start::Started;

/// One handler for every command of the desk's registry. Tauri asks the capability file first and refuses what it does
/// not name; what is in neither is left to Tauri, which refuses it too.
pub fn handler(started: Started) -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    move |invoke| {
        let Invoke { message, resolver, .. } = invoke;
        let Some(name) = desk::COMMANDS.iter().find(|name| **name == message.command()) else {
            return false;
        };
        let request = request(name, message.payload());
        let started = started.clone();
        resolver.respond_async_serialized(async move {
            let answer = async { started.desk().await?.call(name, request?).await }.await;
            answer.map(|value| InvokeResponseBody::Json(value.to_string())).map_err(InvokeError::from)
        });
        true
    }
}

/// The desk's request out of what the page sent, `{"request": ...}`.
fn request(name: &str, payload: &InvokeBody) -> Result<Value, DeskError> {
    let request = match payload {
        InvokeBody::Json(payload) => payload.get("request").cloned(),
        InvokeBody::Raw(_) => None,
    };
    request.ok_or_else(|| DeskError {
        code: ErrorCode::BadRequest,
        message: say::desk_bad_form().to_string(),
        next: say::desk_bad_form_next().to_string(),
        details: format!("{name}: no request came with the call"),
        retry: false,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_request_is_what_stands_under_its_name() {
        let payload = InvokeBody::Json(json!({"request": {"view": 3}}));
        assert_eq!(request("view_close", &payload), Ok(json!({"view": 3})));
    }

    #[test]
    fn a_call_without_a_request_is_refused_in_words() {
        for payload in [InvokeBody::Json(json!({"view": 3})), InvokeBody::Json(json!([])), InvokeBody::Raw(vec![1, 2])]
        {
            let refused = request("view_close", &payload).unwrap_err();
            assert_eq!(refused.code, ErrorCode::BadRequest);
            assert!(refused.details.contains("view_close"), "says which command: {}", refused.details);
        }
    }
}
