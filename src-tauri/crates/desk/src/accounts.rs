//! Accounts: connecting keys, remembering them in the keychain, choosing licences, forgetting them.

use ledger::StoredAccount;
use rules::LicenceNumber;
use serde::{Deserialize, Serialize};
use state_api::{ApiKeys, Facility, Limits};
use uuid::Uuid;

use crate::contract::{
    Account, AccountCheck, AccountConnect, AccountRemove, AppSnapshot, Changed, CheckedAccount, DeskError, Empty,
    Environment, Licence, LicencesChoose,
};
use crate::demo::DEMO;
use crate::desk::{Desk, blocking};
use crate::host::StoredKeys;
use crate::line::Line;

/// The connected accounts, in the order connected.
#[derive(Default)]
pub(crate) struct Accounts {
    list: Vec<Connected>,
}

/// One account: what is remembered of it, and its line to the state where its keys are at hand.
pub(crate) struct Connected {
    remembered: Remembered,
    line: Option<Line>,
}

/// What the ledger remembers of an account. Never keys.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Remembered {
    id: String,
    state: String,
    environment: Environment,
    licences: Vec<KnownLicence>,
}

/// A licence as the state last described it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KnownLicence {
    number: LicenceNumber,
    name: String,
    licence_type: String,
    chosen: bool,
    can_test: bool,
    can_grow: bool,
    can_sell: bool,
}

impl Accounts {
    pub fn has(&self, id: &str) -> bool {
        self.list.iter().any(|a| a.remembered.id == id)
    }

    pub fn for_the_page(&self) -> Vec<Account> {
        self.list.iter().map(Connected::for_the_page).collect()
    }

    /// Whether some account waits for its keys.
    pub fn keys_missing(&self) -> bool {
        self.list.iter().any(|a| a.line.is_none())
    }

