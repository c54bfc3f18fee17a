//! Packaged By: which license created a package, told with how it is known (PRODUCT section 3, bulletin change I).
//!
//! The API v2 has no such field, so the answer is put together from what the state does send. Evidence is ranked; what
//! contradicts the best of it is shown beside it, never dropped, and nothing is ever invented.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Words, say};

use crate::LicenseNumber;

/// A license with its name, where the name is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Party {
    /// The license number.
    pub license: LicenseNumber,
    /// The business's name; empty when not known.
    pub name: String,
}

/// What is known of a package that bears on who created it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// `PackagedByFacilityLicenseNumber`, where a state sends it.
    pub stated: Option<Party>,
    /// The license in whose books the package is being looked at.
    pub held_by: Party,
    /// `ReceivedFromFacilityLicenseNumber`; none when the package never came in on a manifest.
    pub received_from: Option<Party>,
    /// Whether `ReceivedDateTime` or a manifest number is there although the sender is not named.
    pub received_from_unnamed: bool,
    /// Other licenses of the same person in whose books the same tag was never received.
    pub never_received_at: Vec<Party>,
    /// `ItemFromFacilityLicenseNumber`.
    pub item_origin: Option<Party>,
}

/// How the packager is known, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackagedByBasis {
    /// The state says so.
    Stated,
    /// It was never received by the license that holds it.
    NeverReceivedHere,
    /// The same tag was never received at another of the person's licenses.
    NeverReceivedThere,
    /// Only the item's origin is known.
    ItemOrigin,
    /// Received, and nothing tells who packaged it.
    NotStated,
}

/// One piece of evidence and whom it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Statement {
    /// Where it comes from.
    pub basis: PackagedByBasis,
    /// Whom it names; none only for [`PackagedByBasis::NotStated`].
    pub party: Option<Party>,
    /// One sentence for a person.
    pub sentence: String,
}

/// The answer: the best statement, those that agree, and those that do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackagedBy {
    /// The best evidence there is.
    pub answer: Statement,
    /// Further evidence for the same license.
    pub agrees: Vec<Statement>,
    /// Evidence that names another license. Never empty by omission.
    pub disagrees: Vec<Statement>,
}

/// Tells who packaged a package and how that is known.
pub fn packaged_by(evidence: &Evidence) -> PackagedBy {
    let received = evidence.received_from.is_some() || evidence.received_from_unnamed;
    let mut found = Vec::new();
    if let Some(party) = &evidence.stated {
        found.push(statement(PackagedByBasis::Stated, party, &say::rules_packaged_by_stated()));
    }
    if !received {
        found.push(statement(
            PackagedByBasis::NeverReceivedHere,
            &evidence.held_by,
            &say::rules_packaged_by_never_received_here(),
        ));
    }
    for party in &evidence.never_received_at {
        found.push(statement(
            PackagedByBasis::NeverReceivedThere,
            party,
            &say::rules_packaged_by_never_received_there(),
        ));
    }
    // The origin of an item that was made here is this license's own item list and tells nothing of the package.
    if let Some(party) = evidence.item_origin.as_ref().filter(|_| received) {
        found.push(statement(PackagedByBasis::ItemOrigin, party, &say::rules_packaged_by_item_origin()));
    }
    let mut found = found.into_iter();
    let Some(answer) = found.next() else {
        let sentence = match &evidence.received_from {
            Some(Party { license, name }) if name.is_empty() => say::rules_packaged_by_from_license(license.as_str()),
            Some(Party { license, name }) => say::rules_packaged_by_from_business(license.as_str(), name),
            None => say::rules_packaged_by_from_nobody(),
        };
        let answer = Statement { basis: PackagedByBasis::NotStated, party: None, sentence: sentence.to_string() };
        return PackagedBy { answer, agrees: Vec::new(), disagrees: Vec::new() };
    };
    let named = answer.party.as_ref().map(|p| p.license.clone());
    let (agrees, disagrees) = found.partition(|s| s.party.as_ref().map(|p| &p.license) == named.as_ref());
    PackagedBy { answer, agrees, disagrees }
}

fn statement(basis: PackagedByBasis, party: &Party, sentence: &Words) -> Statement {
    Statement { basis, party: Some(party.clone()), sentence: sentence.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(license: &str) -> Party {
        Party { license: LicenseNumber::new(license), name: format!("Business {license}") }
    }

    fn at_the_retailer() -> Evidence {
        Evidence {
            stated: None,
            held_by: party("C10-0000001-LIC"),
            received_from: None,
            received_from_unnamed: false,
            never_received_at: Vec::new(),
            item_origin: None,
        }
    }

    fn received() -> Evidence {
        Evidence { received_from: Some(party("C11-0000002-LIC")), ..at_the_retailer() }
    }

    fn answer(evidence: &Evidence) -> (PackagedByBasis, Option<String>) {
        let answer = packaged_by(evidence).answer;
        (answer.basis, answer.party.map(|p| p.license.to_string()))
    }

    #[test]
    fn the_best_evidence_answers() {
        use PackagedByBasis as B;
        let grower = || Some(party("CCL20-0000003"));
        let cases = [
            (Evidence { stated: grower(), ..received() }, B::Stated, Some("CCL20-0000003")),
            (at_the_retailer(), B::NeverReceivedHere, Some("C10-0000001-LIC")),
            (
                Evidence { never_received_at: vec![party("C12-0000004-LIC")], item_origin: grower(), ..received() },
                B::NeverReceivedThere,
                Some("C12-0000004-LIC"),
            ),
            (Evidence { item_origin: grower(), ..received() }, B::ItemOrigin, Some("CCL20-0000003")),
            (received(), B::NotStated, None),
        ];
        for (evidence, basis, license) in cases {
            assert_eq!(answer(&evidence), (basis, license.map(str::to_owned)), "{evidence:?}");
        }
    }

    #[test]
    fn evidence_that_disagrees_is_shown() {
        let told = packaged_by(&Evidence {
            stated: Some(party("C11-0000002-LIC")),
            item_origin: Some(party("CCL20-0000003")),
            ..received()
        });
        assert_eq!(told.disagrees.len(), 1, "the item's origin names another license: {told:?}");
        assert!(told.agrees.is_empty());
    }

    #[test]
    fn an_unknown_packager_has_a_reason() {
        let told = packaged_by(&received());
        assert!(told.answer.sentence.contains("C11-0000002-LIC"), "{}", told.answer.sentence);
        let unnamed = packaged_by(&Evidence { received_from_unnamed: true, ..at_the_retailer() });
        assert_eq!(unnamed.answer.basis, PackagedByBasis::NotStated, "received, so not packaged here");
        assert!(unnamed.answer.sentence.contains("not named"));
    }
}
