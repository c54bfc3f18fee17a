//! Connections, and one request from its first byte to its last.
//!
//! The accept loop is our own: a fault must be able to close the TCP connection in the middle of anything.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, RawPathParams, Request, State};
use axum::http::{HeaderValue, Method, Response, StatusCode, Uri, header};
use axum::routing::{MethodFilter, on};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use jiff::SignedDuration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower_service::Service as _;

use super::answer::{Refusal, maintenance, too_many};
use super::backdoor;
use super::call::{Call, Query, Tweak};
use super::faults::{Fault, millis};
use super::log::LoggedRequest;
use super::users;
use crate::api::{self, Operation};
use crate::control::Control;
use crate::server::Server;

/// What a fault asks of the operation, carried along with the request.
#[derive(Clone, Copy, Default)]
struct Meddling {
    tweak: Tweak,
    clock_off: SignedDuration,
    unauthorized: bool,
}

/// The connection is closed without another byte.
#[derive(Debug)]
struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the connection is cut on purpose")
    }
}

impl std::error::Error for Cut {}

/// Listens until `stop` says so. While the server is dark, nobody listens on the address.
pub async fn run(server: Arc<Server>, listener: TcpListener, address: SocketAddr, mut stop: watch::Receiver<bool>) {
    let router = router(&server);
    let mut dark = server.dark.subscribe();
    let mut listening = Some(listener);
    loop {
        if *dark.borrow_and_update() {
            listening = None;
        } else if listening.is_none() {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => return,
                listener = listen_again(address) => listening = Some(listener),
            }
        }
        let stream = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            _ = dark.changed() => continue,
            stream = next_connection(&mut listening) => stream,
        };
        server.log().counters.connections += 1;
        if server.faults.refuses_connection() {
            let _ = stream.set_zero_linger();
            continue;
        }
        let connection = connection(Arc::clone(&server), router.clone(), stream);
        let (mut stop, mut dark) = (stop.clone(), server.dark.subscribe());
        tokio::spawn(async move {
            tokio::select! {
                () = connection => {}
                _ = stop.wait_for(|stop| *stop) => {}
                _ = dark.wait_for(|dark| *dark) => {}
            }
        });
    }
}

