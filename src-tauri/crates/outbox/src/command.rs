//! The outbox's face: what the app asks it for, and what it tells.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ledger::{Condition, Ledger, LedgerError};
use rules::LicenseNumber;
use serde::{Deserialize, Serialize};
use state_api::Clock;
use tokio::sync::{mpsc, oneshot};
use words::say;

use crate::event::{After, Decision, Event, NewIntent, Refusal};
use crate::executor::{Executor, Tell};
use crate::intent::{IntentId, State};
use crate::mark::Mark;
use crate::moment::Clocks;
use crate::promise::Wanted;
use crate::store::StoreError;
use crate::timing::Timing;
use crate::wire::Wire;

/// What a command did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The intents that it made, in its order.
    pub made: Vec<IntentId>,
    /// What was not carried out, and why; its sentences are fit for a person. Of a submit or an edit everything is
    /// carried out or nothing.
    pub refused: Vec<Refusal>,
}

/// Why a command has no answer. Nothing of it was done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// The disk is full.
    DiskFull,
    /// The ledger cannot be written for another reason.
    LedgerRefuses(String),
    /// What it was decided upon changed at the same moment; decide anew.
    Overtaken,
    /// The request id answered another command.
    RequestReused,
    /// The outbox has ended.
    Stopped,
}

/// What happened, batched: one for each commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// Intents that were made, moved or otherwise changed, with the state that they are in now, in the order of the
    /// changes. One may come several times; the last counts.
    pub changed: Vec<(IntentId, State)>,
    /// Whether something else changed: a hold began or ended, something was cleared.
    pub others: bool,
    /// Set when the outbox stands still because the ledger cannot be used, with the system's words. It goes on by
    /// itself.
    pub stalled: Option<String>,
}

pub(crate) type Answer = oneshot::Sender<Result<Done, CommandError>>;

/// What the executor is asked.
pub(crate) enum Ask {
    /// `conditions` must hold in the commit that carries it out.
    Do {
        request: String,
        command: &'static str,
        event: Event,
        conditions: Vec<Condition>,
        answer: Answer,
    },
    Tell(Event),
    Stop {
        grace: Duration,
        done: oneshot::Sender<()>,
    },
}

const SUBMIT: &str = "outbox_submit";
const EDIT: &str = "outbox_edit";
const WITHDRAW: &str = "outbox_withdraw";
const DECIDE: &str = "outbox_decide";
const ARCHIVE: &str = "outbox_archive";

/// Whether a command is carried out as a whole or not at all, so that a refusal of it has changed nothing. Such a refusal
/// is not remembered: what stood against it can be mended, and the same command made again.
pub(crate) fn is_whole(command: &str) -> bool {
    [SUBMIT, EDIT].contains(&command)
}

/// The command of a stored name; empty, which no command has, for one of another room.
pub(crate) fn name_of(stored: &str) -> &'static str {
    [SUBMIT, EDIT, WITHDRAW, DECIDE, ARCHIVE].into_iter().find(|name| *name == stored).unwrap_or_default()
}

/// A running outbox. Clones are cheap; it ends with [`OutboxHandle::stop`], or when the last clone is gone.
#[derive(Clone)]
pub struct OutboxHandle {
    asks: mpsc::Sender<Ask>,
}

/// Starts the outbox: takes up what the ledger holds and goes on with it.
///
/// `from_copy` says that the ledger was damaged and that an older copy took its place
/// ([`ledger::LedgerOpened::from_copy`]): then nothing that waits in it is sent before it is known whether it was
/// sent since that copy was made.
///
/// `clock` is the wall clock, asked at each step: people set it right while the app is open, and computers sleep.
///
/// `news` is called after each commit, on an async thread; it must not block.
///
/// # Errors
/// [`StoreError`] when the ledger cannot be read or written now. Nothing has left then.
pub async fn start<W: Wire>(
    ledger: Ledger,
    from_copy: bool,
    wire: W,
    timing: Timing,
    clock: Arc<dyn Clock>,
    news: impl Fn(&News) + Send + Sync + 'static,
) -> Result<OutboxHandle, StoreError> {
    let (asks, incoming) = mpsc::channel(64);
    let tell: Tell = Arc::new(news);
    let executor = Executor::start(ledger, wire, timing, Clocks::new(clock), tell, incoming, from_copy).await?;
    tokio::spawn(executor.run());
    Ok(OutboxHandle { asks })
}

impl OutboxHandle {
    /// Queues writes for one license, all or none, and answers when they are on the disk. `request` is the page's own
    /// id of the command: repeated, it gives the first answer and queues nothing.
    ///
    /// # Errors
    /// [`CommandError`]; what is wrong with the writes themselves is in [`Done::refused`].
    pub async fn submit<W: Into<Wanted>>(
        &self,
        request: &str,
        who: &str,
        license: &LicenseNumber,
        writes: Vec<(W, Vec<After>)>,
    ) -> Result<Done, CommandError> {
        self.submit_if(Vec::new(), request, who, license, writes).await
    }

