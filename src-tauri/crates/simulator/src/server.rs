//! What all requests share, and how one takes effect.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::{SignedDuration, Timestamp};

use crate::SimulatorError;
use crate::api::{Operation, Run};
use crate::config::{DemoKeys, SimulatorConfig};
use crate::deeds::Deed;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::faults::Faults;
use crate::http::limits::Limiter;
use crate::http::log::RequestLog;
use crate::http::users::{self, User};
use crate::journal::{Entry, Journal, SetAside, Stored};
use crate::state::World;
use crate::state::clock::Clock;
use crate::story;

/// The state and everything around it.
pub struct Server {
    pub config: SimulatorConfig,
    pub keys: DemoKeys,
    pub users: Vec<User>,
    pub faults: Faults,
    pub limiter: RwLock<Limiter>,
    pub log: Mutex<RequestLog>,
    pub dark: tokio::sync::watch::Sender<bool>,
    world: RwLock<World>,
    clock: Mutex<Clock>,
    /// None without a store; empty once it was let go of.
    journal: Option<Mutex<Option<Journal>>>,
}

impl Server {
    /// Tells the story, or opens the file that remembers one, and does again what was done since.
    pub fn open(mut config: SimulatorConfig) -> Result<Self, SimulatorError> {
        let wanted = story::Plan {
            seed: config.seed,
            packages: config.packages,
            anchor: config.now.unwrap_or_else(Timestamp::now),
        };
        let (plan, journal, stored) = match &config.store {
            None => (wanted, None, Vec::new()),
            Some(path) => {
                let (journal, plan) = Journal::open(path, wanted)?;
                let stored = journal.stored()?;
                (plan, Some(Mutex::new(Some(journal))), stored)
            }
        };
        config.seed = plan.seed;
        config.packages = plan.packages;
        let world = story::tell(plan);
        let keys = users::demo_keys(plan.seed);
        let users = users::users(&keys, &world.facilities);
        let server = Self {
            clock: Mutex::new(Clock::new(config.now)),
            limiter: RwLock::new(Limiter::new(config.limits)),
            keys,
            users,
            faults: Faults::default(),
            log: Mutex::default(),
            dark: tokio::sync::watch::Sender::new(false),
            world: RwLock::new(world),
            journal,
            config,
        };
        server.replay(stored)?;
        Ok(server)
    }

    /// Forgets everything that was done: the story as it was first told.
    pub fn reset(&self) -> Result<(), SimulatorError> {
        let mut world = self.world_mut();
        let plan = story::Plan { seed: self.config.seed, packages: self.config.packages, anchor: world.anchor };
        if let Some(journal) = &self.journal {
            lock(journal).as_mut().ok_or_else(closed)?.clear()?;
        }
        *world = story::tell(plan);
        let mut clock = self.clock();
        *clock = Clock::new(self.config.now);
        Ok(())
    }

