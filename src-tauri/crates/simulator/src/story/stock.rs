//! What each license has set up before anything happens: locations, strains, brands and items.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

use super::catalogue::{GROWN, HOUSE, PACKS, PRODUCTS, STRAINS, StrainFact, category_named, packs_of, thousandths};
use super::people::{CULTIVATOR, DELIVERY, DISTRIBUTOR, LABORATORY, MICRO, RETAILER};
use crate::state::World;
use crate::state::item::{Brand, Category, Item};
use crate::state::place::{LOCATION_TYPES, Location, LocationType, Strain, Sublocation};
use crate::state::table::FacilityId;
use crate::state::values::{Text, Unit};

/// An item of the catalogue, wherever it stands in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Good {
    /// The cultivator's bulk flower of a strain.
    Bulk(usize),
    /// The cultivator's bulk shake of a strain.
    Shake(usize),
    /// The distributor's pack (see [`PACKS`]) of a strain.
    Pack(usize, usize),
    /// A product of the microbusiness (see [`PRODUCTS`]).
    Product(usize),
    /// The microbusiness's distillate, from which its products are made.
    Distillate,
    /// The storefront's own (see [`HOUSE`]).
    House(u64),
    /// The microbusiness's bulk flower.
    MicroFlower(usize),
}

/// Where the story finds what it needs.
pub struct Shelves {
    pub items: BTreeMap<Good, u64>,
    locations: BTreeMap<(FacilityId, &'static str), u64>,
}

impl Shelves {
    pub fn item(&self, good: Good) -> u64 {
        self.items.get(&good).copied().unwrap_or_default()
    }

    pub fn location(&self, facility: FacilityId, name: &str) -> Option<u64> {
        self.locations.iter().find(|((of, known), _)| *of == facility && *known == name).map(|(_, id)| *id)
    }
}

const LOCATIONS: [(FacilityId, &[(&str, usize)]); 6] = [
    (RETAILER, &[("Sales Floor", 2), ("Vault", 2), ("Back Stock", 2), ("Quarantine", 2), ("Receiving", 2)]),
    (DELIVERY, &[("Vault", 2), ("Vehicle 1", 2), ("Vehicle 2", 2), ("Quarantine", 2)]),
    (MICRO, &[("Kitchen", 2), ("Extraction Room", 2), ("Vault", 2), ("Flower Room A", 1), ("Drying Room", 3)]),
    (DISTRIBUTOR, &[("Warehouse A", 2), ("Warehouse B", 2), ("Packing Line", 2), ("Test Hold", 2), ("Quarantine", 2)]),
    (
        CULTIVATOR,
        &[("Nursery", 1), ("Greenhouse 1", 1), ("Greenhouse 2", 1), ("Drying Barn", 3), ("Trim Room", 0), ("Vault", 2)],
    ),
    (LABORATORY, &[("Sample Intake", 2), ("Sample Storage", 2), ("Chemistry", 2)]),
];

const SUBLOCATIONS: [(FacilityId, &[&str]); 3] = [
    (RETAILER, &["Case 1", "Case 2", "Case 3", "Wall", "Cooler"]),
    (DISTRIBUTOR, &["Rack 1", "Rack 2", "Rack 3"]),
    (CULTIVATOR, &["Bench A", "Bench B"]),
];

/// Sets everything up, long before the story's first package.
pub fn furnish(world: &mut World) -> Shelves {
    let since = world.anchor.checked_sub(SignedDuration::from_hours(24 * 400)).unwrap_or(world.anchor);
    let mut shelves = Shelves { items: BTreeMap::new(), locations: BTreeMap::new() };
    for (facility, names) in LOCATIONS {
        for (name, kind) in names {
            let Some(kind) = location_type(*kind) else { continue };
            let id = world.locations.insert(|id| Location {
                id,
                facility,
                name: Text::from(*name),
                kind,
                archived: false,
                modified: since,
            });
            shelves.locations.insert((facility, *name), id);
        }
    }
    if let Some(kind) = location_type(2) {
        world.locations.insert(|id| Location {
            id,
            facility: RETAILER,
            name: Text::from("Old Safe"),
            kind,
            archived: true,
            modified: since,
        });
    }
    for (facility, names) in SUBLOCATIONS {
        for name in names {
            world.sublocations.insert(|id| Sublocation {
                id,
                facility,
                name: Text::from(*name),
                archived: false,
                modified: since,
            });
        }
    }
    make_items(world, &mut shelves, since);
    shelves
}

fn location_type(place: usize) -> Option<&'static LocationType> {
    const TYPES: &[LocationType] = &LOCATION_TYPES;
    TYPES.get(place)
}

