//! Tags into a draft.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rules::{LicenseNumber, RuleId, Tag, TransferPackage, rule_on, transfer_obstacle};

use super::file::{TagEntry, TagFile};
use super::refusal::{RefusalReason, Refused};

/// The draft into which tags go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing<'a> {
    /// The tags in it.
    pub tags: &'a HashSet<Tag>,
    /// How many of its lines stay beside the new ones, filled or not.
    pub lines: usize,
    /// The destination, where one is chosen; without it lab testing states are not judged yet.
    pub destination: Option<&'a LicenseNumber>,
    /// The day by whose rules they are judged: that of departure, or today.
    pub day: Date,
    /// Packages that it carries at most.
    pub limit: usize,
}

impl<'a> Placing<'a> {
    /// With the limit of that day's rules.
    pub fn new(tags: &'a HashSet<Tag>, lines: usize, destination: Option<&'a LicenseNumber>, day: Date) -> Self {
        let limit = rule_on(RuleId::TransferLimit, day).and_then(|rule| rule.figure);
        let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
        Self { tags, lines, destination, day, limit }
    }
}

/// A line that goes into the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLine {
    /// What the file says.
    pub entry: TagEntry,
    /// What is known of the package.
    pub package: TransferPackage,
}

/// What became of a list of tags: every line of it is in one of the two, in the file's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The lines that go in.
    pub good: Vec<PlacedLine>,
    /// The others, each with why.
    pub refused: Vec<Refused>,
}

/// Tags that are looked up at a time.
const LOOKUP: usize = 500;

/// Places a list of tags into a draft. `know` tells what the license's books hold of the tags it is given, each at most
/// once, in any order; it is asked for at most 500 at a time.
///
/// # Errors
/// Those of `know`; nothing is placed then.
pub fn place<E>(
    file: TagFile,
    draft: &Placing<'_>,
    mut know: impl FnMut(&[Tag]) -> Result<Vec<TransferPackage>, E>,
) -> Result<Placed, E> {
    let TagFile { entries, mut refused, counting, .. } = file;
    // Where each tag stands first: its place in the list and its line.
    let mut first: HashMap<Tag, (usize, u64)> = HashMap::with_capacity(entries.len());
    let mut new: Vec<Tag> = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        if !first.contains_key(&entry.tag) {
            first.insert(entry.tag.clone(), (at, entry.line));
            if !draft.tags.contains(&entry.tag) {
                new.push(entry.tag.clone());
            }
        }
    }
    let mut known: HashMap<Tag, TransferPackage> = HashMap::with_capacity(new.len());
    for tags in new.chunks(LOOKUP) {
        for package in know(tags)? {
            known.entry(package.tag.clone()).or_insert(package);
        }
    }
    let mut room = draft.limit.saturating_sub(draft.lines);
    let mut good = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let placed = match first.get(&entry.tag) {
            Some((before, line)) if *before < at => Err(RefusalReason::TwiceInFile { first_line: *line }),
            _ => judge(known.remove(&entry.tag), &entry, draft),
        };
        match placed {
            Ok(_) if room == 0 => {
                let reason = RefusalReason::PastTheLimit { limit: draft.limit };
                refused.push(Refused::at(counting, entry.line, entry.tag.as_str(), reason));
            }
            Ok(package) => {
                room -= 1;
                good.push(PlacedLine { entry, package });
            }
            Err(reason) => refused.push(Refused::at(counting, entry.line, entry.tag.as_str(), reason)),
        }
    }
    refused.sort_by_key(|refused| refused.line);
    Ok(Placed { good, refused })
}

fn judge(
    known: Option<TransferPackage>,
    entry: &TagEntry,
    draft: &Placing<'_>,
) -> Result<TransferPackage, RefusalReason> {
    if draft.tags.contains(&entry.tag) {
        return Err(RefusalReason::InThisDraft);
    }
    let package = known.ok_or(RefusalReason::NotFound)?;
    if let Some(obstacle) = transfer_obstacle(&package, draft.destination, draft.day) {
        return Err(obstacle.into());
    }
    match package.drafts.first() {
        Some(draft) => Err(RefusalReason::InAnotherDraft { draft: draft.clone() }),
        None => Ok(package),
    }
}
