//! The one conversion from the rooms' errors to what a person reads: what happened, is the work safe, what now.

use ledger::LedgerError;
use mirror::MirrorError;
use outbox::{CommandError, StoreError};
use state_api::{ApiError, Unreachable};
use sync::SyncError;

use crate::contract::{DeskError, ErrorCode};
use crate::host::{KeyEntry, KeyStoreError};

impl DeskError {
    /// A fault of Trackside's own.
    pub fn internal(details: impl Into<String>) -> Self {
        Self {
            code: ErrorCode::Internal,
            message: "Something went wrong inside Trackside. Nothing was sent to the state and nothing is lost.".into(),
            next: "Try again. If it comes back, restart Trackside and tell us what you did.".into(),
            details: details.into(),
            retry: true,
        }
    }

    /// The request itself does not fit, in words for a person.
    pub fn bad_request(message: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            code: ErrorCode::BadRequest,
            message: message.into(),
            next: next.into(),
            details: String::new(),
            retry: false,
        }
    }

    /// A long call was stopped by the person.
    pub fn cancelled() -> Self {
        Self {
            code: ErrorCode::Cancelled,
            message: "Stopped, as you asked.".into(),
            next: String::new(),
            details: String::new(),
            retry: true,
        }
    }
}

impl From<tokio::task::JoinError> for DeskError {
    fn from(fault: tokio::task::JoinError) -> Self {
        Self::internal(fault.to_string())
    }
}

/// That the work is safe where the state could not be read.
pub(crate) const NOTHING_LOST: &str = "What Trackside has already read stays, and nothing you entered is lost.";

impl From<ApiError> for DeskError {
    fn from(fault: ApiError) -> Self {
        let retry = fault.is_passing();
        let said = fault.state_said().to_owned();
        let (code, message, next) = match &fault {
            ApiError::WrongKey { .. } => (
                ErrorCode::WrongKey,
                "The state does not accept these keys.".to_owned(),
                "Check both keys: the software key comes from your software provider, the user key from your user \
                 profile on the state's site. Keys for the sandbox do not work in production."
                    .to_owned(),
            ),
            ApiError::NotPermitted { .. } => (
                ErrorCode::NoPermission,
                "The keys are good, but they may not read this.".to_owned(),
                "Ask the licence's account manager for the permission on the state's site, then make a new user key: a \
                 key keeps the permissions of the day it was made."
                    .to_owned(),
            ),
            ApiError::NotFound { call, .. } => {
                (ErrorCode::NotFound, format!("The state has nothing at {call}."), String::new())
            }
            ApiError::BadRequest { .. } | ApiError::TooLarge { .. } => (
                ErrorCode::StateFault,
                format!("The state refused what Trackside asked. {NOTHING_LOST}"),
                "Try again. If it comes back, tell us what the details say.".to_owned(),
            ),
            ApiError::RateLimited { until, .. } => (
                ErrorCode::RateLimited,
                format!("The state asked for patience until {}. {NOTHING_LOST}", crate::california::words(*until)),
                "Trackside goes on by itself then.".to_owned(),
            ),
            ApiError::StateFault { .. } => (
                ErrorCode::StateFault,
                format!("The state's system has a fault: {fault}. {NOTHING_LOST}"),
                "Trackside tries again by itself.".to_owned(),
            ),
            ApiError::Between { what, .. } => crate::between::told(what),
            ApiError::Unreachable { why, .. } => (
                ErrorCode::Offline,
                format!("The state cannot be reached: {why}. {NOTHING_LOST}"),
                match why {
                    // Windows asks a certificate's authority whether it still holds; a wall that lets only the state
                    // through makes each connection wait for that.
                    Unreachable::TimedOut => {
                        "Check the network. If a firewall lets only the state through, have it let the look-up of \
                         certificates through too (OCSP and CRL, port 80). Trackside tries again by itself, and everything \
                         it has read can be used meanwhile."
                    }
                    Unreachable::NoName | Unreachable::NoConnection | Unreachable::Cut => {
                        "Check the network. Trackside tries again by itself, and everything it has read can be used \
                         meanwhile."
                    }
                }
                .to_owned(),
            ),
        };
        Self { code, message, next, details: said, retry }
    }
}

impl From<SyncError> for DeskError {
    fn from(fault: SyncError) -> Self {
        match fault {
            SyncError::Api(fault) => fault.into(),
            SyncError::Mirror(fault) => fault.into(),
            SyncError::Cancelled => Self::cancelled(),
            SyncError::NotThisLicence(licence) => Self {
                code: ErrorCode::NoPermission,
                message: format!("These keys do not open {licence} any more. {NOTHING_LOST}"),
                next: "Ask the licence's account manager whether your user still belongs to it, or choose other \
                       licences."
                    .into(),
                details: String::new(),
                retry: false,
            },
            other => Self {
                code: ErrorCode::StateFault,
                message: format!("The state's answers could not be used: {other}. {NOTHING_LOST}"),
                next: "Trackside tries again by itself.".into(),
                details: String::new(),
                retry: true,
            },
        }
    }
}

