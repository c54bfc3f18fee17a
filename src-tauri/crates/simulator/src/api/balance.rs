//! What goes into a package against what comes out: nothing is made of nothing.
//!
//! The state's documents do not say what it refuses here. This is the strictest reading under which a license can still
//! work: only where nothing says what one of a thing weighs is its number taken as it is said.

use rust_decimal::Decimal;

use crate::http::object::{Wrong, held};
use crate::state::World;
use crate::state::exact;
use crate::state::values::{Measure, Unit};

/// What one ingredient gives: in the package's own unit, and in the unit of what is made, where that converts.
pub struct Given {
    pub package: u64,
    pub own: Decimal,
    pub made: Option<Decimal>,
}

/// What is said to be made.
pub struct Made {
    pub item: u64,
    pub quantity: Decimal,
    pub unit: Unit,
}

impl Made {
    /// The same thing in another package keeps its amount.
    pub fn equals(&self, given: &[Given]) -> Result<(), Wrong> {
        let total = total(given)?.ok_or("Unit Of Measure is not valid for the Ingredients.")?;
        if total == self.quantity {
            return Ok(());
        }
        Err(Wrong::Row(format!(
            "Quantity {} does not match the total of the Ingredients {}.",
            self.quantity.normalize(),
            total.normalize()
        )))
    }

    /// Another thing does not weigh more than what it is made of, unless other ingredients come into it that nobody
    /// tracks, as into what is infused. What has no weight is compared by its own measure.
    pub fn is_not_more_than(&self, world: &World, given: &[Given]) -> Result<(), Wrong> {
        let made = kind(world, self.item);
        for given in given {
            let Some(source) = world.packages.get(given.package) else { continue };
            let of = kind(world, source.item);
            // Neither butter nor waste becomes flower again.
            if made != of && (of == Kind::Waste || (of == Kind::Infused && made != Kind::Waste)) {
                return Err(Wrong::Row(format!("The Item cannot be made of Package {}.", source.label)));
            }
        }
        if made == Kind::Infused {
            return Ok(());
        }
        let weights: Option<Vec<Decimal>> = given.iter().map(|given| given.weight(world)).collect();
        let (most, made) = match (weights, weight_of(world, self.item, self.quantity, self.unit)) {
            (Some(weights), Some(made)) => (exact::shown_total(weights), made),
            (None, Some(_)) => return Err("The weight of the Ingredients is not known.".into()),
            (Some(_) | None, None) => match total(given)? {
                Some(total) => (total, self.quantity),
                None => return Ok(()),
            },
        };
        if made > most {
            return Err(Wrong::Row(format!(
                "Quantity {} {} is more than the Ingredients give.",
                self.quantity.normalize(),
                self.unit.name()
            )));
        }
        Ok(())
    }
}

impl Given {
    /// What it weighs in grams, where that is known.
    fn weight(&self, world: &World) -> Option<Decimal> {
        let source = world.packages.get(self.package)?;
        weight_of(world, source.item, self.own, source.unit)
    }
}

/// All ingredients together in the unit of what is made, where all of them convert.
fn total(given: &[Given]) -> Result<Option<Decimal>, Wrong> {
    let amounts: Option<Vec<Decimal>> = given.iter().map(|given| given.made).collect();
    amounts.map(|amounts| held(exact::total(amounts), "Quantity")).transpose()
}

/// What an amount of an item weighs in grams: itself, or what one of it weighs, where the item says so.
fn weight_of(world: &World, item: u64, quantity: Decimal, unit: Unit) -> Option<Decimal> {
    match unit.measure() {
        Measure::Weight => unit.convert(quantity, Unit::Grams),
        Measure::Count => {
            let (one, unit) = world.items.get(item)?.unit_weight?;
            unit.convert(one, Unit::Grams)?.checked_mul(quantity)
        }
        Measure::Volume => None,
    }
}

/// What may become of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Cannabis,
    Infused,
    Waste,
}

fn kind(world: &World, item: u64) -> Kind {
    match world.items.get(item).map(|item| item.category.kind) {
        Some(name) if name.starts_with("Infused") => Kind::Infused,
        Some("Other") => Kind::Waste,
        Some(_) | None => Kind::Cannabis,
    }
}
