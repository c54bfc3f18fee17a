//! Which lab testing states a license may receive, by the kind of business. The days, weight and source stand in the
//! dated table under the rule's name.

use jiff::civil::Date;
use words::say;

use crate::dated::{DatedRule, RuleId, rule_on};
use crate::{LabTestingState, LicenseKind};

/// What a kind of business may receive.
struct Admits {
    rule: RuleId,
    kinds: &'static [LicenseKind],
    states: &'static [LabTestingState],
}

/// What may be sold to a customer.
const SALEABLE: [LabTestingState; 3] =
    [LabTestingState::TestPassed, LabTestingState::RetestPassed, LabTestingState::NotRequired];

/// Kinds that do not stand here (laboratory, distributor, manufacturer, cultivator) may receive every state: testing,
/// remediation and processing are done there. A microbusiness may do either; what it may receive depends on which of
/// its activities the goods are for, which its number does not tell.
const ADMITS: [Admits; 2] = [
    Admits {
        rule: RuleId::RetailLabState,
        kinds: &[LicenseKind::Retailer, LicenseKind::DeliveryRetailer],
        states: &SALEABLE,
    },
    Admits { rule: RuleId::MicrobusinessLabState, kinds: &[LicenseKind::Microbusiness], states: &SALEABLE },
];

/// The rule that keeps goods in this state from this kind of business on this day, with the states that may go; none
/// where they may go.
pub fn lab_state_refusal(
    state: &LabTestingState,
    to: LicenseKind,
    day: Date,
) -> Option<(&'static DatedRule, &'static [LabTestingState])> {
    ADMITS
        .iter()
        .filter(|admits| admits.kinds.contains(&to) && !admits.states.contains(state))
        .find_map(|admits| rule_on(admits.rule, day).map(|rule| (rule, admits.states)))
}

/// The states in words: `Test passed, Retest passed or Not required`.
pub fn lab_states_in_words(states: &[LabTestingState]) -> String {
    let words: Vec<String> = states.iter().map(|state| state.said().to_string()).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => say::rules_lab_states(before.join(", "), last).to_string(),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Weight;

    #[test]
    fn a_retailer_receives_only_what_may_be_sold() {
        use LabTestingState as S;
        let day = date(2026, 11, 23);
        let weight = |state: &S, to| lab_state_refusal(state, to, day).map(|(rule, _)| rule.weight);
        for state in [S::TestPassed, S::RetestPassed, S::NotRequired] {
            assert_eq!(weight(&state, LicenseKind::Retailer), None, "{state:?}");
            assert!(state.may_be_sold(), "the table and the state's own word agree: {state:?}");
        }
        for state in [S::NotSubmitted, S::TestFailed, S::TestingInProgress, S::Other("Quarantined".into())] {
            assert_eq!(weight(&state, LicenseKind::Retailer), Some(Weight::Stop), "{state:?}");
            assert_eq!(weight(&state, LicenseKind::DeliveryRetailer), Some(Weight::Stop), "{state:?}");
            assert_eq!(weight(&state, LicenseKind::Microbusiness), Some(Weight::Warning), "{state:?}");
            for to in [LicenseKind::Laboratory, LicenseKind::Distributor, LicenseKind::Manufacturer] {
                assert_eq!(weight(&state, to), None, "{state:?} to {to:?}");
            }
        }
    }

    #[test]
    fn before_the_bulletin_every_state_went() {
        let refused = |day| lab_state_refusal(&LabTestingState::NotSubmitted, LicenseKind::Retailer, day).is_some();
        assert_eq!([date(2020, 11, 2), date(2020, 11, 3)].map(refused), [false, true]);
    }

    #[test]
    fn the_states_are_said_in_words() {
        assert_eq!(lab_states_in_words(&SALEABLE), "Test passed, Retest passed or Not required");
    }
}
