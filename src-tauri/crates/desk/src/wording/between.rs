//! What a person reads of what stands between this computer and the state, and what they can do about it.

use jiff::Timestamp;
use state_api::Between;
use words::{Words, say};

use crate::contract::ErrorCode;

impl ErrorCode {
    /// Whether something between this computer and the state is in the way: it needs a person, and goes away by itself
    /// once it is mended.
    pub(crate) fn is_between(self) -> bool {
        matches!(self, Self::Filtered | Self::SignIn | Self::Proxy | Self::Clock | Self::Certificate)
    }
}

/// The code, what happened and what to do now.
pub(super) fn told(what: &Between) -> (ErrorCode, Words, String) {
    let (code, happened, next) = match what {
        Between::Answered { .. } => (ErrorCode::Filtered, say::desk_filtered(), say::desk_filtered_next()),
        Between::NoTls => (ErrorCode::Filtered, say::desk_no_tls(), say::desk_no_tls_next()),
        Between::SignIn { at } => (
            ErrorCode::SignIn,
            at.as_ref().map_or_else(say::desk_sign_in, say::desk_sign_in_at),
            say::desk_sign_in_next(),
        ),
        Between::ProxySignIn { proxy } => (
            ErrorCode::Proxy,
            proxy.as_ref().map_or_else(say::desk_proxy_sign_in_unnamed, say::desk_proxy_sign_in),
            say::desk_proxy_sign_in_next(),
        ),
        Between::ProxyRefuses { proxy } => (
            ErrorCode::Proxy,
            proxy.as_ref().map_or_else(say::desk_proxy_refuses_unnamed, say::desk_proxy_refuses),
            say::desk_proxy_refuses_next(),
        ),
        Between::Clock { shows } => (ErrorCode::Clock, say::desk_clock(date_and_time(*shows)), say::desk_clock_next()),
        Between::RanOut { until, shows } => (
            ErrorCode::Certificate,
            say::desk_ran_out(date_and_time(*shows), date_and_time(*until)),
            say::desk_ran_out_next(),
        ),
        Between::Certificate { issuer } => (
            ErrorCode::Certificate,
            issuer.as_ref().map_or_else(say::desk_certificate_unknown, say::desk_certificate),
            say::desk_certificate_next(),
        ),
    };
    (code, happened, format!("{next} {}", say::desk_tries_again()))
}

/// As this computer's clock shows it, for example `Jan 3, 2024, 9:05 AM`.
fn date_and_time(at: Timestamp) -> String {
    rules::time_words(at.to_zoned(jiff::tz::TimeZone::system()).datetime())
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
            assert!(error.message.ends_with(&say::desk_nothing_lost().to_string()), "{}", error.message);
            assert!(
                error.next.contains(next) && error.next.ends_with(&say::desk_tries_again().to_string()),
                "{}",
                error.next
            );
            assert!(error.retry && error.details.contains("its words"), "{error:?}");
            assert!(!error.message.contains("does not accept"), "keys are not called wrong: {}", error.message);
        }
    }
}
