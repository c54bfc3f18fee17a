//! Drivers and vehicles of a license.

use jiff::Timestamp;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::table::{FacilityId, Row, Shelf};
use super::values::Text;

/// A driver or a vehicle: three texts under the names of its kind.
#[derive(Clone, Debug)]
pub struct Transporter {
    pub id: u64,
    pub facility: FacilityId,
    pub fields: [(&'static str, Text); 3],
    pub archived: bool,
    pub modified: Timestamp,
}

impl Row for Transporter {
    fn facility(&self) -> FacilityId {
        self.facility
    }
    fn shelf(&self) -> Option<Shelf> {
        (!self.archived).then_some(Shelf::Active)
    }
    fn modified(&self) -> Timestamp {
        self.modified
    }
    fn key(&self) -> Option<Text> {
        None
    }
}

impl Serialize for Transporter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("Id", &self.id)?;
        map.serialize_entry("FacilityId", &self.facility)?;
        for (name, text) in &self.fields {
            map.serialize_entry(name, text)?;
        }
        map.end()
    }
}
