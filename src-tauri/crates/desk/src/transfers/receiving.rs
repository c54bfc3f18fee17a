//! The check list for receiving: expected, found, missing, too many. A record on this computer; receiving itself is done
//! on the state's site.

use std::collections::{HashMap, HashSet};

use imports::{Reading, read_pasted};
use jiff::Timestamp;
use ledger::{NewReceiving, Scan};
use rules::{LicenseNumber, Tag};
use words::{Words, say};

use super::detail::party;
use super::{TransferList, abbreviated, amount};
use crate::contract::{
    DeskError, ErrorCode, Receiving, ReceivingClose, ReceivingExtra, ReceivingLine, ReceivingOpen, ReceivingSave,
    ReceivingScan, ReceivingScanned, TransferFind, ViewExported,
};
use crate::desk::{Desk, blocking};
use crate::ground::questions::{answer_of, question_of};

/// Characters of a text that a sentence quotes.
const QUOTED: usize = 40;

/// Characters of the shortest ending of a tag that is looked for, and of a whole tag.
const SHORTEST: usize = 4;
const WHOLE: usize = 24;

impl Desk {
    pub(crate) async fn receiving_open(&self, request: ReceivingOpen) -> Result<Receiving, DeskError> {
        crate::ground::once::usable(&request.request_id)?;
        let find = TransferFind {
            license: request.license.clone(),
            list: TransferList::Incoming,
            id: request.transfer,
            again: None,
        };
        let (found, missing) = self.transfer_now(&find).await?;
        if let Some(fault) = missing.filter(|_| found.deliveries.is_empty()) {
            return Err(fault);
        }
        let new = NewReceiving {
            license: request.license,
            transfer: request.transfer,
            manifest: found.head.number.clone(),
            who: self.inner.who(),
        };
        let (ledger, id, at) = (self.inner.ledger.clone(), request.request_id, self.now());
        let list = blocking(move || {
            ledger.remember(&id, "receiving_open", at, |work| -> Result<i64, DeskError> {
                match work.receivings_of(&new.license, new.transfer)?.first() {
                    Some(begun) => Ok(begun.id),
                    None => Ok(work.receiving_start(&new, at)?),
                }
            })
        })
        .await??;
        self.receiving(list).await
    }

    pub(crate) async fn receiving_scan(&self, request: ReceivingScan) -> Result<ReceivingScanned, DeskError> {
        crate::ground::once::usable(&request.request_id)?;
        let text = match ending(&request.text) {
            None => request.text.clone(),
            Some(ending) => {
                let receiving = self.open_list(request.receiving).await?;
                match ended_so(&receiving, &ending).as_slice() {
                    [tag] => tag.clone(),
                    [] => return Ok(not_counted(receiving, "not_a_tag", &say::desk_receiving_none_ends(ending))),
                    several => {
                        let sentence = say::desk_receiving_several_end(ending, several.len());
                        return Ok(not_counted(receiving, "several", &sentence));
                    }
                }
            }
        };
        let read = match read_pasted(&text, &answer_of(request.answer.as_ref())) {
            Ok(Reading::Question(question)) => {
                let receiving = self.open_list(request.receiving).await?;
                let question = question_of(0, "", question);
                let sentence = question.sentence.clone();
                let outcome = "asked".to_owned();
                return Ok(ReceivingScanned { receiving, outcome, sentence, question: Some(question) });
            }
            Ok(Reading::List(list)) => Ok(list),
            Err(fault) => Err(fault),
        };
        let tags: Vec<Tag> = match &read {
            Ok(file) => file.entries.iter().map(|entry| entry.tag.clone()).collect(),
            Err(_) => Vec::new(),
        };
        if tags.is_empty() {
            let receiving = self.open_list(request.receiving).await?;
            let why = match &read {
                Ok(file) => file.refused.first().map(|refused| refused.sentence.clone()).unwrap_or_default(),
                Err(fault) => fault.to_string(),
            };
            let sentence = say::desk_receiving_not_counted(quoted(request.text.trim()), why);
            return Ok(not_counted(receiving, "not_a_tag", &sentence));
        }
        let (ledger, id, at) = (self.inner.ledger.clone(), request.request_id, self.now());
        let (list, undo, wanted) = (request.receiving, request.undo, tags.clone());
        let scanned_before = blocking(move || {
            ledger.remember(&id, "receiving_scan", at, |work| -> Result<bool, DeskError> {
                let found = work.receiving(list)?.ok_or_else(no_list)?;
                if found.head.closed_at.is_some() {
                    return Err(closed());
                }
                let is_it = |scan: &&Scan| wanted.iter().any(|tag| is(&scan.tag, tag));
                let ids: Vec<i64> = found.scans.iter().filter(is_it).map(|scan| scan.id).collect();
                if undo {
                    for id in &ids {
                        work.receiving_unscan(list, *id)?;
                    }
                } else {
                    let texts: Vec<&str> = wanted.iter().map(Tag::as_str).collect();
                    work.receiving_scan(list, &texts, at)?.ok_or_else(closed)?;
                }
                Ok(!ids.is_empty())
            })
        })
        .await??;
        let receiving = self.receiving(request.receiving).await?;
        let (outcome, sentence) = told(scanned_before, &receiving, &tags, undo);
        let (outcome, sentence) = (outcome.to_owned(), sentence.to_string());
        Ok(ReceivingScanned { receiving, outcome, sentence, question: None })
    }

