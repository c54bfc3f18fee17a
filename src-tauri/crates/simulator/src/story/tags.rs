//! Tags of the right form: `1A4`, five hexadecimal digits for the kind, seven for the license, nine running digits.

use crate::state::World;
use crate::state::table::FacilityId;
use crate::state::values::Text;

/// The package tag with this number of a license.
pub fn package_tag(facility: FacilityId, number: u64) -> Text {
    Text::from(format!("1A4FF0300{facility:06X}{number:09}"))
}

/// The plant tag with this number of a license.
pub fn plant_tag(facility: FacilityId, number: u64) -> Text {
    Text::from(format!("1A4FF0100{facility:06X}{number:09}"))
}

/// A package tag that no package of any license has. The back door's packages count from far above the story's.
pub fn next_package_tag(world: &World, facility: FacilityId) -> Text {
    let mut number = 900_000_000 + world.packages.len() as u64;
    loop {
        let tag = package_tag(facility, number);
        if world.packages.find(facility, &tag).is_none() {
            return tag;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_the_states_form() {
        let tag = package_tag(20_417, 123);
        assert_eq!(&*tag, "1A4FF0300004FC1000000123");
        assert_eq!(tag.len(), 24);
        assert!(tag.chars().skip(3).take(12).all(|sign| matches!(sign, '0'..='9' | 'A'..='F')));
    }
}