    /// Every account's calls together.
    pub fn calls(&self) -> crate::contract::CallBudget {
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let mut sum = crate::contract::CallBudget {
            last_minute: 0,
            limit_per_second: number(u64::from(Limits::published().licence_per_second)),
            waiting: 0,
            refused: 0,
            frozen_until: None,
        };
        let mut frozen = None;
        let mut budgets: Vec<(&str, state_api::BudgetStatus)> = Vec::new();
        for line in self.list.iter().filter_map(|a| a.line.as_ref()) {
            // Accounts with one software key share a budget, which is counted once.
            if !budgets.iter().any(|(key, _)| *key == line.budget_key) {
                budgets.push((&line.budget_key, line.client.budget()));
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

    /// Whether a licence is one of the person's.
    pub fn has_licence(&self, licence: &LicenceNumber) -> bool {
        self.list.iter().any(|a| a.remembered.licences.iter().any(|l| l.number == *licence))
    }

    /// The licences of an account.
    pub fn licences_of(&self, id: &str) -> Vec<LicenceNumber> {
        let licences = self.find(id).map(|a| a.remembered.licences.iter().map(|l| l.number.clone()).collect());
        licences.unwrap_or_default()
    }

    /// The line of the account that has a licence and its keys at hand.
    pub fn line_of(&self, licence: &LicenceNumber) -> Option<Line> {
        let has = |account: &&Connected| account.remembered.licences.iter().any(|known| known.number == *licence);
        self.list.iter().filter(|account| account.line.is_some()).find(has).and_then(|account| account.line.clone())
    }

    fn find(&self, id: &str) -> Option<&Connected> {
        self.list.iter().find(|a| a.remembered.id == id)
    }

    fn put(&mut self, account: Connected) {
        match self.list.iter_mut().find(|a| a.remembered.id == account.remembered.id) {
            Some(known) => *known = account,
            None => self.list.push(account),
        }
    }

    /// The account that waits for keys and has one of these licences: connecting mends it instead of adding another.
    fn waiting_for_keys(&self, state: &str, environment: Environment, licences: &[KnownLicence]) -> Option<String> {
        let shares =
            |a: &Connected| a.remembered.licences.iter().any(|l| licences.iter().any(|m| m.number == l.number));
        let same = |a: &&Connected| a.remembered.state == state && a.remembered.environment == environment && shares(a);
        self.list.iter().find(same).map(|a| a.remembered.id.clone())
    }
}

impl Connected {
    fn for_the_page(&self) -> Account {
        let Remembered { id, state, environment, licences } = &self.remembered;
        Account {
            id: id.clone(),
            state: state.clone(),
            environment: *environment,
            has_keys: self.line.is_some(),
            licences: licences.iter().map(KnownLicence::for_the_page).collect(),
        }
    }
}

impl KnownLicence {
    /// None for a facility without a licence number: nothing can be asked about it.
    fn of(facility: &Facility, chosen: impl Fn(&LicenceNumber) -> bool) -> Option<Self> {
        let number = facility.licence()?;
        Some(Self {
            chosen: chosen(&number),
            number,
            name: facility.shown_name().to_owned(),
            licence_type: facility.licence_type().to_owned(),
            can_test: facility.can_test(),
            can_grow: facility.can_grow(),
            can_sell: facility.can_sell(),
        })
    }

    fn for_the_page(&self) -> Licence {
        Licence {
            number: self.number.clone(),
            name: self.name.clone(),
            licence_type: self.licence_type.clone(),
            kind: self.number.kind(),
            chosen: self.chosen,
            can_test: self.can_test,
            can_grow: self.can_grow,
            can_sell: self.can_sell,
        }
    }
}

impl Desk {
    pub(crate) async fn account_check(&self, request: AccountCheck) -> Result<CheckedAccount, DeskError> {
        let facilities = self.facilities_of(&request).await?;
        let licences =
            facilities.iter().filter_map(|f| KnownLicence::of(f, |_| true)).map(|l| l.for_the_page()).collect();
        Ok(CheckedAccount { licences })
    }

    pub(crate) async fn account_connect(&self, request: AccountConnect) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.once("account_connect", &id, self.connect(request)).await?;
        self.app_snapshot(Empty {}).await
    }

    async fn connect(&self, request: AccountConnect) -> Result<Changed, DeskError> {
        if request.licences.is_empty() {
            return Err(none_chosen());
        }
        let facilities = self.facilities_of(&request.keys).await?;
        let licences: Vec<_> =
            facilities.iter().filter_map(|f| KnownLicence::of(f, |number| request.licences.contains(number))).collect();
        if !licences.iter().any(|l| l.chosen) {
            return Err(none_chosen());
        }
        let state = request.keys.state.trim().to_ascii_uppercase();
        let environment = request.keys.environment;
        let known = self.accounts().waiting_for_keys(&state, environment, &licences);
        let id = known.unwrap_or_else(|| Uuid::now_v7().to_string());
        let keys = ApiKeys::new(&request.keys.software_key, &request.keys.user_key);
        let (keychain, account) = (self.inner.keychain.clone(), id.clone());
        let stored = StoredKeys { software: keys.software.clone(), user: keys.user.clone() };
        blocking(move || keychain.put(&account, &stored)).await??;
        let line = self.line(self.host_of(&request.keys)?, keys)?;
        // Once more, this time into the mirror: the cards need the licences' names.
        line.syncer.facilities().await?;
        self.adopt(Remembered { id, state, environment, licences }, Some(line)).await?;
        Ok(Changed { changed: true })
    }

    /// Starts the demo state if need be and connects it with all its licences.
    pub(crate) async fn connect_demo(&self) -> Result<(), DeskError> {
        let (host, keys) = self.demo_running().await?;
        let line = self.line(host, keys)?;
        let facilities = line.syncer.facilities().await?;
        let licences = facilities.iter().filter_map(|f| KnownLicence::of(f, |_| true)).collect();
        let account = Remembered { id: DEMO.into(), state: "CA".into(), environment: Environment::Demo, licences };
        self.adopt(account, Some(line)).await
    }

    /// Remembers an account and begins to keep its chosen licences up to date.
    async fn adopt(&self, account: Remembered, line: Option<Line>) -> Result<(), DeskError> {
        self.remember(&account).await?;
        for licence in &account.licences {
            self.let_go(&licence.number).await;
        }
        self.accounts().put(Connected { remembered: account.clone(), line: line.clone() });
        for licence in &account.licences {
            // Chosen or not: what a person queued goes.
            self.reports().wire(&licence.number, line.as_ref().map(|line| &line.wire));
        }
        for licence in account.licences.iter().filter(|l| l.chosen) {
            let as_of = self.as_of(&licence.number).await?;
            match &line {
                Some(line) => self.keep_up(licence.number.clone(), line.syncer.clone(), as_of),
                None => self.show_only(licence.number.clone(), as_of),
            }
        }
        self.accounts_changed().await;
        self.inner.feed.snapshot();
        Ok(())
    }

    async fn remember(&self, account: &Remembered) -> Result<(), DeskError> {
        let body = serde_json::to_value(account).map_err(|fault| DeskError::internal(fault.to_string()))?;
        let stored = StoredAccount { id: account.id.clone(), body };
        let (ledger, at) = (self.inner.ledger.clone(), self.now());
        Ok(blocking(move || ledger.account_put(&stored, at)).await??)
    }

    /// At start: every remembered account with its keys, or as one that waits for them.
    pub(crate) async fn restore_accounts(&self) -> Result<(), DeskError> {
        let ledger = self.inner.ledger.clone();
        for stored in blocking(move || ledger.accounts()).await?? {
            let account: Remembered = match serde_json::from_value(stored.body) {
                Ok(account) => account,
                Err(fault) => {
                    tracing::error!(%fault, "a remembered account cannot be read");
                    continue;
                }
            };
            let line = match self.line_again(&account).await {
                Ok(line) => line,
                Err(fault) => {
                    tracing::warn!(code = ?fault.code, details = %fault.details, "an account's line cannot be made");
                    None
                }
            };
            self.adopt(account.clone(), line.clone()).await?;
            if let Some(line) = line {
                let desk = self.clone();
                self.inner.tasks.spawn(async move { desk.refresh_facilities(account.id, line).await });
            }
        }
        Ok(())
    }

    async fn line_again(&self, account: &Remembered) -> Result<Option<Line>, DeskError> {
        if account.environment == Environment::Demo {
            let (host, keys) = self.demo_running().await?;
            return self.line(host, keys).map(Some);
        }
        let (keychain, id) = (self.inner.keychain.clone(), account.id.clone());
        let Some(keys) = blocking(move || keychain.get(&id)).await?? else { return Ok(None) };
        let host = self.host(&account.state, account.environment)?;
        self.line(host, ApiKeys { software: keys.software, user: keys.user }).map(Some)
    }

    /// The state may have renamed a licence, given another, or changed what one may do.
    async fn refresh_facilities(&self, id: String, line: Line) {
        let facilities = tokio::select! {
            () = self.inner.stop.cancelled() => return,
            facilities = line.syncer.facilities() => facilities,
        };
        // The licence's own run meets the same fault and tells the person.
        let Ok(facilities) = facilities else { return };
        let Some(mut account) = self.accounts().find(&id).map(|a| a.remembered.clone()) else { return };
        let was_chosen = |number: &LicenceNumber| account.licences.iter().any(|l| l.number == *number && l.chosen);
        let mut licences: Vec<_> = facilities.iter().filter_map(|f| KnownLicence::of(f, was_chosen)).collect();
        // A licence that the keys lost stays to be seen, with what was read of it.
        let lost = account.licences.iter().filter(|l| !licences.iter().any(|m| m.number == l.number));
        licences.extend(lost.cloned().collect::<Vec<_>>());
        if licences == account.licences {
            return;
        }
        account.licences = licences;
        if let Err(fault) = self.remember(&account).await {
            tracing::warn!(code = ?fault.code, "the licences' new descriptions could not be kept");
        }
        self.accounts().put(Connected { remembered: account, line: Some(line) });
        self.inner.feed.snapshot();
    }

    pub(crate) async fn licences_choose(&self, request: LicencesChoose) -> Result<AppSnapshot, DeskError> {
        let id = request.request_id.clone();
        self.once("licences_choose", &id, async {
            let found = self.accounts().find(&request.account).map(|a| (a.remembered.clone(), a.line.clone()));
            let Some((mut account, line)) = found else { return Err(no_account()) };
            for licence in &mut account.licences {
                licence.chosen = request.licences.contains(&licence.number);
            }
            if !account.licences.iter().any(|l| l.chosen) {
                return Err(none_chosen());
            }
            self.adopt(account, line).await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.app_snapshot(Empty {}).await
    }

    pub(crate) async fn account_remove(&self, request: AccountRemove) -> Result<AppSnapshot, DeskError> {
        self.once("account_remove", &request.request_id, async {
            self.forget_account(&request.account).await?;
            Ok(Changed { changed: true })
        })
        .await?;
        self.app_snapshot(Empty {}).await
    }

    /// Forgets an account's keys and the local copy of its licences. Nothing happens when there is none.
    pub(crate) async fn forget_account(&self, id: &str) -> Result<(), DeskError> {
        let Some(account) = self.accounts().find(id).map(|a| a.remembered.clone()) else { return Ok(()) };
        for licence in &account.licences {
            self.let_go(&licence.number).await;
            self.reports().wire(&licence.number, None);
        }
        if account.environment == Environment::Demo {
            self.stop_demo().await;
        } else {
            let (keychain, key) = (self.inner.keychain.clone(), id.to_owned());
            blocking(move || keychain.remove(&key)).await??;
        }
        let (ledger, mirror, key) = (self.inner.ledger.clone(), self.mirror(), id.to_owned());
        let licences: Vec<_> = account.licences.iter().map(|l| l.number.clone()).collect();
        blocking(move || -> Result<(), DeskError> {
            ledger.account_remove(&key)?;
            licences.iter().try_for_each(|licence| Ok(mirror.remove_licence(licence)?))
        })
        .await??;
        self.accounts().list.retain(|a| a.remembered.id != id);
        self.accounts_changed().await;
        self.inner.views.clear();
        self.inner.feed.snapshot();
        Ok(())
    }
}

fn none_chosen() -> DeskError {
    DeskError::bad_request("No licence is chosen, so there is nothing to load.", "Choose at least one licence.")
}

fn no_account() -> DeskError {
    DeskError::bad_request("This account is no longer connected.", "Connect it again.")
}
