//! Accounts: which there are, what is known of each, and its way to the state.

use ledger::StoredAccount;
use rules::{LicenseNumber, Party};
use serde::{Deserialize, Serialize};
use state_api::{Facility, Limits};
use words::say;

use super::connection::Connection;
use crate::contract::{Account, CallBudget, DeskError, Environment, License};

/// The connected accounts, in the order connected.
#[derive(Default)]
pub(crate) struct Accounts {
    list: Vec<Connected>,
}

/// One account: what is remembered of it, and its way to the state.
pub(crate) struct Connected {
    pub remembered: Remembered,
    pub way: Way,
}

/// An account's way to the state.
#[derive(Clone)]
pub(crate) enum Way {
    /// Its keys are at hand.
    Open(Box<Connection>),
    /// There are no keys: the person enters them.
    NoKeys,
    /// Its keys, or what else it takes, could not be had, and why: entering them anew need not help, trying again may.
    Shut(Box<DeskError>),
}

impl Way {
    pub fn connection(&self) -> Option<&Connection> {
        match self {
            Self::Open(connection) => Some(connection),
            Self::NoKeys | Self::Shut(_) => None,
        }
    }
}

/// What the ledger remembers of an account. Never keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Remembered {
    pub id: String,
    /// As the person named it; may be empty.
    #[serde(default)]
    pub name: String,
    pub state: String,
    pub environment: Environment,
    pub licenses: Vec<KnownLicense>,
}

/// A license as the state last described it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KnownLicense {
    pub number: LicenseNumber,
    pub name: String,
    pub license_type: String,
    pub chosen: bool,
    pub can_test: bool,
    pub can_grow: bool,
    pub can_sell: bool,
}

impl Remembered {
    /// For words: its name, else its first license and how many more there are.
    pub fn spoken(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let first = self.licenses.iter().find(|license| license.chosen).or_else(|| self.licenses.first());
        let name = match first {
            Some(license) if license.name.is_empty() => license.number.to_string(),
            Some(license) => format!("{} ({})", license.name, license.number),
            None => say::accounts_spoken_nameless().to_string(),
        };
        match self.licenses.len() {
            0 | 1 => name,
            many => say::accounts_spoken(name, many - 1).to_string(),
        }
    }

    pub fn stored(&self) -> Result<StoredAccount, DeskError> {
        let body = serde_json::to_value(self).map_err(|fault| DeskError::internal(fault.to_string()))?;
        Ok(StoredAccount { id: self.id.clone(), body })
    }
}

impl Accounts {
    /// All of them.
    pub fn all(&self) -> &[Connected] {
        &self.list
    }

    pub fn has(&self, id: &str) -> bool {
        self.list.iter().any(|a| a.remembered.id == id)
    }

    pub fn for_the_page(&self) -> Vec<Account> {
        self.list.iter().map(Connected::for_the_page).collect()
    }

    /// What a person must do before some account can be read, in words; none where there is nothing.
    pub fn wants(&self) -> Option<String> {
        let shut = self.list.iter().find_map(|account| match &account.way {
            Way::Shut(fault) => Some(fault.message.clone()),
            Way::Open(_) | Way::NoKeys => None,
        });
        let missing = || self.list.iter().any(|account| matches!(account.way, Way::NoKeys));
        shut.or_else(|| missing().then(|| say::accounts_enter_again().to_string()))
    }

    /// Every account's calls together.
    pub fn calls(&self) -> CallBudget {
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let mut sum = CallBudget {
            last_minute: 0,
            limit_per_second: number(u64::from(Limits::published().license_per_second)),
            waiting: 0,
            refused: 0,
            frozen_until: None,
        };
        let mut frozen = None;
        let mut budgets: Vec<(&str, state_api::BudgetStatus)> = Vec::new();
        for connection in self.list.iter().filter_map(|a| a.way.connection()) {
            // Accounts with one software key share a budget, which is counted once.
            if !budgets.iter().any(|(key, _)| *key == connection.budget_key) {
                budgets.push((&connection.budget_key, connection.client.budget()));
            }
        }
        for (_, status) in budgets {
            sum.last_minute += number(status.last_minute);
            sum.waiting += number(status.waiting);
            sum.refused += number(status.refused);
            frozen = frozen.max(status.frozen_until);
        }
        sum.frozen_until = frozen.map(|at: jiff::Timestamp| at.to_string());
        sum
    }

    /// Calls of a license in the last minute, by whichever account reads it.
    pub fn calls_of(&self, license: &LicenseNumber) -> i64 {
        let connection = self.connection_of(license);
        connection.map_or(0, |connection| i64::try_from(connection.client.last_minute_of(license)).unwrap_or(i64::MAX))
    }

