//! Where a link may lead. The page names a link, the desk knows its address, and the shell looks once more.

use tauri::Url;

/// The hosts whose pages may be opened in the browser: the state's own site, and its contractor's with the bulletins.
const HOSTS: &[&str] = &["ca.metrc.com", "www.metrc.com"];

/// Whether `address` is an https page on one of the fixed hosts, at the usual port and without a name or password in it.
pub fn may_open(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        url.scheme() == "https"
            && url.host_str().is_some_and(|host| HOSTS.contains(&host))
            && url.port().is_none()
            && url.username().is_empty()
            && url.password().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_states_pages_open() {
        assert!(may_open("https://www.metrc.com/partner/california/"));
        assert!(may_open("https://ca.metrc.com/"));
    }

    #[test]
    fn nothing_else_opens() {
        for address in [
            "http://ca.metrc.com/",
            "https://ca.metrc.com.example.com/",
            "https://ca.metrc.com@example.com/",
            "https://name:word@ca.metrc.com/",
            "https://ca.metrc.com:8443/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ms-settings:",
            "",
        ] {
            assert!(!may_open(address), "{address} must not open");
        }
    }
}
