//! Carries out what the machine asks for, and nothing else: commits, then calls, then tells.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use ledger::{Condition, Ledger, LedgerError, OutboxChange};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use words::say;

use crate::command::{Answer, Ask, CommandError, Done, News};
use crate::event::{Attempt, Call, Change, Effects, Event, Outcome, ReadFailure};
use crate::intent::{AttemptId, IntentId};
use crate::machine::Outbox;
use crate::moment::Clocks;
use crate::store::{self, StoreError};
use crate::timing::Timing;
use crate::wire::{Readings, Wire};

/// The most that one commit gathers.
const TOGETHER: usize = 256;
/// The timer looks again at least so often, since a suspended computer's timers are late.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// How long the ledger is left alone after it refused.
const STALL: Duration = Duration::from_secs(2);

/// Who hears of what happened.
pub(crate) type Tell = Arc<dyn Fn(&News) + Send + Sync>;

pub(crate) struct Executor<W> {
    ledger: Ledger,
    wire: Arc<W>,
    timing: Timing,
    tell: Tell,
    clocks: Clocks,
    asks: mpsc::Receiver<Ask>,
    calls: JoinSet<Ended>,
    /// What each task does, for the case that it ends without a word.
    under_way: HashMap<Id, Call>,
    /// None while the ledger refuses.
    machine: Option<Outbox>,
    /// When the machine was last asked what is due. What came due while that was made durable is due now, not never.
    looked: Timestamp,
    /// A step was undone, and with it what it would have begun for others: the machine is asked again.
    overtaken: bool,
    retry_at: Instant,
}

enum Ended {
    Sent(AttemptId, Outcome),
    Read(rules::LicenseNumber, Readings),
}

/// One round: what came in, and what it led to.
#[derive(Default)]
struct Round {
    effects: Effects,
    answers: Vec<(Answer, Result<Done, CommandError>)>,
    /// Answers to keep with the commit, and to give to a repeated command of the same round.
    made: HashMap<String, (&'static str, Done)>,
    /// What must hold in the commit.
    conditions: Vec<Condition>,
}

impl<W: Wire> Executor<W> {
    /// Reads the ledger and makes what follows from a start durable, before anything else happens.
    pub(crate) async fn start(
        ledger: Ledger,
        wire: W,
        timing: Timing,
        clocks: Clocks,
        tell: Tell,
        asks: mpsc::Receiver<Ask>,
        from_copy: bool,
    ) -> Result<Self, StoreError> {
        let mut executor = Self {
            looked: clocks.now().wall,
            ledger,
            wire: Arc::new(wire),
            timing,
            tell,
            clocks,
            asks,
            calls: JoinSet::new(),
            under_way: HashMap::new(),
            machine: None,
            overtaken: false,
            retry_at: Instant::now(),
        };
        executor.take_up(from_copy).await?;
        Ok(executor)
    }

    /// Runs until it is told to stop, or nobody can tell it anything any more.
    pub(crate) async fn run(mut self) {
        while let Some(incoming) = self.incoming().await {
            match incoming {
                Incoming::Ask(Ask::Stop { grace, done }) => {
                    self.close(grace).await;
                    self.let_go(done);
                    return;
                }
                Incoming::Retry => {
                    if let Err(error) = self.take_up(false).await {
                        self.stall(&error).await;
                    }
                }
                first => {
                    if let Some(done) = self.round(first).await {
                        self.let_go(done);
                        return;
                    }
                }
            }
        }
    }

    /// Says that it has ended once it has let go of the ledger, so that whoever waited may open it again.
    fn let_go(self, done: oneshot::Sender<()>) {
        drop(self);
        // Whoever asked may have gone.
        let _ = done.send(());
    }

