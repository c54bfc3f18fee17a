//! A web filter between a desk and the state: while it is shut it answers every request itself, with a page.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What it answers to requests that begin so.
#[derive(Clone)]
struct Shut {
    method: &'static str,
    answer: String,
}

/// The filter. It lets everything through until it is shut.
pub struct Filter {
    address: SocketAddr,
    shut: watch::Sender<Option<Shut>>,
    /// Requests that it answered.
    answered: watch::Receiver<Vec<String>>,
}

impl Filter {
    /// Stands before the server at this address.
    pub async fn before(state: String) -> Self {
        let to = state.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (shut, now) = watch::channel(None);
        let (count, answered) = watch::channel(Vec::new());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, to.clone(), now.clone(), count.clone()));
            }
        });
        Self { address, shut, answered }
    }

    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers with this status and a page from now on.
    pub fn shut(&self, status: &str) {
        self.shut_for("", status);
    }

    /// The same for requests of one method only.
    pub fn shut_for(&self, method: &'static str, status: &str) {
        let page = "<!DOCTYPE html><html><head><title>Access Denied</title></head>\
                    <body><h1>This site is blocked</h1><p>Category: Drugs</p></body></html>";
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/html\r\nConnection: close\r\n");
        let answer = format!("{head}Content-Length: {}\r\n\r\n{page}", page.len());
        self.shut.send_replace(Some(Shut { method, answer }));
    }

    pub fn open(&self) {
        self.shut.send_replace(None);
    }

    /// First lines of what it answered so far.
    pub fn answered(&self) -> Vec<String> {
        self.answered.borrow().clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    to: String,
    mut shut: watch::Receiver<Option<Shut>>,
    count: watch::Sender<Vec<String>>,
) {
    let mut first = [0; 8];
    // A connection carries requests of one method: the desk reads and writes over different ones.
    let Ok(1..) = stream.peek(&mut first).await else { return };
    let now = shut.borrow_and_update().clone();
    let Some(Shut { answer, .. }) = now.filter(|shut| first.starts_with(shut.method.as_bytes())) else {
        let Ok(mut state) = TcpStream::connect(to).await else { return };
        tokio::select! {
            _ = copy_bidirectional(&mut stream, &mut state) => {}
            // Connections that were let through before end when the filter is shut.
            _ = shut.changed() => {}
        }
        return;
    };
    let mut asked = vec![0; 1 << 16];
    let Ok(read @ 1..) = stream.read(&mut asked).await else { return };
    let line = String::from_utf8_lossy(&asked[..read]).lines().next().unwrap_or_default().to_owned();
    count.send_modify(|lines| lines.push(line));
    if stream.write_all(answer.as_bytes()).await.is_ok() {
        drop(stream.shutdown().await);
        // What is left of the request is taken, so that the answer is not lost to a reset.
        while stream.read(&mut asked).await.is_ok_and(|read| read > 0) {}
    }
}
