//! The way to the state, as narrow as the executor needs it; and the real one, over the state's API.

mod templates;

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use state_api::{
    Adjustment, ApiError, Between, Client, ClientConfig, Lane, Package, PageAsk, Patience, SetupError, Window,
    WriteMethod, WriteOutcome, Writer,
};
use words::say;

use self::templates::Templates;
use crate::event::{Attempt, Outcome, ReadFailure};
use crate::intent::IntentId;
use crate::kinds::Method;
use crate::mark::Mark;
use crate::snapshot::{AdjustmentRow, PackageSnapshot, Question, Reading, ReceiptSnapshot, Snapshot};

/// What was read for whom.
pub type Readings = Vec<(IntentId, Result<Reading, ReadFailure>)>;

/// The way to the state.
pub trait Wire: Send + Sync + 'static {
    /// Sends a request once. Never tries again by itself.
    fn send(&self, attempt: &Attempt) -> impl Future<Output = Outcome> + Send;

    /// Reads what the state holds now. Gives one reading or failure for each question.
    fn read(
        &self,
        license: &LicenseNumber,
        questions: &[(IntentId, Question)],
    ) -> impl Future<Output = Readings> + Send;
}

/// The state's API with one pair of keys.
#[derive(Debug, Clone)]
pub struct StateWire {
    reads: Client,
    writes: Writer,
}

/// A reading may take several calls, of which one that fails is tried again at once: were the whole begun anew each
/// time, a long list might never be read to its end on a bad line. A freeze is not waited out; the outbox has its own
/// patience.
const FEW: Patience =
    Patience { tries: 4, first_pause: Duration::from_millis(50), longest_pause: Duration::from_millis(500) };

/// How far clocks and days may be apart: adjustments are asked for from so long before the attempt.
const MARGIN: SignedDuration = SignedDuration::from_hours(25);

/// Nothing is younger than now by the state's clock. Short, since a state may take no window beyond a day.
const JUST_AFTER: SignedDuration = SignedDuration::from_hours(1);

/// How exact the state's clock is known: its `Date` is to the second, and takes its time to arrive.
const JUST_BEFORE: SignedDuration = SignedDuration::from_secs(10);

impl StateWire {
    /// A wire of the same host, keys and budget as other clients of this configuration. No call is made yet.
    ///
    /// # Errors
    /// [`SetupError`] when secure connections cannot be set up on this computer.
    pub fn new(config: ClientConfig) -> Result<Self, SetupError> {
        let writes = Writer::new(&config)?;
        let reads = Client::new(config)?.in_lane(Lane::Reconcile).with_patience(FEW);
        Ok(Self { reads, writes })
    }

    async fn answer(
        &self,
        license: &LicenseNumber,
        question: &Question,
        rows: &Result<Vec<Adjustment>, ReadFailure>,
        id: IntentId,
        templates: &Templates,
    ) -> Result<Reading, ReadFailure> {
        match question {
            Question::Package { tag } => Ok(Reading::of(package(self.reads.package_by_label(license, tag).await)?)),
            Question::PackageAndAdjustments { tag, .. } => {
                let of_package = rows.clone()?.into_iter().filter(|row| row.package_label == tag.as_str());
                let adjustments = Some(of_package.map(adjustment).collect());
                let snapshot = package(self.reads.package_by_label(license, tag).await)?;
                Ok(Reading { snapshot, adjustments })
            }
            Question::Receipt { id } => match self.reads.receipt_state(license, *id).await {
                Ok(receipt) => {
                    let is_final = receipt.is_final.ok_or_else(|| ReadFailure::StateFault {
                        said: say::reporting_said_receipt_open().to_string(),
                    })?;
                    let last_modified = receipt.last_modified;
                    Ok(Reading::of(Snapshot::Receipt(ReceiptSnapshot { is_final, last_modified })))
                }
                Err(ApiError::NotFound { .. }) => Ok(Reading::of(Snapshot::NotThere)),
                Err(error) => Err(failure(error)),
            },
            Question::Template { .. } => templates.get(&id).cloned().unwrap_or_else(|| {
                Err(ReadFailure::StateFault { said: say::reporting_said_template_unread().to_string() })
            }),
        }
    }

