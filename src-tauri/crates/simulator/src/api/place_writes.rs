//! Strains, locations and sublocations: writes.

use rust_decimal::Decimal;

use super::Operation;
use super::places::own;
use crate::http::answer::{Answer, Refusal};
use crate::http::call::Call;
use crate::http::object::{self, Object, Wrong};
use crate::state::World;
use crate::state::exact;
use crate::state::place::{LOCATION_TYPES, Location, LocationType, Strain, Sublocation};
use crate::state::table::FacilityId;
use crate::state::values::Text;

const STRAINS: &[&str] = &["Manage Strains"];
const LOCATIONS: &[&str] = &["Manage Locations"];

pub const OPERATIONS: &[Operation] = &[
    Operation::write("POST", "/strains/v2", STRAINS, |world, call| {
        object::ids(world, call, |world, row| create_strain(world, call, row))
    }),
    Operation::write("PUT", "/strains/v2", STRAINS, |world, call| {
        object::quietly(world, call, |world, row| update_strain(world, call, row))
    }),
    Operation::write("DELETE", "/strains/v2/{id}", STRAINS, |world, call| {
        let id = own(&world.strains, call, "Strain")?.id;
        world.strains.update(id, |strain| {
            strain.archived = true;
            strain.modified = call.now;
        });
        Ok(Answer::Nothing)
    }),
    Operation::write("POST", "/locations/v2", LOCATIONS, |world, call| {
        object::ids(world, call, |world, row| create_location(world, call, row))
    }),
    Operation::write("PUT", "/locations/v2", LOCATIONS, |world, call| {
        object::quietly(world, call, |world, row| update_location(world, call, row))
    }),
    Operation::write("DELETE", "/locations/v2/{id}", LOCATIONS, archive_location),
    Operation::write("POST", "/sublocations/v2", LOCATIONS, |world, call| {
        object::ids(world, call, |world, row| create_sublocation(world, call, row))
    }),
    Operation::write("PUT", "/sublocations/v2", LOCATIONS, |world, call| {
        object::quietly(world, call, |world, row| update_sublocation(world, call, row))
    }),
    Operation::write("DELETE", "/sublocations/v2/{id}", LOCATIONS, |world, call| {
        let id = own(&world.sublocations, call, "Sublocation")?.id;
        world.sublocations.update(id, |sublocation| {
            sublocation.archived = true;
            sublocation.modified = call.now;
        });
        Ok(Answer::Nothing)
    }),
];

/// What a strain's object says.
struct StrainFields {
    name: Text,
    testing: Text,
    thc: Option<Decimal>,
    cbd: Option<Decimal>,
    indica: Decimal,
    sativa: Decimal,
}

fn strain_fields(row: &Object<'_>) -> Result<StrainFields, Wrong> {
    const STATUSES: [&str; 3] = ["None", "InHouse", "ThirdParty"];
    let testing = row.maybe_text("TestingStatus")?.unwrap_or("None");
    let known = STATUSES.iter().find(|known| known.eq_ignore_ascii_case(testing));
    let Some(testing) = known else { return Err(object::invalid("Testing Status", testing, &STATUSES)) };
    let (indica, sativa) = (row.number("IndicaPercentage")?, row.number("SativaPercentage")?);
    if exact::plus(indica, sativa) != Some(Decimal::ONE_HUNDRED) || indica < Decimal::ZERO || sativa < Decimal::ZERO {
        return Err("Indica Percentage and Sativa Percentage must add up to 100.".into());
    }
    Ok(StrainFields {
        name: Text::from(row.text("Name")?),
        testing: Text::from(*testing),
        thc: row.maybe_number("ThcLevel")?,
        cbd: row.maybe_number("CbdLevel")?,
        indica,
        sativa,
    })
}

/// A name may be used once at a time in a license.
pub fn free_name<T>(found: Option<(u64, &T)>, own: Option<u64>, what: &str, name: &str) -> Result<(), Wrong> {
    match found {
        Some((id, _)) if Some(id) != own => Err(Wrong::Row(format!("{what} {name} already exists."))),
        _ => Ok(()),
    }
}

