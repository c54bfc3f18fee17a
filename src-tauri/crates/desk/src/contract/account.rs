//! Accounts: a pair of keys for a state, and the licenses they open.

use rules::{LicenseKind, LicenseNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DeskError;

/// Which of a state's two systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// The real one.
    Production,
    /// The state's practice system.
    Sandbox,
    /// Trackside's own demo state, on this computer.
    Demo,
}

/// `account_check`: are these keys good? Calls the state once; keeps nothing.
#[derive(Clone, Deserialize, TS)]
pub struct AccountCheck {
    /// The state's two letters, `CA`.
    pub state: String,
    /// Production or sandbox.
    pub environment: Environment,
    /// The software (vendor) key.
    pub software_key: String,
    /// The user key.
    pub user_key: String,
}

/// What good keys open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckedAccount {
    /// Every license, by name.
    pub licenses: Vec<License>,
}

/// `account_connect`: check, keep the keys in the keychain, remember the account, begin the first load of `licenses`.
#[derive(Clone, Deserialize, TS)]
pub struct AccountConnect {
    /// Made by the page, unique: a repeated call gives the first answer.
    pub request_id: String,
    /// What to connect.
    pub keys: AccountCheck,
    /// Which of its licenses to load; empty is an error.
    pub licenses: Vec<LicenseNumber>,
}

/// `account_remove`: forget the keys and stop syncing. The local copy of its licenses is removed too.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AccountRemove {
    /// Made by the page, unique.
    pub request_id: String,
    /// [`Account::id`].
    pub account: String,
}

/// `account_again`: try once more to have the keys of an account that is `shut` or has none.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AccountAgain {
    /// Made by the page, unique.
    pub request_id: String,
    /// [`Account::id`].
    pub account: String,
}

/// `account_test`: are the account's keys good, and for what? Calls the state once; changes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AccountTest {
    /// [`Account::id`].
    pub account: String,
}

/// What an account's keys open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountTested {
    /// Every license that they open, by name.
    pub licenses: Vec<License>,
    /// Those of the account that they do not.
    pub missing: Vec<LicenseNumber>,
}

/// `account_keys`: other keys for an account that stays, with all that was read. Where the state refuses them, the account
/// goes on with those it has.
#[derive(Clone, Deserialize, TS)]
pub struct AccountKeys {
    /// Made by the page, unique.
    pub request_id: String,
    /// [`Account::id`].
    pub account: String,
    /// The software (vendor) key; an empty one stays as it is.
    pub software_key: String,
    /// The user key; an empty one stays as it is.
    pub user_key: String,
}

/// `account_name`: what the person calls an account.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AccountName {
    /// Made by the page, unique.
    pub request_id: String,
    /// [`Account::id`].
    pub account: String,
    /// At most 60 characters count; empty for none.
    pub name: String,
}

/// `licenses_choose`: which licenses are loaded and kept up to date.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LicensesChoose {
    /// Made by the page, unique.
    pub request_id: String,
    /// [`Account::id`].
    pub account: String,
    /// The licenses wanted; empty is an error.
    pub licenses: Vec<LicenseNumber>,
}

/// A connected account, without its keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Account {
    /// Trackside's own id of it.
    pub id: String,
    /// As the person named it; empty where they did not.
    pub name: String,
    /// The state's two letters.
    pub state: String,
    /// Which system.
    pub environment: Environment,
    /// Whether its keys are at hand; false asks the person to enter them again, unless `shut` says otherwise.
    pub has_keys: bool,
    /// Why its keys could not be had although they may be kept (the keychain refused its entry): entering them again need
    /// not help, `account_again` may.
    pub shut: Option<DeskError>,
    /// Every license of the account, chosen or not, by name.
    pub licenses: Vec<License>,
}

/// A license as the switcher shows it. What it may do comes from the state's `FacilityType`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct License {
    /// The license number.
    pub number: LicenseNumber,
    /// The business's name as the state shows it.
    pub name: String,
    /// `License.LicenseType`, for example `Retailer`.
    pub license_type: String,
    /// What the number's prefix says, for the symbol.
    pub kind: LicenseKind,
    /// Whether it is loaded and kept up to date.
    pub chosen: bool,
    /// `CanTestPackages`: a laboratory, which has Lab Samples.
    pub can_test: bool,
    /// `CanGrowPlants`.
    pub can_grow: bool,
    /// `CanSellToConsumers` or `CanSellToPatients`.
    pub can_sell: bool,
}
