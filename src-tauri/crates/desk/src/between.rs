//! What a person reads of what stands between this computer and the state, and what they can do about it.

use jiff::Timestamp;
use state_api::Between;

use crate::contract::ErrorCode;
use crate::errors::NOTHING_LOST;

/// For whoever looks after the network or the computer.
const LET_THROUGH: &str = "the state\u{2019}s API (for California api-ca.metrc.com, port 443)";
const BY_ITSELF: &str = "Trackside tries again by itself.";

impl ErrorCode {
    /// Whether something between this computer and the state is in the way: it needs a person, and goes away by itself
    /// once it is mended.
    pub(crate) fn is_between(self) -> bool {
        matches!(self, Self::Filtered | Self::SignIn | Self::Proxy | Self::Clock | Self::Certificate)
    }
}

/// The code, what happened and what to do now.
pub(crate) fn told(what: &Between) -> (ErrorCode, String, String) {
    let (code, happened, next) = match what {
        Between::Answered { .. } => (
            ErrorCode::Filtered,
            "Something between this computer and the state answered in the state\u{2019}s place, most likely a web filter \
             or a firewall. Your keys are not the reason, and nothing it said counts as the state\u{2019}s answer."
                .to_owned(),
            format!(
                "Ask whoever runs this network to let Trackside through to {LET_THROUGH}; filters often have a category \
                 for cannabis. {BY_ITSELF}"
            ),
        ),
        Between::NoTls => (
            ErrorCode::Filtered,
            "Something between this computer and the state does not let a secure connection come about. Nothing was sent."
                .to_owned(),
            format!(
                "If this network has a sign-in page, open a web browser and sign in. Else ask whoever runs the network to \
                 let Trackside through to {LET_THROUGH}. {BY_ITSELF}"
            ),
        ),
        Between::SignIn { at } => (
            ErrorCode::SignIn,
            match at {
                Some(at) => format!("This network wants a sign-in: {at} answered in the state\u{2019}s place."),
                None => "This network wants a sign-in: its page came in place of the state\u{2019}s answer.".to_owned(),
            },
            format!("Open a web browser, sign in to the network, and leave Trackside open. {BY_ITSELF}"),
        ),
        Between::ProxySignIn { proxy } => (
            ErrorCode::Proxy,
            format!(
                "{} asks for a user name and a password, and Trackside cannot give them. Nothing was sent.",
                proxy_named(proxy.as_deref())
            ),
            format!(
                "Ask whoever runs the proxy to let this computer through to {LET_THROUGH} without a sign-in. {BY_ITSELF}"
            ),
        ),
        Between::ProxyRefuses { proxy } => (
            ErrorCode::Proxy,
            format!("{} does not let Trackside through to the state. Nothing was sent.", proxy_named(proxy.as_deref())),
            format!(
                "Ask whoever runs the proxy to let this computer through to {LET_THROUGH}, or take the proxy out of this \
                 computer\u{2019}s network settings. {BY_ITSELF}"
            ),
        ),
        Between::Clock { shows } => (
            ErrorCode::Clock,
            format!(
                "This computer\u{2019}s clock says {}, which cannot be right: the state\u{2019}s certificate is not valid \
                 then, so no secure connection came about.",
                date_and_time(*shows)
            ),
            format!("Set the date and time of this computer, best to \u{201c}automatically\u{201d}. {BY_ITSELF}"),
        ),
        Between::RanOut { until, shows } => (
            ErrorCode::Certificate,
            format!(
                "The certificate shown for the state ran out on {}, and this computer\u{2019}s clock says {}, so no secure \
                 connection came about.",
                date_and_time(*until),
                date_and_time(*shows)
            ),
            format!(
                "If the clock is wrong, set the date and time of this computer. If it is right, the state has to renew its \
                 certificate; try its web site in a browser. {BY_ITSELF}"
            ),
        ),
        Between::Certificate { issuer } => (
            ErrorCode::Certificate,
            format!(
                "A certificate by {} stands between this computer and the state, and this computer does not trust it. \
                 Nothing was sent.",
                issuer.as_deref().unwrap_or("an unknown issuer")
            ),
            format!(
                "This is most often an antivirus program that scans secure connections, or a firewall that opens them. Have \
                 {LET_THROUGH} left out of the scanning by whoever runs it. {BY_ITSELF}"
            ),
        ),
    };
    (code, format!("{happened} {NOTHING_LOST}"), next)
}

