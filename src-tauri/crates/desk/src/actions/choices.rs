//! What the forms offer, from the local copy: what every licence of the selection has.

use std::collections::BTreeSet;

use mirror::{Mirror, MirrorError, ReferenceKind, ReferenceRecord};
use outbox::{Mark, NOTE_LIMIT};
use rules::{AdjustmentReason, LicenceNumber};
use serde_json::Value;

use crate::california;
use crate::contract::{ActionChoices, ActionChoicesFind, DeskError, ItemChoice};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn action_choices(&self, request: ActionChoicesFind) -> Result<ActionChoices, DeskError> {
        if request.licences.is_empty() {
            return Err(DeskError::bad_request(
                "No licence is chosen, so there is nothing to choose from.",
                "Choose a package.",
            ));
        }
        let today = california::day(self.now()).to_string();
        let room = u32::try_from(NOTE_LIMIT).unwrap_or(u32::MAX).saturating_sub(Mark::ROOM);
        self.read(move |mirror| {
            let licences = &request.licences;
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
                reasons: reasons(mirror, licences)?,
                locations: common(mirror, licences, ReferenceKind::Locations, locations)?,
                items: common(mirror, licences, ReferenceKind::Items, items)?,
                today,
                note_room: room,
            })
        })
        .await
    }
}

/// The reasons that all of these licences have, by name.
pub(super) fn reasons(mirror: &Mirror, licences: &[LicenceNumber]) -> Result<Vec<AdjustmentReason>, MirrorError> {
    let reason = |record: &ReferenceRecord| {
        let requires_note = record.rest.get("RequiresNote") == Some(&Value::Bool(true));
        Some((record.name.clone(), requires_note))
    };
    let common = common(mirror, licences, ReferenceKind::AdjustReasons, reason)?;
    Ok(common.into_iter().map(|(name, requires_note)| AdjustmentReason { name, requires_note }).collect())
}

/// What all of these licences have, in order.
fn common<T: Ord>(
    mirror: &Mirror,
    licences: &[LicenceNumber],
    kind: ReferenceKind,
    choice: impl Fn(&ReferenceRecord) -> Option<T>,
) -> Result<Vec<T>, MirrorError> {
    let mut common: Option<BTreeSet<T>> = None;
    for licence in licences {
        let own: BTreeSet<T> = mirror.references(licence, kind)?.iter().filter_map(&choice).collect();
        common = Some(match common {
            None => own,
            Some(common) => common.into_iter().filter(|one| own.contains(one)).collect(),
        });
    }
    Ok(common.unwrap_or_default().into_iter().collect())
}
