//! Where calls may go, and with which keys. Nothing but a host of the state's pattern, or loopback for the demo, can
//! be named, so a setting can never send keys elsewhere.

use std::fmt;
use std::net::SocketAddr;

use secrecy::SecretString;
use words::say;

/// Which of a state's two systems (CONTRACT section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Environment {
    /// The real one.
    Production,
    /// The state's practice system.
    Sandbox,
}

/// A host that may be called: `https://[sandbox-]api-{state}.metrc.com`, or plain HTTP to this computer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ApiHost {
    base: String,
}

/// Why a host was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// A state is named by its two letters.
    NotAState(String),
    /// Plain HTTP goes to this computer only.
    NotLoopback(SocketAddr),
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NotAState(letters) => say::reading_host_not_a_state(letters),
            Self::NotLoopback(address) => say::reading_host_not_loopback(address.to_string()),
        };
        words.fmt(f)
    }
}

impl ApiHost {
    /// The host of a state's system, from its two letters in any case, for example `CA`.
    ///
    /// # Errors
    /// [`HostError::NotAState`] for anything but two ASCII letters.
    pub fn state(letters: &str, environment: Environment) -> Result<Self, HostError> {
        let letters = letters.trim();
        if letters.len() != 2 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(HostError::NotAState(letters.to_owned()));
        }
        let prefix = match environment {
            Environment::Production => "",
            Environment::Sandbox => "sandbox-",
        };
        Ok(Self { base: format!("https://{prefix}api-{}.metrc.com", letters.to_ascii_lowercase()) })
    }

    /// A simulator on this computer.
    ///
    /// # Errors
    /// [`HostError::NotLoopback`] for any other address.
    pub fn loopback(address: SocketAddr) -> Result<Self, HostError> {
        if address.ip().is_loopback() {
            Ok(Self { base: format!("http://{address}") })
        } else {
            Err(HostError::NotLoopback(address))
        }
    }

    /// Scheme and host, without a slash at the end.
    pub fn base_url(&self) -> &str {
        &self.base
    }

    /// Whether this is a simulator on this computer.
    pub fn is_loopback(&self) -> bool {
        self.base.starts_with("http://")
    }
}

impl fmt::Display for ApiHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

/// The two keys of every call. HTTP Basic: the software key is the user name, the user key the password (CONTRACT
/// section 1). `Debug` shows neither, and nothing here can be serialized.
#[derive(Clone)]
pub struct ApiKeys {
    /// The software (vendor, integrator) key.
    pub software: SecretString,
    /// The key that a licensee's user made on the state's site.
    pub user: SecretString,
}

impl ApiKeys {
    /// Takes both keys, spaces around dropped: they are pasted from web pages.
    pub fn new(software: &str, user: &str) -> Self {
        Self { software: SecretString::from(software.trim()), user: SecretString::from(user.trim()) }
    }
}

impl fmt::Debug for ApiKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKeys(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_of_the_states_pattern_exist() {
        let host = |letters, environment| ApiHost::state(letters, environment).map(|h| h.base_url().to_owned());
        assert_eq!(host(" CA ", Environment::Production).unwrap(), "https://api-ca.metrc.com");
        assert_eq!(host("or", Environment::Sandbox).unwrap(), "https://sandbox-api-or.metrc.com");
        for wrong in ["", "C", "CAL", "C.", "c/", "é", "ca.evil.example"] {
            assert!(host(wrong, Environment::Production).is_err(), "{wrong:?} names no state");
        }
    }

    #[test]
    fn plain_http_goes_to_this_computer_only() {
        assert!(ApiHost::loopback("127.0.0.1:80".parse().unwrap()).is_ok());
        assert!(ApiHost::loopback("[::1]:80".parse().unwrap()).is_ok());
        assert!(ApiHost::loopback("192.168.1.4:80".parse().unwrap()).is_err());
        assert!(ApiHost::loopback("0.0.0.0:80".parse().unwrap()).is_err());
    }

    #[test]
    fn keys_never_show() {
        let keys = ApiKeys::new(" software-key ", "user-key");
        let shown = format!("{keys:?}");
        assert!(!shown.contains("software-key") && !shown.contains("user-key"), "{shown}");
    }
}
