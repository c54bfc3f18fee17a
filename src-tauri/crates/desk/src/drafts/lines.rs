//! A draft's lines: what was typed, with what the local copy knows of each tag.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use ledger::LineTexts;
use rules::{LicenseNumber, Tag, TransferPackage, Weight, lab_state_refusal, transfer_obstacle};

use words::{Words, say};

use crate::contract::DraftLine;

/// What is known of packages, by tag.
pub(super) type Known = HashMap<Tag, TransferPackage>;

/// The lines as the page shows them. A problem is told for each line by itself; the check tells more.
pub(super) fn shown(
    lines: &[ledger::DraftLine],
    known: &Known,
    destination: Option<&LicenseNumber>,
    day: Date,
) -> Vec<DraftLine> {
    let mut seen = HashSet::new();
    lines.iter().map(|line| one(line, known, destination, day, &mut seen)).collect()
}

/// The tags that stand in lines, each once, as far as they are tags.
pub(super) fn tags_in<'a>(lines: impl Iterator<Item = &'a LineTexts>) -> Vec<Tag> {
    let mut seen = HashSet::new();
    lines.filter_map(|line| Tag::parse(&line.tag).ok()).filter(|tag| seen.insert(tag.clone())).collect()
}

fn one(
    line: &ledger::DraftLine,
    known: &Known,
    destination: Option<&LicenseNumber>,
    day: Date,
    seen: &mut HashSet<Tag>,
) -> DraftLine {
    let texts = &line.texts;
    let mut shown = DraftLine {
        line: line.id,
        tag: texts.tag.clone(),
        gross_weight: texts.gross_weight.clone(),
        gross_unit: texts.gross_unit.clone(),
        price: texts.price.clone(),
        item: String::new(),
        category: String::new(),
        strain: String::new(),
        quantity: String::new(),
        unit: String::new(),
        lab_testing: String::new(),
        problem: String::new(),
        stops: false,
    };
    if texts.tag.trim().is_empty() {
        return shown;
    }
    let tag = match Tag::parse(&texts.tag) {
        Ok(tag) => tag,
        Err(why) => {
            return stopped(shown, &say::check_line_tag(capital(&why.to_string())));
        }
    };
    let package = known.get(&tag);
    if let Some(package) = package {
        shown.item.clone_from(&package.item);
        shown.category.clone_from(&package.category);
        shown.strain.clone_from(&package.strain);
        shown.quantity = package.quantity.amount.normalize().to_string();
        shown.unit.clone_from(&package.quantity.unit);
        shown.lab_testing = package.lab_state.words().to_owned();
    }
    if !seen.insert(tag) {
        return stopped(shown, &say::check_line_twice());
    }
    let Some(package) = package else {
        return stopped(shown, &say::check_line_unknown());
    };
    if let Some(obstacle) = transfer_obstacle(package, destination, day) {
        return stopped(shown, &obstacle.said_of(say::rules_package_here()));
    }
    let warned = destination.and_then(|to| lab_state_refusal(&package.lab_state, to.kind(), day));
    if let Some((rule, _)) = warned.filter(|(rule, _)| rule.weight == Weight::Warning) {
        let _ = rule;
        shown.problem = say::check_line_lab(package.lab_state.said()).to_string();
    } else if let Some(draft) = package.drafts.first() {
        shown.problem = say::check_line_other_draft(draft).to_string();
    } else if package.had_sales == Some(true) {
        shown.problem = say::check_line_sold().to_string();
    }
    shown
}

fn stopped(mut line: DraftLine, problem: &Words) -> DraftLine {
    line.problem = problem.to_string();
    line.stops = true;
    line
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
