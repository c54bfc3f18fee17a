//! A server with certificates of its own stands where the state should: calls for the state's real address reach it
//! through a proxy on this computer, so that nothing leaves it.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::Duration;

use rcgen::{CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rules::LicenseNumber;
use rustls::RootCertStore;
use rustls::client::WebPkiServerVerifier;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;
use crate::budget::{CallBudget, Limits, NoFreezeStore};
use crate::client::{Client, ClientConfig, Patience};
use crate::error::{ApiError, Unreachable};
use crate::host::{ApiHost, ApiKeys, Environment};
use crate::http::{Proxies, Settings};
use crate::write::{WriteMethod, WriteOutcome, Writer};

const STATE: &str = "api-ca.metrc.com";

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str, organization: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, name);
    params.distinguished_name.push(DnType::OrganizationName, organization);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server's side of TLS, for a name and between two years.
fn server(authority: &Authority, name: &str, years: (i32, i32)) -> rustls::ServerConfig {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    let certificate = params.signed_by(&key, authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    rustls::ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap()
}

/// A proxy that answers every CONNECT with `answer`, and behind a 200 speaks for the state: with TLS and `body`, or
/// without TLS as a sign-in page would.
async fn proxy(answer: &'static str, tls: Option<rustls::ServerConfig>, body: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let acceptor = tls.map(|tls| tokio_rustls::TlsAcceptor::from(Arc::new(tls)));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let mut asked = [0; 4096];
                let read = stream.read(&mut asked).await.unwrap();
                assert!(String::from_utf8_lossy(&asked[..read]).starts_with("CONNECT api-ca.metrc.com:443 "));
                stream.write_all(answer.as_bytes()).await.unwrap();
                if answer != CONNECTED {
                    return;
                }
                match acceptor {
                    Some(acceptor) => {
                        let Ok(mut stream) = acceptor.accept(stream).await else { return };
                        if stream.read(&mut asked).await.is_ok_and(|read| read > 0) {
                            let length = body.len();
                            let head =
                                format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
                            drop(stream.write_all(format!("{head}{body}").as_bytes()).await);
                            drop(stream.shutdown().await);
                        }
                    }
                    None => {
                        drop(stream.read(&mut asked).await);
                        drop(stream.write_all(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n").await);
                    }
                }
            });
        }
    });
    address
}

const CONNECTED: &str = "HTTP/1.1 200 Connection established\r\n\r\n";

fn config() -> ClientConfig {
    let budget = Arc::new(CallBudget::new(Limits::unpaced(10), Arc::new(NoFreezeStore)));
    let host = ApiHost::state("CA", Environment::Production).unwrap();
    let mut config = ClientConfig::new(host, ApiKeys::new("the-software-key", "the-user-key"), budget);
    config.patience = Patience { tries: 3, first_pause: Duration::ZERO, longest_pause: Duration::ZERO };
    config
}

/// Connects through the proxy and trusts this authority alone; without one, whom this computer trusts.
fn settings(proxy: SocketAddr, trusted: Option<&Authority>) -> Settings {
    let config = config();
    let mut settings = Settings::new(config.host, config.timeouts, None).unwrap();
    settings.proxies = Proxies::At(Arc::new(Mutex::new(proxy.to_string())));
    if let Some(trusted) = trusted {
        let mut roots = RootCertStore::empty();
        roots.add(trusted.der().clone()).unwrap();
        let provider = Arc::new(default_provider());
        let judge =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build().unwrap();
        settings.tls = tls_with(provider, judge).unwrap();
    }
    settings
}

async fn read(settings: &Settings) -> Result<usize, ApiError> {
    Ok(Client::over(settings.clone(), config()).unwrap().facilities().await?.len())
}

/// What a read and a write are told alike.
async fn told(proxy: SocketAddr, trusted: Option<&Authority>) -> Between {
    let settings = settings(proxy, trusted);
    let ApiError::Between { what, .. } = read(&settings).await.unwrap_err() else { panic!("something between") };
    let writer = Writer::over(settings, &config()).unwrap();
    let license = LicenseNumber::new("C10-0000001-LIC");
    let outcome = writer.send(WriteMethod::Put, "/packages/v2/note", &license, "[]".into()).await;
    let WriteOutcome::Blocked { what: written, .. } = outcome else { panic!("nothing left: {outcome:?}") };
    assert_eq!(written, what);
    what
}

#[tokio::test]
async fn a_certificate_that_is_trusted_lets_calls_through() {
    let ours = authority("Root", "Trust");
    let proxy = proxy(CONNECTED, Some(server(&ours, STATE, (2020, 2090))), "[]").await;
    assert_eq!(read(&settings(proxy, Some(&ours))).await, Ok(0));
}

