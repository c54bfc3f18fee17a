//! The licenses and who works there. All made up.

use jiff::civil::{Date, date};

use crate::state::World;
use crate::state::facility::{Employee, Facility, FacilityKind};
use crate::state::table::FacilityId;
use crate::state::values::Text;

/// The licenses' ids.
pub const RETAILER: FacilityId = 20_421;
pub const DELIVERY: FacilityId = 20_173;
pub const MICRO: FacilityId = 20_306;
pub const DISTRIBUTOR: FacilityId = 20_958;
pub const CULTIVATOR: FacilityId = 22_044;
pub const LABORATORY: FacilityId = 20_067;
const EMPTY: FacilityId = 20_999;

type Cast = (FacilityId, FacilityKind, &'static str, &'static str, &'static str, Date, &'static [&'static str]);

/// In the order in which the state lists them; the last is seen by a key of its own only.
const CAST: [Cast; 7] = [
    (
        RETAILER,
        FacilityKind::Retailer,
        "C10-0000421-LIC",
        "Harbor & Poppy Dispensary LLC",
        "Harbor & Poppy",
        date(2021, 3, 8),
        &["Rosalind Okafor", "Desmond Achterberg", "Lupe Barragan", "Winnie Tran", "Calder Voss"],
    ),
    (
        DELIVERY,
        FacilityKind::DeliveryRetailer,
        "C9-0000173-LIC",
        "Night Heron Delivery Co",
        "Night Heron",
        date(2022, 6, 20),
        &["Teo Marchetti", "Imani Brooks", "Solvei Lindqvist"],
    ),
    (
        MICRO,
        FacilityKind::Microbusiness,
        "C12-0000306-LIC",
        "Tule Fog Collective Inc",
        "Tule Fog",
        date(2020, 11, 2),
        &["Marisol Etxeberria", "Hank Dubois", "Priya Raman", "Otis Kealoha"],
    ),
    (
        DISTRIBUTOR,
        FacilityKind::Distributor,
        "C11-0000958-LIC",
        "Redwood Relay Distribution LLC",
        "Redwood Relay",
        date(2019, 12, 16),
        &["Gwen Abernathy", "Tomas Villaseñor", "Bao Nguyen", "Freya Stroud"],
    ),
    (
        CULTIVATOR,
        FacilityKind::Cultivator,
        "CCL21-0002044",
        "Manzanita Ridge Farms LLC",
        "Manzanita Ridge",
        date(2021, 1, 11),
        &["August Pellegrini", "Nadia Hosseini", "Wes Tidewater"],
    ),
    (
        LABORATORY,
        FacilityKind::Laboratory,
        "C8-0000067-LIC",
        "Blue Oak Analytics Inc",
        "Blue Oak Analytics",
        date(2020, 2, 24),
        &["Dr. Ottoline Frost", "Kenji Albright", "Samira Haddad"],
    ),
    (
        EMPTY,
        FacilityKind::Retailer,
        "C10-0000999-LIC",
        "Empty Shelf Dispensary LLC",
        "Empty Shelf",
        date(2026, 1, 5),
        &["Marguerite Sato"],
    ),
];

/// Moves the licenses in.
pub fn settle(world: &mut World) {
    for (id, kind, license, name, alias, since, people) in CAST {
        let employees = people
            .iter()
            .enumerate()
            .map(|(place, person)| Employee {
                name: Text::from(*person),
                license: Text::from(format!("{license}-E{:03}", place + 1)),
                is_owner: place == 0,
                is_manager: place <= 1,
            })
            .collect();
        world.facilities.push(Facility {
            id,
            kind,
            license: Text::from(license),
            name: Text::from(name),
            alias: Text::from(alias),
            since,
            until: date(since.year() + 8, since.month(), since.day()),
            flags: kind.flags(),
            employees,
        });
    }
}

/// The name of somebody who works there.
pub fn worker(world: &World, facility: FacilityId, which: u64) -> Text {
    let employees = world.facility(facility).map(|facility| facility.employees.as_slice()).unwrap_or_default();
    let place = usize::try_from(which).unwrap_or_default().checked_rem(employees.len()).unwrap_or_default();
    employees.get(place).map_or_else(|| Text::from("Admin"), |employee| Text::clone(&employee.name))
}
