//! What a person does with an account that stays: tests its keys, changes them, names it.

use rules::LicenseNumber;
use secrecy::ExposeSecret;
use state_api::ApiKeys;
use words::say;

use super::connecting::no_account;
use super::joining::Joined;
use crate::contract::{
    AccountCheck, AccountKeys, AccountName, AccountTest, AccountTested, AppSnapshot, Changed, DeskError, Environment,
    ErrorCode,
};
use crate::desk::{Desk, blocking};
use crate::state::accounts::{Connected, KnownLicense, Remembered, Way};
use crate::wording::errors::Asked;

/// Characters of an account's name that a list can show.
const LONGEST_NAME: usize = 60;

impl Desk {
    pub(crate) async fn account_test(&self, request: AccountTest) -> Result<AccountTested, DeskError> {
        let (account, way) = self.account(&request.account)?;
        let connection = match way {
            Way::Open(connection) => connection,
            Way::NoKeys => return Err(no_keys()),
            Way::Shut(fault) => return Err(*fault),
        };
        let facilities = connection.client.facilities().await?;
        let opened: Vec<_> = facilities.iter().filter_map(|facility| KnownLicense::of(facility, |_| true)).collect();
        let missing = account.licenses.into_iter().map(|license| license.number);
        let missing = missing.filter(|number| opened.iter().all(|license| license.number != *number)).collect();
        Ok(AccountTested { licenses: opened.iter().map(KnownLicense::for_the_page).collect(), missing })
    }

    pub(crate) async fn account_keys(&self, request: AccountKeys) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.once("account_keys", &id, self.change_keys(request)).await?;
        self.snapshot().await
    }

    /// The state is asked before anything is kept: where it refuses, the account goes on with the keys that it has.
    async fn change_keys(&self, request: AccountKeys) -> Result<Changed, DeskError> {
        let (account, _) = self.account(&request.account)?;
        if account.environment == Environment::Demo {
            return Err(DeskError::bad_request(
                say::accounts_demo_without_keys(),
                say::accounts_demo_without_keys_next(),
            ));
        }
        let wanted = self.with_those_kept(&account, request).await?;
        let facilities = self.facilities_of(&wanted).await?;
        let opens = |number: &LicenseNumber| facilities.iter().any(|f| f.license_number().as_ref() == Some(number));
        if !account.licenses.iter().any(|license| opens(&license.number)) {
            return Err(DeskError {
                code: ErrorCode::NoLicenses,
                message: say::accounts_keys_of_others(account.spoken()).to_string(),
                next: say::accounts_keys_of_others_next().to_string(),
                details: String::new(),
                retry: false,
            });
        }
        let keys = ApiKeys::new(&wanted.software_key, &wanted.user_key);
        let connection = self.connection(self.host_of(&wanted)?, keys.clone())?;
        let _turn = self.inner.connections.changing.lock().await;
        // It may have been changed, or removed, while the state was asked.
        let (mut account, _) = self.account(&account.id)?;
        account.licenses = self.licenses_with(&account, &facilities);
        let joined = Joined { account, others: Vec::new(), emptied: Vec::new() };
        self.keep(&joined, &keys).await?;
        self.take_up_joined(joined, connection).await;
        Ok(Changed { changed: true })
    }

    /// The keys to be: one that was left empty stays as it is.
    async fn with_those_kept(&self, account: &Remembered, request: AccountKeys) -> Result<AccountCheck, DeskError> {
        let mut wanted = AccountCheck {
            state: account.state.clone(),
            environment: account.environment,
            software_key: request.software_key,
            user_key: request.user_key,
        };
        let (no_software, no_user) = (wanted.software_key.trim().is_empty(), wanted.user_key.trim().is_empty());
        if no_software != no_user {
            let (keychain, id) = (self.inner.config.keychain.clone(), account.id.clone());
            let kept = blocking(move || keychain.get(&id)).await?;
            if let Some(kept) = kept.map_err(|fault| self.refused(Asked::Read, account, fault))? {
                let kept = if no_software {
                    (&mut wanted.software_key, kept.software)
                } else {
                    (&mut wanted.user_key, kept.user)
                };
                kept.1.expose_secret().clone_into(kept.0);
            }
        }
        Ok(wanted)
    }

    pub(crate) async fn account_name(&self, request: AccountName) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.once("account_name", &id, async {
            let _turn = self.inner.connections.changing.lock().await;
            let (mut account, way) = self.account(&request.account)?;
            let name: String = request.name.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
            if account.name == name {
                return Ok(Changed { changed: false });
            }
            account.name = name;
            self.remember(&account).await?;
            self.accounts().put(Connected { remembered: account, way });
            self.inner.feed.snapshot();
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    fn account(&self, id: &str) -> Result<(Remembered, Way), DeskError> {
        let found = self.accounts().find(id).map(|account| (account.remembered.clone(), account.way.clone()));
        found.ok_or_else(no_account)
    }
}

fn no_keys() -> DeskError {
    DeskError {
        code: ErrorCode::WrongKey,
        message: say::accounts_enter_again().to_string(),
        next: say::accounts_keys_not_at_hand_next().to_string(),
        details: String::new(),
        retry: false,
    }
}