    /// The next thing that happens; none when nobody is left to ask.
    async fn incoming(&mut self) -> Option<Incoming> {
        let Some(machine) = &self.machine else {
            return tokio::select! {
                ask = self.asks.recv() => ask.map(Incoming::Ask),
                () = tokio::time::sleep_until(self.retry_at) => Some(Incoming::Retry),
            };
        };
        if std::mem::take(&mut self.overtaken) {
            return Some(Incoming::Event(Event::TimePassed));
        }
        let wake = machine.next_wake(self.looked).map_or(LOOK_AGAIN, |at| self.clocks.until(at).min(LOOK_AGAIN));
        tokio::select! {
            ask = self.asks.recv() => ask.map(Incoming::Ask),
            Some(ended) = self.calls.join_next_with_id() => Some(self.ended(ended)),
            () = tokio::time::sleep(wake) => Some(Incoming::Event(Event::TimePassed)),
        }
    }

    fn ended(&mut self, ended: Result<(Id, Ended), JoinError>) -> Incoming {
        let event = match ended {
            Ok((id, ended)) => {
                self.under_way.remove(&id);
                match ended {
                    Ended::Sent(attempt, outcome) => Event::Sent { attempt, outcome },
                    Ended::Read(license, readings) => Event::Read { license, readings },
                }
            }
            Err(error) => {
                tracing::error!(%error, "a call to the state broke off");
                // Its wire failed in a way that it should not; what it did is not known.
                self.under_way.remove(&error.id()).map_or(Event::TimePassed, broke_off)
            }
        };
        Incoming::Event(event)
    }

    /// Takes up as much as has come in, and commits it in one go. Gives who is to be told where it was told to stop.
    async fn round(&mut self, first: Incoming) -> Option<oneshot::Sender<()>> {
        let mut waiting = vec![first];
        while waiting.len() < TOGETHER {
            if let Some(ended) = self.calls.try_join_next_with_id() {
                let ended = self.ended(ended);
                waiting.push(ended);
            } else {
                // A stop is taken up alone, so that everything before it is over.
                match self.asks.try_recv() {
                    Ok(Ask::Stop { grace, done }) => {
                        self.carry_out(waiting).await;
                        self.close(grace).await;
                        return Some(done);
                    }
                    Ok(ask) => waiting.push(Incoming::Ask(ask)),
                    Err(_) => break,
                }
            }
        }
        self.carry_out(waiting).await;
        None
    }

    /// Carries out what has come in, in its order: together, but for commands with conditions. Each of these is a
    /// commit of its own, so that nothing else is undone with one that was overtaken.
    async fn carry_out(&mut self, waiting: Vec<Incoming>) {
        let mut together = Vec::with_capacity(waiting.len());
        for incoming in waiting {
            if incoming.is_conditional() {
                self.carry_out_together(std::mem::take(&mut together)).await;
                self.carry_out_together(vec![incoming]).await;
            } else {
                together.push(incoming);
            }
        }
        self.carry_out_together(together).await;
    }