    /// The licenses that are loaded, with their names, each once, in the accounts' order.
    pub fn loaded(&self) -> Vec<Party> {
        let mut loaded: Vec<Party> = Vec::new();
        for known in self.list.iter().flat_map(|account| &account.remembered.licenses).filter(|known| known.chosen) {
            if loaded.iter().all(|other| other.license != known.number) {
                loaded.push(Party { license: known.number.clone(), name: known.name.clone() });
            }
        }
        loaded
    }

    /// Whether a license is one of the person's.
    pub fn has_license(&self, license: &LicenseNumber) -> bool {
        self.list.iter().any(|a| a.remembered.licenses.iter().any(|l| l.number == *license))
    }

    /// The licenses of an account.
    pub fn licenses_of(&self, id: &str) -> Vec<LicenseNumber> {
        let licenses = self.find(id).map(|a| a.remembered.licenses.iter().map(|l| l.number.clone()).collect());
        licenses.unwrap_or_default()
    }

    /// The connection of the account that has a license and its keys at hand.
    pub fn connection_of(&self, license: &LicenseNumber) -> Option<Connection> {
        self.owners(license).find_map(|(account, _)| account.way.connection().cloned())
    }

    /// The accounts that have a license: one, but where the state gave it to the users of two accounts.
    fn owners(&self, license: &LicenseNumber) -> impl Iterator<Item = (&Connected, &KnownLicense)> {
        self.list.iter().filter_map(move |account| {
            account.remembered.licenses.iter().find(|known| known.number == *license).map(|known| (account, known))
        })
    }

    /// How a license is read now: by which connection, if any, and whether the person wants it read; none where no account has
    /// it. Of two accounts that have it, the one that can read it and is to.
    pub fn reads(&self, license: &LicenseNumber) -> Option<(Option<Connection>, bool)> {
        let better =
            |(account, known): &(&Connected, &KnownLicense)| (known.chosen, account.way.connection().is_some());
        let owners: Vec<_> = self.owners(license).collect();
        // The first of the best: `max_by_key` would take the last.
        let (account, known) = owners.into_iter().rev().max_by_key(better)?;
        Some((account.way.connection().cloned(), known.chosen))
    }

    /// Whether an account other than this one has a license.
    pub fn another_has(&self, id: &str, license: &LicenseNumber) -> bool {
        self.owners(license).any(|(account, _)| account.remembered.id != id)
    }

    /// Forgets accounts.
    pub fn remove(&mut self, ids: &[String]) {
        self.list.retain(|account| !ids.contains(&account.remembered.id));
    }

    pub fn find(&self, id: &str) -> Option<&Connected> {
        self.list.iter().find(|a| a.remembered.id == id)
    }

    /// Takes an account in, in the place of the one with its id.
    pub fn put(&mut self, account: Connected) {
        match self.list.iter_mut().find(|a| a.remembered.id == account.remembered.id) {
            Some(known) => *known = account,
            None => self.list.push(account),
        }
    }
}

impl Connected {
    pub fn for_the_page(&self) -> Account {
        let Remembered { id, name, state, environment, licenses } = &self.remembered;
        Account {
            id: id.clone(),
            name: name.clone(),
            state: state.clone(),
            environment: *environment,
            has_keys: self.way.connection().is_some(),
            shut: match &self.way {
                Way::Shut(fault) => Some(fault.as_ref().clone()),
                Way::Open(_) | Way::NoKeys => None,
            },
            licenses: licenses.iter().map(KnownLicense::for_the_page).collect(),
        }
    }
}

impl KnownLicense {
    /// None for a facility without a license number: nothing can be asked about it.
    pub fn of(facility: &Facility, chosen: impl Fn(&LicenseNumber) -> bool) -> Option<Self> {
        let number = facility.license_number()?;
        Some(Self {
            chosen: chosen(&number),
            number,
            name: facility.shown_name().to_owned(),
            license_type: facility.license_type().to_owned(),
            can_test: facility.can_test(),
            can_grow: facility.can_grow(),
            can_sell: facility.can_sell(),
        })
    }

    pub fn for_the_page(&self) -> License {
        License {
            number: self.number.clone(),
            name: self.name.clone(),
            license_type: self.license_type.clone(),
            kind: self.number.kind(),
            chosen: self.chosen,
            can_test: self.can_test,
            can_grow: self.can_grow,
            can_sell: self.can_sell,
        }
    }
}
