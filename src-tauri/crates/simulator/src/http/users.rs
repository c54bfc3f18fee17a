//! Who may call: the software key, and users with the licenses and rights of their keys.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::answer::Refusal;
use crate::config::DemoKeys;
use crate::state::facility::{Facility, FacilityKind};
use crate::state::table::FacilityId;
use crate::state::values::Text;
use crate::story::dice::Dice;

/// A user of the state's site with a key.
#[derive(Clone, Debug)]
pub struct User {
    pub key: String,
    pub name: Text,
    pub licenses: Vec<FacilityId>,
    /// The rights that this user lacks, by the names of CONTRACT's Appendix A.
    pub lacks: &'static [&'static str],
}

/// The keys of a seed.
pub fn demo_keys(seed: u64) -> DemoKeys {
    let mut dice = Dice::part(seed, "keys");
    DemoKeys {
        software_key: format!("demo-software-{}", dice.key(34)),
        user_key: format!("demo-user-{}", dice.key(38)),
        without_packages: format!("demo-nopackages-{}", dice.key(32)),
        without_licenses: format!("demo-nolicenses-{}", dice.key(32)),
        empty_license: format!("demo-emptylicense-{}", dice.key(30)),
        retailer_only: format!("demo-retailer-{}", dice.key(34)),
    }
}

/// The users behind the keys. The last facility of the story is the one without packages.
pub fn users(keys: &DemoKeys, facilities: &[Facility]) -> Vec<User> {
    let six: Vec<FacilityId> = facilities.iter().take(6).map(|facility| facility.id).collect();
    let empty: Vec<FacilityId> = facilities.iter().skip(6).map(|facility| facility.id).collect();
    let retailer = facilities.iter().filter(|facility| facility.kind == FacilityKind::Retailer);
    let retailer: Vec<FacilityId> = retailer.take(1).map(|facility| facility.id).collect();
    let user = |key: &str, name: &str, licenses: &[FacilityId], lacks| User {
        key: key.to_owned(),
        name: Text::from(name),
        licenses: licenses.to_vec(),
        lacks,
    };
    vec![
        user(&keys.user_key, "Rosalind Okafor", &six, &[]),
        user(&keys.without_packages, "Teo Marchetti", &six, &["View Packages"]),
        user(&keys.without_licenses, "Ines Calloway", &[], &[]),
        user(&keys.empty_license, "Marguerite Sato", &empty, &[]),
        user(&keys.retailer_only, "Desmond Achterberg", &retailer, &[]),
    ]
}

/// The user of HTTP Basic's `software key:user key`.
pub fn authenticate<'a>(headers: &HeaderMap, keys: &DemoKeys, users: &'a [User]) -> Result<&'a User, Refusal> {
    let denied = || Refusal::unauthorized("Authorization has been denied for this request.");
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or_else(denied)?;
    let (scheme, encoded) = header.split_once(' ').ok_or_else(denied)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(denied());
    }
    let decoded = STANDARD.decode(encoded.trim()).map_err(|_| denied())?;
    let pair = String::from_utf8(decoded).map_err(|_| denied())?;
    let (software, user) = pair.split_once(':').ok_or_else(denied)?;
    if software != keys.software_key {
        return Err(denied());
    }
    users.iter().find(|known| known.key == user).ok_or_else(denied)
}
