//! Connections: what is said before they end, how long they may take, and what is kept of them.

use std::time::Duration;

use base64::Engine as _;
use simulator::SimulatorConfig;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::client::{State, config};

/// What the test waits for comes at once or, where the simulator is at fault, never.
const NEVER: Duration = Duration::from_secs(30);

async fn connect(state: &State) -> TcpStream {
    TcpStream::connect(state.running.address()).await.unwrap()
}

fn head(state: &State, first: &str, length: usize) -> String {
    let keys = state.running.keys();
    let pair = format!("{}:{}", keys.software_key, keys.user_key);
    let pair = base64::engine::general_purpose::STANDARD.encode(pair);
    format!("{first} HTTP/1.1\r\nHost: state\r\nAuthorization: Basic {pair}\r\nContent-Length: {length}\r\n\r\n")
}

/// Reads until the connection ends.
async fn to_the_end(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    tokio::time::timeout(NEVER, stream.read_to_end(&mut all)).await.expect("the connection is closed").unwrap();
    String::from_utf8_lossy(&all).into_owned()
}

/// One answer, of which the connection goes on.
async fn answer(stream: &mut TcpStream) -> String {
    let mut all = String::new();
    let mut piece = [0; 4_096];
    loop {
        if let Some((head, body)) = all.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_owned));
            if body.len() >= length.unwrap().parse().unwrap() {
                return all;
            }
        }
        let read = tokio::time::timeout(NEVER, stream.read(&mut piece)).await.expect("an answer comes").unwrap();
        assert!(read > 0, "the connection was closed without a word after {all:?}");
        all.push_str(&String::from_utf8_lossy(&piece[..read]));
    }
}

#[tokio::test]
async fn an_answer_that_does_not_need_the_body_leaves_the_connection_good() {
    use simulator::{Fault, FaultRule};
    let state = State::start().await;
    let body = vec![b' '; 300_000];
    let early = [(Fault::ErrorBefore, " 500 "), (Fault::Maintenance, " 503 ")];
    for (fault, _) in &early {
        state.running.control().add_fault(FaultRule::new(fault.clone()).route("/strains").times(1));
    }
    for (first, status) in [
        ("POST /nowhere/v2", " 404 "),
        ("PATCH /packages/v2", " 404 "),
        ("POST /simulator/nothing", " 405 "),
        ("POST /strains/v2", early[0].1),
        ("POST /strains/v2", early[1].1),
    ] {
        let mut stream = connect(&state).await;
        stream.write_all(head(&state, first, body.len()).as_bytes()).await.unwrap();
        // A client that is slow with its body.
        stream.write_all(&body[..100]).await.unwrap();
        stream.flush().await.unwrap();
        state.get("/facilities/v2").await;
        stream.write_all(&body[100..]).await.unwrap();
        let said = answer(&mut stream).await;
        assert!(said.lines().next().unwrap().contains(status), "{first}: {said}");
        stream.write_all(head(&state, "GET /facilities/v2", 0).as_bytes()).await.unwrap();
        assert!(answer(&mut stream).await.starts_with("HTTP/1.1 200 "), "{first}: the same connection serves on");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_does_not_come_ends_the_connection_with_a_word() {
    let mut hasty = config();
    hasty.options.body_within = Duration::from_millis(50);
    let hasty = State::with(hasty).await;
    let mut stream = connect(&hasty).await;
    stream.write_all(head(&hasty, "POST /strains/v2", 10).as_bytes()).await.unwrap();
    stream.write_all(b"[{").await.unwrap();
    let said = to_the_end(&mut stream).await.to_ascii_lowercase();
    assert!(said.starts_with("http/1.1 408 ") && said.contains("\r\nconnection: close\r\n"), "{said}");
    assert_eq!(hasty.running.control().requests().last().unwrap().status, 408);

    let state = State::start().await;
    let mut stream = connect(&state).await;
    // The length alone is too much; no byte of it has to be sent.
    stream.write_all(head(&state, "POST /strains/v2", 9 * 1024 * 1024).as_bytes()).await.unwrap();
    let (mut reader, mut writer) = stream.split();
    let sending = async {
        // It may be closed in the middle.
        while writer.write_all(&[b' '; 65_536]).await.is_ok() {}
    };
    let mut all = Vec::new();
    let reading = async {
        let mut piece = [0; 4_096];
        while let Ok(read @ 1..) = reader.read(&mut piece).await {
            all.extend_from_slice(&piece[..read]);
        }
    };
    tokio::time::timeout(NEVER, async { tokio::join!(sending, reading) }).await.expect("the connection is closed");
    let said = String::from_utf8_lossy(&all).to_ascii_lowercase();
    assert!(said.starts_with("http/1.1 413 ") && said.contains("\r\nconnection: close\r\n"), "{said}");
}

#[tokio::test]
async fn a_head_that_does_not_come_ends_the_connection() {
    let mut hasty = config();
    hasty.options.head_within = Duration::from_millis(50);
    let state = State::with(hasty).await;
    let mut silent = connect(&state).await;
    let mut slow = connect(&state).await;
    slow.write_all(b"GET /facilities/v2 HTTP/1.1\r\nHost: st").await.unwrap();
    to_the_end(&mut silent).await;
    to_the_end(&mut slow).await;
    assert_eq!(state.get("/facilities/v2").await.status, 200, "others are served");
}

#[tokio::test]
async fn the_log_keeps_no_more_of_a_request_than_any_real_one_has() {
    let state = State::with(SimulatorConfig { packages: 150, ..config() }).await;
    let long = "é".repeat(9_000);
    let path = format!("/strains/v2/active?licenseNumber={long}&pageSize=5");
    state.get(&path).await;
    state.get(&format!("/{long}")).await;
    let mut stream = connect(&state).await;
    let odd = "M".repeat(20_000);
    stream.write_all(head(&state, &format!("{odd} /facilities/v2"), 0).as_bytes()).await.unwrap();
    answer(&mut stream).await;
    let log = state.running.control().requests();
    assert_eq!(log.len(), 3);
    for request in &log {
        let kept = [&request.method, &request.path, &request.query, &request.license].map(String::len);
        assert!(kept.iter().sum::<usize>() < 3_000, "{kept:?}");
    }
    assert!(log[0].query.starts_with("licenseNumber=%C3%A9") && log[0].query.ends_with('…'), "its beginning is kept");
    assert!(log[1].path.ends_with('…') && log[2].method.ends_with('…'));
}