    /// A list that still takes scans.
    async fn open_list(&self, list: i64) -> Result<Receiving, DeskError> {
        let receiving = self.receiving(list).await?;
        if receiving.closed_at.is_some() { Err(closed()) } else { Ok(receiving) }
    }

    pub(crate) async fn receiving_close(&self, request: ReceivingClose) -> Result<Receiving, DeskError> {
        crate::ground::once::usable(&request.request_id)?;
        let (ledger, at, list, reopen) = (self.inner.ledger.clone(), self.now(), request.receiving, request.reopen);
        blocking(move || {
            ledger.remember(&request.request_id, "receiving_close", at, |work| {
                let done = if reopen { work.receiving_reopen(list) } else { work.receiving_close(list, at) };
                Ok::<_, DeskError>(done?)
            })
        })
        .await??;
        self.receiving(request.receiving).await
    }

    pub(crate) async fn receiving_save(&self, request: ReceivingSave) -> Result<ViewExported, DeskError> {
        let id = request.request_id.clone();
        self.once("receiving_save", &id, async {
            let list = self.receiving(request.receiving).await?;
            let at = |at: &str| at.parse::<Timestamp>().ok().map(rules::instant_cell);
            let expected = list.lines.iter().map(|line| {
                let found = line.found_at.as_deref().and_then(at);
                let state =
                    if found.is_some() { say::desk_receiving_is_found() } else { say::desk_receiving_is_missing() };
                vec![
                    line.tag.clone(),
                    line.item.clone(),
                    line.number.clone(),
                    line.unit.clone(),
                    state.to_string(),
                    found.unwrap_or_default(),
                ]
            });
            let extra = list.extra.iter().map(|extra| {
                vec![
                    extra.text.clone(),
                    extra.words.clone(),
                    String::new(),
                    String::new(),
                    say::desk_receiving_is_extra().to_string(),
                    at(&extra.at).unwrap_or_default(),
                ]
            });
            let name = format!("receiving-{}.csv", list.manifest);
            let headings = [
                say::desk_receiving_tag(),
                say::desk_receiving_item(),
                say::desk_receiving_quantity(),
                say::reading_column_unit(),
                say::desk_receiving_state(),
                say::desk_receiving_scanned(),
            ];
            self.save_table(&id, &name, &headings, expected.chain(extra).collect()).await
        })
        .await
    }

