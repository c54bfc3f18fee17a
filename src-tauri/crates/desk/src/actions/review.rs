//! The review sheet: an action checked offline, package by package. Nothing is changed by it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use mirror::PackageBrief;
use outbox::{IntentId, PackageHolds, Wanted};
use rules::{AdjustmentReason, LicenseNumber, RuleId, Tag, Weight};
use words::say;

use super::MOST_PACKAGES;
use super::sheet::Totals;
use super::wish::{meant, promise};
use crate::contract::{ActionReview, ActionTarget, DeskError, ErrorCode, PackageRef, Review, ReviewLine};
use crate::desk::{Desk, blocking};
use crate::ground::outbox::effective;
use crate::ground::outbox::status::group_of;
use crate::kinds::package::stop;
use crate::kinds::{self, Wish};
use crate::state::reports::{Held, PendingIndex};
use crate::state::reviews::{Ready, Reviewed, Seen};

/// What was asked for, package by package; none in place of one that the local copy does not have.
type Asked = Vec<(PackageRef, Option<PackageBrief>)>;

/// What a sheet says above its lines.
struct Told {
    sentences: Vec<String>,
    /// Whether any of it is more than what was filled in.
    more: bool,
}

impl Desk {
    pub(crate) async fn action_review(&self, request: ActionReview) -> Result<Review, DeskError> {
        let ledger = self.inner.ledger.clone();
        // Before anything is looked at, so that what comes later is known to be later.
        let last_intent = blocking(move || ledger.outbox_last_intent()).await??;
        let asked = self.asked(request.target).await?;
        if asked.is_empty() {
            return Err(DeskError::bad_request(say::reports_no_package(), say::reports_no_package_next()));
        }
        let licenses: BTreeSet<LicenseNumber> = asked.iter().map(|(package, _)| package.license.clone()).collect();
        let replaces = request.replaces.map(IntentId);
        self.may_replace(replaces, &asked)?;
        let reasons = if kinds::names_a_reason(&request.form) {
            self.reasons_of(licenses.iter().cloned().collect()).await?
        } else {
            Vec::new()
        };
        let wish = kinds::read(&request.form, |name| reason(&reasons, name))?;
        let (lines, ready, totals) = self.checked(&*wish, asked, replaces);
        let unit = totals.unit().map(str::to_owned);
        let told = self.sentences(&*wish, &lines, &ready, unit.as_deref(), licenses.len(), replaces.is_some()).await?;
        let mut review = Review {
            review: 0,
            title: wish.title(if ready.is_empty() { lines.len() } else { ready.len() }).to_string(),
            sentences: told.sentences,
            more: told.more,
            totals: totals.list(),
            ready: count(ready.len()),
            refused: count(lines.iter().filter(|line| !line.ready).count()),
            warned: count(lines.iter().filter(|line| line.ready && !line.findings.is_empty()).count()),
            lines,
        };
        review.review = self.inner.page.reviews.keep(Reviewed { wish, ready, unit, replaces, last_intent });
        Ok(review)
    }

    /// The packages that are meant, explicit from here on.
    async fn asked(&self, target: ActionTarget) -> Result<Asked, DeskError> {
        match target {
            ActionTarget::Packages { packages } => {
                let mut seen = BTreeSet::new();
                let once = |package: &PackageRef| seen.insert((package.license.clone(), package.package_id));
                let packages: Vec<_> = packages.into_iter().filter(once).collect();
                few_enough(packages.len())?;
                let ids: Vec<_> = packages.iter().map(|p| (p.license.clone(), p.package_id)).collect();
                let briefs = self.read(move |mirror| mirror.briefs(&ids)).await?;
                Ok(packages.into_iter().zip(briefs).collect())
            }
            ActionTarget::View { view } => {
                let view = self.view(view)?;
                few_enough(view.len())?;
                let briefs = self.read(move |mirror| mirror.briefs_of_view(&view)).await?;
                Ok(briefs.into_iter().map(|brief| (ref_of(&brief), Some(brief))).collect())
            }
        }
    }

    /// An edit is for the package of the report whose place it takes, and for no other.
    fn may_replace(&self, replaces: Option<IntentId>, asked: &Asked) -> Result<(), DeskError> {
        let Some(id) = replaces else { return Ok(()) };
        let index = self.reports().index();
        let [(package, _)] = asked.as_slice() else {
            return Err(DeskError::bad_request(say::reports_edit_is_for_one(), say::reports_edit_is_for_one_next()));
        };
        let mine = index.of_package(&package.license, &Tag::from_state(&package.tag));
        if mine.iter().any(|held| held.intent.id == id) {
            return Ok(());
        }
        Err(DeskError {
            code: ErrorCode::NotFound,
            message: say::reports_edit_gone().to_string(),
            next: say::reports_look_in_outbox().to_string(),
            details: format!("report {id}"),
            retry: false,
        })
    }

    fn checked(
        &self,
        wish: &dyn Wish,
        asked: Asked,
        replaces: Option<IntentId>,
    ) -> (Vec<ReviewLine>, Vec<Ready>, Totals) {
        let (index, now) = (self.reports().index(), self.now());
        let mut sheet = (Vec::with_capacity(asked.len()), Vec::new(), Totals::default());
        for (package, brief) in asked {
            let Some(brief) = brief else {
                sheet.0.push(unknown(package));
                continue;
            };
            let (line, ready) = check(wish, package, &brief, &index, replaces, now);
            if let Some((ready, after)) = ready {
                sheet.2.add(&brief.unit, ready.seen.effective.quantity, after.quantity);
                sheet.1.push(ready);
            }
            sheet.0.push(line);
        }
        sheet.0.sort_by(|a, b| {
            let rank = |line: &ReviewLine| (line.ready, line.findings.is_empty());
            rank(a).cmp(&rank(b)).then_with(|| a.package.tag.cmp(&b.package.tag))
        });
        sheet
    }

