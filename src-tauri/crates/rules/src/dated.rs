//! California's rules as a dated table: each with when it holds, its figure and its source. Code asks the table; no rule
//! lives in a code path of its own.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleId {
    /// What happens is reported within so many hours.
    ReportWithin,
    /// A package is finished only when nothing is left in it.
    FinishAtZero,
    /// Nothing is done to a package on hold.
    NothingOnHold,
    /// A finished package is unfinished before anything else is done to it.
    UnfinishFirst,
    /// Only what is finished can be unfinished.
    FinishedBefore,
    /// A reason that asks for a note gets one.
    ReasonNote,
    /// A note has at most so many characters.
    NoteLength,
    /// No package holds less than nothing.
    NotBelowZero,
    /// What is counted has no fractions.
    WholePieces,
    /// A change has something to change.
    SomethingToChange,
    /// Weight is not changed in pieces, nor volume in weight.
    SameMeasure,
    /// Nothing is dated in the future.
    NotInFuture,
    /// Nothing happens to a package before it was packaged.
    NotBeforePackaged,
    /// A transfer carries at least one package.
    TransferNotEmpty,
    /// A transfer carries at most so many packages.
    TransferLimit,
    /// Every line of a transfer names a tag.
    TransferLineTag,
    /// A package stands once on a transfer.
    TransferTagOnce,
    /// What goes is in the license's books.
    PackageKnown,
    /// What was transferred is gone.
    NotTransferred,
    /// What is on its way does not leave again.
    NotInTransit,
    /// There is something in a package that goes.
    SomethingLeft,
    /// Which lab testing states a retailer may receive.
    RetailLabState,
    /// Which lab testing states a microbusiness may receive where it sells.
    MicrobusinessLabState,
    /// A manifest has one destination.
    OneDestination,
    /// A manifest has one transporter.
    OneTransporter,
    /// A license number has the form of California's.
    LicenseForm,
    /// A license sends nothing to itself.
    NotToItself,
    /// A transfer has a type.
    TransferType,
    /// Whom a Wholesale Manifest goes from and to.
    WholesaleParties,
    /// A wholesale manifest has a price for every package.
    WholesalePrice,
    /// What a manifest names: route, transporter, driver, vehicle, telephone.
    ManifestFields,
    /// Nothing arrives before it leaves.
    ArrivalAfterDeparture,
    /// A manifest is made before the load leaves.
    DepartureAhead,
    /// Each package's gross weight, where the type asks for it.
    PackageGrossWeight,
    /// The whole load's gross weight, where the type asks for it.
    DestinationGrossWeight,
    /// An invoice number, where the type asks for it.
    InvoiceNumber,
    /// A PDF document, where the type asks for it.
    PdfDocument,
    /// A weight has a unit of weight, and numbers can be read.
    ReadableAmount,
    /// A package stands in one draft.
    OneDraft,
    /// A package from which was sold goes nowhere without a second look.
    SoldFrom,
}

/// What follows where a rule is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The state refuses it, so it is not queued.
    Stop,
    /// It can be sent; the person is told.
    Warning,
}

/// A rule with its time and its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRule {
    /// Which.
    pub id: RuleId,
    /// The first day on which it holds; none: for as long as there is the state's system.
    pub from: Option<Date>,
    /// The last day; none: until now.
    pub until: Option<Date>,
    /// What follows.
    pub weight: Weight,
    /// Its figure (hours, characters), where it has one.
    pub figure: Option<u32>,
    /// Where it stands.
    pub source: &'static str,
}

const fn rule(id: RuleId, weight: Weight, source: &'static str) -> DatedRule {
    DatedRule { id, from: None, until: None, weight, figure: None, source }
}

const MANIFEST: &str = "California Code of Regulations, title 4, section 15314: shipping manifests";
const TEMPLATE: &str = "CCTT-Metrc API, transfers/v2/templates/outgoing";
const TYPES: &str = "CCTT-Metrc API, transfers/v2/types";
const ONE_EACH: &str = "Industry bulletin CA-IB-2020-007: one destination and one transporter a manifest";
const LAB_STATES: &str = "Industry bulletin CA-IB-2020-015: lab testing states by license type";

