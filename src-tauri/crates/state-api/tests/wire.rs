//! What the wire does: budget over time, freezes, what an unreachable or broken server is called.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use state_api::{
    ApiError, ApiHost, ApiKeys, Between, CallBudget, Client, ClientConfig, Clock, Environment, Fault, FreezeStore,
    Lane, Limits, NoFreezeStore, PageAsk, Patience, SystemClock, Unreachable, WriteMethod, WriteOutcome, Writer,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

#[derive(Default)]
struct Kept(Mutex<HashMap<String, Timestamp>>);

impl FreezeStore for Kept {
    fn load(&self, scope: &str) -> Option<Timestamp> {
        self.0.lock().unwrap().get(scope).copied()
    }

    fn save(&self, scope: &str, until: Timestamp) {
        self.0.lock().unwrap().insert(scope.to_owned(), until);
    }
}

fn license() -> LicenseNumber {
    LicenseNumber::new("C10-0000001-LIC")
}

fn config(address: SocketAddr, budget: Arc<CallBudget>) -> ClientConfig {
    let host = ApiHost::loopback(address).unwrap();
    let mut config = ClientConfig::new(host, ApiKeys::new("the-software-key", "the-user-key"), budget);
    config.patience = Patience { tries: 1, first_pause: Duration::ZERO, longest_pause: Duration::from_secs(30) };
    config
}

fn budget() -> Arc<CallBudget> {
    Arc::new(CallBudget::new(Limits::unpaced(10), Arc::new(NoFreezeStore)))
}

async fn strains(client: &Client) -> Result<u64, ApiError> {
    let license = license();
    Ok(client.strains(PageAsk { license: &license, window: None, page: 1 }).await?.total)
}

/// A server that writes these bytes to whoever asks, and closes.
async fn raw_server(answer: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let Ok((mut stream, _)) = listener.accept().await else { return };
            let mut asked = [0; 4096];
            if stream.read(&mut asked).await.is_ok() {
                drop(stream.write_all(answer.as_bytes()).await);
                drop(stream.shutdown().await);
            }
        }
    });
    address
}

