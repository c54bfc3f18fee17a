//! The language that Trackside speaks: chosen in the page, and spoken by everything that this process says.

use words::Language;

use crate::contract::{Changed, DeskError, LanguageSpeak};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn language_speak(&self, request: LanguageSpeak) -> Result<Changed, DeskError> {
        let changed = request.language != Language::current();
        request.language.speak();
        Ok(Changed { changed })
    }
}
