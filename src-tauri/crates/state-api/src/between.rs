//! What stands between this computer and the state: filters, proxies, sign-in pages, inspecting programs, a wrong clock.
//! None of it is the state, so none of it says anything about keys, rights or writes; each needs a person, and ends by
//! itself when it is mended.

use jiff::Timestamp;

/// What kept a call from the state, or answered it in the state's place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Between {
    /// An answer that has no form of the state's: the page of a web filter, a firewall, a gateway.
    #[error("something between this computer and the state answered ({status}) in the state's place")]
    Answered {
        /// The HTTP status.
        status: u16,
    },
    /// What answered does not speak TLS, or ended it.
    #[error("something between this computer and the state does not let a secure connection come about")]
    NoTls,
    /// A sign-in page of the network: a redirect, a page with a form, or a certificate of another name.
    #[error("this network wants a sign-in")]
    SignIn {
        /// Whose name the answer bore, where it bore one.
        at: Option<String>,
    },
    /// A proxy asks who is there (407), which Trackside cannot answer.
    #[error("the proxy {} asks for a user and a password", named(proxy))]
    ProxySignIn {
        /// Host and port.
        proxy: Option<String>,
    },
    /// A proxy answers and does not connect to the state.
    #[error("the proxy {} does not connect to the state", named(proxy))]
    ProxyRefuses {
        /// Host and port.
        proxy: Option<String>,
    },
    /// The state's certificate is good, but not at the time that this computer's clock shows.
    #[error("this computer's clock shows {shows}, which cannot be")]
    Clock {
        /// What it shows.
        shows: Timestamp,
    },
    /// The certificate would be trusted, had it not run out by this computer's clock. Which of the two is wrong is not
    /// known.
    #[error("the certificate ran out at {until}, and this computer's clock shows {shows}")]
    RanOut {
        /// The end of its time.
        until: Timestamp,
        /// What the clock shows.
        shows: Timestamp,
    },
    /// A certificate in the state's name that this computer does not trust: an inspecting program or firewall.
    #[error("a certificate issued by {} stands between this computer and the state", issuer.as_deref().unwrap_or("an unknown issuer"))]
    Certificate {
        /// Who issued it, as it says itself.
        issuer: Option<String>,
    },
}

fn named(proxy: &Option<String>) -> &str {
    proxy.as_deref().unwrap_or("of this network")
}
