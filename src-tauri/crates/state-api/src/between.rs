//! What stands between this computer and the state: filters, proxies, sign-in pages, inspecting programs, a wrong clock.
//! None of it is the state, so none of it says anything about keys, rights or writes; each needs a person, and ends by
//! itself when it is mended.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use words::{Words, say};

/// What kept a call from the state, or answered it in the state's place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Between {
    /// An answer that has no form of the state's: the page of a web filter, a firewall, a gateway.
    Answered {
        /// The HTTP status.
        status: u16,
    },
    /// What answered does not speak TLS, or ended it.
    NoTls,
    /// A sign-in page of the network: a redirect, a page with a form, or a certificate of another name.
    SignIn {
        /// Whose name the answer bore, where it bore one.
        at: Option<String>,
    },
    /// A proxy asks who is there (407), which Trackside cannot answer.
    ProxySignIn {
        /// Host and port.
        proxy: Option<String>,
    },
    /// A proxy answers and does not connect to the state.
    ProxyRefuses {
        /// Host and port.
        proxy: Option<String>,
    },
    /// The state's certificate is good, but not at the time that this computer's clock shows.
    Clock {
        /// What it shows.
        shows: Timestamp,
    },
    /// The certificate would be trusted, had it not run out by this computer's clock. Which of the two is wrong is not
    /// known.
    RanOut {
        /// The end of its time.
        until: Timestamp,
        /// What the clock shows.
        shows: Timestamp,
    },
    /// A certificate in the state's name that this computer does not trust: an inspecting program or firewall.
    Certificate {
        /// Who issued it, as it says itself.
        issuer: Option<String>,
    },
}

impl Between {
    fn words(&self) -> Words {
        match self {
            Self::Answered { status } => say::reading_between_answered(status.to_string()),
            Self::NoTls => say::reading_between_no_tls(),
            Self::SignIn { .. } => say::reading_between_sign_in(),
            Self::ProxySignIn { proxy: Some(proxy) } => say::reading_between_proxy_sign_in(proxy),
            Self::ProxySignIn { proxy: None } => say::reading_between_some_proxy_sign_in(),
            Self::ProxyRefuses { proxy: Some(proxy) } => say::reading_between_proxy_refuses(proxy),
            Self::ProxyRefuses { proxy: None } => say::reading_between_some_proxy_refuses(),
            Self::Clock { shows } => say::reading_between_clock(moment(*shows)),
            Self::RanOut { until, shows } => say::reading_between_ran_out(moment(*shows), moment(*until)),
            Self::Certificate { issuer: Some(issuer) } => say::reading_between_certificate(issuer),
            Self::Certificate { issuer: None } => say::reading_between_some_certificate(),
        }
    }
}

impl fmt::Display for Between {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(f)
    }
}

/// An instant for a person.
pub(crate) fn moment(at: Timestamp) -> String {
    rules::instant_words(at, &TimeZone::system())
}