/// The table.
const RULES: [DatedRule; 40] = [
    DatedRule {
        figure: Some(24),
        ..rule(RuleId::ReportWithin, Weight::Warning, "California Code of Regulations, title 4, section 15049")
    },
    rule(RuleId::FinishAtZero, Weight::Stop, "CCTT-Metrc API, PUT packages/v2/finish; evaluation workbook, Packages"),
    rule(RuleId::NothingOnHold, Weight::Stop, "CCTT-Metrc, administrative hold: IsOnHold of the package"),
    rule(RuleId::UnfinishFirst, Weight::Stop, "Industry bulletin CA-IB-2020-016: finished packages"),
    rule(RuleId::FinishedBefore, Weight::Stop, "CCTT-Metrc API, PUT packages/v2/unfinish"),
    rule(RuleId::ReasonNote, Weight::Stop, "CCTT-Metrc API, packages/v2/adjust/reasons: RequiresNote"),
    DatedRule {
        figure: Some(200),
        ..rule(RuleId::NoteLength, Weight::Stop, "CCTT-Metrc, adjustment note: 200 characters (vendor statement)")
    },
    rule(RuleId::NotBelowZero, Weight::Stop, "CCTT-Metrc API, packages/v2/adjust"),
    rule(RuleId::WholePieces, Weight::Stop, "CCTT-Metrc, units of measure: Each is CountBased"),
    rule(RuleId::SomethingToChange, Weight::Stop, "Trackside: a report that changes nothing is not sent"),
    rule(RuleId::SameMeasure, Weight::Stop, "CCTT-Metrc, units of measure: QuantityType"),
    rule(RuleId::NotInFuture, Weight::Stop, "CCTT-Metrc API: ActualDate, AdjustmentDate, MoveDate"),
    rule(RuleId::NotBeforePackaged, Weight::Stop, "CCTT-Metrc API: ActualDate and PackagedDate"),
    rule(RuleId::TransferNotEmpty, Weight::Stop, TEMPLATE),
    DatedRule {
        from: Some(date(2020, 8, 10)),
        figure: Some(200),
        ..rule(RuleId::TransferLimit, Weight::Stop, "Industry bulletin CA-IB-2020-016: 200 packages a transfer")
    },
    rule(RuleId::TransferLineTag, Weight::Stop, TEMPLATE),
    rule(RuleId::TransferTagOnce, Weight::Stop, TEMPLATE),
    rule(RuleId::PackageKnown, Weight::Stop, TEMPLATE),
    rule(RuleId::NotTransferred, Weight::Stop, "CCTT-Metrc API, packages/v2/transferred"),
    rule(RuleId::NotInTransit, Weight::Stop, "CCTT-Metrc API, packages/v2/intransit"),
    rule(RuleId::SomethingLeft, Weight::Stop, TEMPLATE),
    DatedRule { from: Some(date(2020, 11, 3)), ..rule(RuleId::RetailLabState, Weight::Stop, LAB_STATES) },
    DatedRule { from: Some(date(2020, 11, 3)), ..rule(RuleId::MicrobusinessLabState, Weight::Warning, LAB_STATES) },
    DatedRule { from: Some(date(2020, 2, 29)), ..rule(RuleId::OneDestination, Weight::Stop, ONE_EACH) },
    DatedRule { from: Some(date(2020, 2, 29)), ..rule(RuleId::OneTransporter, Weight::Stop, ONE_EACH) },
    rule(RuleId::LicenseForm, Weight::Warning, "CCTT-Metrc, license numbers as seen; others may exist"),
    rule(RuleId::NotToItself, Weight::Stop, TEMPLATE),
    rule(RuleId::TransferType, Weight::Stop, TYPES),
    rule(
        RuleId::WholesaleParties,
        Weight::Warning,
        "CCTT-Metrc user guide: Wholesale Manifest, distributor to retailer",
    ),
    rule(RuleId::WholesalePrice, Weight::Stop, "CCTT-Metrc user guide: Wholesale Manifest, price of each package"),
    rule(RuleId::ManifestFields, Weight::Stop, MANIFEST),
    rule(RuleId::ArrivalAfterDeparture, Weight::Stop, TEMPLATE),
    rule(RuleId::DepartureAhead, Weight::Warning, MANIFEST),
    rule(RuleId::PackageGrossWeight, Weight::Stop, TYPES),
    // A template has no field for the two of these: they are asked for when it is registered on the state's site.
    rule(RuleId::DestinationGrossWeight, Weight::Warning, TYPES),
    rule(RuleId::PdfDocument, Weight::Warning, TYPES),
    rule(RuleId::InvoiceNumber, Weight::Stop, TYPES),
    rule(RuleId::ReadableAmount, Weight::Stop, TEMPLATE),
    rule(RuleId::OneDraft, Weight::Warning, "Trackside: a package can leave only once"),
    rule(RuleId::SoldFrom, Weight::Warning, "Trackside: what is sold from is seldom meant to be sent on"),
];

impl DatedRule {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The rule of this name that holds on a day; none where none does.
pub fn rule_on(id: RuleId, day: Date) -> Option<&'static DatedRule> {
    RULES.iter().find(|rule| rule.id == id && rule.holds_on(day))
}

/// Every rule that holds on a day.
pub fn rules_on(day: Date) -> impl Iterator<Item = &'static DatedRule> {
    RULES.iter().filter(move |rule| rule.holds_on(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_its_source_and_holds_once_a_day() {
        let day: Date = "2026-11-22".parse().unwrap();
        for rule in rules_on(day) {
            assert!(!rule.source.is_empty(), "{rule:?}");
            assert_eq!(rules_on(day).filter(|other| other.id == rule.id).count(), 1, "{rule:?}");
        }
        assert_eq!(rule_on(RuleId::ReportWithin, day).and_then(|rule| rule.figure), Some(24));
    }

    #[test]
    fn a_rule_holds_between_its_days() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let rule = DatedRule {
            from: Some(day("2026-01-01")),
            until: Some(day("2026-06-30")),
            ..rule(RuleId::NoteLength, Weight::Stop, "a test")
        };
        let held = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map(|on| rule.holds_on(day(on)));
        assert_eq!(held, [false, true, true, false]);
    }
}