impl From<MirrorError> for DeskError {
    fn from(fault: MirrorError) -> Self {
        let details = fault.to_string();
        let (code, message, next, retry) = match fault {
            MirrorError::NewerVersion { .. } => (
                ErrorCode::NewerVersion,
                "The local copy was made by a newer version of Trackside. It was left as it is.",
                "Install the newest version and start that.",
                false,
            ),
            MirrorError::DiskFull => (
                ErrorCode::DiskFull,
                "The disk is full, so the local copy could not be brought up to date. What was there before is safe.",
                "Make room, then choose Sync now.",
                true,
            ),
            MirrorError::Interrupted => (ErrorCode::Superseded, "A newer search took this one's place.", "", true),
            MirrorError::Damaged { .. } => (
                ErrorCode::StateFault,
                "Trackside's copy of the state's records was damaged. It was put aside and is being read again.",
                "Wait until it has been read again. Nothing you entered was in it.",
                true,
            ),
            MirrorError::NoLicence => (
                ErrorCode::BadRequest,
                "No licence is chosen, so there is nothing to show.",
                "Choose a licence.",
                false,
            ),
            MirrorError::UnknownColumn(_) | MirrorError::BadFilter { .. } => (
                ErrorCode::BadRequest,
                "This filter or sort cannot be used.",
                "Clear the filters and try again.",
                false,
            ),
            MirrorError::BadWindow { .. }
            | MirrorError::WrongCollection
            | MirrorError::Io(_)
            | MirrorError::Sqlite(_)
            | MirrorError::Json(_) => return Self::internal(details),
        };
        Self { code, message: message.into(), next: next.into(), details, retry }
    }
}

impl From<LedgerError> for DeskError {
    fn from(fault: LedgerError) -> Self {
        let details = fault.to_string();
        let (code, message, next) = match fault {
            LedgerError::InUse { holder } => (
                ErrorCode::FolderInUse,
                format!("Another Trackside has this data folder open ({holder}). Nothing was changed."),
                "Use that window, or close it and start again.",
            ),
            LedgerError::NewerVersion { .. } => (
                ErrorCode::NewerVersion,
                "Your work was saved by a newer version of Trackside. It was left as it is.".to_owned(),
                "Install the newest version and start that.",
            ),
            LedgerError::DiskFull => (
                ErrorCode::DiskFull,
                "The disk is full, so this could not be saved. What was saved before is safe.".to_owned(),
                "Make room and try again.",
            ),
            LedgerError::RequestReused { .. } => return crate::once::reused(),
            _ => return Self::internal(details),
        };
        Self { code, message, next: next.into(), details, retry: code != ErrorCode::NewerVersion }
    }
}

impl From<StoreError> for DeskError {
    fn from(fault: StoreError) -> Self {
        match fault {
            StoreError::Ledger(fault) => fault.into(),
            other => Self::internal(other.to_string()),
        }
    }
}

impl From<CommandError> for DeskError {
    fn from(fault: CommandError) -> Self {
        let (code, next) = match fault {
            CommandError::DiskFull => (ErrorCode::DiskFull, "Make room and try again."),
            CommandError::LedgerRefuses(_) => (ErrorCode::Internal, "Try again in a moment."),
            CommandError::Overtaken => (ErrorCode::Internal, "Try again."),
            CommandError::RequestReused => (ErrorCode::BadRequest, "Try again."),
            CommandError::Stopped => (ErrorCode::Internal, "Try again once Trackside has started."),
        };
        let retry = code != ErrorCode::BadRequest;
        Self { code, message: fault.to_string(), next: next.into(), details: String::new(), retry }
    }
}

/// What the keychain was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// An account's keys.
    Read,
    /// To keep an account's keys.
    Keep,
    /// To forget them.
    Remove,
}

/// The keychain refused one entry. Nothing of Trackside's mends that, so the words name the entry and where it is.
/// `whose`: the account's licenses, for a person.
pub(crate) fn keychain_refused(asked: Asked, whose: &str, at: &KeyEntry, fault: KeyStoreError) -> DeskError {
    let KeyEntry { keeper, entry } = at;
    let (message, next) = match asked {
        Asked::Read => (
            format!(
                "{keeper} did not let Trackside read the keys of {whose}. Nothing is lost: what was read stays, and \
                 reports wait on this computer."
            ),
            format!("Allow it, or delete {entry}, then choose Try again. Deleted keys are entered once more."),
        ),
        Asked::Keep => (
            format!(
                "{keeper} did not let Trackside keep the keys of {whose}. No key was kept and nothing was changed."
            ),
            format!("Allow it. Where there is an older entry, delete it: {entry}. Then try again."),
        ),
        Asked::Remove => (
            format!("{keeper} did not let Trackside remove the keys of {whose}. The account is still connected."),
            format!("Allow it, or delete {entry}, then remove the account again."),
        ),
    };
    DeskError { code: ErrorCode::Keychain, message, next, details: fault.0, retry: true }
}