/// A server that answers with what `answer` gives for the number of the request, counted from 0.
async fn server(
    answer: impl Fn(u32) -> (StatusCode, Vec<(&'static str, String)>, String) + Clone + Send + Sync + 'static,
) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let count = Arc::new(AtomicU32::new(0));
    let routes = Router::new().fallback(move || {
        let (status, headers, body) = answer(count.fetch_add(1, Ordering::SeqCst));
        async move {
            let mut response = (status, body).into_response();
            for (name, value) in headers {
                response.headers_mut().insert(name, value.parse().unwrap());
            }
            response
        }
    });
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

#[tokio::test]
async fn every_way_to_fail_has_its_name() {
    let ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    let cases = [
        (Box::leak(format!("{ok}Content-Length: 90\r\n\r\n{{\"Data\":[").into_boxed_str()) as &'static str, "cut off"),
        ("", "the connection was cut"),
        ("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 15\r\n\r\n<h1>Sorry!</h1>", "not available"),
        ("HTTP/1.1 500 X\r\nContent-Length: 26\r\n\r\n{\"Message\":\"It is broken\"}", "the state’s system failed"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"Dat\":1", "cannot be read"),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nnogzi", "cut off"),
    ];
    for (answer, words) in cases {
        let client = Client::new(config(raw_server(answer).await, budget())).unwrap();
        let error = strains(&client).await.unwrap_err();
        assert!(error.to_string().contains(words), "{answer:?}: {error} ({error:?})");
        assert!(error.is_passing(), "{error:?}");
    }
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = strains(&Client::new(config(nobody, budget())).unwrap()).await.unwrap_err();
    assert!(matches!(error, ApiError::Unreachable { why: Unreachable::NoConnection, .. }), "{error:?}");
}

#[tokio::test]
async fn what_the_state_said_is_kept() {
    let address = server(|_| (StatusCode::INTERNAL_SERVER_ERROR, vec![], r#"{"Message":"It is broken"}"#.into())).await;
    let error = strains(&Client::new(config(address, budget())).unwrap()).await.unwrap_err();
    assert_eq!(error.state_said(), "It is broken");
    assert!(matches!(error, ApiError::StateFault { fault: Fault::Failed, status: Some(500), .. }), "{error:?}");
}

#[tokio::test]
async fn passing_faults_are_tried_again_and_counted() {
    let address = server(|n| match n {
        0 | 1 => (StatusCode::BAD_GATEWAY, vec![], String::new()),
        _ => (StatusCode::OK, vec![], "[]".into()),
    })
    .await;
    let mut config = config(address, budget());
    config.patience.tries = 3;
    let (client, tally) = Client::new(config).unwrap().tallied();
    assert_eq!(strains(&client).await.unwrap(), 0);
    assert_eq!(tally.calls(), 3, "retries are calls too");
    assert_eq!(client.budget().last_minute, 3);
}

#[tokio::test]
async fn a_429_freezes_until_an_instant_that_outlives_the_process() {
    let store = Arc::new(Kept::default());
    let budget = || Arc::new(CallBudget::new(Limits::published(), store.clone()));
    let address = server(|_| (StatusCode::TOO_MANY_REQUESTS, vec![("retry-after", "120".into())], "slow".into())).await;
    let client = Client::new(config(address, budget())).unwrap();
    let ApiError::RateLimited { until, .. } = strains(&client).await.unwrap_err() else { panic!("rate limited") };
    let left = until.duration_since(Timestamp::now());
    assert!(left > SignedDuration::from_secs(115) && left < SignedDuration::from_secs(135), "{left:?}");
    assert_eq!(client.budget().refused, 1);

    // The next process: another budget, the same store, and a server that would answer.
    let address = server(|_| (StatusCode::OK, vec![], "[]".into())).await;
    let restarted = Client::new(config(address, budget())).unwrap();
    let error = strains(&restarted).await.unwrap_err();
    assert!(matches!(error, ApiError::RateLimited { .. }), "{error:?}");
    assert_eq!(restarted.budget().last_minute, 0, "not one call left");
    assert!(restarted.facilities().await.is_ok(), "calls without that license go on");
}

#[tokio::test(start_paused = true)]
async fn a_freeze_ends_by_itself_and_later_lanes_wait() {
    let budget =
        Arc::new(CallBudget::new(Limits { license_at_a_time: 1, ..Limits::published() }, Arc::new(NoFreezeStore)));
    let license = license();
    let permit = budget.acquire(Lane::Background, Some(&license)).await;
    permit.refused(Some(Duration::from_secs(5)), 0.0);
    drop(permit);
    let order = Arc::new(Mutex::new(Vec::new()));
    let began = tokio::time::Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for lane in [Lane::Background, Lane::Interactive, Lane::Reconcile] {
        let (budget, license, order) = (budget.clone(), license.clone(), order.clone());
        tasks.spawn(async move {
            let _permit = budget.acquire(lane, Some(&license)).await;
            order.lock().unwrap().push(lane);
        });
    }
    while tasks.join_next().await.is_some() {}
    assert!(began.elapsed() >= Duration::from_secs(5), "nobody went before the freeze was over");
    assert_eq!(*order.lock().unwrap(), [Lane::Reconcile, Lane::Interactive, Lane::Background]);
}

#[tokio::test(start_paused = true)]
async fn a_long_run_uses_what_the_limits_allow_and_no_more() {
    let budget = Arc::new(CallBudget::new(Limits::published(), Arc::new(NoFreezeStore)));
    let begun = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = tokio::task::JoinSet::new();
    for worker in 0..40_u64 {
        let (budget, begun) = (budget.clone(), begun.clone());
        let license = LicenseNumber::new(format!("C10-000000{}-LIC", worker % 4));
        tasks.spawn(async move {
            let end = tokio::time::Instant::now() + Duration::from_secs(30);
            while tokio::time::Instant::now() < end {
                let permit = budget.acquire(Lane::Background, Some(&license)).await;
                begun.lock().unwrap().push((license.clone(), tokio::time::Instant::now()));
                tokio::time::sleep(Duration::from_millis(30 + worker)).await;
                drop(permit);
            }
        });
    }
    while tasks.join_next().await.is_some() {}
    let begun = begun.lock().unwrap();
    let rate = begun.len() as f64 / 30.0;
    assert!(rate >= 0.95 * 150.0, "{rate} calls a second of 150 for the key");
    let most = |of: &dyn Fn(&LicenseNumber) -> bool| {
        let times: Vec<_> = begun.iter().filter(|(l, _)| of(l)).map(|(_, at)| *at).collect();
        times
            .iter()
            .enumerate()
            .map(|(i, first)| times.iter().skip(i).take_while(|at| **at < *first + Duration::from_secs(1)).count())
            .max()
            .unwrap()
    };
    assert!(most(&|_| true) <= 150, "never over the key's limit");
    assert!(most(&|l| l.as_str().contains("0001-")) <= 50, "never over the license's");
}

struct Late;

impl Clock for Late {
    fn now(&self) -> Timestamp {
        SystemClock.now() - SignedDuration::from_hours(5)
    }
}

#[tokio::test]
async fn the_states_clock_is_kept_against_the_local_one() {
    let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&Timestamp::now()).unwrap();
    let address = server(move |_| (StatusCode::OK, vec![("date", date.clone())], "[]".into())).await;
    let mut config = config(address, budget());
    config.clock = Arc::new(Late);
    let client = Client::new(config).unwrap();
    assert_eq!(client.clock_skew(), None, "nobody has spoken yet");
    client.facilities().await.unwrap();
    let skew = client.clock_skew().unwrap().as_secs();
    assert!((5 * 3600 - 5..=5 * 3600 + 5).contains(&skew), "{skew}");
    let server = client.server_now().unwrap().duration_since(Timestamp::now()).as_secs().abs();
    assert!(server <= 5, "{server}");
}

/// The kind of page that a web filter puts in place of an answer.
const FILTER: &str = "<!DOCTYPE html><html><head><title>Access Denied</title></head><body><h1>This site is blocked</h1>\
                      <p>Category: Drugs</p></body></html>";

#[tokio::test]
async fn a_filters_page_is_neither_wrong_keys_nor_a_refusal() {
    for (status, body) in [
        (StatusCode::OK, FILTER),
        (StatusCode::UNAUTHORIZED, FILTER),
        (StatusCode::FORBIDDEN, FILTER),
        (StatusCode::FORBIDDEN, ""),
        (StatusCode::NOT_FOUND, FILTER),
        (StatusCode::METHOD_NOT_ALLOWED, FILTER),
        (StatusCode::PROXY_AUTHENTICATION_REQUIRED, FILTER),
        (StatusCode::FOUND, ""),
    ] {
        let asked = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&asked);
        let address = server(move |_| {
            count.fetch_add(1, Ordering::SeqCst);
            (status, vec![("location", "http://portal.example/".into())], body.into())
        })
        .await;
        let mut config = config(address, budget());
        config.patience.tries = 5;
        let client = Client::new(config.clone()).unwrap();
        for error in [client.facilities().await.unwrap_err(), strains(&client).await.unwrap_err()] {
            let ApiError::Between { what, .. } = &error else { panic!("{status}: {error:?}") };
            match status {
                StatusCode::FOUND => assert_eq!(*what, Between::SignIn { at: Some("portal.example".into()) }),
                StatusCode::PROXY_AUTHENTICATION_REQUIRED => assert_eq!(*what, Between::ProxySignIn { proxy: None }),
                _ => assert_eq!(*what, Between::Answered { status: status.as_u16() }),
            }
            assert!(error.is_passing(), "it ends by itself");
        }
        assert_eq!(asked.load(Ordering::SeqCst), 2, "{status}: nobody is asked again at once");
        assert_eq!(client.server_now(), None, "the time of a stranger is not the state's");
        let writer = Writer::new(&config).unwrap();
        for method in [WriteMethod::Post, WriteMethod::Put, WriteMethod::Delete] {
            let outcome = writer.send(method, "/packages/v2/note", &license(), "[]".into()).await;
            assert!(matches!(outcome, WriteOutcome::Foreign { .. }), "{status}: {outcome:?}");
        }
    }
}

/// A proxy that asks everybody for a user, and counts who came.
async fn strict_proxy() -> (SocketAddr, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let lines = Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let read = stream.read(&mut head).await.unwrap();
            let line = String::from_utf8_lossy(head.get(..read).unwrap_or_default())
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned();
            lines.lock().unwrap().push(line);
            drop(stream.write_all(b"HTTP/1.1 407 Who?\r\nContent-Length: 0\r\n\r\n").await);
        }
    });
    (address, asked)
}

