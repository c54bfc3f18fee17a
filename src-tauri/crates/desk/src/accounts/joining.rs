//! What new keys do to the accounts there are: which one they mend, and what they take from the others. Pure.

use rules::LicenseNumber;
use uuid::Uuid;

use crate::contract::Environment;
use crate::state::accounts::{Accounts, KnownLicense, Remembered};

/// An account as it is known, and whether it has keys that can be used.
struct Known<'a> {
    pub account: &'a Remembered,
    pub has_keys: bool,
}

/// What keys open, as the person wants it.
pub(super) struct Opened {
    pub state: String,
    pub environment: Environment,
    pub licenses: Vec<KnownLicense>,
}

/// What is to be remembered once the keys are connected.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Joined {
    /// The account of these keys. Its id is that of the account that they mend, or new.
    pub account: Remembered,
    /// Accounts that gave licenses away, as they are then.
    pub others: Vec<Remembered>,
    /// Accounts that have no license left.
    pub emptied: Vec<String>,
}

impl Joined {
    /// Every license that may have changed hands.
    pub fn licenses(&self) -> Vec<LicenseNumber> {
        self.account.licenses.iter().map(|license| license.number.clone()).collect()
    }
}

/// What new keys do to the accounts there are.
pub(super) fn joined_to(accounts: &Accounts, opened: Opened) -> Joined {
    let known: Vec<Known<'_>> = accounts
        .all()
        .iter()
        .map(|account| Known { account: &account.remembered, has_keys: account.way.connection().is_some() })
        .collect();
    joined(&known, opened, || Uuid::now_v7().to_string())
}

