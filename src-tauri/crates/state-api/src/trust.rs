//! Whether to trust a certificate is the operating system's to say. Where it says no, this looks at why, so that a
//! person can be told of a wrong clock, an inspecting program or a sign-in page instead of "no connection". It never
//! trusts what the system does not.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, DigitallySignedStruct, Error, OtherError, SignatureScheme};
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate, X509Name};

use crate::between::Between;
use crate::error::SetupError;

/// TLS as the operating system trusts it.
pub(crate) fn tls() -> Result<rustls::ClientConfig, SetupError> {
    let refused = |error: Error| SetupError::Tls(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let system = rustls_platform_verifier::Verifier::new(Arc::clone(&provider)).map_err(refused)?;
    tls_with(provider, Arc::new(system)).map_err(refused)
}

/// TLS with another judge of certificates, whose refusals are looked at.
pub(crate) fn tls_with(
    provider: Arc<rustls::crypto::CryptoProvider>,
    judge: Arc<dyn ServerCertVerifier>,
) -> Result<rustls::ClientConfig, Error> {
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Looking { judge }))
        .with_no_client_auth())
}

/// A refused certificate, and what that means. Travels inside TLS's error.
#[derive(Debug, Clone)]
pub(crate) struct Distrust {
    /// What it means.
    pub(crate) what: Between,
    why: String,
}

impl fmt::Display for Distrust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.why)
    }
}

impl std::error::Error for Distrust {}

/// The distrust that a TLS error carries.
pub(crate) fn distrust_in(error: &Error) -> Option<&Distrust> {
    match error {
        Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => inner.downcast_ref::<Distrust>(),
        _ => None,
    }
}

/// Asks the judge, and looks at what it refuses.
#[derive(Debug)]
struct Looking {
    judge: Arc<dyn ServerCertVerifier>,
}

impl ServerCertVerifier for Looking {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let refused = match self.judge.verify_server_cert(shown, others, name, ocsp, now) {
            Err(Error::InvalidCertificate(refused)) => refused,
            other => return other,
        };
        let trusted_at = |at| self.judge.verify_server_cert(shown, others, name, ocsp, at).is_ok();
        let what = meaning(shown, others, name, now, trusted_at);
        let distrust = Distrust { what, why: refused.to_string() };
        Err(Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(distrust)))))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.judge.verify_tls12_signature(message, shown, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.judge.verify_tls13_signature(message, shown, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.judge.supported_verify_schemes()
    }
}

/// What it means that a certificate was refused. `trusted_at` says whether it would have been trusted at another time:
/// judges differ in which fault they name first, so their word for it is not used.
fn meaning(
    shown: &CertificateDer<'_>,
    others: &[CertificateDer<'_>],
    name: &ServerName<'_>,
    now: UnixTime,
    trusted_at: impl Fn(UnixTime) -> bool,
) -> Between {
    let read = X509Certificate::from_der(shown).ok().map(|(_, certificate)| certificate);
    let named = ParsedCertificate::try_from(shown).is_ok_and(|parsed| verify_server_name(&parsed, name).is_ok());
    if !named {
        return Between::SignIn { at: read.as_ref().and_then(own_name) };
    }
    let issuer = read.as_ref().and_then(|certificate| words_of_name(certificate.issuer()));
    let outside = std::iter::once(shown).chain(others).find_map(|certificate| outside(certificate, now));
    match outside.filter(|times| trusted_at(times.within())) {
        None => Between::Certificate { issuer },
        Some(times) if now.as_secs() < times.from => Between::Clock { shows: time_of(now.as_secs()) },
        Some(times) => Between::RanOut { until: time_of(times.until), shows: time_of(now.as_secs()) },
    }
}

/// The seconds since 1970 between which a certificate is valid.
struct Times {
    from: u64,
    until: u64,
}

impl Times {
    fn within(&self) -> UnixTime {
        let middle = self.from + self.until.saturating_sub(self.from) / 2;
        UnixTime::since_unix_epoch(std::time::Duration::from_secs(middle))
    }
}

/// The times of a certificate that is not valid now.
fn outside(certificate: &CertificateDer<'_>, now: UnixTime) -> Option<Times> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    let seconds = |at: x509_parser::time::ASN1Time| u64::try_from(at.timestamp()).unwrap_or_default();
    let validity = certificate.validity();
    let times = Times { from: seconds(validity.not_before), until: seconds(validity.not_after) };
    (now.as_secs() < times.from || now.as_secs() > times.until).then_some(times)
}

fn time_of(seconds: u64) -> Timestamp {
    i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or(Timestamp::MAX)
}

/// For whom a certificate was made.
fn own_name(certificate: &X509Certificate<'_>) -> Option<String> {
    let names = certificate.subject_alternative_name().ok().flatten();
    let named = names.and_then(|names| {
        names.value.general_names.iter().find_map(|name| match name {
            GeneralName::DNSName(name) => plain(name),
            _ => None,
        })
    });
    named.or_else(|| words_of_name(certificate.subject()))
}

/// A name as a person knows it: the common name, with the organization where that says something else.
fn words_of_name(name: &X509Name<'_>) -> Option<String> {
    let common = name.iter_common_name().find_map(|part| plain(part.as_str().ok()?));
    let organization = name.iter_organization().find_map(|part| plain(part.as_str().ok()?));
    match (common, organization) {
        (Some(common), Some(organization)) if common != organization => Some(format!("{common} ({organization})")),
        (Some(name), _) | (None, Some(name)) => Some(name),
        (None, None) => None,
    }
}

/// Text of a stranger's certificate, fit to be shown.
fn plain(text: &str) -> Option<String> {
    let kept = |c: &char| {
        !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text: String = text.trim().chars().filter(kept).take(80).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