    async fn carry_out_together(&mut self, waiting: Vec<Incoming>) {
        if waiting.is_empty() {
            return;
        }
        // What the machine goes back to when a condition does not hold.
        let before = waiting.iter().any(Incoming::is_conditional).then(|| self.machine.clone()).flatten();
        let known = self.look_up(&waiting).await;
        let mut round = Round::default();
        let Some(mut machine) = self.machine.take() else {
            for incoming in waiting {
                if let Incoming::Ask(Ask::Do { answer, .. }) = incoming {
                    let _ = answer.send(Err(CommandError::LedgerRefuses(say::reporting_ledger_closed().to_string())));
                }
            }
            return;
        };
        let known = match known {
            Ok(known) => known,
            Err(error) => {
                for incoming in waiting {
                    if let Incoming::Ask(Ask::Do { answer, .. }) = incoming {
                        let _ = answer.send(Err(CommandError::of(&error)));
                    }
                }
                self.stall(&error).await;
                return;
            }
        };
        for (id, over) in known.over {
            machine.learn(id, over);
        }
        let now = self.clocks.now();
        for incoming in waiting {
            let (event, ask) = match incoming {
                Incoming::Event(event) => (event, None),
                Incoming::Ask(Ask::Tell(event)) => (event, None),
                Incoming::Ask(Ask::Do { request, command, event, conditions, answer }) => {
                    let first = known.answers.get(&request).or_else(|| round.made.get(&request));
                    if let Some((name, done)) = first {
                        let done = if *name == command { Ok(done.clone()) } else { Err(CommandError::RequestReused) };
                        round.answers.push((answer, done));
                        continue;
                    }
                    round.conditions.extend(conditions);
                    (event, Some((request, command, answer)))
                }
                Incoming::Ask(Ask::Stop { .. }) | Incoming::Retry => continue,
            };
            let (next, effects) = machine.step(event, now);
            machine = next;
            let done = Done { made: effects.made, refused: effects.refused };
            round.effects.store.extend(effects.store);
            round.effects.calls.extend(effects.calls);
            if let Some((request, command, answer)) = ask {
                let changed_nothing = done.made.is_empty() && !done.refused.is_empty();
                round.answers.push((answer, Ok(done.clone())));
                if !(changed_nothing && crate::command::is_whole(command)) {
                    round.made.insert(request, (command, done));
                }
            }
        }
        match self.commit(&round, now.wall).await {
            Ok(()) => {
                self.machine = Some(machine);
                self.looked = now.wall;
                self.make_calls(round.effects.calls);
                for (answer, done) in round.answers {
                    // Whoever asked may have gone; what was asked for is done all the same.
                    let _ = answer.send(done);
                }
                self.tell_of(&round.effects.store);
            }
            Err(error) => {
                for (answer, _) in round.answers {
                    let _ = answer.send(Err(CommandError::of(&error)));
                }
                match before {
                    // The ledger is well; only this command came too late.
                    Some(before) if matches!(error, StoreError::Ledger(LedgerError::Overtaken)) => {
                        self.machine = Some(before);
                        self.overtaken = true;
                    }
                    _ => self.stall(&error).await,
                }
            }
        }
    }

    /// First answers of commands that were given before, and how intents ended that the machine has forgotten.
    async fn look_up(&self, waiting: &[Incoming]) -> Result<Known, StoreError> {
        let mut requests = Vec::new();
        let mut ids: HashSet<i64> = HashSet::new();
        for incoming in waiting {
            if let Incoming::Ask(Ask::Do { request, event, .. }) = incoming {
                requests.push(request.clone());
                let unknown = |id: &IntentId| self.machine.as_ref().is_some_and(|machine| !machine.knows(*id));
                ids.extend(event.names().into_iter().filter(unknown).map(|id| id.0));
            }
        }
        if requests.is_empty() {
            return Ok(Known::default());
        }
        let ledger = self.ledger.clone();
        blocking(move || {
            let mut known = Known::default();
            for request in requests {
                if let Some((command, answer)) = ledger.answer_of(&request)? {
                    let done: Done = serde_json::from_value(answer).map_err(LedgerError::from)?;
                    known.answers.insert(request, (crate::command::name_of(&command), done));
                }
            }
            if !ids.is_empty() {
                let ids: Vec<i64> = ids.into_iter().collect();
                for row in ledger.outbox_over(&ids)? {
                    known.over.push((IntentId(row.id), store::over_of(&row)?));
                }
            }
            Ok(known)
        })
        .await
    }

    /// Makes a round durable, all of it or nothing.
    async fn commit(&self, round: &Round, now: Timestamp) -> Result<(), StoreError> {
        let mut rows = store::rows_of(&round.effects.store, now)?;
        for (request, (command, done)) in &round.made {
            rows.push(OutboxChange::Answered {
                request_id: request.clone(),
                command: (*command).to_owned(),
                answer: serde_json::to_value(done).map_err(LedgerError::from)?,
                at: now,
            });
        }
        if rows.is_empty() {
            return Ok(());
        }
        let (ledger, conditions) = (self.ledger.clone(), round.conditions.clone());
        blocking(move || Ok(ledger.outbox_commit_if(&conditions, &rows)?)).await
    }

