//! The package card: what the mirror knows of a tag, put into the words of the trade. No call is made.

use mirror::{PackageFull, PackageList, PackageRecord};
use serde_json::Value;

use crate::contract::{CardFact, CardOrigin, DeskError, PackageCard, PackageCardFind, PackageCardFound};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn package_card(&self, request: PackageCardFind) -> Result<PackageCardFound, DeskError> {
        let tag = request.tag.trim().to_owned();
        let asked = tag.clone();
        let found = self.read(move |mirror| mirror.package(request.licence.as_ref(), &asked)).await?;
        let missing = match &found {
            Some(_) => String::new(),
            None => "This tag is in none of the licences loaded here, so nothing is known of it but the tag. A source \
                     package often stays in the sender's books."
                .to_owned(),
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
        status: status(&full).to_owned(),
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
        production_batch: record.production_batch.clone(),
        flags: flags(record),
        packaged_date: record.packaged_date.map(|day| day.to_string()).unwrap_or_default(),
        received: (!never_received).then_some(origin),
        source_harvests: list(&record.source_harvests),
        source_packages: list(&record.source_packages),
        facts: facts(&full),
        as_of: full.as_of.map(|at| at.to_string()).unwrap_or_default(),
        package: crate::contract::PackageRef {
            licence: full.held_by.licence.clone(),
            package_id: record.package_id,
            tag: record.tag.to_string(),
        },
        pending: Vec::new(),
        actions: Vec::new(),
        held_by: full.held_by,
        packaged_by: full.packaged_by,
    }
}

fn status(full: &PackageFull) -> &'static str {
    match full.list {
        Some(PackageList::Active) if full.record.hold => "On hold",
        Some(PackageList::Active) => "Active",
        Some(PackageList::OnHold) => "On hold",
        Some(PackageList::InTransit) => "In transit",
        Some(PackageList::Inactive) if full.record.is_finished => "Finished",
        Some(PackageList::Inactive) => "Discontinued",
        Some(PackageList::Transferred) => "Transferred",
        None => "Not in the state's lists",
    }
}

/// The state's comma-separated lists, which may end with a separator.
fn list(names: &str) -> Vec<String> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn flags(record: &PackageRecord) -> Vec<String> {
    let kept = [
        ("IsOnRecallCombined", "On recall"),
        ("IsOnInvestigation", "Under investigation"),
        ("IsOnInvestigationHold", "On investigation hold"),
        ("IsFinishedGood", "Finished good"),
        ("IsOnRetailerDelivery", "On a retailer delivery"),
        ("ProductRequiresRemediation", "Needs remediation"),
        ("ContainsRemediatedProduct", "Contains remediated product"),
        ("ContainsDecontaminatedProduct", "Contains decontaminated product"),
        ("IsProductionBatch", "Production batch"),
    ];
    let own = [
        (record.hold, "On hold"),
        (record.trade_sample, "Trade sample"),
        (record.donation, "Donation"),
        (record.testing_sample, "Testing sample"),
    ];
    let own = own.into_iter().filter(|(is, _)| *is).map(|(_, words)| words);
    let kept = kept.into_iter().filter(|(field, _)| record.rest.get(field) == Some(&Value::Bool(true)));
    own.chain(kept.map(|(_, words)| words)).map(str::to_owned).collect()
}

fn facts(full: &PackageFull) -> Vec<CardFact> {
    let record = &full.record;
    let mut facts = Vec::new();
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            facts.push(CardFact { label: label.into(), value });
        }
    };
    add("Finished", record.finished.map(|day| day.to_string()).unwrap_or_default());
    for (field, label) in [
        ("ExpirationDate", "Expiration date"),
        ("SellByDate", "Sell by date"),
        ("UseByDate", "Use by date"),
        ("PackageType", "Package type"),
        ("SourceProductionBatchNumbers", "Source production batches"),
        ("ExternalId", "External id"),
    ] {
        add(label, record.rest.get(field).and_then(Value::as_str).unwrap_or_default().to_owned());
    }
    if let Some(left) = &full.transferred {
        add("Left on manifest", left.manifest.clone());
        let to = left.recipient.as_ref().map(|party| format!("{} ({})", party.name, party.licence));
        add("Went to", to.unwrap_or_default());
    }
    add("Note", record.note.clone());
    facts
}
