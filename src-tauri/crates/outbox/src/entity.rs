//! What a report changes.

use rules::Tag;
use serde::{Deserialize, Serialize};

/// What a write changes. Within a license, writes to the same entity go one after another, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// A package, by its tag.
    Package(Tag),
    /// A plant, by its tag.
    Plant(Tag),
    /// A plant batch, by the state's id.
    PlantBatch(i64),
    /// A harvest, by the state's id.
    Harvest(i64),
    /// A sales receipt, by the state's id.
    Receipt(i64),
    /// A draft that is not yet a template, by the ledger's number.
    Draft(i64),
    /// A transfer template, by the state's id.
    Template(i64),
}

impl Entity {
    /// The package's tag, where it is one.
    pub fn package(&self) -> Option<&Tag> {
        match self {
            Self::Package(tag) => Some(tag),
            Self::Plant(_)
            | Self::PlantBatch(_)
            | Self::Harvest(_)
            | Self::Receipt(_)
            | Self::Draft(_)
            | Self::Template(_) => None,
        }
    }

    /// The tag or number that a person reads aloud.
    pub fn name(&self) -> String {
        match self {
            Self::Package(tag) | Self::Plant(tag) => tag.to_string(),
            Self::PlantBatch(id) | Self::Harvest(id) | Self::Receipt(id) | Self::Draft(id) | Self::Template(id) => {
                id.to_string()
            }
        }
    }

    /// The text by which the ledger knows it; the same for equal entities.
    pub fn key(&self) -> String {
        match self {
            Self::Package(tag) => format!("package {tag}"),
            Self::Plant(tag) => format!("plant {tag}"),
            Self::PlantBatch(id) => format!("plant batch {id}"),
            Self::Harvest(id) => format!("harvest {id}"),
            Self::Receipt(id) => format!("receipt {id}"),
            Self::Draft(id) => format!("draft {id}"),
            Self::Template(id) => format!("template {id}"),
        }
    }
}
