//! What is reported: commands with one to twenty writes each, made by the seed.

use outbox::{Adjust, Note, TemplateCreate, TemplateDelete, TemplateUpdate, Write};
use rules::{LicenseNumber, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use simulator::Running;
use state_api::Client;

use crate::Broken;
use crate::templates::Story;

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

/// Makes the plan. Of a hundred writes about three make a template, two change one and one deletes one; twenty are notes;
/// the others add one to a package.
pub async fn make(
    client: &Client,
    story: &Story,
    state: &Running,
    license: &str,
    intents: usize,
    seed: u64,
) -> Result<Vec<Planned>, Broken> {
    let number = LicenseNumber::new(license);
    let mut packages = Vec::new();
    for label in state.control().active_labels(license).into_iter().take(PACKAGES) {
        packages.push(client.package_by_label(&number, &Tag::from_state(label)).await?);
    }
    if packages.is_empty() {
        return Err("the story has no active packages".into());
    }
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Los_Angeles")?).date();
    let mut dice = Dice::new(seed);
    let mut plan = Vec::new();
    let mut made = 0;
    let mut to_delete = story.to_delete.iter();
    while made < intents {
        let count = (1 + dice.index(20)).min(intents - made);
        let mut writes = Vec::with_capacity(count);
        for _ in 0..count {
            made += 1;
            let package = &packages[dice.index(packages.len())];
            let tag = Tag::from_state(&package.label);
            let adjust = || Adjust {
                tag: tag.clone(),
                by: Decimal::ONE,
                unit: package.unit_of_measure_name.clone(),
                reason: "Entry Error".into(),
                note: Some(format!("soak {made}")),
                date: today,
            };
            let name = format!("soak {made}");
            writes.push(match dice.below(100) {
                0..3 => {
                    let draft = i64::try_from(made)?;
                    TemplateCreate { draft, template: story.template(&name, &mut dice) }.into()
                }
                3..5 => {
                    let id = story.to_change.get(dice.index(story.to_change.len())).copied().unwrap_or_default();
                    TemplateUpdate { draft: None, id, delivery: None, template: story.template(&name, &mut dice) }
                        .into()
                }
                5 => match to_delete.next() {
                    Some(id) => TemplateDelete { draft: None, id: *id, name }.into(),
                    None => adjust().into(),
                },
                6..26 => Note { tag, note: name }.into(),
                _ => adjust().into(),
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