/// Listens on the address as soon as it is free: it may be busy for a moment after connections were closed.
async fn listen_again(address: SocketAddr) -> TcpListener {
    loop {
        match TcpListener::bind(address).await {
            Ok(listener) => return listener,
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

/// Where connections come in.
trait Door {
    type Stream;
    fn accept(&mut self) -> impl Future<Output = io::Result<Self::Stream>> + Send;
}

/// Nobody comes in where nobody listens.
impl Door for Option<TcpListener> {
    type Stream = TcpStream;
    async fn accept(&mut self) -> io::Result<TcpStream> {
        match self {
            Some(listener) => listener.accept().await.map(|(stream, _)| stream),
            None => std::future::pending().await,
        }
    }
}

/// How long nothing is accepted after the computer had no room for a connection.
const NO_ROOM: Duration = Duration::from_millis(200);

/// The next connection. One that broke off before it was accepted is passed over at once. Everything else, such as the
/// limit of open files, stays as it is until something closes: asking again at once would only keep a processor busy.
async fn next_connection<D: Door>(door: &mut D) -> D::Stream {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    let mut said = false;
    loop {
        match door.accept().await {
            Ok(stream) => return stream,
            Err(error) if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) => {}
            Err(error) => {
                if !said {
                    tracing::warn!(%error, "the simulator cannot accept connections for now");
                    said = true;
                }
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
}

async fn connection(server: Arc<Server>, router: Router, stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let head_within = server.config.options.head_within;
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (server, router) = (Arc::clone(&server), router.clone());
        async move { answer(&server, router, request.map(Body::new)).await }
    });
    // An error here is a client that went away, or a cut on purpose: both are the end of this connection only.
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_within);
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}

/// One request, with what the faults do to it.
async fn answer(server: &Arc<Server>, mut router: Router, request: Request) -> Result<Response<Body>, Cut> {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let body_within = server.config.options.body_within;
    if path.starts_with("/simulator") {
        return Ok(match received(request, body_within).await {
            Ok(request) => call_router(&mut router, request).await,
            Err(refused) => refused,
        });
    }
    let query = request.uri().query().unwrap_or_default().to_owned();
    let license = Query::parse(&query).get("licenseNumber").unwrap_or_default().to_owned();
    let at = server.clock().now();
    let log = |status: u16| {
        server.log().add(LoggedRequest {
            number: 0,
            at,
            method: method.to_string(),
            path: path.clone(),
            query: query.clone(),
            license: license.clone(),
            status,
        });
    };
    let running = if method == Method::GET {
        let facility = server.world().license(&license).map(|facility| facility.id);
        let begun = server.limiter.read().unwrap_or_else(PoisonError::into_inner).begin(facility);
        match begun {
            Ok(running) => running,
            Err(seconds) => {
                log(429);
                return Ok(dated(server, too_many(Some(seconds)), SignedDuration::ZERO));
            }
        }
    } else {
        None
    };
    let fault = server.faults.meets(method.as_str(), &path, &query);
    if fault.is_some() {
        server.log().counters.faults += 1;
    }
    let mut meddling = Meddling::default();
    let mut wait = server.config.options.answer_after;
    let early = match &fault {
        Some(Fault::RefuseConnection | Fault::CutBeforeReading) => {
            log(0);
            return Err(Cut);
        }
        Some(Fault::ErrorBefore) => Some(Refusal::broken().into_response()),
        Some(Fault::Maintenance) => Some(maintenance()),
        Some(Fault::TooMany { retry_after }) => Some(too_many(*retry_after)),
        _ => None,
    };
    match &fault {
        Some(Fault::Late { millis: later }) => wait += millis(*later),
        Some(Fault::Unauthorized) => meddling.unauthorized = true,
        Some(Fault::EmptyPage) => meddling.tweak = Tweak::EmptyPage,
        Some(Fault::PageBefore) => meddling.tweak = Tweak::PageBefore,
        Some(Fault::ClockOff { seconds }) => meddling.clock_off = SignedDuration::from_secs(*seconds),
        Some(Fault::PageShift) => backdoor::shift_first_package(server, &license),
        _ => {}
    }
    let response = match (received(request, body_within).await, early) {
        (Err(refused), _) => refused,
        (Ok(_), Some(response)) => response,
        (Ok(mut request), None) => {
            request.extensions_mut().insert(meddling);
            call_router(&mut router, request).await
        }
    };
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
    drop(running);
    let response = match fault {
        Some(Fault::CutAfterApplying) => {
            log(0);
            return Err(Cut);
        }
        Some(Fault::ErrorAfter) => Refusal::broken().into_response(),
        Some(Fault::HalfBody) => half(response).await,
        Some(Fault::SlowBytes { bytes, millis: pause }) => slow(response, bytes, millis(pause)).await,
        _ => response,
    };
    log(response.status().as_u16());
    Ok(dated(server, response, meddling.clock_off))
}

/// The request with its whole body. Whatever is answered, the body has been read first: else the connection could not
/// serve another request, and the client would not know. Where it is not read, the answer says that the connection ends.
async fn received(request: Request, within: Duration) -> Result<Request, Response<Body>> {
    let (parts, body) = request.into_parts();
    let read = http_body_util::Limited::new(body, LARGEST_BODY).collect();
    let refusal = match tokio::time::timeout(within, read).await {
        Ok(Ok(bytes)) => return Ok(Request::from_parts(parts, Body::from(bytes.to_bytes()))),
        Ok(Err(_)) => Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "The content being submitted is too large"),
        Err(_) => Refusal::new(StatusCode::REQUEST_TIMEOUT, "The content being submitted did not arrive in time."),
    };
    let mut response = refusal.into_response();
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    Err(response)
}

async fn call_router(router: &mut Router, request: Request) -> Response<Body> {
    let done: Result<Response<Body>, Infallible> = router.call(request).await;
    match done {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The `Date` of the state's clock: that is what a client can compare its own with.
fn dated(server: &Server, mut response: Response<Body>, clock_off: SignedDuration) -> Response<Body> {
    let now = server.clock().now();
    let shown = now.checked_add(clock_off).unwrap_or(now);
    if let Ok(date) = HeaderValue::from_str(&shown.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

/// The whole body's length is announced, half of it arrives.
async fn half(response: Response<Body>) -> Response<Body> {
    let (parts, bytes) = whole(response).await;
    let first = bytes.slice(..bytes.len() / 2);
    trickle(parts, bytes.len(), vec![(Duration::ZERO, Ok(first)), (Duration::from_millis(1), Err(Cut))])
}

async fn slow(response: Response<Body>, size: usize, pause: Duration) -> Response<Body> {
    let (parts, bytes) = whole(response).await;
    let mut rest = bytes.clone();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        pieces.push((pause, Ok(rest.split_to(size.clamp(1, rest.len())))));
    }
    trickle(parts, bytes.len(), pieces)
}

async fn whole(response: Response<Body>) -> (axum::http::response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    (parts, bytes)
}

type Pieces = Vec<(Duration, Result<Bytes, Cut>)>;

fn trickle(mut parts: axum::http::response::Parts, length: usize, pieces: Pieces) -> Response<Body> {
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    let (sender, receiver) = tokio::sync::mpsc::channel(1);
    tokio::spawn(async move {
        for (pause, piece) in pieces {
            tokio::time::sleep(pause).await;
            if sender.send(piece).await.is_err() {
                return;
            }
        }
    });
    Response::from_parts(parts, Body::new(Trickle(receiver)))
}

/// A body that arrives when its sender says so.
struct Trickle(tokio::sync::mpsc::Receiver<Result<Bytes, Cut>>);

impl hyper::body::Body for Trickle {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Cut>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(hyper::body::Frame::data)))
    }
}

fn router(server: &Arc<Server>) -> Router {
    let mut router: Router<Arc<Server>> = Router::new();
    for operation in api::operations() {
        let filter = match operation.method {
            "GET" => MethodFilter::GET,
            "POST" => MethodFilter::POST,
            "PUT" => MethodFilter::PUT,
            _ => MethodFilter::DELETE,
        };
        let handler = move |State(server): State<Arc<Server>>, params: RawPathParams, request: Request| async move {
            operate(&server, operation, &params, request).await
        };
        router = router.route(operation.route, on(filter, handler));
    }
    let unknown = |State(server): State<Arc<Server>>, request: Request| async move {
        match users::authenticate(request.headers(), &server.keys, &server.users) {
            Ok(_) => no_such_route(request.uri()).into_response(),
            Err(refusal) => refusal.into_response(),
        }
    };
    router
        .fallback(unknown)
        .method_not_allowed_fallback(|uri: Uri| async move { no_such_route(&uri).into_response() })
        .merge(backdoor::router(Control { server: Arc::clone(server) }))
        .layer(DefaultBodyLimit::disable())
        .with_state(Arc::clone(server))
}

fn no_such_route(uri: &Uri) -> Refusal {
    Refusal::not_found(format!("No HTTP resource was found that matches the request URI '{}'.", uri.path()))
}

/// The largest body taken: a laboratory's document of 5 MB in Base64, and a little.
const LARGEST_BODY: usize = 8 * 1024 * 1024;

/// An operation's request: keys, license, rights, body, and then the operation itself.
async fn operate(
    server: &Server,
    operation: &'static Operation,
    params: &RawPathParams,
    request: Request,
) -> Response<Body> {
    let meddling = request.extensions().get::<Meddling>().copied().unwrap_or_default();
    let (parts, body) = request.into_parts();
    // It has been read already.
    let Ok(body) = body.collect().await.map(http_body_util::Collected::to_bytes) else {
        return Refusal::broken().into_response();
    };
    let path = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let call = admit(server, operation, &parts, meddling).map(|call| Call { path, body, ..call });
    match call.and_then(|call| server.perform(operation, call, meddling.clock_off)) {
        Ok(answer) => answer.into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

/// Lets a request in, or says 401: for wrong keys, a license that is not the user's, and a missing right alike.
fn admit(
    server: &Server,
    operation: &Operation,
    parts: &axum::http::request::Parts,
    meddling: Meddling,
) -> Result<Call, Refusal> {
    let user = users::authenticate(&parts.headers, &server.keys, &server.users)?;
    if meddling.unauthorized {
        return Err(Refusal::unauthorized("Authorization has been denied for this request."));
    }
    let query = Query::parse(parts.uri.query().unwrap_or_default());
    let facility = match (operation.license, query.get("licenseNumber")) {
        (false, _) => None,
        (true, None) => return Err(Refusal::bad_request("licenseNumber was not specified.")),
        (true, Some(number)) => {
            let world = server.world();
            let found = world.license(number).map(|facility| facility.id);
            let mine = found.filter(|id| user.licenses.contains(id));
            Some(mine.ok_or_else(|| {
                Refusal::unauthorized(format!("You do not have access to the facility with license number {number}."))
            })?)
        }
    };
    if let Some(right) = operation.rights.iter().find(|right| user.lacks.contains(right)) {
        return Err(Refusal::unauthorized(format!(
            "You do not have the required permission '{right}' to perform this action."
        )));
    }
    Ok(Call {
        facility,
        user: user.name.clone(),
        licenses: user.licenses.clone(),
        path: Default::default(),
        query,
        body: Bytes::new(),
        now: server.clock().now(),
        options: server.config.options.clone(),
        tweak: meddling.tweak,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No room ten times, ten broken connections, then a good one.
    struct Narrow(u32);

    impl Door for Narrow {
        type Stream = &'static str;
        async fn accept(&mut self) -> io::Result<&'static str> {
            self.0 += 1;
            match self.0 {
                1..=10 => Err(io::Error::from_raw_os_error(24)),
                11..=20 => Err(io::ErrorKind::ConnectionAborted.into()),
                _ => Ok("a connection"),
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn without_room_for_connections_nothing_spins() {
        let begun = tokio::time::Instant::now();
        assert_eq!(next_connection(&mut Narrow(0)).await, "a connection");
        assert_eq!(
            begun.elapsed(),
            NO_ROOM * 10,
            "a pause after each time without room, none after a broken connection"
        );
    }
}