    /// A list with what the local copy expects.
    async fn receiving(&self, list: i64) -> Result<Receiving, DeskError> {
        let ledger = self.inner.ledger.clone();
        let found = blocking(move || ledger.receiving(list)).await??.ok_or_else(no_list)?;
        let license = LicenseNumber::new(&found.head.license);
        let (whose, transfer) = (license.clone(), found.head.transfer);
        let transfer =
            self.read(move |mirror| mirror.transfer(&whose, mirror::TransferList::Incoming, transfer)).await?;
        let sender = party(transfer.as_ref().and_then(|transfer| transfer.shipper.as_ref()));
        let mut first: HashMap<Tag, Timestamp> = HashMap::new();
        for scan in &found.scans {
            first.entry(Tag::from_state(&scan.tag)).or_insert(scan.at);
        }
        let packages = transfer.iter().flat_map(|transfer| &transfer.deliveries).flat_map(|of| &of.packages);
        let lines: Vec<ReceivingLine> = packages
            .map(|package| ReceivingLine {
                found_at: first.get(&Tag::from_state(&package.tag)).map(Timestamp::to_string),
                quantity: amount(&package.quantity, &package.unit),
                number: package.quantity.clone(),
                unit: abbreviated(&package.unit).to_owned(),
                item: package.item.clone(),
                tag: package.tag.clone(),
            })
            .collect();
        let expected: HashSet<&str> = lines.iter().map(|line| line.tag.as_str()).collect();
        let mut seen = HashSet::new();
        let others: Vec<&Scan> = found
            .scans
            .iter()
            .filter(|scan| !expected.contains(scan.tag.as_str()) && seen.insert(scan.tag.clone()))
            .collect();
        let asked: Vec<_> = others.iter().map(|scan| (license.clone(), Tag::from_state(&scan.tag))).collect();
        let briefs = self.read(move |mirror| mirror.briefs_by_tag(&asked)).await?;
        let extra = others.into_iter().zip(briefs).map(|(scan, brief)| ReceivingExtra {
            text: scan.tag.clone(),
            words: brief.map(|brief| say::desk_receiving_in_books(brief.item).to_string()).unwrap_or_default(),
            at: scan.at.to_string(),
        });
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Ok(Receiving {
            receiving: found.head.id,
            manifest: found.head.manifest,
            sender,
            expected: count(lines.len()),
            found: count(lines.iter().filter(|line| line.found_at.is_some()).count()),
            extra: extra.collect(),
            lines,
            who: found.head.who,
            started_at: found.head.started_at.to_string(),
            closed_at: found.head.closed_at.map(|at| at.to_string()),
        })
    }
}

fn is(text: &str, tag: &Tag) -> bool {
    Tag::from_state(text) == *tag
}

/// What people read aloud of a tag, or type of it: too short for a whole one, and the end of few.
fn ending(text: &str) -> Option<String> {
    let text = text.trim();
    let is_one = (SHORTEST..WHOLE).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    is_one.then(|| text.to_ascii_uppercase())
}

/// The tags of a list, expected or not, that end so.
fn ended_so(list: &Receiving, ending: &str) -> Vec<String> {
    let tags = list.lines.iter().map(|line| &line.tag).chain(list.extra.iter().map(|extra| &extra.text));
    tags.filter(|tag| tag.to_ascii_uppercase().ends_with(ending)).cloned().collect()
}

/// The answer to what counted nothing.
fn not_counted(receiving: Receiving, outcome: &str, sentence: &Words) -> ReceivingScanned {
    ReceivingScanned { receiving, outcome: outcome.to_owned(), sentence: sentence.to_string(), question: None }
}

/// A text as it is quoted in a sentence; one that goes on is shown to do so.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}\u{2026}"),
        None => text.to_owned(),
    }
}

/// What a scan did, in a code for the page and a sentence to be read aloud. `before`: whether its tag had been scanned
/// already, as the transaction that counted it saw.
fn told(before: bool, now: &Receiving, tags: &[Tag], undo: bool) -> (&'static str, Words) {
    let left = now.expected - now.found;
    let rest = match left {
        0 => say::desk_receiving_all_found(),
        left => say::desk_receiving_missing(left),
    };
    let [tag] = tags else {
        return ("found", say::desk_receiving_found_of(now.expected, now.found, rest));
    };
    let end: String = tag.as_str().chars().skip(18).collect();
    if undo {
        return ("taken_back", say::desk_receiving_undone(end, rest));
    }
    match now.lines.iter().find(|line| is(&line.tag, tag)) {
        Some(_) if before => ("again", say::desk_receiving_again(end, rest)),
        Some(line) => ("found", say::desk_receiving_found(end, &line.item, rest)),
        None => ("extra", say::desk_receiving_not_on_manifest(end, rest)),
    }
}

fn closed() -> DeskError {
    DeskError {
        code: ErrorCode::Locked,
        message: say::desk_receiving_closed().to_string(),
        next: say::desk_receiving_closed_next().to_string(),
        details: String::new(),
        retry: false,
    }
}

fn no_list() -> DeskError {
    DeskError {
        code: ErrorCode::NotFound,
        message: say::desk_receiving_gone().to_string(),
        next: say::desk_receiving_gone_next().to_string(),
        details: String::new(),
        retry: false,
    }
}
