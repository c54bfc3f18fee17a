//! What the card offers for one package, and why not.

use mirror::PackageBrief;
use outbox::{Kind, PackageHolds};
use rules::Weight;

use crate::contract::{ActionOffer, DeskError, OutboxLine, PackageRef};
use crate::desk::Desk;
use crate::ground::outbox::effective;
use crate::kinds;
use crate::kinds::package::{facts, not_here};
use crate::wording::california;

impl Desk {
    /// What waits for a package, and what can be done with it; nothing where the license is not one of the person's.
    pub(super) async fn pending_and_offers(
        &self,
        package: &PackageRef,
    ) -> Result<(Vec<OutboxLine>, Vec<ActionOffer>), DeskError> {
        let (license, tag) = (package.license.clone(), rules::Tag::from_state(&package.tag));
        let held = self.reports().index().of_package(&license, &tag).to_vec();
        let pending = self.outbox_rows(held.iter().map(|held| (*held.intent).clone()).collect()).await?;
        if !self.accounts().has_license(&license) {
            return Ok((pending, Vec::new()));
        }
        let wanted = [(license, tag)];
        let brief = self.read(move |mirror| mirror.briefs_by_tag(&wanted)).await?.into_iter().flatten().next();
        let Some(brief) = brief else { return Ok((pending, Vec::new())) };
        let now = effective::with(&brief, &held, None);
        Ok((pending, offers(&brief, &now, california::day(self.now()))))
    }
}

fn offers(brief: &PackageBrief, now: &PackageHolds, today: jiff::civil::Date) -> Vec<ActionOffer> {
    let facts = facts(brief, now);
    let not_here = not_here(brief);
    let offered = Kind::ALL.iter().filter_map(|kind| Some((*kind, kinds::offered(*kind, today)?)));
    offered
        .map(|(kind, wish)| {
            let found = match &not_here {
                Some(finding) => vec![finding.clone()],
                None => wish.check(&facts, today),
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
