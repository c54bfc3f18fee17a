//! What the log says of fields whose form is not the contract's. Alone in its process: each is told once in a process.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::{Arc, Mutex};

use axum::Router;
use rules::LicenseNumber;
use state_api::{ApiHost, ApiKeys, CallBudget, Client, ClientConfig, Limits, NoFreezeStore, PackageList, PageAsk};
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

const ODD: &str = r#"[
    {"Id": 1, "Label": "1A4FFFF00000000000000001", "PackagedDate": "a secret day", "IsFinished": "1"},
    {"Id": 2, "Label": "1A4FFFF00000000000000002", "PackagedDate": "another secret day", "Quantity": "plenty"},
    {"Id": 3, "Label": "1A4FFFF00000000000000003", "PackagedDate": "2026-10-03T00:00:00Z", "Quantity": null}]"#;

#[tokio::test]
async fn a_field_of_unexpected_form_is_logged_once_by_name() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .with_max_level(tracing::Level::TRACE)
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(|| async { ODD })).await });
    let budget = Arc::new(CallBudget::new(Limits::unpaced(10), Arc::new(NoFreezeStore)));
    let keys = ApiKeys::new("the-software-key", "the-user-key");
    let client = Client::new(ClientConfig::new(ApiHost::loopback(address).unwrap(), keys, budget)).unwrap();
    let license = LicenseNumber::new("C10-0000001-LIC");
    for _ in 0..2 {
        let ask = PageAsk { license: &license, window: None, page: 1 };
        let packages = client.packages(PackageList::Active, ask).await.unwrap().records;
        assert_eq!(packages[0].extra["PackagedDate"], "a secret day", "kept as it came");
        assert!(packages[0].is_finished);
        assert_eq!(packages[2].packaged_date.unwrap().to_string(), "2026-10-03");
    }
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let told: Vec<_> = text.lines().filter(|line| line.contains("unexpected form")).collect();
    assert_eq!(told.len(), 2, "each field once: {told:?}");
    assert!(
        told[0].contains("Package") && told[0].contains("PackagedDate") && told[1].contains("Quantity"),
        "{told:?}"
    );
    assert!(!text.contains("secret") && !text.contains("plenty"), "no values: {text}");
}
