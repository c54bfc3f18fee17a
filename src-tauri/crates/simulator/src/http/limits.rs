//! The state's rate limits, by license and by software key.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::config::Limits;
use crate::state::table::FacilityId;

/// Counts GETs. A second is any second, not a calendar one: the strictest reading of "a second".
pub struct Limiter {
    figures: Option<Figures>,
    counts: Arc<Mutex<Counts>>,
}

struct Figures {
    facility: Most,
    key: Most,
}

#[derive(Clone, Copy)]
struct Most {
    a_second: usize,
    at_once: usize,
}

#[derive(Default)]
struct Counts {
    facilities: HashMap<FacilityId, Count>,
    key: Count,
}

#[derive(Default)]
struct Count {
    /// When the GETs of the last second began.
    begun: VecDeque<Instant>,
    running: usize,
}

/// A GET that is being answered; it stops counting as running when this is dropped.
pub struct Running {
    facility: Option<FacilityId>,
    counts: Arc<Mutex<Counts>>,
}

impl Limiter {
    pub fn new(limits: Limits) -> Self {
        let figures = match limits {
            Limits::Off => None,
            Limits::Published => Some((50, 150, 10, 30)),
            Limits::Custom { per_facility, per_key, at_once_per_facility, at_once_per_key } => {
                Some((per_facility, per_key, at_once_per_facility, at_once_per_key))
            }
        };
        let figures = figures.map(|(facility, key, facility_at_once, key_at_once)| Figures {
            facility: Most { a_second: facility as usize, at_once: facility_at_once as usize },
            key: Most { a_second: key as usize, at_once: key_at_once as usize },
        });
        Self { figures, counts: Arc::default() }
    }

    /// Lets a GET begin, or says after how many seconds it may be tried again.
    pub fn begin(&self, facility: Option<FacilityId>) -> Result<Option<Running>, u64> {
        let Some(figures) = &self.figures else { return Ok(None) };
        let now = Instant::now();
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let free = counts.key.has_room(now, figures.key)
            && facility.is_none_or(|id| counts.facilities.entry(id).or_default().has_room(now, figures.facility));
        if !free {
            return Err(1);
        }
        counts.key.begin(now);
        if let Some(id) = facility {
            counts.facilities.entry(id).or_default().begin(now);
        }
        Ok(Some(Running { facility, counts: Arc::clone(&self.counts) }))
    }
}

impl Count {
    fn has_room(&mut self, now: Instant, most: Most) -> bool {
        while self.begun.front().is_some_and(|begun| now.duration_since(*begun) >= Duration::from_secs(1)) {
            self.begun.pop_front();
        }
        self.begun.len() < most.a_second && self.running < most.at_once
    }

    fn begin(&mut self, now: Instant) {
        self.begun.push_back(now);
        self.running += 1;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.key.running = counts.key.running.saturating_sub(1);
        if let Some(count) = self.facility.and_then(|id| counts.facilities.get_mut(&id)) {
            count.running = count.running.saturating_sub(1);
        }
    }
}
