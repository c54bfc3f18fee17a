//! Tags that were judged go into a draft as it is in the transaction that writes them: what came into it, or into another
//! draft, since they were judged is counted, and no line of a source is lost without a reason.

use std::collections::{HashMap, HashSet};

use imports::{RefusalReason, Refused};
use ledger::{ImportRefusal, LineTexts, NewImport, Work};
use rules::{LicenseNumber, Tag};

use crate::contract::{DeskError, DraftForm, RefusedTag};

/// What was judged of one source: each of its lines is in one of the two.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    /// The file's name; empty where there is none.
    pub name: String,
    /// How it is kept; none where nothing is to be.
    pub kept: Option<NewImport>,
    /// Lines that can go in, each with its place in the source.
    pub good: Vec<(u64, Tag, LineTexts)>,
    /// The others.
    pub refused: Vec<Refused>,
}

/// Which drafts of the license, this one aside, held which tags when these were judged.
pub(super) type Elsewhere = HashSet<(String, i64)>;

/// What goes where.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// What is put into lines that are there already and empty.
    pub filled: Vec<(i64, LineTexts)>,
    /// What is put behind the last line.
    pub new: Vec<LineTexts>,
    /// What is not put in, in the order of the sources.
    pub refused: Vec<RefusedTag>,
    /// What is kept of the sources.
    pub imports: Vec<NewImport>,
}

impl Placed {
    /// How many lines are put in.
    pub fn added(&self) -> usize {
        self.filled.len() + self.new.len()
    }
}

/// Puts judged lines into a draft that has `lines`. `elsewhere` gives the title of another draft that took a tag since.
/// Pure.
pub(super) fn put(
    lines: &[ledger::DraftLine],
    sources: Vec<Judged>,
    elsewhere: &HashMap<Tag, String>,
    limit: usize,
) -> Placed {
    let mut placed = Placed::default();
    let mut tags: HashSet<Tag> = lines.iter().filter_map(|line| Tag::parse(&line.texts.tag).ok()).collect();
    // Lines that were added empty are there to be filled.
    let mut empty = lines.iter().filter(|line| line.texts == LineTexts::default()).map(|line| line.id);
    let mut room = limit.saturating_sub(lines.len());
    for Judged { name, kept, good, mut refused } in sources {
        let before = placed.added();
        for (line, tag, texts) in good {
            let reason = if tags.contains(&tag) {
                RefusalReason::InThisDraft
            } else if let Some(draft) = elsewhere.get(&tag) {
                RefusalReason::InAnotherDraft { draft: draft.clone() }
            } else if let Some(id) = empty.next() {
                tags.insert(tag);
                placed.filled.push((id, texts));
                continue;
            } else if room > 0 {
                room -= 1;
                tags.insert(tag);
                placed.new.push(texts);
                continue;
            } else {
                RefusalReason::PastTheLimit { limit }
            };
            refused.push(Refused::new(line, tag.as_str(), reason));
        }
        refused.sort_by_key(|refused| refused.line);
        if let Some(mut import) = kept {
            import.accepted = u32::try_from(placed.added() - before).unwrap_or(u32::MAX);
            import.refusals = refused.iter().map(refusal).collect();
            placed.imports.push(import);
        }
        placed.refused.extend(refused.into_iter().map(|refused| told(&name, refused)));
    }
    placed
}

/// The titles of other drafts that hold one of these tags now and did not when they were judged.
///
/// # Errors
/// When the ledger cannot be read.
pub(super) fn taken_since(
    work: &Work<'_>,
    license: &LicenseNumber,
    sources: &[Judged],
    this: Option<i64>,
    before: &Elsewhere,
) -> Result<HashMap<Tag, String>, DeskError> {
    let tags: Vec<&str> = sources.iter().flat_map(|source| &source.good).map(|(_, tag, _)| tag.as_str()).collect();
    let mut titles = HashMap::new();
    for (tag, draft) in work.drafts_with_tags(license, &tags)? {
        if Some(draft) == this || before.contains(&(tag.clone(), draft)) {
            continue;
        }
        if let Some(other) = work.draft(draft)? {
            titles.insert(Tag::from_state(tag), DraftForm::stored(&other.head.form).title());
        }
    }
    Ok(titles)
}

fn refusal(refused: &Refused) -> ImportRefusal {
    ImportRefusal {
        line: u32::try_from(refused.line).unwrap_or(u32::MAX),
        text: refused.text.clone(),
        reason: refused.reason.code().to_owned(),
        sentence: refused.sentence.clone(),
    }
}

fn told(file: &str, refused: Refused) -> RefusedTag {
    RefusedTag {
        file: file.to_owned(),
        line: i64::try_from(refused.line).unwrap_or(i64::MAX),
        text: refused.text,
        reason: refused.reason.code().to_owned(),
        sentence: refused.sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(number: u32) -> Tag {
        Tag::from_state(format!("1A40603000021990000{number:05}"))
    }

    fn texts(number: u32) -> LineTexts {
        LineTexts { tag: tag(number).to_string(), ..LineTexts::default() }
    }

    fn line(id: i64, texts: LineTexts) -> ledger::DraftLine {
        ledger::DraftLine { id, texts }
    }

    fn source(numbers: impl IntoIterator<Item = u32>) -> Judged {
        let kept = NewImport {
            license: LicenseNumber::new("C11-0000001-LIC"),
            kind: "transfer_tags".into(),
            file_name: "load.csv".into(),
            sha256: "00".into(),
            draft: Some(1),
            who: "Ada".into(),
            rows: 0,
            accepted: 99,
            refusals: Vec::new(),
        };
        let good = (1..).zip(numbers).map(|(at, number)| (at, tag(number), texts(number))).collect();
        Judged { name: "load.csv".into(), kept: Some(kept), good, refused: Vec::new() }
    }

    #[test]
    fn what_came_into_the_draft_since_is_refused_by_line_and_the_import_says_what_was_taken() {
        // Judged for an empty draft; since then two lines came, one of them with a tag of the file, and one stands empty.
        let lines = [line(7, texts(1)), line(8, texts(50)), line(9, LineTexts::default())];
        let elsewhere = HashMap::from([(tag(3), "Friday".to_owned())]);
        let placed = put(&lines, vec![source(1..=5)], &elsewhere, 4);
        assert_eq!(placed.filled, [(9, texts(2))], "an empty line first");
        assert_eq!(placed.new, [texts(4)]);
        let said: Vec<(i64, &str)> = placed.refused.iter().map(|r| (r.line, r.reason.as_str())).collect();
        assert_eq!(said, [(1, "in_this_draft"), (3, "in_another_draft"), (5, "past_the_limit")]);
        let import = &placed.imports[0];
        assert_eq!((import.accepted, import.refusals.len()), (2, 3), "kept as it came out");
        assert!(placed.refused[1].sentence.contains("Friday"));
    }

    #[test]
    fn a_tag_of_two_sources_goes_in_once() {
        let placed = put(&[], vec![source([1, 2]), source([2, 3])], &HashMap::new(), 200);
        assert_eq!(placed.new, [texts(1), texts(2), texts(3)]);
        assert_eq!(placed.imports.iter().map(|import| import.accepted).collect::<Vec<_>>(), [2, 1]);
    }
}