    /// The adjustments that the questions are about. Read before the packages, so that a write that arrives between
    /// the two shows in the package at least.
    ///
    /// First those since just before the first attempt, by the state's clock: as a rule everything looked for is
    /// among them. Whatever is not is looked for in all that can be ours by any clock and any reading of the window.
    async fn adjustments(
        &self,
        license: &LicenseNumber,
        questions: &[(IntentId, Question)],
    ) -> Result<Vec<Adjustment>, ReadFailure> {
        let wanted: Vec<(Timestamp, Date, &Mark)> = questions
            .iter()
            .filter_map(|(_, question)| match question {
                Question::PackageAndAdjustments { since, date, mark, .. } => Some((*since, *date, mark)),
                _ => None,
            })
            .collect();
        let Some(since) = wanted.iter().map(|(since, ..)| *since).min() else { return Ok(Vec::new()) };
        let local = self.reads.local_now();
        let now = self.reads.server_now().unwrap_or(local).max(local);
        let skew = self.reads.clock_skew();
        let marks: Vec<&Mark> = wanted.iter().map(|(.., mark)| *mark).collect();
        let mut recent = None;
        if let Some(skew) = skew {
            let window = Window { start: moved(moved(since, skew), -JUST_BEFORE), end: moved(now, JUST_AFTER) };
            let rows = self.adjustments_within(license, window, &marks).await.map_err(failure)?;
            if all_found(&marks, &rows) {
                return Ok(rows);
            }
            recent = Some(rows);
        }
        let days = wanted.iter().filter_map(|(_, date, _)| date.to_zoned(TimeZone::UTC).ok());
        let first_day = days.map(|day| day.timestamp()).min().unwrap_or(since);
        let earliest = since.min(moved(since, skew.unwrap_or_default())).min(first_day);
        let window = Window { start: moved(earliest, -MARGIN), end: moved(now, MARGIN) };
        match (self.adjustments_within(license, window, &marks).await, recent) {
            // A state that takes no window beyond a day: what is in the short one has to do. That something is missing
            // there proves nothing by itself; the package must be untouched too.
            (Err(ApiError::BadRequest { .. }), Some(recent)) => Ok(recent),
            (read, _) => read.map_err(failure),
        }
    }

    /// The adjustments of a window: all pages, or fewer where everything looked for is on them. The last page comes
    /// after the first, since what is new is most often there; no order is promised, and none is relied on.
    async fn adjustments_within(
        &self,
        license: &LicenseNumber,
        window: Window,
        marks: &[&Mark],
    ) -> Result<Vec<Adjustment>, ApiError> {
        let ask = |page| PageAsk { license, window: Some(window), page };
        let first = self.reads.adjustments(ask(1)).await?;
        let mut rows = first.records;
        for page in (2..=first.total_pages).rev() {
            if all_found(marks, &rows) {
                break;
            }
            rows.extend(self.reads.adjustments(ask(page)).await?.records);
        }
        Ok(rows)
    }
}

impl Wire for StateWire {
    async fn send(&self, attempt: &Attempt) -> Outcome {
        let method = match attempt.kind.method() {
            Method::Post => WriteMethod::Post,
            Method::Put => WriteMethod::Put,
            Method::Delete => WriteMethod::Delete,
        };
        // What is deleted stands in the path; the state's DELETEs take no body (CONTRACT, Appendix A).
        let body = if method == WriteMethod::Delete { String::new() } else { attempt.body.clone() };
        match self.writes.send(method, &attempt.path, &attempt.license, body).await {
            WriteOutcome::Accepted { warnings, .. } => Outcome::Accepted { warnings },
            WriteOutcome::Refused { status, rows, state_said } => Outcome::Refused { status, rows, said: state_said },
            WriteOutcome::KeyRefused { state_said } => Outcome::KeyRefused { said: state_said },
            WriteOutcome::RateLimited { until, state_said } => Outcome::Asked { until, said: state_said },
            WriteOutcome::NotSent { detail } => Outcome::NotSent { how: detail },
            WriteOutcome::Blocked { what, detail } => Outcome::Blocked { how: with_detail(&what, &detail) },
            WriteOutcome::Foreign { what, detail } => Outcome::Foreign { how: with_detail(&what, &detail) },
            WriteOutcome::Unknown { detail } => Outcome::Lost { how: detail },
        }
    }

