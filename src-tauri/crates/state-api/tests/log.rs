//! What a failed call writes to the log. Alone in its process: whether a log line is wanted is remembered by the whole
//! process, and another test that fails calls without a log would answer for this one.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use rules::LicenseNumber;
use state_api::{ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Limits, NoFreezeStore, PageAsk, Patience};
use tokio::net::TcpListener;

/// Collects everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_failed_call_is_one_line_without_keys() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .with_max_level(tracing::Level::TRACE)
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let refuse = || async { (StatusCode::UNAUTHORIZED, r#"{"Message":"no"}"#) };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(refuse)).await });
    let keys = ApiKeys::new("the-software-key", "the-user-key");
    let budget = Arc::new(CallBudget::new(Limits::unpaced(10), Arc::new(NoFreezeStore)));
    let mut config = ClientConfig::new(ApiHost::loopback(address).unwrap(), keys, budget);
    config.patience = Patience { tries: 1, first_pause: Duration::ZERO, longest_pause: Duration::ZERO };
    let client = Client::new(config).unwrap();
    let license = LicenseNumber::new("C10-0000001-LIC");
    let error = client.strains(PageAsk { license: &license, window: None, page: 1 }).await.unwrap_err();
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let shown = format!("{text}{error:?}{error}{client:?}");
    for key in ["the-software-key", "the-user-key", "dGhlLXNvZnR3YXJlLWtleTp0aGUtdXNlci1rZXk"] {
        assert!(!shown.contains(key), "{shown}");
    }
    let lines: Vec<_> = text.lines().filter(|line| line.contains("WARN")).collect();
    assert_eq!(lines.len(), 1, "one line a failure: {text}");
    assert!(lines[0].contains("/strains/v2/active") && lines[0].contains("C10-0000001-LIC"), "{lines:?}");
}
