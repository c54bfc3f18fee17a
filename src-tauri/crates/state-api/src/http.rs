//! The HTTP client that reads and writes share: how it connects, through which proxy, and what it means when it cannot.

use std::error::Error;
use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use hyper_util::client::proxy::matcher::Matcher;
use words::say;

use crate::between::Between;
use crate::client::Timeouts;
use crate::error::{SetupError, Unreachable};
use crate::host::ApiHost;
use crate::trust::distrust_in;

/// Through which proxy calls go.
#[derive(Debug, Clone)]
pub(crate) enum Proxies {
    /// None: what goes to the demo stays on this computer.
    Never,
    /// That of the surroundings, else of the operating system's settings.
    System,
    /// One that a test runs, and may change.
    #[cfg(test)]
    At(std::sync::Arc<Mutex<String>>),
}

/// Why no answer began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// Something stands in between.
    Between(Between),
    /// The state could not be reached.
    Unreachable(Unreachable),
    /// The request itself could not be made.
    Unmade,
}

/// How a client connects.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) host: ApiHost,
    pub(crate) tls: rustls::ClientConfig,
    pub(crate) proxies: Proxies,
    pub(crate) timeouts: Timeouts,
    /// How long a connection may idle; none keeps none.
    pub(crate) idle: Option<Duration>,
    /// After how long the system gives up what is not acknowledged, where it can be told; none leaves it to the system.
    pub(crate) linger: Option<Duration>,
}

/// The client. Made anew when the system's proxy has become another.
pub(crate) struct Http {
    settings: Settings,
    made: Mutex<Made>,
}

struct Made {
    http: reqwest::Client,
    proxy: Option<String>,
}

impl Settings {
    /// As the system is set up.
    pub(crate) fn new(host: ApiHost, timeouts: Timeouts, idle: Option<Duration>) -> Result<Self, SetupError> {
        let proxies = if host.is_loopback() { Proxies::Never } else { Proxies::System };
        Ok(Self { host, tls: crate::trust::tls()?, proxies, timeouts, idle, linger: None })
    }

    /// Host and port of the proxy that calls go through now.
    fn proxy(&self) -> Option<String> {
        match &self.proxies {
            Proxies::Never => None,
            Proxies::System => {
                let to = self.host.base_url().parse().ok()?;
                let proxy = Matcher::from_system().intercept(&to)?;
                Some(proxy.uri().authority()?.to_string())
            }
            #[cfg(test)]
            Proxies::At(address) => Some(address.lock().unwrap_or_else(PoisonError::into_inner).clone()),
        }
    }

    fn make(&self) -> Result<Made, SetupError> {
        let proxy = self.proxy();
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(self.tls.clone())
            .https_only(!self.host.is_loopback())
            // Retries are decided where the budget and the lanes are known; a redirect would carry keys elsewhere.
            .retry(reqwest::retry::never())
            .redirect(reqwest::redirect::Policy::none())
            .gzip(true)
            .connect_timeout(self.timeouts.connect)
            .read_timeout(self.timeouts.silence)
            .timeout(self.timeouts.total)
            .user_agent(concat!("Trackside/", env!("CARGO_PKG_VERSION")));
        let builder = match self.idle {
            Some(idle) => builder.pool_idle_timeout(idle),
            None => builder.pool_max_idle_per_host(0),
        };
        let builder = give_up_after(builder, self.linger);
        let refused = |error: reqwest::Error| SetupError::Http(chain(&error));
        let builder = match &self.proxies {
            Proxies::Never => builder.no_proxy(),
            // The library reads the system's own.
            Proxies::System => builder,
            #[cfg(test)]
            Proxies::At(_) => {
                let address = proxy.as_deref().unwrap_or_default();
                builder.proxy(reqwest::Proxy::all(format!("http://{address}")).map_err(refused)?)
            }
        };
        Ok(Made { http: builder.build().map_err(refused)?, proxy })
    }
}

/// Has the system give up what is not acknowledged for so long, where it can be told.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn give_up_after(builder: reqwest::ClientBuilder, linger: Option<Duration>) -> reqwest::ClientBuilder {
    builder.tcp_user_timeout(linger)
}

/// The system gives up when it will.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn give_up_after(builder: reqwest::ClientBuilder, _: Option<Duration>) -> reqwest::ClientBuilder {
    builder
}

impl Http {
    /// A client. No connection is made yet.
    pub(crate) fn new(settings: Settings) -> Result<Self, SetupError> {
        let made = Mutex::new(settings.make()?);
        Ok(Self { settings, made })
    }

    /// The library's client.
    pub(crate) fn client(&self) -> reqwest::Client {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).http.clone()
    }

    /// Why no answer began. Where no connection came about, the system's proxy may be another since the start: then
    /// the next call goes through that.
    pub(crate) fn no_answer(&self, error: &reqwest::Error) -> NoAnswer {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let why = why(error, made.proxy.as_ref());
        if error.is_connect() && self.settings.proxy() != made.proxy {
            match self.settings.make() {
                Ok(new) => *made = new,
                Err(error) => tracing::warn!(%error, "the client could not be made for the system's new proxy"),
            }
        }
        why
    }
}

fn why(error: &reqwest::Error, proxy: Option<&String>) -> NoAnswer {
    if let Some(tls) = sources(error).find_map(tls_error) {
        return NoAnswer::Between(distrust_in(tls).map_or(Between::NoTls, |distrust| distrust.what.clone()));
    }
    let says = |text: &str| sources(error).any(|cause| cause.to_string().contains(text));
    // The library's errors of a proxy have no type that can be named here.
    if says("proxy authorization required") {
        return NoAnswer::Between(Between::ProxySignIn { proxy: proxy.cloned() });
    }
    if says("tunnel error: unsuccessful") || says("tunnel error: unexpected end") {
        return NoAnswer::Between(Between::ProxyRefuses { proxy: proxy.cloned() });
    }
    if error.is_builder() {
        return NoAnswer::Unmade;
    }
    NoAnswer::Unreachable(if error.is_timeout() {
        Unreachable::TimedOut
    } else if says("dns error") {
        Unreachable::NoName
    } else if error.is_connect() {
        Unreachable::NoConnection
    } else {
        Unreachable::Cut
    })
}

/// An error of TLS, itself or inside one of I/O.
fn tls_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let inner = || error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    error.downcast_ref::<rustls::Error>().or_else(|| inner()?.downcast_ref::<rustls::Error>())
}

fn sources(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(Some(error as &(dyn Error + 'static)), |e: &&(dyn Error + 'static)| {
        let error: &(dyn Error + 'static) = *e;
        error.source()
    })
}

/// The causes of an error in one line, without the URL: it is in the log line already.
pub(crate) fn chain(error: &reqwest::Error) -> String {
    let texts: Vec<String> = sources(error).skip(1).map(ToString::to_string).collect();
    if texts.is_empty() { say::reading_connection_failed().to_string() } else { texts.join(": ") }
}