/// A process has one environment, so this test runs itself again with that of an office: there, what goes to the state
/// goes through the proxy, and what stays on this computer does not.
#[tokio::test]
async fn the_proxy_of_the_surroundings_is_used_for_the_state_and_never_for_this_computer() {
    const OFFICE: &str = "TRACKSIDE_TEST_OFFICE_PROXY";
    if let Ok(proxy) = std::env::var(OFFICE) {
        let here = server(|_| (StatusCode::OK, vec![], "[]".into())).await;
        let local = Client::new(config(here, budget())).unwrap();
        assert_eq!(strains(&local).await.unwrap(), 0);
        let mut config = config(here, budget());
        config.host = ApiHost::state("CA", Environment::Production).unwrap();
        let ApiError::Between { what, .. } = Client::new(config.clone()).unwrap().facilities().await.unwrap_err()
        else {
            panic!("the proxy")
        };
        assert_eq!(what, Between::ProxySignIn { proxy: Some(proxy) });
        let outcome = Writer::new(&config).unwrap().send(WriteMethod::Put, "/x", &license(), "[]".into()).await;
        assert!(matches!(outcome, WriteOutcome::Blocked { what: Between::ProxySignIn { .. }, .. }), "{outcome:?}");
        return;
    }
    let (proxy, asked) = strict_proxy().await;
    let mut office = tokio::process::Command::new(std::env::current_exe().unwrap());
    for name in ["NO_PROXY", "no_proxy", "REQUEST_METHOD"] {
        office.env_remove(name);
    }
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"] {
        office.env(name, format!("http://{proxy}"));
    }
    let name = "the_proxy_of_the_surroundings_is_used_for_the_state_and_never_for_this_computer";
    let ran = office.args(["--exact", name]).env(OFFICE, proxy.to_string()).output().await.unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    let asked = asked.lock().unwrap();
    assert_eq!(*asked, ["CONNECT api-ca.metrc.com:443 HTTP/1.1"; 2], "a reading and a write, and nothing else");
}
