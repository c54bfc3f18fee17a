//! A record of one of the license's own lists, with everything that the state sent of it, as a person reads it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use mirror::SentField;
use mirror::view::ColumnKind;
use rules::{day_words, time_words};
use rust_decimal::Decimal;
use serde_json::Value;
use words::say;

use crate::contract::{DeskError, Fact, ListedFind, ListedFound, ListedRecord};
use crate::desk::Desk;

/// How long a day is as the state writes it, `2026-11-24`.
const DAY_LENGTH: usize = 10;

impl Desk {
    pub(crate) async fn listed_record(&self, request: ListedFind) -> Result<ListedFound, DeskError> {
        let ListedFind { license, collection, key } = request;
        let found = self.read(move |mirror| mirror.listed(&license, collection, &key)).await?;
        let record =
            found.map(|found| ListedRecord { title: found.name, facts: found.fields.into_iter().map(fact).collect() });
        Ok(ListedFound { record })
    }
}

fn fact(field: SentField) -> Fact {
    let label = field.column.as_ref().map_or_else(|| label(&field.path), |column| column.title.clone());
    let is_day = field.column.is_some_and(|column| column.kind == ColumnKind::Date);
    let (value, instant) = match field.value {
        Value::String(text) => said(text.trim(), is_day),
        // Without commas: it may be a number by which something is known.
        Value::Number(number) => {
            let plain = number.to_string();
            (plain.parse::<Decimal>().map_or(plain, |exact| exact.normalize().to_string()), false)
        }
        Value::Bool(true) => (say::desk_cell_yes().to_string(), false),
        Value::Bool(false) => (say::desk_cell_no().to_string(), false),
        other => (other.to_string(), false),
    };
    Fact { label, value, instant }
}

/// A text as it is sent, and whether it is an instant. Days and times of the place are said as everywhere.
fn said(text: &str, is_day: bool) -> (String, bool) {
    let (day, rest) = text.split_at_checked(DAY_LENGTH).unwrap_or((text, ""));
    let read = day.parse::<Date>().ok().filter(|_| day.contains('-'));
    match read {
        Some(day) if rest.is_empty() || is_day => (day_words(day), false),
        Some(_) if text.parse::<Timestamp>().is_ok() => (text.to_owned(), true),
        Some(_) => (text.parse::<DateTime>().map_or_else(|_| text.to_owned(), time_words), false),
        None => (text.to_owned(), false),
    }
}

/// The state's own names as a person reads them: `UnitThcContent` is `Unit THC Content`.
fn label(path: &[String]) -> String {
    let names: Vec<String> = path.iter().map(|name| readable(name)).collect();
    names.join(": ")
}

fn readable(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let behind = letters.get(at + 1);
        // A capital begins a word, except within a row of them: `THCLevel` is two words.
        let begins = letter.is_uppercase()
            && (before.is_some_and(|before| !before.is_uppercase()) || behind.is_some_and(|next| next.is_lowercase()));
        match words.last_mut() {
            Some(word) if !begins => word.push(*letter),
            _ => words.push(letter.to_string()),
        }
    }
    words.iter().map(|word| spelled(word)).collect::<Vec<_>>().join(" ")
}

/// As the trade writes it.
fn spelled(word: &str) -> &str {
    match word {
        "Thc" => "THC",
        "Cbd" => "CBD",
        "Id" => "ID",
        "Of" => "of",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_states_own_names_are_made_readable() {
        let read = |path: &[&str]| label(&path.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(read(&["UnitThcContentUnitOfMeasureName"]), "Unit THC Content Unit of Measure Name");
        assert_eq!(read(&["StrainId"]), "Strain ID");
        assert_eq!(read(&["UnitCBDPercent"]), "Unit CBD Percent");
        assert_eq!(read(&["UnitThcAContent"]), "Unit THC A Content");
        assert_eq!(read(&["Id"]), "ID");
        assert_eq!(read(&["somethingNew"]), "something New");
        assert_eq!(read(&["License", "StartDate"]), "License: Start Date");
        assert_eq!(read(&["Ingredients", "2", "Name"]), "Ingredients: 2: Name");
    }

    #[test]
    fn what_was_sent_is_said_as_everywhere() {
        let told = |value: Value| {
            let fact = fact(SentField { column: None, path: vec!["Field".to_owned()], value });
            (fact.value, fact.instant)
        };
        let words = |text: &str| (text.to_owned(), false);
        assert_eq!(told(json!("2026-11-24")), words("Nov 24, 2026"));
        assert_eq!(told(json!("2026-11-24T09:30:00")), words("Nov 24, 2026, 9:30 AM"));
        assert_eq!(told(json!("2026-11-24T09:30:00Z")), ("2026-11-24T09:30:00Z".to_owned(), true));
        assert_eq!(told(json!("20261124")), words("20261124"));
        assert_eq!(told(json!("2026-11-24 and later")), words("2026-11-24 and later"));
        assert_eq!(told(json!(" Flower ")), words("Flower"));
        assert_eq!(told(json!(0.2350)), words("0.235"));
        assert_eq!(told(json!(120_034)), words("120034"));
        assert_eq!((told(json!(true)), told(json!(false))), (words("Yes"), words("No")));
    }
}