fn proxy_named(proxy: Option<&str>) -> String {
    match proxy {
        Some(proxy) => format!("This network\u{2019}s proxy {proxy}"),
        None => "This network\u{2019}s proxy".to_owned(),
    }
}

/// As this computer's clock shows it, for example `Jan 3, 2024, 9:05 AM`.
fn date_and_time(at: Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%b %-d, %Y, %-I:%M %p").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::DeskError;

    /// A wall that lets only the state through makes each connection wait for the look-up of its certificate.
    #[test]
    fn a_time_out_names_the_look_up_of_certificates() {
        use state_api::{ApiError, Unreachable};
        let next = |why| DeskError::from(ApiError::Unreachable { why, detail: String::new() }).next;
        assert!(next(Unreachable::TimedOut).contains("OCSP and CRL"));
        for why in [Unreachable::NoName, Unreachable::NoConnection, Unreachable::Cut] {
            assert!(!next(why).contains("OCSP"), "{why:?}");
        }
    }

    /// Every kind as a person reads it: what happened, is the work safe, what now.
    #[test]
    fn every_kind_in_a_persons_words() {
        let shows: Timestamp = "2024-01-03T20:00:00Z".parse().unwrap();
        let until: Timestamp = "2023-06-30T20:00:00Z".parse().unwrap();
        let proxy = Some("10.0.0.5:8080".to_owned());
        for (what, code, happened, next) in [
            (
                Between::Answered { status: 403 },
                ErrorCode::Filtered,
                "Something between this computer",
                "filters often",
            ),
            (Between::NoTls, ErrorCode::Filtered, "does not let a secure connection", "sign-in page"),
            (Between::SignIn { at: None }, ErrorCode::SignIn, "This network wants a sign-in", "Open a web browser"),
            (
                Between::SignIn { at: Some("login.hotel.example".into()) },
                ErrorCode::SignIn,
                "login.hotel.example answered",
                "Open a web browser",
            ),
            (
                Between::ProxySignIn { proxy: proxy.clone() },
                ErrorCode::Proxy,
                "10.0.0.5:8080 asks",
                "without a sign-in",
            ),
            (Between::ProxyRefuses { proxy }, ErrorCode::Proxy, "10.0.0.5:8080 does not let", "network settings"),
            (Between::Clock { shows }, ErrorCode::Clock, "clock says Jan 3, 2024,", "Set the date and time"),
            (
                Between::RanOut { until, shows },
                ErrorCode::Certificate,
                "ran out on Jun 30, 2023,",
                "If the clock is wrong",
            ),
            (
                Between::Certificate { issuer: Some("Contoso Antivirus".into()) },
                ErrorCode::Certificate,
                "A certificate by Contoso Antivirus stands between this computer and the state",
                "antivirus",
            ),
        ] {
            let error = DeskError::from(state_api::ApiError::Between { what, detail: "its words".into() });
            assert_eq!(error.code, code);
            assert!(error.code.is_between());
            assert!(error.message.contains(happened), "{}", error.message);
            assert!(error.message.ends_with(NOTHING_LOST), "{}", error.message);
            assert!(error.next.contains(next) && error.next.ends_with(BY_ITSELF), "{}", error.next);
            assert!(error.retry && error.details.contains("its words"), "{error:?}");
            assert!(!error.message.contains("does not accept"), "keys are not called wrong: {}", error.message);
        }
    }
}
