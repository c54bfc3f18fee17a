//! Tags issued to a license: available until first used, never free again.

use jiff::Timestamp;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::World;
use super::table::{FacilityId, Row, Shelf, Table};
use super::values::Text;
use crate::http::object::Wrong;

/// What a tag is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TagKind {
    /// For a package.
    Package,
    /// For a plant, or a batch of plants.
    Plant,
}

/// A tag of a license.
#[derive(Clone, Debug)]
pub struct Tag {
    pub id: u64,
    pub facility: FacilityId,
    pub kind: TagKind,
    pub label: Text,
    pub used: bool,
    pub modified: Timestamp,
}

impl Row for Tag {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        match (self.used, self.kind) {
            (true, _) => None,
            (false, TagKind::Package) => Some(Shelf::Active),
            (false, TagKind::Plant) => Some(Shelf::PlantTags),
        }
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        Some(Text::clone(&self.label))
    }
}

impl Tag {
    /// The list in which the available tags of a kind stand.
    pub fn available(kind: TagKind) -> Shelf {
        match kind {
            TagKind::Package => Shelf::Active,
            TagKind::Plant => Shelf::PlantTags,
        }
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plant = self.kind == TagKind::Plant;
        let mut map = serializer.serialize_map(Some(9))?;
        let name = if plant { "Cannabis Plant" } else { "Cannabis Package" };
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("GroupTagTypeName", &None::<()>)?;
        map.serialize_entry("TagTypeName", name)?;
        map.serialize_entry("GroupTagTypeId", &None::<()>)?;
        map.serialize_entry("TagTypeId", &if plant { 2 } else { 1 })?;
        map.serialize_entry("TagInventoryTypeName", if plant { "CannabisPlant" } else { "CannabisPackage" })?;
        map.serialize_entry("MaxGroupSize", &0)?;
        map.serialize_entry("FacilityId", &self.facility)?;
        map.serialize_entry("Label", &self.label)?;
        map.end()
    }
}

impl World {
    /// Uses a tag up. One that is unknown, of another kind or used already is refused in the state's words.
    pub fn use_tag(&mut self, facility: FacilityId, kind: TagKind, label: &str, now: Timestamp) -> Result<Text, Wrong> {
        let found = self.tags.find(facility, label).filter(|(_, tag)| tag.kind == kind && !tag.used);
        let Some((id, label)) = found.map(|(id, tag)| (id, Text::clone(&tag.label))) else {
            return Err(Wrong::Row(format!("Tag {label} is not valid.")));
        };
        self.tags.update(id, |tag| {
            tag.used = true;
            tag.modified = now;
        });
        Ok(label)
    }

    /// The tag that follows, as consecutive tags do: the last nine digits counted up.
    pub fn tag_after(label: &str, steps: u64) -> Option<String> {
        let (head, number) = label.split_at_checked(15)?;
        let number = number.parse::<u64>().ok()?.checked_add(steps)?;
        Some(format!("{head}{number:09}"))
    }

    /// Issues new tags to a license; returns their labels.
    pub fn issue_tags(&mut self, facility: FacilityId, kind: TagKind, count: u32, now: Timestamp) -> Vec<String> {
        let first = (self.tags.len() as u64).saturating_add(500_000_001);
        (first..first.saturating_add(u64::from(count)))
            .map(|number| {
                let label = match kind {
                    TagKind::Package => crate::story::tags::package_tag(facility, number),
                    TagKind::Plant => crate::story::tags::plant_tag(facility, number),
                };
                let text = label.to_string();
                self.tags.insert(|id| Tag { id, facility, kind, label, used: false, modified: now });
                text
            })
            .collect()
    }
}

/// An empty table of tags.
pub fn table() -> Table<Tag> {
    Table::starting_at(33_000_001)
}
