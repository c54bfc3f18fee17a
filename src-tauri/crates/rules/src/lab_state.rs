//! Lab testing states, `labtests/v2/states` (CONTRACT section 5.2).

use serde::{Deserialize, Serialize};
use words::{Words, say};

/// A package's lab testing state. A state that is not known here keeps its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum LabTestingState {
    /// Not yet sent to a laboratory.
    NotSubmitted,
    /// A sample is on its way to a laboratory.
    SubmittedForTesting,
    /// Failed.
    TestFailed,
    /// Passed: may be sold.
    TestPassed,
    /// The laboratory has begun.
    TestingInProgress,
    /// Results wait for confirmation.
    AwaitingConfirmation,
    /// Failed a second time.
    RetestFailed,
    /// Passed the second time: may be sold.
    RetestPassed,
    /// Was remediated after a failure and must be tested again.
    Remediated,
    /// The state chose it for a random test.
    SelectedForRandomTesting,
    /// Needs no test: may be sold.
    NotRequired,
    /// Validated by its process.
    ProcessValidated,
    /// Was decontaminated after a failure.
    Decontaminated,
    /// Research and development testing is done.
    RandDCompleted,
    /// A state this version does not know, as it was sent.
    Other(String),
}

/// Each state with the API's name and the state's own words.
const NAMES: [(LabTestingState, &str, &str); 14] = [
    (LabTestingState::NotSubmitted, "NotSubmitted", "Not submitted"),
    (LabTestingState::SubmittedForTesting, "SubmittedForTesting", "Submitted for testing"),
    (LabTestingState::TestFailed, "TestFailed", "Test failed"),
    (LabTestingState::TestPassed, "TestPassed", "Test passed"),
    (LabTestingState::TestingInProgress, "TestingInProgress", "Testing in progress"),
    (LabTestingState::AwaitingConfirmation, "AwaitingConfirmation", "Awaiting confirmation"),
    (LabTestingState::RetestFailed, "RetestFailed", "Retest failed"),
    (LabTestingState::RetestPassed, "RetestPassed", "Retest passed"),
    (LabTestingState::Remediated, "Remediated", "Remediated"),
    (LabTestingState::SelectedForRandomTesting, "SelectedForRandomTesting", "Selected for random testing"),
    (LabTestingState::NotRequired, "NotRequired", "Not required"),
    (LabTestingState::ProcessValidated, "ProcessValidated", "Process validated"),
    (LabTestingState::Decontaminated, "Decontaminated", "Decontaminated"),
    (LabTestingState::RandDCompleted, "RandDCompleted", "R&D completed"),
];

impl LabTestingState {
    /// Every state that this version knows.
    pub fn known() -> impl Iterator<Item = Self> {
        NAMES.into_iter().map(|(state, ..)| state)
    }

    /// The state's name in the API, for example `TestPassed`.
    pub fn api_name(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => NAMES.iter().find(|(state, ..)| state == known).map_or("", |(_, name, _)| name),
        }
    }

    /// The state's own words, as in its grids and files: `Test passed`. A person reads [`said`](Self::said).
    pub fn words(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => NAMES.iter().find(|(state, ..)| state == known).map_or("", |(.., words)| words),
        }
    }

    /// In the person's language.
    pub fn said(&self) -> Words {
        match self {
            Self::NotSubmitted => say::states_lab_not_submitted(),
            Self::SubmittedForTesting => say::states_lab_submitted(),
            Self::TestFailed => say::states_lab_failed(),
            Self::TestPassed => say::states_lab_passed(),
            Self::TestingInProgress => say::states_lab_in_progress(),
            Self::AwaitingConfirmation => say::states_lab_awaiting(),
            Self::RetestFailed => say::states_lab_retest_failed(),
            Self::RetestPassed => say::states_lab_retest_passed(),
            Self::Remediated => say::states_lab_remediated(),
            Self::SelectedForRandomTesting => say::states_lab_selected(),
            Self::NotRequired => say::states_lab_not_required(),
            Self::ProcessValidated => say::states_lab_process_validated(),
            Self::Decontaminated => say::states_lab_decontaminated(),
            Self::RandDCompleted => say::states_lab_r_and_d(),
            Self::Other(name) => say::states_lab_other(name),
        }
    }

    /// The state that the state's words stand for, as in its grids and files.
    pub fn of_words(words: &str) -> Self {
        let found = NAMES.iter().find(|(.., known)| *known == words).map(|(state, ..)| state.clone());
        found.unwrap_or_else(|| Self::Other(words.to_owned()))
    }

    /// Whether goods in this state may be sold at retail in California: passed, passed on retest, or not required.
    pub fn may_be_sold(&self) -> bool {
        matches!(self, Self::TestPassed | Self::RetestPassed | Self::NotRequired)
    }

    /// Whether the last test of these goods failed.
    pub fn failed(&self) -> bool {
        matches!(self, Self::TestFailed | Self::RetestFailed)
    }
}

impl From<String> for LabTestingState {
    fn from(name: String) -> Self {
        NAMES.iter().find(|(_, api, _)| *api == name).map_or(Self::Other(name), |(state, ..)| state.clone())
    }
}

impl From<LabTestingState> for String {
    fn from(state: LabTestingState) -> Self {
        state.api_name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_comes_back_as_it_was_sent() {
        for (state, api, _) in &NAMES {
            assert_eq!(&LabTestingState::from((*api).to_owned()), state);
            assert_eq!(state.api_name(), *api);
        }
        assert_eq!(
            LabTestingState::from("Quarantined".to_owned()).api_name(),
            "Quarantined",
            "unknown states are kept"
        );
    }
}