#[tokio::test]
async fn a_wrong_clock_is_told_from_an_untrusted_certificate() {
    let ours = authority("Root", "Trust");
    let early = proxy(CONNECTED, Some(server(&ours, STATE, (2090, 2095))), "[]").await;
    let before = Timestamp::now();
    let Between::Clock { shows } = told(early, Some(&ours)).await else { panic!("the clock") };
    assert!(shows >= before - jiff::SignedDuration::from_secs(1) && shows <= Timestamp::now(), "{shows}");

    let late = proxy(CONNECTED, Some(server(&ours, STATE, (2020, 2021))), "[]").await;
    let Between::RanOut { until, shows } = told(late, Some(&ours)).await else { panic!("ran out") };
    assert_eq!(until.to_string(), "2021-01-01T00:00:00Z");
    assert!(shows >= before - jiff::SignedDuration::from_secs(1), "{shows}");

    // No clock would make these trusted.
    let others = authority("Gateway CA", "Contoso Web Shield");
    for years in [(2090, 2095), (2020, 2021)] {
        let untrusted = proxy(CONNECTED, Some(server(&others, STATE, years)), "[]").await;
        let what = told(untrusted, Some(&ours)).await;
        assert!(matches!(what, Between::Certificate { .. }), "{years:?}: {what:?}");
    }
}

#[tokio::test]
async fn the_states_own_time_settles_whether_the_clock_is_wrong() {
    let client = Client::over(settings("127.0.0.1:1".parse().unwrap(), None), config()).unwrap();
    let until = Timestamp::now() + jiff::SignedDuration::from_hours(1);
    let shows = until + jiff::SignedDuration::from_hours(100);
    let ran_out = || ApiError::Between { what: Between::RanOut { until, shows }, detail: String::new() };
    assert_eq!(client.with_the_states_time(ran_out()), ran_out(), "nobody has told the time");
    client.the_state_said(Timestamp::now());
    let clock = ApiError::Between { what: Between::Clock { shows }, detail: String::new() };
    assert_eq!(client.with_the_states_time(ran_out()), clock);
    client.the_state_said(shows);
    assert_eq!(client.with_the_states_time(ran_out()), ran_out(), "it did run out");
}

#[tokio::test]
async fn who_issued_an_untrusted_certificate_is_named() {
    let scanner = authority("Web Shield Root\u{202e}\n", "Contoso Antivirus");
    let address = proxy(CONNECTED, Some(server(&scanner, STATE, (2020, 2090))), "[]").await;
    // Judged as this computer judges, which knows nothing of it.
    let issuer = Some("Web Shield Root (Contoso Antivirus)".to_owned());
    assert_eq!(told(address, None).await, Between::Certificate { issuer });
}

#[tokio::test]
async fn a_certificate_of_another_name_is_a_sign_in_page() {
    let ours = authority("Root", "Trust");
    for trusted in [&ours, &authority("Other", "Other")] {
        let hotel = server(&ours, "login.hotel.example", (2020, 2090));
        let what = told(proxy(CONNECTED, Some(hotel), "[]").await, Some(trusted)).await;
        assert_eq!(what, Between::SignIn { at: Some("login.hotel.example".into()) });
    }
    let plain = proxy(CONNECTED, None, "").await;
    assert_eq!(told(plain, None).await, Between::NoTls, "it answers, and not as the state does");
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named() {
    for (answer, sign_in) in [
        ("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n", true),
        ("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", false),
        ("", false),
    ] {
        let address = proxy(answer, None, "").await;
        let named = Some(address.to_string());
        let wanted =
            if sign_in { Between::ProxySignIn { proxy: named } } else { Between::ProxyRefuses { proxy: named } };
        assert_eq!(told(address, None).await, wanted, "{answer}");
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_no_connection() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = read(&settings(nobody, None)).await.unwrap_err();
    assert!(matches!(error, ApiError::Unreachable { why: Unreachable::NoConnection, .. }), "{error:?}");
}

/// Somebody sets the system's proxy right while Trackside is open: no restart is needed.
#[tokio::test]
async fn another_proxy_of_the_system_is_used_from_the_next_call_on() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let ours = authority("Root", "Trust");
    let right = proxy(CONNECTED, Some(server(&ours, STATE, (2020, 2090))), "[]").await;
    let settings = settings(nobody, Some(&ours));
    let Proxies::At(set) = settings.proxies.clone() else { panic!("a proxy of the test") };
    let client = Client::over(settings, config()).unwrap().with_patience(Patience {
        tries: 1,
        first_pause: Duration::ZERO,
        longest_pause: Duration::ZERO,
    });
    assert!(client.facilities().await.is_err(), "nobody is there");
    *set.lock().unwrap() = right.to_string();
    assert!(client.facilities().await.is_err(), "the client learns of it when no connection comes about");
    assert!(client.facilities().await.is_ok());
}

/// The verifier on Windows takes ten seconds to give up on an authority that it cannot reach.
#[test]
fn a_connection_may_take_longer_than_looking_up_a_revocation() {
    let timeouts = crate::client::Timeouts::default();
    assert!(timeouts.connect > 2 * Duration::from_secs(10) && timeouts.connect < timeouts.total, "{timeouts:?}");
}
