//! What the card offers for one package, and why not.

use mirror::PackageBrief;
use outbox::{Kind, Mark};
use rules::{AdjustmentReason, PackageAction, Quantity, Weight, check_action};
use rust_decimal::Decimal;

use super::not_here;
use super::wish::facts;
use crate::california;
use crate::contract::{ActionOffer, DeskError, OutboxLine, PackageRef};
use crate::desk::Desk;
use crate::reports::effective::{Effective, unit_of};

impl Desk {
    /// What waits for a package, and what can be done with it; nothing where the license is not one of the person's.
    pub(crate) async fn pending_and_offers(
        &self,
        package: &PackageRef,
    ) -> Result<(Vec<OutboxLine>, Vec<ActionOffer>), DeskError> {
        let (license, tag) = (package.license.clone(), rules::Tag::from_state(&package.tag));
        let held = self.reports().index().of_package(&license, &tag).to_vec();
        let pending = self.lines(held.iter().map(|held| (*held.intent).clone()).collect()).await?;
        if !self.accounts().has_license(&license) {
            return Ok((pending, Vec::new()));
        }
        let wanted = [(license, tag)];
        let brief = self.read(move |mirror| mirror.briefs_by_tag(&wanted)).await?.into_iter().flatten().next();
        let Some(brief) = brief else { return Ok((pending, Vec::new())) };
        let now = Effective::with(&brief, &held, None);
        Ok((pending, offers(&brief, &now, california::day(self.now()))))
    }
}

fn offers(brief: &PackageBrief, now: &Effective, today: jiff::civil::Date) -> Vec<ActionOffer> {
    // A change that nothing speaks against by itself: the form asks for the real one.
    let by = Quantity { amount: Decimal::ONE, unit: unit_of(brief).to_owned() };
    let reason = AdjustmentReason { name: String::new(), requires_note: false };
    let actions = [
        (Kind::Finish, PackageAction::Finish { date: today }),
        (Kind::Unfinish, PackageAction::Unfinish),
        (Kind::Adjust, PackageAction::Adjust { by: &by, reason: &reason, note: "", reserved: Mark::ROOM, date: today }),
        (Kind::Location, PackageAction::Location { date: today }),
        (Kind::Note, PackageAction::Note),
        (Kind::Item, PackageAction::Item),
    ];
    let facts = facts(brief, now);
    let not_here = not_here(brief);
    actions
        .into_iter()
        .map(|(kind, action)| {
            let found = match &not_here {
                Some(finding) => vec![finding.clone()],
                None => check_action(&action, &facts, today),
            };
            let why_not = found.into_iter().find(|finding| finding.weight == Weight::Stop);
            ActionOffer {
                action: kind.code().to_owned(),
                title: kind.words().to_owned(),
                why_not: why_not.map(|finding| finding.sentence).unwrap_or_default(),
            }
        })
        .collect()
}
