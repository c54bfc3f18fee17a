//! The package card: what the mirror knows of a tag, put into the words of the trade. No call is made.

mod offers;

use mirror::{PackageFull, PackageList, PackageRecord};
use serde_json::Value;
use words::{Words, say};

use crate::contract::{
    CardFact, CardFlag, CardOrigin, DeskError, PackageCard, PackageCardFind, PackageCardFound, PackageRef,
};
use crate::desk::Desk;
use crate::wording::california::long;

impl Desk {
    pub(crate) async fn package_card(&self, request: PackageCardFind) -> Result<PackageCardFound, DeskError> {
        let tag = request.tag.trim().to_owned();
        let asked = tag.clone();
        let found = self.read(move |mirror| mirror.package(request.license.as_ref(), &asked)).await?;
        let missing = match &found {
            Some(_) => String::new(),
            None => say::desk_card_missing().to_string(),
        };
        let mut card = found.map(card);
        if let Some(card) = &mut card {
            (card.pending, card.actions) = self.pending_and_offers(&card.package).await?;
        }
        Ok(PackageCardFound { tag, card, missing })
    }
}

fn card(full: PackageFull) -> PackageCard {
    let record = &full.record;
    let origin = CardOrigin {
        from: record.received_from.clone(),
        at: record.received.map(|at| at.to_string()).unwrap_or_default(),
        manifest: record.received_manifest.clone(),
    };
    let never_received = origin.from.is_none() && origin.at.is_empty() && origin.manifest.is_empty();
    PackageCard {
        tag: record.tag.to_string(),
        status: status(&full).to_string(),
        item: record.item.clone(),
        category: record.category.clone(),
        strain: record.item_strain.clone(),
        quantity: record.quantity.normalize().to_string(),
        unit: if record.unit_name.is_empty() { record.unit.clone() } else { record.unit_name.clone() },
        location: [&record.location, &record.sublocation]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" / "),
        lab_testing: record.lab_testing.words().to_owned(),
        lab_testing_date: record.lab_testing_date.map(|day| day.to_string()).unwrap_or_default(),
        expires: expires(record),
        production_batch: record.production_batch.clone(),
        flags: flags(record),
        packaged_date: record.packaged_date.map(|day| day.to_string()).unwrap_or_default(),
        received: (!never_received).then_some(origin),
        source_harvests: list(&record.source_harvests),
        source_packages: list(&record.source_packages),
        facts: facts(&full),
        as_of: full.as_of.map(|at| at.to_string()).unwrap_or_default(),
        package: PackageRef {
            license: full.held_by.license.clone(),
            package_id: record.package_id,
            tag: record.tag.to_string(),
        },
        pending: Vec::new(),
        actions: Vec::new(),
        held_by: full.held_by,
        packaged_by: full.packaged_by,
    }
}

fn status(full: &PackageFull) -> Words {
    match full.list {
        Some(PackageList::Active) if full.record.hold => say::desk_status_on_hold(),
        Some(PackageList::Active) => say::desk_status_active(),
        Some(PackageList::OnHold) => say::desk_status_on_hold(),
        Some(PackageList::InTransit) => say::desk_status_in_transit(),
        Some(PackageList::Inactive) if full.record.is_finished => say::desk_status_finished(),
        Some(PackageList::Inactive) => say::desk_status_discontinued(),
        Some(PackageList::Transferred) => say::desk_status_transferred(),
        None => say::desk_status_not_listed(),
    }
}

/// The state's comma-separated lists, which may end with a separator.
fn list(names: &str) -> Vec<String> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn flags(record: &PackageRecord) -> Vec<CardFlag> {
    let flag = |words: Words, stops: bool| CardFlag { words: words.to_string(), stops };
    let own = [
        (record.hold, flag(say::desk_flag_hold(), true)),
        (record.trade_sample, flag(say::desk_flag_trade_sample(), false)),
        (record.donation, flag(say::desk_flag_donation(), false)),
        (record.testing_sample, flag(say::desk_flag_testing_sample(), false)),
    ];
    let kept = [
        ("IsOnRecallCombined", flag(say::desk_flag_recall(), true)),
        ("IsOnInvestigation", flag(say::desk_flag_investigation(), true)),
        ("IsOnInvestigationHold", flag(say::desk_flag_investigation_hold(), true)),
        ("IsFinishedGood", flag(say::desk_flag_finished_good(), false)),
        ("IsOnRetailerDelivery", flag(say::desk_flag_delivery(), false)),
        ("ProductRequiresRemediation", flag(say::desk_flag_remediation(), false)),
        ("ContainsRemediatedProduct", flag(say::desk_flag_remediated(), false)),
        ("ContainsDecontaminatedProduct", flag(say::desk_flag_decontaminated(), false)),
        ("IsProductionBatch", flag(say::desk_flag_production_batch(), false)),
    ];
    let kept = kept.map(|(field, flag)| (record.rest.get(field) == Some(&Value::Bool(true)), flag));
    own.into_iter().chain(kept).filter_map(|(is, flag)| is.then_some(flag)).collect()
}

fn expires(record: &PackageRecord) -> String {
    day(record.rest.get("ExpirationDate").and_then(Value::as_str).unwrap_or_default())
}

/// The day as every other is given, also where a time stands behind it; what is no day as the state has it.
fn day(stated: &str) -> String {
    let day = stated.split_once('T').map_or(stated, |(day, _)| day);
    day.parse::<jiff::civil::Date>().map_or_else(|_| stated.to_owned(), |day| day.to_string())
}

fn facts(full: &PackageFull) -> Vec<CardFact> {
    let record = &full.record;
    let mut facts = Vec::new();
    let mut add = |label: Words, value: String| {
        if !value.is_empty() {
            facts.push(CardFact { label: label.to_string(), value });
        }
    };
    add(say::desk_card_finished(), record.finished.map(long).unwrap_or_default());
    for (field, label) in [
        ("SellByDate", say::desk_card_sell_by()),
        ("UseByDate", say::desk_card_use_by()),
        ("PackageType", say::desk_card_type()),
        ("SourceProductionBatchNumbers", say::desk_card_source_batches()),
        ("ExternalId", say::desk_card_external_id()),
    ] {
        let value = record.rest.get(field).and_then(Value::as_str).unwrap_or_default();
        // Days as people write them; what is no day as the state has it.
        add(label, value.parse().map_or_else(|_| value.to_owned(), long));
    }
    if let Some(left) = &full.transferred {
        add(say::desk_card_left_on(), left.manifest.clone());
        let to = left.recipient.as_ref().map(|party| format!("{} ({})", party.name, party.license));
        add(say::desk_card_went_to(), to.unwrap_or_default());
    }
    add(say::desk_card_note(), record.note.clone());
    facts
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_day_is_a_day_whatever_stands_behind_it() {
        for stated in ["2026-12-05", "2026-12-05T00:00:00", "2026-12-05T00:00:00.0000000+00:00", "2026-12-05T23:59:59Z"]
        {
            assert_eq!(super::day(stated), "2026-12-05", "{stated}");
        }
        for none in ["", "soon", "2026-02-30", "12/05/2026", "Tuesday"] {
            assert_eq!(super::day(none), none);
        }
    }
}
