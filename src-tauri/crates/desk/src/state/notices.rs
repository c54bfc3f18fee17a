//! Notices, kept until the person puts them away.

use std::sync::{Mutex, MutexGuard, PoisonError};

use words::Words;

use crate::contract::{Notice, NoticeKind};

/// A [`Notice`] as it is kept: said in the language that is spoken when the page asks.
pub(crate) struct StandingNotice {
    pub kind: NoticeKind,
    pub message: Words,
    pub next: Option<Words>,
}

impl StandingNotice {
    pub fn said(&self) -> Notice {
        let next = self.next.as_ref().map(Words::to_string).unwrap_or_default();
        Notice { kind: self.kind, message: self.message.to_string(), next }
    }
}

/// Those that stand.
#[derive(Default)]
pub(crate) struct Notices(Mutex<Vec<StandingNotice>>);

impl Notices {
    pub fn list(&self) -> MutexGuard<'_, Vec<StandingNotice>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
