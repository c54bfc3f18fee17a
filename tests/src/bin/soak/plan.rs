//! What is reported: commands with one to twenty writes each, made by the seed.

use outbox::Write;
use rules::{LicenceNumber, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use simulator::Running;
use state_api::Client;

use crate::Broken;

/// Packages that are written to.
const PACKAGES: usize = 150;

/// One command of the page.
#[derive(Serialize, Deserialize)]
pub struct Planned {
    /// Its request id.
    pub request: String,
    /// What it queues.
    pub writes: Vec<Write>,
}

/// Makes the plan: four adjustments by one more to each note.
pub async fn make(
    client: &Client,
    state: &Running,
    licence: &str,
    intents: usize,
    seed: u64,
) -> Result<Vec<Planned>, Broken> {
    let number = LicenceNumber::new(licence);
    let mut packages = Vec::new();
    for label in state.control().active_labels(licence).into_iter().take(PACKAGES) {
        packages.push(client.package_by_label(&number, &Tag::from_state(label)).await?);
    }
    if packages.is_empty() {
        return Err("the story has no active packages".into());
    }
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles")?).date();
    let mut dice = Dice::new(seed);
    let mut plan = Vec::new();
    let mut made = 0;
    while made < intents {
        let count = (1 + dice.index(20)).min(intents - made);
        let mut writes = Vec::with_capacity(count);
        for _ in 0..count {
            made += 1;
            let package = &packages[dice.index(packages.len())];
            let tag = Tag::from_state(&package.label);
            writes.push(if dice.below(5) == 0 {
                Write::Note { tag, note: format!("soak {made}") }
            } else {
                Write::Adjust {
                    tag,
                    by: Decimal::ONE,
                    unit: package.unit_of_measure_name.clone(),
                    reason: "Entry Error".into(),
                    note: Some(format!("soak {made}")),
                    date: today,
                }
            });
        }
        plan.push(Planned { request: format!("soak-{}", plan.len()), writes });
    }
    Ok(plan)
}

/// Seeded chance (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// A position below `end`.
    pub fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap_or_default()
    }
}
