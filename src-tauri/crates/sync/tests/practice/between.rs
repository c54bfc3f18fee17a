//! A state that answers otherwise than the simulator does: somebody between it and us, who changes what is asked or
//! answers himself.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::IntoResponse;
use serde_json::{Value, json};
use simulator::Running;
use tokio::net::TcpListener;

/// What is asked: the path, and the query as it will be passed on.
pub struct Ask {
    pub path: String,
    pub query: Vec<(String, String)>,
}

impl Ask {
    pub fn get(&self, name: &str) -> &str {
        self.query.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value)
    }

    pub fn set(&mut self, name: &str, to: String) {
        for (_, value) in self.query.iter_mut().filter(|(of, _)| of == name) {
            value.clone_from(&to);
        }
    }

    fn page(&self) -> usize {
        self.get("pageNumber").parse().unwrap_or(1)
    }

    /// A page of rows, as the state pages them.
    pub fn page_of(&self, rows: &[Value]) -> (u16, Value) {
        let page: Vec<&Value> = rows.iter().skip((self.page() - 1) * 20).take(20).collect();
        let answer = json!({
            "Data": page, "Total": rows.len(), "TotalRecords": rows.len(), "PageSize": 20, "RecordsOnPage": page.len(),
            "Page": self.page(), "CurrentPage": self.page(), "TotalPages": rows.len().div_ceil(20).max(1),
        });
        (200, answer)
    }
}

/// Starts him; `meddle` changes what is asked, or answers it with a status and a body.
pub async fn between(
    state: &Running,
    meddle: impl Fn(&mut Ask) -> Option<(u16, Value)> + Clone + Send + Sync + 'static,
) -> SocketAddr {
    drop(rustls::crypto::ring::default_provider().install_default());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let base = state.base_url();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let routes = Router::new().fallback(move |request: Request| {
        let (base, http, meddle) = (base.clone(), http.clone(), meddle.clone());
        async move {
            let url = reqwest::Url::parse(&format!("{base}{}", request.uri())).unwrap();
            let query = url.query_pairs().into_owned().collect();
            let mut ask = Ask { path: url.path().to_owned(), query };
            if let Some((status, answer)) = meddle(&mut ask) {
                return (StatusCode::from_u16(status).unwrap(), answer.to_string()).into_response();
            }
            let mut passed = http.get(format!("{base}{}", ask.path)).query(&ask.query);
            if let Some(keys) = request.headers().get("authorization") {
                passed = passed.header("authorization", keys.to_str().unwrap());
            }
            let answer = passed.send().await.unwrap();
            let status = StatusCode::from_u16(answer.status().as_u16()).unwrap();
            let date = answer.headers().get("date").map(|date| date.to_str().unwrap().to_owned());
            let mut response = (status, answer.text().await.unwrap()).into_response();
            if let Some(date) = date {
                response.headers_mut().insert(HeaderName::from_static("date"), HeaderValue::from_str(&date).unwrap());
            }
            response
        }
    });
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}
