//! The one conversion from the rooms' errors to what a person reads: what happened, is the work safe, what now.

use ledger::LedgerError;
use mirror::MirrorError;
use outbox::{CommandError, StoreError};
use state_api::{ApiError, Fault, Unreachable};
use sync::SyncError;
use words::{Words, say};

use crate::contract::{DeskError, ErrorCode};
use crate::host::{KeyEntry, KeyStoreError};

impl DeskError {
    /// A fault of Trackside's own.
    pub fn internal(details: impl Into<String>) -> Self {
        Self {
            code: ErrorCode::Internal,
            message: say::desk_internal().to_string(),
            next: say::desk_internal_next().to_string(),
            details: details.into(),
            retry: true,
        }
    }

    /// The request itself does not fit, in words for a person.
    pub fn bad_request(message: impl ToString, next: impl ToString) -> Self {
        Self {
            code: ErrorCode::BadRequest,
            message: message.to_string(),
            next: next.to_string(),
            details: String::new(),
            retry: false,
        }
    }

    /// A long call was stopped by the person.
    pub fn cancelled() -> Self {
        Self {
            code: ErrorCode::Cancelled,
            message: say::desk_stopped().to_string(),
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

/// What happened, with the sentence behind it that the work is safe: where the state could not be read.
pub(crate) fn with_nothing_lost(happened: &Words) -> String {
    format!("{happened} {}", say::desk_nothing_lost())
}

impl From<ApiError> for DeskError {
    fn from(fault: ApiError) -> Self {
        let retry = fault.is_passing();
        let said = fault.state_said().to_owned();
        let (code, message, next) = match &fault {
            ApiError::WrongKey { .. } => {
                (ErrorCode::WrongKey, say::desk_wrong_key().to_string(), say::desk_wrong_key_next().to_string())
            }
            ApiError::NotPermitted { .. } => (
                ErrorCode::NoPermission,
                say::desk_not_permitted().to_string(),
                say::desk_not_permitted_next().to_string(),
            ),
            ApiError::NotFound { call, .. } => {
                (ErrorCode::NotFound, say::desk_nothing_there(call).to_string(), String::new())
            }
            ApiError::BadRequest { .. } | ApiError::TooLarge { .. } => (
                ErrorCode::StateFault,
                with_nothing_lost(&say::desk_request_refused()),
                say::desk_request_refused_next().to_string(),
            ),
            ApiError::RateLimited { until, .. } => (
                ErrorCode::RateLimited,
                with_nothing_lost(&say::desk_asked_to_wait(super::california::words(*until))),
                say::desk_asked_to_wait_next().to_string(),
            ),
            ApiError::StateFault { call, fault, .. } => (
                ErrorCode::StateFault,
                with_nothing_lost(&match fault {
                    Fault::Failed => say::desk_state_failed(call),
                    Fault::NotAvailable => say::desk_state_not_available(call),
                    Fault::CutOff => say::desk_state_cut_off(call),
                    Fault::Unreadable => say::desk_state_unreadable(call),
                }),
                say::desk_tries_again().to_string(),
            ),
            ApiError::Between { what, .. } => {
                let (code, happened, next) = super::between::told(what);
                (code, with_nothing_lost(&happened), next)
            }
            ApiError::Unreachable { why, .. } => (
                ErrorCode::Offline,
                with_nothing_lost(&match why {
                    Unreachable::NoName => say::desk_offline_no_name(),
                    Unreachable::NoConnection => say::desk_offline_no_connection(),
                    Unreachable::TimedOut => say::desk_offline_timed_out(),
                    Unreachable::Cut => say::desk_offline_cut(),
                }),
                match why {
                    // Windows asks a certificate's authority whether it still holds; a wall that lets only the state
                    // through makes each connection wait for that.
                    Unreachable::TimedOut => say::desk_offline_timed_out_next(),
                    Unreachable::NoName | Unreachable::NoConnection | Unreachable::Cut => say::desk_offline_next(),
                }
                .to_string(),
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
            SyncError::NotThisLicense(license) => Self {
                code: ErrorCode::NoPermission,
                message: with_nothing_lost(&say::desk_license_not_opened(license.as_str())),
                next: say::desk_license_not_opened_next().to_string(),
                details: String::new(),
                retry: false,
            },
            other => Self {
                code: ErrorCode::StateFault,
                message: with_nothing_lost(&say::desk_answers_unusable(other.to_string())),
                next: say::desk_tries_again().to_string(),
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
            MirrorError::NewerVersion { .. } => {
                (ErrorCode::NewerVersion, say::desk_copy_newer(), Some(say::desk_newest_version()), false)
            }
            MirrorError::DiskFull => {
                (ErrorCode::DiskFull, say::desk_copy_disk_full(), Some(say::desk_copy_disk_full_next()), true)
            }
            MirrorError::Interrupted => (ErrorCode::Superseded, say::desk_search_replaced(), None, true),
            MirrorError::Damaged { .. } => {
                (ErrorCode::StateFault, say::desk_copy_damaged(), Some(say::desk_copy_damaged_next()), true)
            }
            MirrorError::NoLicense => {
                (ErrorCode::BadRequest, say::desk_nothing_to_show(), Some(say::desk_choose_license()), false)
            }
            MirrorError::UnknownColumn(_) | MirrorError::BadFilter { .. } => {
                (ErrorCode::BadRequest, say::desk_bad_filter(), Some(say::desk_bad_filter_next()), false)
            }
            MirrorError::BadWindow { .. }
            | MirrorError::WrongCollection
            | MirrorError::Io(_)
            | MirrorError::Sqlite(_)
            | MirrorError::Json(_) => return Self::internal(details),
        };
        let next = next.map(|next| next.to_string()).unwrap_or_default();
        Self { code, message: message.to_string(), next, details, retry }
    }
}

impl From<LedgerError> for DeskError {
    fn from(fault: LedgerError) -> Self {
        let details = fault.to_string();
        let (code, message, next) = match fault {
            LedgerError::InUse { holder } => (
                ErrorCode::FolderInUse,
                match (holder.pid, holder.since) {
                    (0, _) => say::desk_folder_in_use_by_whom(),
                    (pid, None) => say::desk_folder_in_use_since_when(pid.to_string()),
                    (pid, Some(since)) => say::desk_folder_in_use(pid.to_string(), super::california::words(since)),
                },
                say::desk_folder_in_use_next(),
            ),
            LedgerError::NewerVersion { .. } => {
                (ErrorCode::NewerVersion, say::desk_work_newer(), say::desk_newest_version())
            }
            LedgerError::DiskFull => (ErrorCode::DiskFull, say::desk_disk_full(), say::desk_disk_full_next()),
            LedgerError::RequestReused { .. } => return reused(),
            _ => return Self::internal(details),
        };
        let (message, next) = (message.to_string(), next.to_string());
        Self { code, message, next, details, retry: code != ErrorCode::NewerVersion }
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
            CommandError::DiskFull => (ErrorCode::DiskFull, say::desk_disk_full_next()),
            CommandError::LedgerRefuses(_) => (ErrorCode::Internal, say::desk_try_in_a_moment()),
            CommandError::Overtaken => (ErrorCode::Internal, say::desk_try_again()),
            CommandError::RequestReused => (ErrorCode::BadRequest, say::desk_try_again()),
            CommandError::Stopped => (ErrorCode::Internal, say::desk_try_once_started()),
        };
        let retry = code != ErrorCode::BadRequest;
        Self { code, message: fault.to_string(), next: next.to_string(), details: String::new(), retry }
    }
}

/// One request id came with two commands.
pub(crate) fn reused() -> DeskError {
    DeskError::bad_request(say::desk_request_reused(), say::desk_try_again())
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
        Asked::Read => (say::accounts_keys_not_read(keeper, whose), say::accounts_keys_not_read_next(entry)),
        Asked::Keep => (say::accounts_keys_not_kept(keeper, whose), say::accounts_keys_not_kept_next(entry)),
        Asked::Remove => (say::accounts_keys_not_removed(keeper, whose), say::accounts_keys_not_removed_next(entry)),
    };
    let (message, next) = (message.to_string(), next.to_string());
    DeskError { code: ErrorCode::Keychain, message, next, details: fault.0, retry: true }
}
