//! The app as a whole.

use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Language;

use super::{Account, OutboxStatus, SyncStatus};

/// A request without fields.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct Empty {}

/// A request that changes something and needs nothing but its id.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Requested {
    /// Made by the page, unique: a repeated call gives the first answer.
    pub request_id: String,
}

/// An answer that says only whether something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// Whether anything is different now.
    pub changed: bool,
}

/// Everything the page needs to draw itself, at start, after a reload, and after a command that changes accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppSnapshot {
    /// Trackside's version.
    pub version: String,
    /// `windows`, `macos` or `linux`, for key names.
    pub platform: String,
    /// Connected accounts; none means the first window.
    pub accounts: Vec<Account>,
    /// What the person should know since the last start, for example that a damaged copy is being rebuilt.
    pub notices: Vec<Notice>,
    /// Where keys are kept.
    pub keychain: Keychain,
    /// How the local copy stands.
    pub sync: SyncStatus,
    /// How the outbox stands.
    pub outbox: OutboxStatus,
    /// The change feed's position; events after it are news.
    pub revision: i64,
}

/// Where keys are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Keychain {
    /// The operating system's keychain.
    System,
    /// Nowhere: there is no keychain, the keys are gone when the app closes, and it says so.
    SessionOnly,
}

/// What kind of notice, for its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something needs a look.
    Warning,
}

/// A notice that stays until it is put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Notice {
    /// Symbol.
    pub kind: NoticeKind,
    /// What happened, whether work is safe.
    pub message: String,
    /// What to do now; may be empty.
    pub next: String,
}

/// `language_speak`: from here on Trackside says everything in this language. What was said before stays as it is.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct LanguageSpeak {
    /// Which.
    #[ts(type = "\"en-US\" | \"es-US\"")]
    pub language: Language,
}

/// Pages that the app may open in the browser. There are no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// The state's archive of industry bulletins.
    BulletinArchive,
    /// Where a license's user makes the user key: the state's own site.
    StateSite,
    /// A license's incoming transfers on the state's site, where they are received and rejected.
    StateIncoming,
    /// A license's templates there, where one becomes a manifest.
    StateTemplates,
    /// A license's packages there, with the tabs that they have here.
    StatePackages,
}

/// `link_open`: opens one of the fixed links in the browser.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LinkOpen {
    /// Which.
    pub link: Link,
    /// Of which license, where the page is a license's own.
    pub license: Option<LicenseNumber>,
}
