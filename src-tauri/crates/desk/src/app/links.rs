//! The fixed list of pages that may be opened in the browser. All https; the page names them, never their addresses.

use rules::LicenseNumber;
use words::say;

use crate::contract::{Changed, DeskError, ErrorCode, Link, LinkOpen};
use crate::desk::{Desk, blocking};

/// Every address the app ever opens; none where a license's own page is asked for without a license that is one.
pub(super) fn address(link: Link, license: Option<&LicenseNumber>) -> Option<String> {
    // Programs that people publish go to these pages of the state's site, each below its license.
    let own = |page: &str| {
        let number = license?.as_str();
        let is_one = !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        is_one.then(|| format!("https://ca.metrc.com/industry/{number}/{page}"))
    };
    match link {
        // The state's contractor keeps California's bulletins on its page of the state.
        Link::BulletinArchive => Some("https://www.metrc.com/partner/california/".to_owned()),
        Link::StateSite => Some("https://ca.metrc.com/".to_owned()),
        // The first tab there.
        Link::StateIncoming => own("transfers/licensed"),
        Link::StateTemplates => own("transfers/licensed/templates"),
        Link::StatePackages => own("packages"),
    }
}

impl Desk {
    pub(crate) async fn link_open(&self, request: LinkOpen) -> Result<Changed, DeskError> {
        let url = address(request.link, request.license.as_ref())
            .ok_or_else(|| DeskError::bad_request(say::desk_link_of_no_license(), say::desk_choose_license()))?;
        let (host, opened) = (self.inner.config.host.clone(), url.clone());
        blocking(move || host.open_link(&opened)).await?.map_err(|fault| DeskError {
            code: ErrorCode::NotFound,
            message: say::desk_no_browser(url).to_string(),
            next: say::desk_no_browser_next().to_string(),
            details: fault.0,
            retry: true,
        })?;
        Ok(Changed { changed: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: [Link; 5] =
        [Link::BulletinArchive, Link::StateSite, Link::StateIncoming, Link::StateTemplates, Link::StatePackages];

    #[test]
    fn every_address_is_https_and_of_the_state() {
        let license = LicenseNumber::new("C10-0000001-LIC");
        for link in LINKS {
            let url = address(link, Some(&license)).unwrap();
            assert!(url.starts_with("https://") && url.contains("metrc.com/"), "{url}");
        }
    }

    #[test]
    fn a_license_s_own_page_has_no_address_without_one() {
        for license in [None, Some("../account"), Some("")] {
            let license = license.map(LicenseNumber::new);
            assert_eq!(address(Link::StateTemplates, license.as_ref()), None, "{license:?}");
        }
    }

    #[test]
    fn the_page_shows_the_same_addresses_to_copy() {
        let page = include_str!("../../../../../ui/src/base/links.ts");
        for link in LINKS {
            // As a template of the page's has it.
            let url = address(link, Some(&LicenseNumber::new("LICENSE"))).unwrap().replace("LICENSE", "${license}");
            assert!(page.contains(&url), "{link:?}: {url}");
        }
    }
}