    pub fn world(&self) -> RwLockReadGuard<'_, World> {
        self.world.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn world_mut(&self) -> RwLockWriteGuard<'_, World> {
        self.world.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn clock(&self) -> MutexGuard<'_, Clock> {
        lock(&self.clock)
    }

    pub fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    /// Carries an operation out. A write that is refused, or that panics, leaves no trace; one that succeeds is in the
    /// journal before it is answered.
    pub fn perform(
        &self,
        operation: &'static Operation,
        mut call: Call,
        clock_off: SignedDuration,
    ) -> Result<Answer, Refusal> {
        match operation.run {
            Run::Read(read) => {
                call.now = self.clock().now().checked_add(clock_off).unwrap_or(call.now);
                let world = self.world();
                caught(|| read(&world, &call))
            }
            Run::Write(write) => {
                let mut world = self.world_mut();
                call.now = self.clock().stamp();
                whole(&mut world, |world| {
                    let ids = world.last_ids();
                    let answer = write(world, &call)?;
                    world.follow_samples();
                    self.record(&Entry::of_call(operation, &call, ids))?;
                    Ok(answer)
                })
            }
        }
    }

    /// Does what people do elsewhere than through the API; whole or not at all, as a request.
    pub fn act(&self, deed: Deed) -> Result<serde_json::Value, Refusal> {
        let mut world = self.world_mut();
        let clock = self.clock().clone();
        if let Deed::Advance { seconds } = deed {
            self.clock().advance(SignedDuration::from_secs(seconds));
        }
        let now = self.clock().stamp();
        let done = whole(&mut world, |world| {
            let ids = world.last_ids();
            let said = deed.apply(world, now)?;
            world.follow_samples();
            self.record(&Entry::of_deed(&deed, now, ids))?;
            Ok(said)
        });
        if done.is_err() {
            *self.clock() = clock;
        }
        done
    }

    /// Lets go of the store, so that another simulator may open it. What is done from here on is refused.
    pub fn close(&self) {
        if let Some(journal) = &self.journal {
            drop(lock(journal).take());
        }
    }

    /// What the store holds and could not be done again when it was opened.
    pub fn set_aside(&self) -> Result<Vec<SetAside>, SimulatorError> {
        match &self.journal {
            Some(journal) => lock(journal).as_ref().ok_or_else(closed)?.set_aside(),
            None => Ok(Vec::new()),
        }
    }

    fn record(&self, entry: &Entry) -> Result<(), Refusal> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let written = lock(journal).as_mut().ok_or_else(closed).and_then(|journal| journal.append(entry));
        written.map_err(|error| {
            tracing::error!(%error, "the simulator's store could not be written; the request was undone");
            Refusal::broken()
        })
    }

    /// Does again what the store says was done. What cannot be done again is set aside in the store, so that one deed
    /// does not take all others with it; those keep the ids that they were answered with.
    fn replay(&self, stored: Vec<Stored>) -> Result<(), SimulatorError> {
        let mut refused: Vec<(i64, String)> = Vec::new();
        let mut world = self.world_mut();
        let mut clock = self.clock();
        for one in stored {
            let entry = match one.entry {
                Ok(entry) => entry,
                Err(why) => {
                    refused.push((one.number, why));
                    continue;
                }
            };
            let before = clock.clone();
            clock.stamped(entry.at);
            world.skip_to(&entry.ids);
            let done = whole(&mut world, |world| {
                match entry.deed() {
                    Some(deed) => {
                        if let Deed::Advance { seconds } = deed {
                            clock.advance(SignedDuration::from_secs(*seconds));
                        }
                        deed.apply(world, entry.at).map(drop)?;
                    }
                    None => match entry.call(world, &self.users, &self.config.options) {
                        Some((Run::Write(write), call)) => write(world, &call).map(drop)?,
                        Some((Run::Read(_), _)) | None => {
                            return Err(Refusal::not_found("There is no such operation."));
                        }
                    },
                }
                world.follow_samples();
                Ok(())
            });
            if let Err(refusal) = done {
                *clock = before;
                refused.push((one.number, refusal.text()));
            }
        }
        if refused.is_empty() {
            return Ok(());
        }
        tracing::warn!(
            deeds = refused.len(),
            "deeds in the simulator's store could not be done again; they are set aside"
        );
        match &self.journal {
            Some(journal) => lock(journal).as_mut().ok_or_else(closed)?.move_aside(&refused),
            None => Ok(()),
        }
    }
}

fn closed() -> SimulatorError {
    SimulatorError::StoreUnreadable("the simulator was stopped".into())
}

/// A change of the world that happens wholly or, when it is refused or panics, not at all.
fn whole<T>(world: &mut World, change: impl FnOnce(&mut World) -> Result<T, Refusal>) -> Result<T, Refusal> {
    world.begin();
    let done = caught(|| change(world));
    match done {
        Ok(_) => world.commit(),
        Err(_) => world.rollback(),
    }
    done
}

/// A panic is the state's own fault, 500. What it left behind must be undone by the caller: nothing else may be broken
/// by it, which is why unwinding may be stopped here.
fn caught<T>(act: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(|_| Err(Refusal::broken()))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::call::{Query, Tweak};
    use crate::state::tag::TagKind;

    static BREAKS: Operation = Operation {
        method: "POST",
        route: "/breaks",
        rights: &[],
        license: true,
        run: Run::Write(|world, call| {
            world.issue_tags(call.facility()?, TagKind::Package, 3, call.now);
            panic!("in the middle of a write");
        }),
    };
    static BREAKS_READING: Operation =
        Operation { method: "GET", run: Run::Read(|_, _| panic!("in the middle of a read")), ..BREAKS };

    #[test]
    fn a_request_that_panics_is_500_and_leaves_the_state_as_it_was() {
        let server = Server::open(SimulatorConfig { packages: 150, ..SimulatorConfig::default() }).unwrap();
        let call = || {
            let user = server.users.first().unwrap();
            Call {
                facility: user.licenses.first().copied(),
                user: user.name.clone(),
                licenses: user.licenses.clone(),
                path: Default::default(),
                query: Query::default(),
                body: Default::default(),
                now: server.clock().now(),
                options: server.config.options.clone(),
                tweak: Tweak::None,
            }
        };
        let before = server.world_mut().last_ids();
        for operation in [&BREAKS, &BREAKS_READING] {
            let refusal = server.perform(operation, call(), SignedDuration::ZERO).err().unwrap();
            assert_eq!(refusal.status, 500, "{}", operation.method);
        }
        assert_eq!(server.world_mut().last_ids(), before, "no tag was issued");
        let license = server.world().facilities.first().unwrap().license.to_string();
        let tags = server.world().tags.len();
        server.act(Deed::IssueTags { license, kind: TagKind::Package, count: 1 }).unwrap();
        assert_eq!(server.world().tags.len(), tags + 1, "and it goes on");
    }
}
