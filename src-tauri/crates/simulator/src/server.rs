//! What all requests share, and how one takes effect.

use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use axum::http::StatusCode;
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
use crate::journal::{Entry, Journal};
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
    journal: Option<Mutex<Journal>>,
}

impl Server {
    /// Tells the story, or opens the file that remembers one, and does again what was done since.
    pub fn open(mut config: SimulatorConfig) -> Result<Self, SimulatorError> {
        let wanted = story::Plan {
            seed: config.seed,
            packages: config.packages,
            anchor: config.now.unwrap_or_else(Timestamp::now),
        };
        let (plan, journal, entries) = match &config.store {
            None => (wanted, None, Vec::new()),
            Some(path) => {
                let (journal, plan) = Journal::open(path, wanted)?;
                let entries = journal.entries()?;
                (plan, Some(Mutex::new(journal)), entries)
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
        server.replay(entries)?;
        Ok(server)
    }

    /// Forgets everything that was done: the story as it was first told.
    pub fn reset(&self) -> Result<(), SimulatorError> {
        let mut world = self.world_mut();
        let plan = story::Plan { seed: self.config.seed, packages: self.config.packages, anchor: world.anchor };
        if let Some(journal) = &self.journal {
            lock(journal).clear()?;
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

    /// Carries an operation out. A write that is refused leaves no trace; one that succeeds is in the journal before
    /// it is answered.
    pub fn perform(
        &self,
        operation: &'static Operation,
        mut call: Call,
        clock_off: SignedDuration,
    ) -> Result<Answer, Refusal> {
        match operation.run {
            Run::Read(read) => {
                call.now = self.clock().now().checked_add(clock_off).unwrap_or(call.now);
                read(&self.world(), &call)
            }
            Run::Write(write) => {
                let mut world = self.world_mut();
                call.now = self.clock().stamp();
                world.begin();
                let done = write(&mut world, &call);
                if done.is_err() {
                    world.rollback();
                    return done;
                }
                let entry = Entry::of_call(operation, &call);
                if self.record(&entry).is_err() {
                    world.rollback();
                    return Err(Refusal::broken());
                }
                world.commit();
                done
            }
        }
    }

    /// Does what people do elsewhere than through the API.
    pub fn act(&self, deed: Deed) -> Result<serde_json::Value, Refusal> {
        let mut world = self.world_mut();
        if let Deed::Advance { seconds } = deed {
            self.clock().advance(SignedDuration::from_secs(seconds));
        }
        let now = self.clock().stamp();
        world.begin();
        let done = deed.apply(&mut world, now);
        if done.is_err() {
            world.rollback();
            return done;
        }
        if self.record(&Entry::of_deed(&deed, now)).is_err() {
            world.rollback();
            return Err(Refusal::broken());
        }
        world.commit();
        done
    }

    fn record(&self, entry: &Entry) -> Result<(), SimulatorError> {
        match &self.journal {
            Some(journal) => lock(journal).append(entry),
            None => Ok(()),
        }
    }

    fn replay(&self, entries: Vec<Entry>) -> Result<(), SimulatorError> {
        let mut world = self.world_mut();
        let mut clock = self.clock();
        for entry in entries {
            clock.stamped(entry.at);
            world.begin();
            let done = match entry.deed()? {
                Some(deed) => {
                    if let Deed::Advance { seconds } = deed {
                        clock.advance(SignedDuration::from_secs(seconds));
                    }
                    deed.apply(&mut world, entry.at).map(drop)
                }
                None => match entry.call(&world, &self.users, &self.config.options) {
                    Some((Run::Write(write), call)) => write(&mut world, &call).map(drop),
                    _ => Err(Refusal::new(StatusCode::NOT_FOUND, "no such operation")),
                },
            };
            match done {
                Ok(()) => world.commit(),
                Err(_) => {
                    return Err(SimulatorError::StoreUnreadable("it does not fit the story it belongs to".into()));
                }
            }
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