    async fn sentences(
        &self,
        wish: &dyn Wish,
        lines: &[ReviewLine],
        ready: &[Ready],
        unit: Option<&str>,
        licenses: usize,
        edit: bool,
    ) -> Result<Told, DeskError> {
        let refused = lines.len() - ready.len();
        let warned = lines.iter().filter(|line| line.ready && !line.findings.is_empty()).count();
        let behind = ready.iter().filter(|ready| ready.waits_behind).count();
        let offline = self.outbox_is_offline().await? && !ready.is_empty();
        let sentences = [
            (!ready.is_empty()).then(|| wish.promise(ready.len(), unit)),
            (!ready.is_empty()).then(|| wish.noted()).flatten(),
            (refused > 0).then(|| wish.left_out(refused)),
            (warned > 0).then(|| say::reports_review_warned(warned)),
            (licenses > 1).then(|| say::reports_review_licenses(licenses)),
            (!ready.is_empty()).then(|| wish.if_moved(ready.len())).flatten(),
            (behind > 0).then(|| say::reports_review_behind(behind)),
            edit.then(say::reports_review_edit),
            offline.then(say::reports_review_offline),
        ];
        Ok(Told {
            sentences: sentences.iter().flatten().map(ToString::to_string).collect(),
            more: refused > 0 || warned > 0 || licenses > 1 || behind > 0 || edit || offline,
        })
    }

    /// What is seen of a package now, to be compared with what the review showed.
    pub(super) fn seen(index: &PendingIndex, brief: &PackageBrief, replaces: Option<IntentId>) -> Seen {
        let held = index.of_package(&brief.license, &brief.tag);
        Seen {
            print: brief.print,
            effective: effective::with(brief, held, replaces),
            held: held.iter().map(|held| held.intent.id).collect(),
            counted_on: held
                .iter()
                .filter(|held| held.counts() && Some(held.intent.id) != replaces)
                .map(|held| held.intent.id)
                .collect(),
        }
    }

    /// The state's reasons that every one of these licenses has.
    pub(super) async fn reasons_of(&self, licenses: Vec<LicenseNumber>) -> Result<Vec<AdjustmentReason>, DeskError> {
        self.read(move |mirror| super::choices::reasons(mirror, &licenses)).await
    }
}

fn check(
    wish: &dyn Wish,
    package: PackageRef,
    brief: &PackageBrief,
    index: &PendingIndex,
    replaces: Option<IntentId>,
    now: Timestamp,
) -> (ReviewLine, Option<(Ready, PackageHolds)>) {
    let seen = Desk::seen(index, brief, replaces);
    let meant = meant(wish, brief, &seen.effective, now);
    let ready = meant.findings.iter().all(|finding| finding.weight == Weight::Warning);
    let line = ReviewLine {
        package: package.clone(),
        item: brief.item.clone(),
        before: wish.cell(brief, &seen.effective),
        after: if ready { wish.cell(brief, &meant.after) } else { String::new() },
        ready,
        findings: meant.findings,
    };
    let held = index.of_package(&brief.license, &brief.tag);
    let undecided = |held: &Held| held.intent.moved_to().is_some();
    let goes_before =
        |held: &Held| (held.counts() || undecided(held)) && Some(held.intent.id) != replaces && !is_over(held);
    let waits_behind = held.iter().any(goes_before);
    let promise = Some(promise(wish, brief, held, replaces, &seen.effective, now));
    let wanted = Wanted { write: meant.write, promise };
    let ready = ready.then_some((Ready { package, wanted, seen, waits_behind }, meant.after));
    (line, ready)
}

fn is_over(held: &Held) -> bool {
    group_of(held.intent.progress.state) == crate::contract::OutboxGroup::Done
}

fn unknown(package: PackageRef) -> ReviewLine {
    let words = say::reports_package_unknown(&package.tag);
    ReviewLine {
        package,
        item: String::new(),
        before: String::new(),
        after: String::new(),
        ready: false,
        findings: vec![stop(RuleId::PackageKnown, &words)],
    }
}

fn ref_of(brief: &PackageBrief) -> PackageRef {
    PackageRef { license: brief.license.clone(), package_id: brief.package_id, tag: brief.tag.to_string() }
}

fn few_enough(count: usize) -> Result<(), DeskError> {
    if count <= MOST_PACKAGES {
        return Ok(());
    }
    Err(DeskError {
        code: ErrorCode::TooMany,
        message: say::reports_too_many_packages(count).to_string(),
        next: say::reports_too_many_packages_next(MOST_PACKAGES).to_string(),
        details: String::new(),
        retry: false,
    })
}

/// The state's reason of this name. Where the reasons were never read, the state itself will judge.
fn reason(known: &[AdjustmentReason], name: &str) -> Result<AdjustmentReason, DeskError> {
    if known.is_empty() {
        return Ok(AdjustmentReason { name: name.to_owned(), requires_note: false });
    }
    known
        .iter()
        .find(|reason| reason.name.eq_ignore_ascii_case(name))
        .cloned()
        .ok_or_else(|| DeskError::bad_request(say::reports_no_such_reason(name), say::reports_no_such_reason_next()))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Packages by license, in the order of the licenses.
pub(super) fn by_license(ready: &[Ready]) -> BTreeMap<LicenseNumber, Vec<&Ready>> {
    let mut all: BTreeMap<LicenseNumber, Vec<&Ready>> = BTreeMap::new();
    for one in ready {
        all.entry(one.package.license.clone()).or_default().push(one);
    }
    all
}
