//! Lab testing states, `labtests/v2/states` (CONTRACT section 5.2).

use serde::{Deserialize, Serialize};

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

/// Each state with the API's name and the words a person reads.
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
    /// The state's name in the API, for example `TestPassed`.
    pub fn api_name(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => NAMES.iter().find(|(state, ..)| state == known).map_or("", |(_, name, _)| name),
        }
    }

    /// The words a person reads, for example `Test passed`.
    pub fn words(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => NAMES.iter().find(|(state, ..)| state == known).map_or("", |(.., words)| words),
        }
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