    async fn read(&self, license: &LicenseNumber, questions: &[(IntentId, Question)]) -> Readings {
        let rows = self.adjustments(license, questions).await;
        let templates = templates::answers(&self.reads, license, questions).await;
        // Side by side: the budget lets through as many as the state takes.
        let answers = questions
            .iter()
            .map(|(id, question)| async { (*id, self.answer(license, question, &rows, *id, &templates).await) });
        futures_util::future::join_all(answers).await
    }
}

/// Wires by license: each account has its own keys.
#[derive(Debug, Clone, Default)]
pub struct Wires(Arc<RwLock<HashMap<LicenseNumber, StateWire>>>);

impl Wires {
    /// No wires yet: what is queued waits for keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// The way for a license from here on. Tell the outbox that the keys changed.
    pub fn set(&self, license: LicenseNumber, wire: StateWire) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(license, wire);
    }

    /// No way for a license any more; what waits for it stays.
    pub fn remove(&self, license: &LicenseNumber) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(license);
    }

    fn of(&self, license: &LicenseNumber) -> Option<StateWire> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(license).cloned()
    }
}

/// What is said where no account is connected for a license.
fn no_keys() -> String {
    say::reporting_said_no_keys().to_string()
}

impl Wire for Wires {
    async fn send(&self, attempt: &Attempt) -> Outcome {
        match self.of(&attempt.license) {
            Some(wire) => wire.send(attempt).await,
            None => Outcome::KeyRefused { said: no_keys() },
        }
    }

    async fn read(&self, license: &LicenseNumber, questions: &[(IntentId, Question)]) -> Readings {
        match self.of(license) {
            Some(wire) => wire.read(license, questions).await,
            None => {
                let failure = ReadFailure::KeyRefused { said: no_keys() };
                questions.iter().map(|(id, _)| (*id, Err(failure.clone()))).collect()
            }
        }
    }
}

fn all_found(marks: &[&Mark], rows: &[Adjustment]) -> bool {
    let notes = || rows.iter().filter_map(|row| row.adjustment_note.as_deref());
    marks.iter().all(|mark| notes().any(|note| mark.is_in(note)))
}

fn moved(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}

fn package(read: Result<Package, ApiError>) -> Result<Snapshot, ReadFailure> {
    match read {
        Ok(package) => Ok(Snapshot::Package(PackageSnapshot {
            quantity: package.quantity,
            unit: package.unit_of_measure_name,
            finished: package.is_finished,
            location: package.location_name,
            sublocation: package.sublocation_name,
            note: package.note,
            item: package.item.map(|item| item.name),
            last_modified: package.last_modified,
        })),
        Err(ApiError::NotFound { .. }) => Ok(Snapshot::NotThere),
        Err(error) => Err(failure(error)),
    }
}

fn adjustment(row: Adjustment) -> AdjustmentRow {
    AdjustmentRow {
        quantity: row.adjustment_quantity,
        unit: row.adjustment_unit_of_measure_name.unwrap_or_default(),
        reason: row.adjustment_reason_name.unwrap_or_default(),
        note: row.adjustment_note.unwrap_or_default(),
        by: row.adjusted_by_user_name.unwrap_or_default(),
    }
}

fn with_detail(what: &Between, detail: &str) -> String {
    match detail {
        "" => what.to_string(),
        detail => say::reporting_said_with_details(detail, what.to_string()).to_string(),
    }
}

fn failure(error: ApiError) -> ReadFailure {
    let said = error.state_said().to_owned();
    match error {
        ApiError::WrongKey { .. } => ReadFailure::KeyRefused { said },
        ApiError::NotPermitted { .. } => ReadFailure::MayNotRead { said },
        ApiError::RateLimited { until, .. } => ReadFailure::Asked { until, said },
        ApiError::Unreachable { why, detail } => {
            let how = say::reporting_said_with_details(detail, why.to_string()).to_string();
            ReadFailure::Unreachable { how }
        }
        ApiError::Between { what, detail } => ReadFailure::Between { how: with_detail(&what, &detail) },
        other => ReadFailure::StateFault { said: if said.is_empty() { other.to_string() } else { said } },
    }
}
