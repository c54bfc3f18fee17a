//! Scripted faults.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::story::dice::Dice;

/// What goes wrong. Cutting and refusing really close the TCP connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Fault {
    /// The connection is reset before anything is read. A rule without route also meets connections as they come in.
    RefuseConnection,
    /// The connection is closed before the request takes effect.
    CutBeforeReading,
    /// The request takes effect, then the connection is closed without a byte of answer.
    CutAfterApplying,
    /// The answer comes this much later.
    Late {
        /// How much later, in milliseconds.
        millis: u64,
    },
    /// The headers and half of the body arrive, then the connection is closed.
    HalfBody,
    /// The body trickles.
    SlowBytes {
        /// How many bytes at a time.
        bytes: usize,
        /// The pause between them, in milliseconds.
        millis: u64,
    },
    /// 500, and nothing happened.
    ErrorBefore,
    /// 500, although the request took effect.
    ErrorAfter,
    /// 503 with a web page.
    Maintenance,
    /// 429.
    TooMany {
        /// Seconds for `Retry-After`; none leaves the header out.
        retry_after: Option<u64>,
    },
    /// 401, although the keys are good.
    Unauthorized,
    /// A list says that it is empty.
    EmptyPage,
    /// A list shows the rows of the page before.
    PageBefore,
    /// Before the list is read, somebody else changes its first package, so that the rows of later pages move up.
    PageShift,
    /// The server's clock is off by this much for this request: its `Date`, its default window, its stamps.
    ClockOff {
        /// Seconds; below zero the clock is late.
        seconds: i64,
    },
}

/// When a fault happens. Matching requests are counted: the first `skip` pass, then `count` are hit (all, without
/// one), each with `chance` percent, decided by `seed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FaultRule {
    /// The method, such as `GET`; none is any.
    pub method: Option<String>,
    /// How the path begins, such as `/packages/v2/active`; empty is any.
    pub route: String,
    /// Text that the query must contain, such as `pageNumber=3`; none is any.
    pub query: Option<String>,
    /// How many matching requests pass first.
    pub skip: u32,
    /// How many are hit after that; none is all.
    pub count: Option<u32>,
    /// Percent of those that are hit.
    pub chance: u8,
    /// The seed of chance.
    pub seed: u64,
    /// What happens.
    pub fault: Fault,
}

impl Default for FaultRule {
    fn default() -> Self {
        Self {
            method: None,
            route: String::new(),
            query: None,
            skip: 0,
            count: None,
            chance: 100,
            seed: 1,
            fault: Fault::ErrorBefore,
        }
    }
}

impl FaultRule {
    /// A rule that hits every request.
    pub fn new(fault: Fault) -> Self {
        Self { fault, ..Self::default() }
    }

    /// Only this method.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Only paths that begin so.
    #[must_use]
    pub fn route(mut self, route: &str) -> Self {
        route.clone_into(&mut self.route);
        self
    }

    /// Only queries that contain this.
    #[must_use]
    pub fn query(mut self, text: &str) -> Self {
        self.query = Some(text.to_owned());
        self
    }

    /// Lets the first ones pass.
    #[must_use]
    pub fn skip(mut self, requests: u32) -> Self {
        self.skip = requests;
        self
    }

    /// Hits this many.
    #[must_use]
    pub fn times(mut self, requests: u32) -> Self {
        self.count = Some(requests);
        self
    }

    /// Hits this many percent of them, decided by the seed.
    #[must_use]
    pub fn chance(mut self, percent: u8, seed: u64) -> Self {
        self.chance = percent;
        self.seed = seed;
        self
    }
}

/// The rules in force, first match wins.
#[derive(Default)]
pub struct Faults {
    rules: Mutex<Vec<Armed>>,
}

struct Armed {
    id: u64,
    rule: FaultRule,
    passed: u32,
    hit: u32,
    dice: Dice,
}

impl Faults {
    pub fn add(&self, rule: FaultRule) -> u64 {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let id = rules.last().map_or(1, |armed| armed.id + 1);
        let dice = Dice::new(rule.seed);
        rules.push(Armed { id, rule, passed: 0, hit: 0, dice });
        id
    }

    pub fn clear(&self) {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// How often a rule has hit; none where there is no such rule.
    pub fn hits(&self, id: u64) -> Option<u32> {
        let rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        rules.iter().find(|armed| armed.id == id).map(|armed| armed.hit)
    }

    /// Whether an incoming connection is refused before it says anything.
    pub fn refuses_connection(&self) -> bool {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        rules
            .iter_mut()
            .filter(|armed| armed.rule.fault == Fault::RefuseConnection)
            .filter(|armed| armed.rule.route.is_empty() && armed.rule.method.is_none() && armed.rule.query.is_none())
            .any(Armed::hits)
    }

    /// What happens to a request.
    pub fn meets(&self, method: &str, path: &str, query: &str) -> Option<Fault> {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        rules.iter_mut().find_map(|armed| {
            let rule = &armed.rule;
            let matches = rule.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
                && path.to_ascii_lowercase().starts_with(&rule.route.to_ascii_lowercase())
                && rule.query.as_ref().is_none_or(|text| query.contains(text.as_str()));
            (matches && armed.hits()).then(|| armed.rule.fault.clone())
        })
    }
}

impl Armed {
    fn hits(&mut self) -> bool {
        if self.passed < self.rule.skip {
            self.passed += 1;
            return false;
        }
        if self.rule.count.is_some_and(|count| self.hit >= count) {
            return false;
        }
        let hit = self.rule.chance >= 100 || self.dice.percent(u32::from(self.rule.chance));
        self.hit += u32::from(hit);
        hit
    }
}

/// A duration in milliseconds.
pub fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