    fn make_calls(&mut self, calls: Vec<Call>) {
        for call in calls {
            let wire = Arc::clone(&self.wire);
            let task = match call.clone() {
                Call::Send(attempt) => self.calls.spawn(async move {
                    let Attempt { id, .. } = *attempt;
                    Ended::Sent(id, wire.send(&attempt).await)
                }),
                Call::Read { license, questions } => self.calls.spawn(async move {
                    let readings = wire.read(&license, &questions).await;
                    Ended::Read(license, readings)
                }),
            };
            self.under_way.insert(task.id(), call);
        }
    }

    /// The ledger refuses: nothing may leave. What is on the way is cut off; once the ledger can be written again
    /// everything is taken up from it as after a crash.
    async fn stall(&mut self, error: &StoreError) {
        tracing::error!(%error, "the outbox stands still: the ledger cannot be used");
        self.machine = None;
        self.calls.shutdown().await;
        self.under_way.clear();
        self.retry_at = Instant::now() + STALL;
        (self.tell)(&News { stalled: Some(error.to_string()), ..News::default() });
    }

    /// Takes everything up from the ledger, and makes durable what follows from that before anything leaves.
    async fn take_up(&mut self, from_copy: bool) -> Result<(), StoreError> {
        let ledger = self.ledger.clone();
        let mut restored = blocking(move || store::load(&ledger)).await?;
        restored.from_copy = from_copy;
        let now = self.clocks.now();
        let (machine, effects) = Outbox::restore(self.timing.clone(), restored, now);
        let round = Round { effects, ..Round::default() };
        self.commit(&round, now.wall).await?;
        self.machine = Some(machine);
        self.looked = now.wall;
        self.make_calls(round.effects.calls);
        self.tell_of(&round.effects.store);
        Ok(())
    }

    /// Nothing new leaves; requests on the way get `grace` to end. What does not is looked for at the next start.
    async fn close(&mut self, grace: Duration) {
        self.carry_out(vec![Incoming::Event(Event::Closing)]).await;
        let end = Instant::now() + grace;
        while self.under_way.values().any(|call| matches!(call, Call::Send(_))) {
            let ended = tokio::time::timeout_at(end, self.calls.join_next_with_id()).await;
            let Ok(Some(ended)) = ended else { break };
            let incoming = self.ended(ended);
            self.carry_out(vec![incoming]).await;
        }
        self.calls.shutdown().await;
    }

    fn tell_of(&self, changes: &[Change]) {
        let mut news = News::default();
        for change in changes {
            match change {
                Change::Queued(intent) => news.changed.push((intent.id, intent.progress.state)),
                Change::Moved { intent, progress } => news.changed.push((*intent, progress.state)),
                Change::Archived(_) | Change::Held { .. } => news.others = true,
                Change::AttemptBegun(_) | Change::AttemptEnded { .. } | Change::Audited(_) => {}
            }
        }
        if !news.changed.is_empty() || news.others {
            (self.tell)(&news);
        }
    }
}

enum Incoming {
    Ask(Ask),
    Event(Event),
    Retry,
}

impl Incoming {
    fn is_conditional(&self) -> bool {
        matches!(self, Self::Ask(Ask::Do { conditions, .. }) if !conditions.is_empty())
    }
}

#[derive(Default)]
struct Known {
    answers: HashMap<String, (&'static str, Done)>,
    over: Vec<(IntentId, crate::Over)>,
}

/// What is known of a call that ended without a word.
fn broke_off(call: Call) -> Event {
    let how = || say::reporting_said_broke_off().to_string();
    match call {
        Call::Send(attempt) => Event::Sent { attempt: attempt.id, outcome: Outcome::Lost { how: how() } },
        Call::Read { license, questions } => {
            let failed = |(id, _)| (id, Err(ReadFailure::StateFault { said: how() }));
            Event::Read { license, readings: questions.into_iter().map(failed).collect() }
        }
    }
}

/// Off the async threads, as the ledger asks.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(StoreError::Broken(error.to_string())),
    }
}
