//! Templates are read in their list alone, which is read as carefully as that needs: once for all that are asked about,
//! narrowly first, and whole before anything is said to be missing.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rules::LicenseNumber;
use state_api::{ApiError, Client, PageAsk, TemplateState, Window};
use words::say;

use super::{JUST_AFTER, JUST_BEFORE, MARGIN, failure, moved};
use crate::event::ReadFailure;
use crate::intent::IntentId;
use crate::mark::Mark;
use crate::snapshot::{Question, Reading, Snapshot, Sought, TemplateFound, TemplateSnapshot};

/// How often a page that does not fit, or a list that does not, is asked for again.
const AGAIN: usize = 4;

/// Before Metrc there were no templates.
const FIRST_YEAR: SignedDuration = SignedDuration::from_hours(24 * 365 * 40);

/// One template that is asked about.
#[derive(Clone)]
struct Asked {
    id: IntentId,
    sought: Sought,
    since: Option<Timestamp>,
    /// The same by the state's clock, and a little before.
    since_there: Option<Timestamp>,
}

/// What was read of templates, for whom.
pub(super) type Templates = BTreeMap<IntentId, Result<Reading, ReadFailure>>;

/// Answers every question about templates.
pub(super) async fn answers(reads: &Client, license: &LicenseNumber, questions: &[(IntentId, Question)]) -> Templates {
    let list = List { reads, license };
    let asked: Vec<Asked> = questions
        .iter()
        .filter_map(|(id, question)| match question {
            Question::Template { sought, since } => {
                let since_there = since.map(|since| list.just_before(since));
                Some(Asked { id: *id, sought: sought.clone(), since: *since, since_there })
            }
            _ => None,
        })
        .collect();
    if asked.is_empty() {
        return Templates::new();
    }
    match list.answers(&asked).await {
        Ok(answers) => answers,
        Err(failure) => asked.into_iter().map(|one| (one.id, Err(failure.clone()))).collect(),
    }
}

struct List<'a> {
    reads: &'a Client,
    license: &'a LicenseNumber,
}

impl List<'_> {
    async fn answers(&self, asked: &[Asked]) -> Result<Templates, ReadFailure> {
        let mut answers = Templates::new();
        let now = self.now();
        let mut recent = Vec::new();
        // What was tried already shows among what changed since, as a rule.
        let since = asked.iter().filter_map(|one| one.since).min();
        if let Some(since) = since {
            let rows = match self.rows(self.since(since, now), |rows| all_shown(asked, rows)).await {
                Err(Unread::Refused) => Vec::new(),
                Err(Unread::Failed(failure)) => return Err(failure),
                Ok(rows) => rows,
            };
            for one in asked.iter().filter(|one| one.since.is_some() && one.shown(&rows)) {
                answers.insert(one.id, Ok(one.reading(&rows, &[])));
            }
            recent = rows;
        }
        // A new one that was not tried yet is in no list. That the list may be read is all there is to learn.
        let (untried, known): (Vec<&Asked>, Vec<&Asked>) = asked
            .iter()
            .filter(|one| !answers.contains_key(&one.id))
            .partition(|one| one.since.is_none() && matches!(one.sought, Sought::Marked(_)));
        if !untried.is_empty() && since.is_none() {
            let window = self.since(now, now);
            if let Err(Unread::Failed(failure)) = self.page(window, 1).await {
                return Err(failure);
            }
        }
        for one in untried {
            answers.insert(one.id, Ok(one.reading(&[], &[])));
        }
        if known.is_empty() {
            return Ok(answers);
        }
        let window = Window { start: moved(now, -FIRST_YEAR), end: moved(now, MARGIN) };
        let rows = match self.rows(window, |rows| known.iter().all(|one| one.found(rows).is_some())).await {
            // A state that takes no long windows: what is in the short one has to do.
            Err(Unread::Refused) => Vec::new(),
            Err(Unread::Failed(failure)) => return Err(failure),
            Ok(rows) => rows,
        };
        for one in known {
            answers.insert(one.id, self.read(one, &rows, &recent).await);
        }
        Ok(answers)
    }

    /// What the list says of one. Where it says nothing at all, the state is asked for what is in the template.
    async fn read(
        &self,
        one: &Asked,
        rows: &[TemplateState],
        recent: &[TemplateState],
    ) -> Result<Reading, ReadFailure> {
        if let (Sought::Id(id, None), true) = (&one.sought, rows.is_empty()) {
            let known = self.reads.template_is_known(self.license, *id).await.map_err(failure)?;
            if !known {
                return Ok(Reading::of(Snapshot::NotThere));
            }
        }
        Ok(one.reading(rows, recent))
    }

    fn now(&self) -> Timestamp {
        let local = self.reads.local_now();
        self.reads.server_now().unwrap_or(local).max(local)
    }

    /// From just before a moment of our clock, by the state's.
    fn since(&self, since: Timestamp, now: Timestamp) -> Window {
        Window { start: self.just_before(since), end: moved(now, JUST_AFTER) }
    }

    fn just_before(&self, since: Timestamp) -> Timestamp {
        match self.reads.clock_skew() {
            Some(skew) => moved(moved(since, skew), -JUST_BEFORE),
            None => moved(since, -MARGIN),
        }
    }

    async fn page(&self, window: Window, page: u64) -> Result<state_api::Page<TemplateState>, Unread> {
        let ask = PageAsk { license: self.license, window: Some(window), page };
        self.reads.template_states(ask).await.map_err(|error| match error {
            ApiError::BadRequest { .. } => Unread::Refused,
            error => Unread::Failed(failure(error)),
        })
    }

    /// The templates of a window: all of them, or as many as are enough. A list that is empty is asked for again, since
    /// it may be so by mistake; one whose pages do not fit together, since something moved meanwhile.
    async fn rows(
        &self,
        window: Window,
        enough: impl Fn(&[TemplateState]) -> bool,
    ) -> Result<Vec<TemplateState>, Unread> {
        for _ in 0..AGAIN {
            if let Some(rows) = self.rows_once(window, &enough).await? {
                return Ok(rows);
            }
        }
        let said = say::reporting_said_pages_apart().to_string();
        Err(Unread::Failed(ReadFailure::StateFault { said }))
    }

    async fn rows_once(
        &self,
        window: Window,
        enough: &impl Fn(&[TemplateState]) -> bool,
    ) -> Result<Option<Vec<TemplateState>>, Unread> {
        let mut rows: BTreeMap<i64, TemplateState> = BTreeMap::new();
        let (mut number, mut pages, mut total) = (1, 1, 0);
        while number <= pages {
            let mut asked = 0;
            let page = loop {
                let page = self.page(window, number).await?;
                asked += 1;
                let news = page.records.iter().any(|row| !rows.contains_key(&row.id));
                // Shorter than before: one was taken out, and another may have slipped by.
                let shorter = page.total < total;
                if (news && !shorter) || asked == AGAIN {
                    break page;
                }
            };
            if page.total < total {
                return Ok(None);
            }
            (total, pages, number) = (page.total, page.total_pages, number + 1);
            rows.extend(page.records.into_iter().map(|row| (row.id, row)));
            let so_far: Vec<TemplateState> = rows.values().cloned().collect();
            if enough(&so_far) {
                return Ok(Some(so_far));
            }
        }
        let whole = u64::try_from(rows.len()).is_ok_and(|count| count == total);
        Ok(whole.then(|| rows.into_values().collect()))
    }
}