/// Decides where keys belong. A license is in one account afterwards, so that one pair of keys reads it and carries its
/// reports, and none that some account had is in no account:
///
/// * An account that waits for its keys and shares a license is mended; what the new keys do not open stays in it, to
///   be seen and named as not opened. So is one whose every license the new keys open and whose every chosen one is
///   chosen again: its keys were renewed.
/// * From every other account the new one takes the licenses that the person chose for it now, and from one that waits
///   for keys all that the new keys open. What an account with good keys keeps up to date and the person did not choose
///   here stays there.
fn joined(known: &[Known<'_>], opened: Opened, new_id: impl FnOnce() -> String) -> Joined {
    let Opened { state, environment, licenses } = opened;
    let opens = |number: &LicenseNumber| licenses.iter().any(|license| license.number == *number);
    let chooses = |number: &LicenseNumber| licenses.iter().any(|license| license.number == *number && license.chosen);
    let touched: Vec<&Known<'_>> = known
        .iter()
        .filter(|each| each.account.state == state && each.account.environment == environment)
        .filter(|each| each.account.licenses.iter().any(|license| opens(&license.number)))
        .collect();
    let renewed = |each: &Known<'_>| {
        let all = &each.account.licenses;
        all.iter().all(|license| opens(&license.number) && (!license.chosen || chooses(&license.number)))
    };
    let mended = touched
        .iter()
        .find(|each| !each.has_keys)
        .or_else(|| touched.iter().find(|each| renewed(each)))
        .map(|each| each.account);
    let (mut others, mut emptied, mut left_there) = (Vec::new(), Vec::new(), Vec::new());
    for each in touched {
        if mended.is_some_and(|account| account.id == each.account.id) {
            continue;
        }
        let goes = |license: &KnownLicense| {
            if each.has_keys { chooses(&license.number) } else { opens(&license.number) }
        };
        let mut other = each.account.clone();
        other.licenses.retain(|license| !goes(license));
        left_there.extend(other.licenses.iter().map(|license| license.number.clone()));
        if other.licenses.is_empty() {
            emptied.push(other.id);
        } else if other.licenses.len() < each.account.licenses.len() {
            others.push(other);
        }
    }
    let not_opened: Vec<KnownLicense> = mended
        .map(|account| account.licenses.iter().filter(|license| !opens(&license.number)).cloned().collect())
        .unwrap_or_default();
    let (id, name) =
        mended.map_or_else(|| (new_id(), String::new()), |account| (account.id.clone(), account.name.clone()));
    let mut licenses: Vec<_> = licenses.into_iter().filter(|license| !left_there.contains(&license.number)).collect();
    licenses.extend(not_opened);
    Joined { account: Remembered { id, name, state, environment, licenses }, others, emptied }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `A` is chosen, `a` is not.
    fn licenses(letters: &str) -> Vec<KnownLicense> {
        let one = |letter: char| KnownLicense {
            number: LicenseNumber::new(letter.to_uppercase().to_string()),
            name: String::new(),
            license_type: String::new(),
            chosen: letter.is_uppercase(),
            can_test: false,
            can_grow: false,
            can_sell: true,
        };
        letters.chars().map(one).collect()
    }

    fn account(id: &str, letters: &str) -> Remembered {
        let (name, state, environment) = (id.to_uppercase(), "CA".into(), Environment::Sandbox);
        Remembered { id: id.into(), name, state, environment, licenses: licenses(letters) }
    }

    fn told(joined: &Joined) -> (String, Vec<String>, Vec<String>) {
        let one = |account: &Remembered| {
            let letter = |license: &KnownLicense| {
                let letter = license.number.as_str();
                if license.chosen { letter.to_owned() } else { letter.to_lowercase() }
            };
            format!("{}:{}", account.id, account.licenses.iter().map(letter).collect::<String>())
        };
        (one(&joined.account), joined.others.iter().map(one).collect(), joined.emptied.clone())
    }

    /// `accounts`: id, licenses, whether it has keys.
    fn join(accounts: &[(&str, &str, bool)], opens: &str) -> (String, Vec<String>, Vec<String>) {
        let accounts: Vec<_> = accounts.iter().map(|(id, letters, keys)| (account(id, letters), *keys)).collect();
        let known: Vec<_> = accounts.iter().map(|(account, has_keys)| Known { account, has_keys: *has_keys }).collect();
        let opened = Opened { state: "CA".into(), environment: Environment::Sandbox, licenses: licenses(opens) };
        told(&joined(&known, opened, || "new".into()))
    }

    fn only(account: &str) -> (String, Vec<String>, Vec<String>) {
        (account.into(), Vec::new(), Vec::new())
    }

    #[test]
    fn keys_that_share_nothing_are_an_account_of_their_own() {
        assert_eq!(join(&[("one", "AB", true)], "CD"), only("new:CD"));
        assert_eq!(join(&[], "A"), only("new:A"));
    }

    #[test]
    fn an_account_that_waits_is_mended_and_loses_nothing() {
        assert_eq!(join(&[("one", "AB", false)], "AB"), only("one:AB"));
        assert_eq!(join(&[("one", "AB", false)], "BC"), only("one:BCA"), "A stays, to be seen");
        assert_eq!(join(&[("one", "AB", false)], "Ab"), only("one:Ab"), "as the person chose");
    }

    #[test]
    fn renewed_keys_replace_those_before() {
        assert_eq!(join(&[("one", "Ab", true)], "AbC"), only("one:AbC"));
    }

    #[test]
    fn an_account_with_keys_gives_what_was_chosen_and_keeps_the_rest() {
        let (account, others, emptied) = join(&[("one", "ABC", true)], "CD");
        assert_eq!((account.as_str(), others.as_slice(), emptied.len()), ("new:CD", &["one:AB".to_owned()][..], 0));
        // B is opened by the new keys too, and the person did not choose it for them.
        let (account, others, _) = join(&[("one", "AB", true)], "AbC");
        assert_eq!((account.as_str(), others.as_slice()), ("new:AC", &["one:B".to_owned()][..]));
    }

    #[test]
    fn what_waits_is_mended_before_what_has_keys_and_an_emptied_account_goes() {
        let (account, others, emptied) = join(&[("keyed", "A", true), ("waits", "BC", false)], "ABD");
        assert_eq!((account.as_str(), others.len(), emptied), ("waits:ABDC", 0, vec!["keyed".to_owned()]));
    }

    #[test]
    fn another_state_and_another_system_are_let_be() {
        let other = Remembered { environment: Environment::Production, ..account("one", "AB") };
        let known = [Known { account: &other, has_keys: false }];
        let opened = Opened { state: "CA".into(), environment: Environment::Sandbox, licenses: licenses("AB") };
        assert_eq!(told(&joined(&known, opened, || "new".into())), only("new:AB"));
    }
}