    /// As [`Self::submit`], if these conditions hold in the commit that queues the writes: for what was decided upon a
    /// look that something may have overtaken since.
    ///
    /// # Errors
    /// [`CommandError::Overtaken`] when one does not hold; nothing is remembered of the command then.
    pub async fn submit_if<W: Into<Wanted>>(
        &self,
        conditions: Vec<Condition>,
        request: &str,
        who: &str,
        license: &LicenseNumber,
        writes: Vec<(W, Vec<After>)>,
    ) -> Result<Done, CommandError> {
        let marked = |(wanted, after): (W, Vec<After>)| {
            let Wanted { write, promise } = wanted.into();
            NewIntent { write, promise, mark: fresh_mark(), after }
        };
        let event = Event::Submitted {
            request: request.to_owned(),
            who: who.to_owned(),
            license: license.clone(),
            intents: writes.into_iter().map(marked).collect(),
        };
        self.ask(request, SUBMIT, event, conditions).await
    }

    /// Puts a new write of the same package, receipt, draft or template in the place of one that waits or was refused, or
    /// of one that waits for a person because the state moved.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn edit(
        &self,
        request: &str,
        who: &str,
        intent: IntentId,
        wanted: impl Into<Wanted>,
    ) -> Result<Done, CommandError> {
        self.edit_if(Vec::new(), request, who, intent, wanted).await
    }

    /// As [`Self::edit`], if these conditions hold in the commit that queues the write.
    ///
    /// # Errors
    /// As [`Self::submit_if`].
    pub async fn edit_if(
        &self,
        conditions: Vec<Condition>,
        request: &str,
        who: &str,
        intent: IntentId,
        wanted: impl Into<Wanted>,
    ) -> Result<Done, CommandError> {
        let Wanted { write, promise } = wanted.into();
        let (request_id, who, promise) = (request.to_owned(), who.to_owned(), promise.map(Box::new));
        let event = Event::Edited { request: request_id, who, intent, write, promise, mark: fresh_mark() };
        self.ask(request, EDIT, event, conditions).await
    }

    /// Takes back what has not left, each for itself; what has is in [`Done::refused`].
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn withdraw(&self, request: &str, who: &str, intents: Vec<IntentId>) -> Result<Done, CommandError> {
        self.ask(request, WITHDRAW, Event::Withdrawn { who: who.to_owned(), intents }, Vec::new()).await
    }

    /// Settles what needs a person.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn decide(
        &self,
        request: &str,
        who: &str,
        intent: IntentId,
        decision: Decision,
    ) -> Result<Done, CommandError> {
        self.ask(request, DECIDE, Event::Decided { who: who.to_owned(), intent, decision }, Vec::new()).await
    }

    /// Clears what is over from the page. A refused one is given up by that. The ledger keeps everything.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub async fn archive(&self, request: &str, who: &str, intents: Vec<IntentId>) -> Result<Done, CommandError> {
        self.ask(request, ARCHIVE, Event::Archived { who: who.to_owned(), intents }, Vec::new()).await
    }

    /// The connection is back: what waits for want of one goes now.
    pub async fn online(&self) {
        self.tell(Event::Online).await;
    }

    /// Other keys are in use: what waits for keys goes now.
    pub async fn keys_changed(&self) {
        self.tell(Event::KeysChanged).await;
    }

    /// Ends the outbox. Nothing new leaves; requests on the way get `grace` to end. Everything is on the disk.
    pub async fn stop(&self, grace: Duration) {
        let (done, ended) = oneshot::channel();
        if self.asks.send(Ask::Stop { grace, done }).await.is_ok() {
            // An error means that it has ended before it could say so.
            let _ = ended.await;
        }
    }

    async fn ask(
        &self,
        request: &str,
        command: &'static str,
        event: Event,
        conditions: Vec<Condition>,
    ) -> Result<Done, CommandError> {
        let (answer, answered) = oneshot::channel();
        let ask = Ask::Do { request: request.to_owned(), command, event, conditions, answer };
        self.asks.send(ask).await.map_err(|_| CommandError::Stopped)?;
        answered.await.map_err(|_| CommandError::Stopped)?
    }

    async fn tell(&self, event: Event) {
        // Nobody is left to tell when it has ended.
        let _ = self.asks.send(Ask::Tell(event)).await;
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::DiskFull => say::reporting_command_disk_full(),
            Self::LedgerRefuses(details) => say::reporting_command_not_saved(details),
            Self::Overtaken => say::reporting_command_overtaken(),
            Self::RequestReused => say::reporting_command_mixed_up(),
            Self::Stopped => say::reporting_command_closing(),
        };
        words.fmt(f)
    }
}

impl CommandError {
    pub(crate) fn of(error: &StoreError) -> Self {
        match error {
            StoreError::Ledger(LedgerError::DiskFull) => Self::DiskFull,
            StoreError::Ledger(LedgerError::Overtaken) => Self::Overtaken,
            other => Self::LedgerRefuses(other.to_string()),
        }
    }
}

impl Event {
    /// The intents that a command names.
    pub(crate) fn names(&self) -> Vec<IntentId> {
        match self {
            Self::Submitted { intents, .. } => intents
                .iter()
                .flat_map(|new| &new.after)
                .filter_map(|after| match after {
                    After::Intent(id) => Some(*id),
                    After::Sibling(_) => None,
                })
                .collect(),
            Self::Edited { intent, .. } | Self::Decided { intent, .. } => vec![*intent],
            Self::Withdrawn { intents, .. } | Self::Archived { intents, .. } => intents.clone(),
            Self::Sent { .. }
            | Self::Read { .. }
            | Self::TimePassed
            | Self::Online
            | Self::KeysChanged
            | Self::Closing => Vec::new(),
        }
    }
}

fn fresh_mark() -> Mark {
    Mark::from_random(uuid::Uuid::new_v4().as_u64_pair().1)
}
