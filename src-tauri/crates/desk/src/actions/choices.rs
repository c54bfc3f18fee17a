//! What the forms offer, from the local copy: what every license of the selection has.

use std::collections::BTreeSet;

use mirror::{Mirror, MirrorError, ReferenceKind, ReferenceRecord};
use outbox::{IntentId, Mark, NOTE_LIMIT};
use rules::{AdjustmentReason, LicenseNumber};
use serde_json::Value;
use words::say;

use crate::contract::{ActionChoices, ActionChoicesFind, DeskError, ItemChoice, PackageNow, PackageRef};
use crate::desk::Desk;
use crate::kinds::package::held;
use crate::wording::california;

impl Desk {
    pub(crate) async fn action_choices(&self, request: ActionChoicesFind) -> Result<ActionChoices, DeskError> {
        if request.licenses.is_empty() {
            return Err(DeskError::bad_request(
                say::reports_nothing_to_choose(),
                say::reports_nothing_to_choose_next(),
            ));
        }
        let today = california::day(self.now()).to_string();
        let now = match request.package {
            Some(package) => self.package_now(package, request.replaces.map(IntentId)).await?,
            None => None,
        };
        let room = u32::try_from(NOTE_LIMIT).unwrap_or(u32::MAX).saturating_sub(Mark::ROOM);
        self.read(move |mirror| {
            let licenses = &request.licenses;
            let items = |record: &ReferenceRecord| {
                let category = record.rest.get("ProductCategoryName").and_then(Value::as_str).unwrap_or_default();
                Some(ItemChoice { name: record.name.clone(), category: category.to_owned() })
            };
            let locations = |record: &ReferenceRecord| {
                // Some places are for plants only; where the state does not say, it is offered.
                let for_packages = record.rest.get("ForPackages") != Some(&Value::Bool(false));
                for_packages.then(|| record.name.clone())
            };
            Ok(ActionChoices {
                reasons: reasons(mirror, licenses)?,
                locations: common(mirror, licenses, ReferenceKind::Locations, locations)?,
                items: common(mirror, licenses, ReferenceKind::Items, items)?,
                today,
                note_room: room,
                now,
            })
        })
        .await
    }

    /// What a package holds with what waits already counted, as its review will say it.
    async fn package_now(
        &self,
        package: PackageRef,
        replaces: Option<IntentId>,
    ) -> Result<Option<PackageNow>, DeskError> {
        let ids = [(package.license, package.package_id)];
        let briefs = self.read(move |mirror| mirror.briefs(&ids)).await?;
        let index = self.reports().index();
        Ok(briefs.into_iter().flatten().next().map(|brief| {
            let effective = Self::seen(&index, &brief, replaces).effective;
            PackageNow {
                words: held(&brief, &effective),
                quantity: effective.quantity.normalize().to_string(),
                item: effective.item,
                unit: brief.unit,
            }
        }))
    }
}

/// The reasons that all of these licenses have, by name.
pub(super) fn reasons(mirror: &Mirror, licenses: &[LicenseNumber]) -> Result<Vec<AdjustmentReason>, MirrorError> {
    let reason = |record: &ReferenceRecord| {
        let requires_note = record.rest.get("RequiresNote") == Some(&Value::Bool(true));
        Some((record.name.clone(), requires_note))
    };
    let common = common(mirror, licenses, ReferenceKind::AdjustReasons, reason)?;
    Ok(common.into_iter().map(|(name, requires_note)| AdjustmentReason { name, requires_note }).collect())
}

/// What all of these licenses have, in order.
fn common<T: Ord>(
    mirror: &Mirror,
    licenses: &[LicenseNumber],
    kind: ReferenceKind,
    choice: impl Fn(&ReferenceRecord) -> Option<T>,
) -> Result<Vec<T>, MirrorError> {
    let mut common: Option<BTreeSet<T>> = None;
    for license in licenses {
        let own: BTreeSet<T> = mirror.references(license, kind)?.iter().filter_map(&choice).collect();
        common = Some(match common {
            None => own,
            Some(common) => common.into_iter().filter(|one| own.contains(one)).collect(),
        });
    }
    Ok(common.unwrap_or_default().into_iter().collect())
}
