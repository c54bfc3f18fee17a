//! A template that was changed on the state's site: both versions side by side, and which one counts.

use std::collections::HashSet;

use ledger::LineTexts;
use words::say;

use super::template::{Differences, differences, packages_of, taken_over};
use super::{TRIES, as_seen, locked, still, there, too_lively};
use crate::contract::{
    DeskError, Draft, DraftCompared, DraftFind, DraftSend, DraftSettle, ErrorCode, PACKAGES_PER_TRANSFER,
};
use crate::desk::Desk;

impl Desk {
    pub(crate) async fn draft_compare(&self, request: DraftFind) -> Result<DraftCompared, DeskError> {
        let loaded = self.load(request.draft).await?;
        let Some(there) = &loaded.traces.template else { return Err(no_template()) };
        let mine = loaded.traces.now.as_ref().or_else(|| loaded.traces.sent());
        let Differences { fields, only_here, only_there } =
            mine.map(|mine| differences(mine, there)).unwrap_or_default();
        Ok(DraftCompared { fields, only_here, only_there, changed_at: there.head.last_modified.clone() })
    }

    pub(crate) async fn draft_settle(&self, request: DraftSettle) -> Result<Draft, DeskError> {
        let id = request.draft;
        if request.take_theirs {
            if self.answered::<()>(&["draft_settle"], &request.request_id).await?.is_none() {
                self.take_theirs(&request).await?;
            }
        } else if !self.was_sent(&request.request_id).await? {
            self.must_be_editable(id).await?;
            if self.load(id).await?.way.changed_there {
                self.draft_send(DraftSend { request_id: request.request_id, draft: id }).await?;
            }
        }
        let loaded = self.load(id).await?;
        self.whole(loaded).await
    }

    async fn take_theirs(&self, request: &DraftSettle) -> Result<(), DeskError> {
        let id = request.draft;
        for _ in 0..TRIES {
            self.must_be_editable(id).await?;
            let loaded = self.load(id).await?;
            let Some(template) = &loaded.traces.template else { return Err(no_template()) };
            let form = taken_over(&loaded.form, template).to_stored();
            let theirs: Vec<String> = packages_of(template).collect();
            let seen = as_seen(&loaded.draft);
            let taken = self.draft_work_if(&request.request_id, "draft_settle", move |work, at| {
                still(work, &seen)?;
                let draft = there(work, id)?;
                let Exchange { gone, new } = exchange(&draft.lines, &theirs)?;
                work.draft_form_set(id, &form, at)?;
                work.draft_lines_remove(id, &gone, at)?;
                work.draft_lines_add(id, usize::MAX, &new, at)?;
                Ok(())
            });
            if taken.await?.is_some() {
                return Ok(());
            }
        }
        Err(too_lively())
    }
}

/// What changes of a draft's lines when it takes a template's packages over.
#[derive(Debug, PartialEq, Eq)]
struct Exchange {
    gone: Vec<i64>,
    new: Vec<LineTexts>,
}

/// Lines of packages that the template has stay as they are. Pure.
fn exchange(lines: &[ledger::DraftLine], theirs: &[String]) -> Result<Exchange, DeskError> {
    let is_theirs = |tag: &str| theirs.iter().any(|theirs| theirs.eq_ignore_ascii_case(tag.trim()));
    let gone: Vec<i64> = lines.iter().filter(|line| !is_theirs(&line.texts.tag)).map(|line| line.id).collect();
    let ours = |tag: &String| lines.iter().any(|line| line.texts.tag.trim().eq_ignore_ascii_case(tag));
    let mut seen = HashSet::new();
    let new: Vec<LineTexts> = theirs
        .iter()
        .filter(|tag| !ours(tag) && seen.insert(tag.to_ascii_uppercase()))
        .map(|tag| LineTexts { tag: tag.clone(), ..LineTexts::default() })
        .collect();
    let after = lines.len() - gone.len() + new.len();
    if after > PACKAGES_PER_TRANSFER {
        return Err(DeskError {
            code: ErrorCode::TooMany,
            message: say::check_too_many_lines(after, PACKAGES_PER_TRANSFER).to_string(),
            next: say::check_too_many_lines_next().to_string(),
            details: String::new(),
            retry: false,
        });
    }
    Ok(Exchange { gone, new })
}

fn no_template() -> DeskError {
    locked(&say::check_no_template(), &say::check_no_template_next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
        numbers.into_iter().map(|number| format!("1A40603000021990000{number:05}")).collect()
    }

    fn lines(tags: &[String]) -> Vec<ledger::DraftLine> {
        let texts = |tag: &String| LineTexts { tag: tag.clone(), price: "5".into(), ..LineTexts::default() };
        (1..).zip(tags).map(|(id, tag)| ledger::DraftLine { id, texts: texts(tag) }).collect()
    }

    #[test]
    fn a_template_that_a_draft_cannot_hold_is_not_taken_over_in_part() {
        let ours = lines(&tags(0..150));
        let whole = exchange(&ours, &tags(0..200)).unwrap();
        assert_eq!((whole.gone.len(), whole.new.len()), (0, 50));
        let refused = exchange(&ours, &tags(0..201)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::TooMany);
        assert!(refused.message.contains("201 lines") && refused.message.contains("200"), "{}", refused.message);
    }

    #[test]
    fn a_package_that_the_template_names_twice_is_one_line() {
        let theirs = [tags([1, 2]), tags([2])].concat();
        let taken = exchange(&lines(&tags([1, 9])), &theirs).unwrap();
        assert_eq!((taken.gone, taken.new.len()), (vec![2], 1));
    }
}