fn make_items(world: &mut World, shelves: &mut Shelves, since: Timestamp) {
    for (place, fact) in STRAINS.iter().enumerate().take(GROWN) {
        let strain = strain(world, CULTIVATOR, fact, since);
        let bulk = item(CULTIVATOR, format!("{} Bulk Flower", fact.0), "Flower", since);
        let shake = item(CULTIVATOR, format!("{} Shake", fact.0), "Shake", since);
        for (good, made) in [(Good::Bulk(place), bulk), (Good::Shake(place), shake)] {
            if let Some(made) = made {
                let id = insert(world, Item { strain: Some(strain.clone()), ..made });
                shelves.items.insert(good, id);
            }
        }
        if let Some(made) = item(CULTIVATOR, format!("{} Clone", fact.0), "Immature Plant", since) {
            insert(world, Item { strain: Some(strain.clone()), ..made });
        }
        let strain = self::strain(world, DISTRIBUTOR, fact, since);
        for pack in packs_of(place) {
            let Some((brand, words, category, weight, _)) = PACKS.get(pack).copied() else { continue };
            let name = format!("{brand} - {} {words}", fact.0);
            let Some(made) = item(DISTRIBUTOR, name, category, since) else { continue };
            let brand = self::brand(world, DISTRIBUTOR, brand, since);
            let id = insert(
                world,
                Item {
                    strain: Some(strain.clone()),
                    brand: Some(brand),
                    unit_weight: Some((thousandths(weight), Unit::Grams)),
                    ..made
                },
            );
            shelves.items.insert(Good::Pack(place, pack), id);
        }
    }
    for place in [36, 37, 35, 38] {
        let Some(fact) = STRAINS.get(place) else { continue };
        let strain = strain(world, MICRO, fact, since);
        if let Some(made) = item(MICRO, format!("Tule Fog {} Flower", fact.0), "Flower", since) {
            let id = insert(world, Item { strain: Some(strain), ..made });
            shelves.items.insert(Good::MicroFlower(place), id);
        }
    }
    if let Some(made) = item(MICRO, "Cannabis Distillate".to_owned(), "Extract (weight)", since) {
        let id = insert(world, made);
        shelves.items.insert(Good::Distillate, id);
    }
    for (place, product) in PRODUCTS.iter().enumerate() {
        let name = format!("{} - {}", product.brand, product.name);
        let Some(made) = item(MICRO, name, product.category, since) else { continue };
        let strain = product.strain.and_then(|place| STRAINS.get(place)).map(|fact| strain(world, MICRO, fact, since));
        let brand = brand(world, MICRO, product.brand, since);
        let milligrams = |number: i64| (number > 0).then(|| (Decimal::from(number), Unit::Milligrams));
        let size = thousandths(product.size);
        let volume = made.category.requires_unit_volume;
        let dose = Decimal::from(product.thc).checked_div(Decimal::from(product.doses)).map(|dose| dose.round_dp(2));
        let food = made.category.kind == "InfusedEdible";
        let made = Item {
            strain,
            brand: Some(brand),
            unit_thc: milligrams(product.thc),
            unit_thc_dose: dose.map(|dose| (dose, Unit::Milligrams)),
            unit_cbd: milligrams(product.cbd),
            unit_weight: (!volume).then_some((size, Unit::Grams)),
            unit_volume: volume.then_some((size, Unit::Milliliters)),
            doses: (product.doses > 0).then(|| Decimal::from(product.doses)),
            serving: (food && product.doses > 0).then(|| Text::from("1 piece")),
            allergens: product.name.contains("Almond").then(|| Text::from("Almonds, milk, soy")),
            description: Some(Text::from(format!("{} by {}, made by Tule Fog", product.name, product.brand))),
            ..made
        };
        let id = insert(world, made);
        shelves.items.insert(Good::Product(place), id);
    }
    for (number, (name, category)) in (0_u64..).zip(HOUSE) {
        let Some(made) = item(RETAILER, name.to_owned(), category, since) else { continue };
        let fact = STRAINS.get(usize::try_from(number).unwrap_or_default());
        let strain = match fact {
            Some(fact) if made.category.requires_strain => Some(strain(world, RETAILER, fact, since)),
            _ => None,
        };
        let id = insert(world, Item { strain, ..made });
        shelves.items.insert(Good::House(number), id);
    }
    if let Some(made) = item(RETAILER, "House Pre-Roll Tube (discontinued)".to_owned(), "Pre-Roll Flower", since) {
        insert(world, Item { archived: true, used: false, ..made });
    }
}

fn insert(world: &mut World, item: Item) -> u64 {
    world.items.insert(|id| Item { id, ..item })
}

fn item(facility: FacilityId, name: String, category: &str, since: Timestamp) -> Option<Item> {
    let category: &'static Category = category_named(category)?;
    Some(Item {
        id: 0,
        facility,
        name: Text::from(name),
        category,
        unit: category.unit,
        strain: None,
        brand: None,
        unit_thc: None,
        unit_thc_dose: None,
        unit_cbd: None,
        unit_weight: None,
        unit_volume: None,
        doses: None,
        description: None,
        allergens: None,
        ingredients: None,
        serving: None,
        images: Vec::new(),
        approved: since,
        archived: false,
        used: true,
        modified: since,
        rendered: OnceLock::new(),
    })
}

fn strain(world: &mut World, facility: FacilityId, fact: &StrainFact, since: Timestamp) -> (u64, Text) {
    let (name, indica, thc, cbd) = *fact;
    if let Some((id, strain)) = world.strains.find(facility, name) {
        return (id, Text::clone(&strain.name));
    }
    let id = world.strains.insert(|id| Strain {
        id,
        facility,
        name: Text::from(name),
        testing_status: Text::from("ThirdParty"),
        thc: Some(Decimal::new(thc, 4)),
        cbd: Some(Decimal::new(cbd, 4)),
        indica: Decimal::from(indica),
        sativa: Decimal::from(100 - indica),
        used: true,
        archived: false,
        modified: since,
    });
    (id, Text::from(name))
}

fn brand(world: &mut World, facility: FacilityId, name: &str, since: Timestamp) -> (u64, Text) {
    if let Some((id, brand)) = world.brands.find(facility, name) {
        return (id, Text::clone(&brand.name));
    }
    let id = world.brands.insert(|id| Brand { id, facility, name: Text::from(name), archived: false, modified: since });
    (id, Text::from(name))
}
