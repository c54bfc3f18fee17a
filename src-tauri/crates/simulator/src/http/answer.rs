//! Answers and refusals in the state's forms.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use bytes::Bytes;
use serde::Serialize;

/// What an operation answers.
pub enum Answer {
    Json(Vec<u8>),
    /// 200 with no byte, as PUT and DELETE answer.
    Nothing,
    Document {
        content_type: &'static str,
        bytes: Vec<u8>,
    },
}

impl Answer {
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Refusal> {
        serde_json::to_vec(value).map(Self::Json).map_err(|_| Refusal::broken())
    }

    /// `{"Ids":[...],"Warnings":null}`, the answer to a POST.
    pub fn ids(ids: &[u64]) -> Self {
        Self::Json(serde_json::json!({ "Ids": ids, "Warnings": null }).to_string().into_bytes())
    }

    pub fn into_response(self) -> Response<Body> {
        match self {
            Self::Json(bytes) => with_type(StatusCode::OK, "application/json; charset=utf-8", bytes.into()),
            Self::Nothing => {
                let mut response = Response::new(Body::empty());
                response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
                response
            }
            Self::Document { content_type, bytes } => with_type(StatusCode::OK, content_type, bytes.into()),
        }
    }
}

/// Why an operation was refused.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: StatusCode,
    pub body: RefusalBody,
}

#[derive(Clone, Debug)]
pub enum RefusalBody {
    /// `{"Message":"..."}`.
    Message(String),
    /// `[{"row":0,"message":"..."}]`.
    Rows(Vec<RowError>),
}

/// What is wrong with one object of the sent array.
#[derive(Clone, Debug, Serialize)]
pub struct RowError {
    /// Counted from 0.
    pub row: usize,
    pub message: String,
}

impl Refusal {
    pub fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, body: RefusalBody::Message(message.into()) }
    }

    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub fn rows(rows: Vec<RowError>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, body: RefusalBody::Rows(rows) }
    }

    /// The state's own fault.
    pub fn broken() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "An error has occurred while executing your request.")
    }

    /// What it says, for people.
    pub fn text(&self) -> String {
        match &self.body {
            RefusalBody::Message(message) => message.clone(),
            RefusalBody::Rows(rows) => rows.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join(" "),
        }
    }

    pub fn into_response(self) -> Response<Body> {
        let bytes = match &self.body {
            RefusalBody::Message(message) => serde_json::json!({ "Message": message }).to_string(),
            RefusalBody::Rows(rows) => serde_json::to_string(rows).unwrap_or_default(),
        };
        with_type(self.status, "application/json; charset=utf-8", bytes.into())
    }
}

/// 429, with the seconds to wait where the state says them.
pub fn too_many(retry_after: Option<u64>) -> Response<Body> {
    let mut response =
        Refusal::new(StatusCode::TOO_MANY_REQUESTS, "Too many requests have been made. Please try again later.")
            .into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// 503 with a web page, as during maintenance.
pub fn maintenance() -> Response<Body> {
    const PAGE: &str = "<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body>\
         <h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></body></html>";
    with_type(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=us-ascii", Bytes::from_static(PAGE.as_bytes()))
}

fn with_type(status: StatusCode, content_type: &'static str, bytes: Bytes) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
