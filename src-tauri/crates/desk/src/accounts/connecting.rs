//! Connecting keys and bringing them back, choosing licenses, forgetting an account: what changes which accounts there
//! are, one change at a time.

use std::sync::Arc;

use rules::LicenseNumber;
use state_api::{ApiKeys, Facility};
use words::say;

use super::joining::{Joined, Opened, joined_to};
use crate::contract::{
    AccountAgain, AccountCheck, AccountConnect, AccountRemove, AppSnapshot, Changed, CheckedAccount, DeskError,
    Environment, LicensesChoose,
};
use crate::desk::{Desk, blocking};
use crate::host::{KeyStoreError, StoredKeys};
use crate::state::accounts::{Connected, KnownLicense, Remembered, Way};
use crate::state::connection::Connection;
use crate::wording::errors::{Asked, keychain_refused};

impl Desk {
    pub(crate) async fn account_check(&self, request: AccountCheck) -> Result<CheckedAccount, DeskError> {
        let facilities = self.facilities_of(&request).await?;
        let licenses =
            facilities.iter().filter_map(|f| KnownLicense::of(f, |_| true)).map(|l| l.for_the_page()).collect();
        Ok(CheckedAccount { licenses })
    }

    pub(crate) async fn account_connect(&self, request: AccountConnect) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.deciding("account_connect", &id, self.connect(request)).await?;
        self.snapshot().await
    }

    async fn connect(&self, request: AccountConnect) -> Result<Changed, DeskError> {
        if request.licenses.is_empty() {
            return Err(none_chosen());
        }
        let facilities = self.facilities_of(&request.keys).await?;
        let licenses: Vec<_> =
            facilities.iter().filter_map(|f| KnownLicense::of(f, |number| request.licenses.contains(number))).collect();
        if !licenses.iter().any(|l| l.chosen) {
            return Err(none_chosen());
        }
        let opened = Opened {
            state: request.keys.state.trim().to_ascii_uppercase(),
            environment: request.keys.environment,
            licenses,
        };
        let keys = ApiKeys::new(&request.keys.software_key, &request.keys.user_key);
        let connection = self.connection(self.host_of(&request.keys)?, keys.clone())?;
        // Once more, this time into the mirror: the cards need the licenses' names.
        connection.syncer.facilities().await?;
        let _turn = self.inner.connections.changing.lock().await;
        let joined = joined_to(&self.accounts(), opened);
        self.keep(&joined, &keys).await?;
        self.take_up_joined(joined, connection).await;
        Ok(Changed { changed: true })
    }

    /// Keeps the keys and the accounts as they are to be, or neither: the keychain first, since it is what refuses, and
    /// put back as it was where the ledger cannot be written.
    pub(super) async fn keep(&self, joined: &Joined, keys: &ApiKeys) -> Result<(), DeskError> {
        let account = &joined.account;
        let stored = StoredKeys { software: keys.software.clone(), user: keys.user.clone() };
        let (keychain, id) = (self.inner.config.keychain.clone(), account.id.clone());
        // What cannot be read was nobody's keys any more.
        let before = blocking(move || {
            let before = keychain.get(&id).unwrap_or_default();
            keychain.put(&id, &stored).map(|()| before)
        })
        .await?
        .map_err(|fault| self.refused(Asked::Keep, account, fault))?;
        let put =
            std::iter::once(account).chain(&joined.others).map(Remembered::stored).collect::<Result<Vec<_>, _>>()?;
        let (ledger, removed, at) = (self.inner.ledger.clone(), joined.emptied.clone(), self.now());
        let Err(fault) = blocking(move || ledger.accounts_change(&put, &removed, at)).await? else { return Ok(()) };
        let (keychain, id) = (self.inner.config.keychain.clone(), account.id.clone());
        let undone = blocking(move || match before {
            Some(before) => keychain.put(&id, &before),
            None => keychain.remove(&id),
        });
        if let Err(fault) = undone.await? {
            tracing::warn!(%fault, account = account.id, "keys of an account that was not connected stay in the keychain");
        }
        Err(fault.into())
    }

    /// What follows once accounts are kept. Nothing here fails: they are connected.
    pub(super) async fn take_up_joined(&self, joined: Joined, connection: Connection) {
        let licenses = joined.licenses();
        let Joined { account, others, emptied } = joined;
        {
            let mut accounts = self.accounts();
            for other in others {
                let way = accounts.find(&other.id).map_or(Way::NoKeys, |known| known.way.clone());
                accounts.put(Connected { remembered: other, way });
            }
            accounts.remove(&emptied);
            accounts.put(Connected { remembered: account, way: Way::Open(Box::new(connection)) });
        }
        self.follow(&licenses).await;
        let keychain = self.inner.config.keychain.clone();
        let removed = blocking(move || emptied.iter().try_for_each(|id| keychain.remove(id))).await;
        if let Err(why) = removed.and_then(|removed| removed.map_err(|fault| DeskError::internal(fault.0))) {
            tracing::warn!(details = %why.details, "keys that are replaced stay in the keychain");
        }
    }

    /// The keychain's refusal of an account's entry, in words.
    pub(super) fn refused(&self, asked: Asked, account: &Remembered, fault: KeyStoreError) -> DeskError {
        keychain_refused(asked, &account.spoken(), &self.inner.config.keychain.entry(&account.id), fault)
    }

    /// An account is as it is remembered, and this is its way to the state.
    pub(super) async fn take_up(&self, account: Remembered, way: Way) {
        let licenses: Vec<_> = account.licenses.iter().map(|license| license.number.clone()).collect();
        self.accounts().put(Connected { remembered: account, way });
        self.follow(&licenses).await;
    }

    /// Each of these licenses is read and reported for by whoever has it now, or by nobody where nobody does. Every
    /// change of an account ends here, so that none goes on with a connection that it should not have.
    async fn follow(&self, licenses: &[LicenseNumber]) {
        for license in licenses {
            self.let_go(license).await;
        }
        for license in licenses {
            let reads = self.accounts().reads(license);
            let (connection, chosen) = reads.unwrap_or((None, false));
            // Chosen or not: what a person queued goes.
            self.reports().wire(license, connection.as_ref().map(|connection| &connection.wire));
            if !chosen {
                continue;
            }
            let as_of = self.as_of(license).await.unwrap_or_else(|fault| {
                // Its first run meets the same damage, and mends it.
                tracing::warn!(%license, details = %fault.details, "how old a license's copy is cannot be read");
                None
            });
            match connection {
                Some(connection) => self.keep_up(license.clone(), connection.syncer, as_of),
                None => self.inner.runs.show_only(license.clone(), as_of),
            }
        }
        self.accounts_changed().await;
        self.inner.feed.snapshot();
    }

    pub(super) async fn remember(&self, account: &Remembered) -> Result<(), DeskError> {
        let stored = account.stored()?;
        let (ledger, at) = (self.inner.ledger.clone(), self.now());
        Ok(blocking(move || ledger.account_put(&stored, at)).await??)
    }

    /// At start: every remembered account with its keys, or as one that waits for them.
    pub(crate) async fn restore_accounts(&self) -> Result<(), DeskError> {
        let _turn = self.inner.connections.changing.lock().await;
        let ledger = self.inner.ledger.clone();
        for stored in blocking(move || ledger.accounts()).await?? {
            let account: Remembered = match serde_json::from_value(stored.body) {
                Ok(account) => account,
                Err(fault) => {
                    tracing::error!(%fault, "a remembered account cannot be read");
                    continue;
                }
            };
            let way = self.way_again(&account).await;
            self.look_at_facilities(&account, &way);
            self.take_up(account, way).await;
        }
        Ok(())
    }

    /// An account's way to the state, from what the keychain holds.
    async fn way_again(&self, account: &Remembered) -> Way {
        match self.connection_again(account).await {
            Ok(Some(connection)) => Way::Open(Box::new(connection)),
            Ok(None) => Way::NoKeys,
            Err(fault) => {
                tracing::warn!(account = account.id, code = ?fault.code, details = %fault.details, "an account is shut");
                Way::Shut(Box::new(fault))
            }
        }
    }

    fn look_at_facilities(&self, account: &Remembered, way: &Way) {
        if let Way::Open(connection) = way {
            let (desk, id, connection) = (self.clone(), account.id.clone(), connection.as_ref().clone());
            self.inner.tasks.spawn(async move { desk.refresh_facilities(id, connection).await });
        }
    }

    async fn connection_again(&self, account: &Remembered) -> Result<Option<Connection>, DeskError> {
        if account.environment == Environment::Demo {
            let (host, keys) = self.inner.connections.demo_running(&self.inner.config.data_dir).await?;
            return self.connection(host, keys).map(Some);
        }
        let (keychain, id) = (self.inner.config.keychain.clone(), account.id.clone());
        let read = blocking(move || keychain.get(&id)).await?;
        let Some(keys) = read.map_err(|fault| self.refused(Asked::Read, account, fault))? else { return Ok(None) };
        let host = self.host(&account.state, account.environment)?;
        self.connection(host, ApiKeys { software: keys.software, user: keys.user }).map(Some)
    }

    /// Tries once more to have an account's keys, without a restart.
    pub(crate) async fn account_again(&self, request: AccountAgain) -> Result<AppSnapshot, DeskError> {
        self.deciding("account_again", &request.request_id, async {
            let _turn = self.inner.connections.changing.lock().await;
            let found = self.accounts().find(&request.account).map(|a| (a.remembered.clone(), a.way.clone()));
            let (account, before) = found.ok_or_else(no_account)?;
            if before.connection().is_some() {
                return Ok(Changed { changed: false });
            }
            let way = self.way_again(&account).await;
            self.look_at_facilities(&account, &way);
            self.take_up(account, way.clone()).await;
            match way {
                Way::Open(_) | Way::NoKeys => Ok(Changed { changed: true }),
                Way::Shut(fault) => Err(*fault),
            }
        })
        .await?;
        self.snapshot().await
    }

    /// The state may have renamed a license, given another, or changed what one may do.
    async fn refresh_facilities(&self, id: String, connection: Connection) {
        let facilities = tokio::select! {
            () = self.inner.stop.cancelled() => return,
            facilities = connection.syncer.facilities() => facilities,
        };
        // The license's own run meets the same fault and tells the person.
        let Ok(facilities) = facilities else { return };
        let _turn = self.inner.connections.changing.lock().await;
        let Some((mut account, way)) = self.accounts().find(&id).map(|a| (a.remembered.clone(), a.way.clone())) else {
            return;
        };
        if way.connection().is_none_or(|now| !Arc::ptr_eq(&now.syncer, &connection.syncer)) {
            // Other keys have come since: these do not speak for the account any more.
            return;
        }
        let licenses = self.licenses_with(&account, &facilities);
        if licenses == account.licenses {
            return;
        }
        account.licenses = licenses;
        if let Err(fault) = self.remember(&account).await {
            tracing::warn!(code = ?fault.code, "the licenses' new descriptions could not be kept");
        }
        self.accounts().put(Connected { remembered: account, way });
        self.inner.feed.snapshot();
    }

    /// An account's licenses, now that its keys open these facilities.
    pub(super) fn licenses_with(&self, account: &Remembered, facilities: &[Facility]) -> Vec<KnownLicense> {
        let was_chosen = |number: &LicenseNumber| account.licenses.iter().any(|l| l.number == *number && l.chosen);
        let mut licenses: Vec<_> = facilities.iter().filter_map(|f| KnownLicense::of(f, was_chosen)).collect();
        // A license that the keys lost stays to be seen, with what was read of it.
        let lost = account.licenses.iter().filter(|l| !licenses.iter().any(|m| m.number == l.number));
        licenses.extend(lost.cloned().collect::<Vec<_>>());
        // One that the person reads with another account's keys stays there.
        licenses.retain(|license| !self.accounts().another_has(&account.id, &license.number));
        licenses
    }

    pub(crate) async fn licenses_choose(&self, request: LicensesChoose) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.deciding("licenses_choose", &id, async {
            let _turn = self.inner.connections.changing.lock().await;
            let found = self.accounts().find(&request.account).map(|a| (a.remembered.clone(), a.way.clone()));
            let (mut account, way) = found.ok_or_else(no_account)?;
            for license in &mut account.licenses {
                license.chosen = request.licenses.contains(&license.number);
            }
            if !account.licenses.iter().any(|l| l.chosen) {
                return Err(none_chosen());
            }
            self.remember(&account).await?;
            self.take_up(account, way).await;
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    pub(crate) async fn account_remove(&self, request: AccountRemove) -> Result<AppSnapshot, DeskError> {
        self.deciding("account_remove", &request.request_id, async {
            self.forget_account(&request.account).await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.snapshot().await
    }

    /// Forgets an account's keys and the local copy of its licenses. Nothing happens when there is none.
    pub(super) async fn forget_account(&self, id: &str) -> Result<(), DeskError> {
        let _turn = self.inner.connections.changing.lock().await;
        let Some(account) = self.accounts().find(id).map(|a| a.remembered.clone()) else { return Ok(()) };
        if account.environment != Environment::Demo {
            // What refuses comes first: an account whose entry stays is still connected, and still read.
            let (keychain, key) = (self.inner.config.keychain.clone(), id.to_owned());
            let removed = blocking(move || keychain.remove(&key)).await?;
            removed.map_err(|fault| self.refused(Asked::Remove, &account, fault))?;
        }
        let licenses: Vec<_> = account.licenses.iter().map(|l| l.number.clone()).collect();
        let nobodys: Vec<_> =
            licenses.iter().filter(|license| !self.accounts().another_has(id, license)).cloned().collect();
        for license in &licenses {
            self.let_go(license).await;
        }
        // The copy before the account: a kill in between leaves an account to remove again, and no copy that nobody has.
        let (mirror, ledger, key) = (self.mirror(), self.inner.ledger.clone(), id.to_owned());
        let forgotten = blocking(move || -> Result<(), DeskError> {
            nobodys.iter().try_for_each(|license| mirror.forget_license(license))?;
            ledger.account_remove(&key)?;
            Ok(())
        });
        let forgotten = forgotten.await?;
        self.inner.page.views.clear();
        if forgotten.is_ok() {
            self.accounts().remove(&[id.to_owned()]);
        }
        self.follow(&licenses).await;
        self.tidy();
        forgotten?;
        if account.environment == Environment::Demo {
            self.inner.connections.stop_demo().await;
        }
        Ok(())
    }
}

fn none_chosen() -> DeskError {
    DeskError::bad_request(say::accounts_none_chosen(), say::accounts_none_chosen_next())
}

pub(super) fn no_account() -> DeskError {
    DeskError::bad_request(say::accounts_not_connected(), say::accounts_not_connected_next())
}
