//! The fixed list of pages that may be opened in the browser. All https; the page names them, never their addresses.

use words::say;

use crate::contract::{Changed, DeskError, ErrorCode, Link, LinkOpen};
use crate::desk::{Desk, blocking};

/// Every address the app ever opens.
pub(crate) fn address(link: Link) -> &'static str {
    match link {
        // The state's contractor keeps California's bulletins on its page of the state.
        Link::BulletinArchive => "https://www.metrc.com/partner/california/",
        Link::StateSite => "https://ca.metrc.com/",
    }
}

impl Desk {
    pub(crate) async fn link_open(&self, request: LinkOpen) -> Result<Changed, DeskError> {
        let url = address(request.link);
        let host = self.inner.host.clone();
        blocking(move || host.open_link(url)).await?.map_err(|fault| DeskError {
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

    #[test]
    fn every_address_is_https_and_of_the_state() {
        for link in [Link::BulletinArchive, Link::StateSite] {
            let url = address(link);
            assert!(url.starts_with("https://") && url.contains("metrc.com/"), "{url}");
        }
    }

    #[test]
    fn the_page_shows_the_same_addresses_to_copy() {
        let page = include_str!("../../../../ui/src/app/support/links.ts");
        for link in [Link::BulletinArchive, Link::StateSite] {
            assert!(page.contains(&format!("\"{}\"", address(link))), "{link:?}");
        }
    }
}
