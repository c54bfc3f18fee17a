//! What people do elsewhere than through the API: on the state's web site, or as the passing of time.

mod manifests;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::http::answer::Refusal;
use crate::state::World;
use crate::state::exact;
use crate::state::package::{Life, Package};
use crate::state::table::FacilityId;
use crate::state::tag::TagKind;
use crate::state::values::{LabState, Text, pacific_date};
use crate::story::tags;

/// One such deed. It is journalled like a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Deed {
    /// The clock moves.
    Advance { seconds: i64 },
    /// Another user changes a package.
    EditPackage { license: String, label: String, edit: PackageEdit },
    /// New packages appear, each of one unit of the license's first item.
    CreatePackages { license: String, count: u32 },
    /// The license gets new tags, `package` or `plant`.
    IssueTags { license: String, kind: TagKind, count: u32 },
    /// A person makes a manifest of a template.
    RegisterTemplate { license: String, template: u64 },
    /// The vehicle leaves.
    Depart { license: String, manifest: String },
    /// The recipient receives a manifest, without the packages it rejects.
    Receive { license: String, manifest: String, reject: Vec<String> },
    /// The sender takes rejected packages back.
    TakeBack { license: String, manifest: String },
    /// The sender voids a manifest that has not left.
    VoidManifest { license: String, manifest: String },
}

/// What another user changes about a package; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PackageEdit {
    /// The new quantity, in the package's unit.
    pub quantity: Option<Decimal>,
    /// The new note.
    pub note: Option<String>,
    /// Puts it on hold, or takes it off.
    pub on_hold: Option<bool>,
    /// Finishes it (at any quantity), or unfinishes it.
    pub finished: Option<bool>,
    /// The new location, by name.
    pub location: Option<String>,
    /// The new lab testing state, by the state's name.
    pub lab_state: Option<String>,
}

impl Deed {
    pub fn apply(&self, world: &mut World, now: Timestamp) -> Result<Value, Refusal> {
        match self {
            Self::Advance { .. } => Ok(json!({ "now": now })),
            Self::EditPackage { license, label, edit } => edit_package(world, now, license, label, edit),
            Self::CreatePackages { license, count } => create_packages(world, now, license, *count),
            Self::IssueTags { license, kind, count } => {
                let facility = license_id(world, license)?;
                at_most(*count)?;
                Ok(json!({ "labels": world.issue_tags(facility, *kind, *count, now) }))
            }
            Self::RegisterTemplate { license, template } => manifests::register(world, now, license, *template),
            Self::Depart { license, manifest } => manifests::depart(world, now, license, manifest),
            Self::Receive { license, manifest, reject } => manifests::receive(world, now, license, manifest, reject),
            Self::TakeBack { license, manifest } => manifests::take_back(world, now, license, manifest),
            Self::VoidManifest { license, manifest } => manifests::void(world, now, license, manifest),
        }
    }
}

fn license_id(world: &World, license: &str) -> Result<FacilityId, Refusal> {
    world
        .license(license)
        .map(|facility| facility.id)
        .ok_or_else(|| Refusal::not_found(format!("There is no license {license}.")))
}

/// The most packages or tags of one deed.
const MOST: u32 = 1_000_000;

fn at_most(count: u32) -> Result<(), Refusal> {
    if count > MOST { Err(Refusal::bad_request(format!("At most {MOST} at a time."))) } else { Ok(()) }
}

fn edit_package(
    world: &mut World,
    now: Timestamp,
    license: &str,
    label: &str,
    edit: &PackageEdit,
) -> Result<Value, Refusal> {
    let facility = license_id(world, license)?;
    let (id, _) = world
        .packages
        .find(facility, label)
        .ok_or_else(|| Refusal::not_found(format!("Package {label} does not exist in the current Facility.")))?;
    let location = match &edit.location {
        None => None,
        Some(name) => match world.locations.find(facility, name) {
            Some((id, _)) => Some(id),
            None => return Err(Refusal::not_found(format!("There is no location {name}."))),
        },
    };
    let lab_state = match &edit.lab_state {
        None => None,
        Some(name) => match LabState::ALL.into_iter().find(|state| state.name().eq_ignore_ascii_case(name)) {
            Some(state) => Some(state),
            None => return Err(Refusal::not_found(format!("There is no lab testing state {name}."))),
        },
    };
    if edit.quantity.is_some_and(|quantity| !exact::fits(quantity)) {
        return Err(Refusal::bad_request("The quantity is out of range."));
    }
    let today = pacific_date(now);
    world.packages.update(id, |package| {
        if let Some(quantity) = edit.quantity {
            package.quantity = quantity;
            package.touched = true;
        }
        if let Some(note) = &edit.note {
            package.note = Some(Text::from(note.as_str()));
        }
        if let Some(on_hold) = edit.on_hold {
            package.on_hold = on_hold;
        }
        if let Some(finished) = edit.finished {
            package.finished = finished.then_some(today);
            package.archived = finished.then_some(today);
            package.life = if finished { Life::Inactive } else { Life::Active };
        }
        if location.is_some() {
            package.location = location;
        }
        if let Some(state) = lab_state {
            package.lab_state = state;
            package.lab_state_date = today;
        }
        package.modified = now;
    });
    Ok(json!({ "id": id }))
}

fn create_packages(world: &mut World, now: Timestamp, license: &str, count: u32) -> Result<Value, Refusal> {
    let facility = license_id(world, license)?;
    at_most(count)?;
    let item = world.items.iter().find(|(_, item)| item.facility == facility && !item.archived);
    let Some((item, unit)) = item.map(|(id, item)| (id, item.unit)) else {
        return Err(Refusal::bad_request(format!("{license} has no item to make packages of.")));
    };
    let location = world.locations.iter().find(|(_, location)| location.facility == facility).map(|(id, _)| id);
    let mut labels = Vec::new();
    for _ in 0..count {
        let label = tags::next_package_tag(world, facility);
        labels.push(label.to_string());
        world.packages.insert(|id| Package {
            id,
            location,
            ..Package::plain(facility, label, item, (Decimal::ONE, unit), pacific_date(now), now)
        });
    }
    Ok(json!({ "labels": labels }))
}