/// Why there is no list.
enum Unread {
    /// The state does not take the window.
    Refused,
    /// Anything else.
    Failed(ReadFailure),
}

fn all_shown(asked: &[Asked], rows: &[TemplateState]) -> bool {
    asked.iter().filter(|one| one.since.is_some()).all(|one| one.shown(rows))
}

impl Asked {
    fn is(&self, row: &TemplateState) -> bool {
        match &self.sought {
            Sought::Marked(mark) => is_marked(row, mark),
            Sought::Id(id, _) => row.id == *id,
        }
    }

    fn found<'a>(&self, rows: &'a [TemplateState]) -> Option<&'a TemplateState> {
        rows.iter().find(|row| self.is(row))
    }

    /// Whether the rows show the effect, so that no more need be read.
    fn shown(&self, rows: &[TemplateState]) -> bool {
        match &self.sought {
            Sought::Marked(_) => self.found(rows).is_some(),
            Sought::Id(_, Some(mark)) => self.found(rows).is_some_and(|row| is_marked(row, mark)),
            Sought::Id(_, None) => false,
        }
    }

    /// `recent` is what changed since it was tried, where that was read. It tells of new ones only.
    fn reading(&self, rows: &[TemplateState], recent: &[TemplateState]) -> Reading {
        let beside = |rows: &[TemplateState]| rows.iter().filter(|row| !self.is(row)).count();
        let others = match &self.sought {
            Sought::Marked(_) => beside(rows).max(beside(recent)),
            Sought::Id(..) => beside(rows),
        };
        let found = self.found(rows).map(|row| TemplateFound {
            id: row.id,
            name: row.name.clone().unwrap_or_default(),
            packages: row.package_count,
            voided: row.is_voided,
            last_modified: row.last_modified,
        });
        let strangers = rows.iter().chain(recent).filter(|row| self.is_stranger(row)).count();
        let [others, strangers] = [others, strangers].map(|count| u64::try_from(count).unwrap_or(u64::MAX));
        Reading::of(Snapshot::Template(TemplateSnapshot { found, others, strangers }))
    }

    fn is_stranger(&self, row: &TemplateState) -> bool {
        let since = self.since_there.zip(row.created_date_time).is_some_and(|(since, made)| made >= since);
        since && !self.is(row) && !Mark::ends(row.name.as_deref().unwrap_or_default())
    }
}

fn is_marked(row: &TemplateState, mark: &Mark) -> bool {
    row.name.as_deref().is_some_and(|name| mark.is_in(name))
}