fn gone(what: &str, id: u64) -> Wrong {
    Wrong::Row(format!("{what} {id} does not exist in the current Facility."))
}

fn create_strain(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let fields = strain_fields(row)?;
    free_name(world.strains.find(facility, &fields.name), None, "Strain", &fields.name)?;
    Ok(world.strains.insert(|id| Strain {
        id,
        facility,
        name: fields.name,
        testing_status: fields.testing,
        thc: fields.thc,
        cbd: fields.cbd,
        indica: fields.indica,
        sativa: fields.sativa,
        used: false,
        archived: false,
        modified: call.now,
    }))
}

fn update_strain(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let id = row.id("Id")?;
    let mine = world.strains.get(id).is_some_and(|strain| strain.facility == facility && !strain.archived);
    if !mine {
        return Err(gone("Strain", id));
    }
    let fields = strain_fields(row)?;
    free_name(world.strains.find(facility, &fields.name), Some(id), "Strain", &fields.name)?;
    world.strains.update(id, |strain| {
        strain.name = fields.name;
        strain.testing_status = fields.testing;
        strain.thc = fields.thc;
        strain.cbd = fields.cbd;
        strain.indica = fields.indica;
        strain.sativa = fields.sativa;
        strain.modified = call.now;
    });
    Ok(id)
}

fn location_type(row: &Object<'_>) -> Result<&'static LocationType, Wrong> {
    const TYPES: &[LocationType] = &LOCATION_TYPES;
    let name = row.text("LocationTypeName")?;
    let names: Vec<&str> = TYPES.iter().map(|kind| kind.name).collect();
    let known = TYPES.iter().find(|kind| kind.name.eq_ignore_ascii_case(name));
    known.ok_or_else(|| object::invalid("Location Type", name, &names))
}

fn create_location(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let (name, kind) = (row.text("Name")?, location_type(row)?);
    free_name(world.locations.find(facility, name), None, "Location", name)?;
    let name = Text::from(name);
    Ok(world.locations.insert(|id| Location { id, facility, name, kind, archived: false, modified: call.now }))
}

fn update_location(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let id = row.id("Id")?;
    if !world.locations.get(id).is_some_and(|location| location.facility == facility && !location.archived) {
        return Err(gone("Location", id));
    }
    let (name, kind) = (row.text("Name")?, location_type(row)?);
    free_name(world.locations.find(facility, name), Some(id), "Location", name)?;
    world.locations.update(id, |location| {
        location.name = Text::from(name);
        location.kind = kind;
        location.modified = call.now;
    });
    Ok(id)
}

fn archive_location(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    let id = own(&world.locations, call, "Location")?.id;
    let facility: FacilityId = call.facility()?;
    let in_use = world.packages.iter().any(|(_, package)| {
        package.facility == facility
            && package.location == Some(id)
            && package.life == crate::state::package::Life::Active
    });
    if in_use {
        return Err(Refusal::bad_request("The Location cannot be archived because it is in use."));
    }
    world.locations.update(id, |location| {
        location.archived = true;
        location.modified = call.now;
    });
    Ok(Answer::Nothing)
}

fn create_sublocation(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let name = row.text("Name")?;
    free_name(world.sublocations.find(facility, name), None, "Sublocation", name)?;
    let name = Text::from(name);
    Ok(world.sublocations.insert(|id| Sublocation { id, facility, name, archived: false, modified: call.now }))
}

fn update_sublocation(world: &mut World, call: &Call, row: &Object<'_>) -> Result<u64, Wrong> {
    let facility = call.facility()?;
    let id = row.id("Id")?;
    if !world.sublocations.get(id).is_some_and(|one| one.facility == facility && !one.archived) {
        return Err(gone("Sublocation", id));
    }
    let name = row.text("Name")?;
    free_name(world.sublocations.find(facility, name), Some(id), "Sublocation", name)?;
    world.sublocations.update(id, |sublocation| {
        sublocation.name = Text::from(name);
        sublocation.modified = call.now;
    });
    Ok(id)
}
